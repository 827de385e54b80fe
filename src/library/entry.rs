//! What the library shows of a session without playing it.

use std::cmp::Ordering;
use std::path::PathBuf;

use crate::body::Region;
use crate::session::{
    Goal, Pattern, Position, Receiver, Session, Setting, Step, StepKind, Technique, Tool, steps_in,
};
use crate::timeline::{bounds, written_millis};

/// What a session mostly is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionKind {
    /// Hands or a tool on the body.
    Touch,
    /// Breathing to a pattern.
    Breath,
    /// Stretching and moving.
    Stretch,
    /// Tensing muscles and letting go.
    Tensing,
    /// Lying or sitting still, and going through the body in thought.
    Rest,
    /// A warm or a cold pack.
    Pack,
}

impl SessionKind {
    const ALL: [Self; 6] =
        [Self::Touch, Self::Breath, Self::Stretch, Self::Tensing, Self::Rest, Self::Pack];

    /// What takes most of the time of these steps. Where hands work for a third of it, it is touch:
    /// the breaths before and after belong to that.
    fn of(steps: &[&Step]) -> Self {
        let millis = |kind: Self| -> u64 {
            let of_kind = steps.iter().filter(|step| Self::of_step(step) == kind);
            of_kind.map(|step| step.written_millis()).sum()
        };
        let whole: u64 = Self::ALL.into_iter().map(millis).sum();
        if millis(Self::Touch) * 3 >= whole {
            return Self::Touch;
        }
        // The first of those that take the same time.
        Self::ALL.into_iter().rev().max_by_key(|kind| millis(*kind)).unwrap_or(Self::Rest)
    }

    fn of_step(step: &Step) -> Self {
        match &step.kind {
            StepKind::Massage(_) => Self::Touch,
            StepKind::Stretch { .. } => Self::Stretch,
            StepKind::Tense(_) => Self::Tensing,
            StepKind::Pack { .. } => Self::Pack,
            StepKind::Breathe => Self::Breath,
            StepKind::Rest | StepKind::Scan { .. } if step.pattern.is_some() => Self::Breath,
            StepKind::Rest | StepKind::Scan { .. } => Self::Rest,
        }
    }
}

/// What the library shows of a session without playing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name it is played by.
    pub id: String,
    /// The title people read.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// What it mostly is.
    pub kind: SessionKind,
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
    /// The ids of the named breathing patterns in it.
    pub patterns: Vec<&'static str>,
    /// The titles of its steps, each once.
    pub steps: Vec<String>,
    /// How the person sits or lies.
    pub position: Position,
    /// Whose body it is about.
    pub receiver: Receiver,
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
        let breathed = |id: &str| {
            let patterns = steps.iter().filter_map(|step| step.pattern.as_ref());
            patterns.into_iter().any(|pattern| pattern.id.as_deref() == Some(id))
        };
        let patterns = Pattern::all_named().iter().map(|named| named.id);
        let patterns = patterns.filter(|id| breathed(id)).collect();
        let mut titles: Vec<_> = steps.iter().map(|step| step.title.clone()).collect();
        titles.sort_unstable();
        titles.dedup();
        let (shortest, longest) = bounds(session, None);
        Self {
            id: id.to_owned(),
            title: session.title.clone(),
            summary: session.summary.clone(),
            kind: SessionKind::of(&steps),
            millis: written_millis(session),
            shortest,
            longest,
            settings: session.settings.clone(),
            goals: session.goals.clone(),
            techniques,
            regions,
            tools: session.tools.clone(),
            patterns,
            steps: titles,
            position: session.position,
            receiver: session.receiver,
            language: session.language.clone(),
            path,
        }
    }

    /// The series it is one of, such as the lessons of a course: the first word of its id.
    pub(super) fn series(&self) -> &str {
        self.id.split('-').next().unwrap_or_default()
    }

    /// Where it is listed: by its title, and among those of the same title by its id.
    pub(super) fn by_title(&self, other: &Self) -> Ordering {
        (&self.title, &self.id).cmp(&(&other.title, &other.id))
    }
}
