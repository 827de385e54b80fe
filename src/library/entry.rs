//! What the library shows of a session without playing it.

use std::cmp::Ordering;
use std::path::PathBuf;

use crate::body::Region;
use crate::session::{Goal, Position, Session, Setting, Technique, Tool, steps_in};
use crate::timeline::{bounds, written_millis};

/// What the library shows of a session without playing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name it is played by.
    pub id: String,
    /// The title people read.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// How long it lasts as written, in milliseconds.
    pub millis: u64,
    /// The shortest it can be, in milliseconds.
    pub shortest: u64,
    /// The longest it can be, in milliseconds.
    pub longest: u64,
    /// Where it suits.
    pub settings: Vec<Setting>,
    /// What it is meant to help with.
    pub goals: Vec<Goal>,
    /// The techniques it uses.
    pub techniques: Vec<Technique>,
    /// The regions it works or attends to, from head to foot.
    pub regions: Vec<Region>,
    /// What has to be at hand.
    pub tools: Vec<Tool>,
    /// How the person sits or lies.
    pub position: Position,
    /// Language of its words.
    pub language: String,
    /// Its file; `None` for a built-in session.
    pub path: Option<PathBuf>,
}

impl Entry {
    /// The entry of a session.
    pub fn of(id: &str, path: Option<PathBuf>, session: &Session) -> Self {
        let steps = steps_in(&session.blocks);
        let mut regions: Vec<_> = steps.iter().filter_map(|step| step.region()).collect();
        let massages = steps.iter().filter_map(|step| step.massage());
        let mut techniques: Vec<_> = massages.map(|massage| massage.technique).collect();
        regions.sort_unstable();
        regions.dedup();
        techniques.sort_unstable();
        techniques.dedup();
        let (shortest, longest) = bounds(session, None);
        Self {
            id: id.to_owned(),
            title: session.title.clone(),
            summary: session.summary.clone(),
            millis: written_millis(session),
            shortest,
            longest,
            settings: session.settings.clone(),
            goals: session.goals.clone(),
            techniques,
            regions,
            tools: session.tools.clone(),
            position: session.position,
            language: session.language.clone(),
            path,
        }
    }

    /// Where it is listed: by its title, and among those of the same title by its id.
    pub(super) fn by_title(&self, other: &Self) -> Ordering {
        (&self.title, &self.id).cmp(&(&other.title, &other.id))
    }
}
