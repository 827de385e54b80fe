//! What a session file may name beyond itself: moves, chimes and background sounds.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::draft::{Kind, StepDraft};
use super::parse_move;
use crate::body::{MuscleGroup, Region};
use crate::problem::Problem;
use crate::session::{Position, Step, Tool};
use crate::shipped_sounds::{shipped_bed_names, shipped_chime_names};

/// A move: one unit of touch or motion that sessions use by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The name sessions use: its file's name without the ending.
    pub name: String,
    /// The title people read.
    pub title: String,
    /// Where its doses and claims come from.
    pub sources: Vec<String>,
    /// How the person sits or lies.
    pub position: Position,
    /// What has to be at hand beside the hands and what its step works with.
    pub tools: Vec<Tool>,
    pub(crate) step: StepDraft,
    /// The step as it is without anything from a session, unless it leaves something open.
    pub(crate) whole: Option<Step>,
}

impl Move {
    /// The region the move works, if it names one.
    pub fn region(&self) -> Option<Region> {
        self.step.region.value().copied()
    }

    /// The step as it is without anything from a session; `None` where it leaves something open.
    pub fn whole_step(&self) -> Option<&Step> {
        self.whole.as_ref()
    }

    /// The muscles the move tenses, if it tenses some.
    pub fn muscles(&self) -> Option<MuscleGroup> {
        self.step.muscles.value().copied()
    }

    pub(crate) fn kind(&self) -> Option<Kind> {
        self.step.kind.value().copied()
    }
}

/// A move file that is read when a session first names it: a session names a few of many, and
/// reading them all would be felt when the program starts. Copies of the known names share it.
#[derive(Debug, PartialEq)]
struct WrittenMove {
    file: String,
    text: Cow<'static, str>,
    read: OnceLock<Option<Box<Move>>>,
}

/// What a session file may name beyond itself.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownNames {
    moves: BTreeMap<String, Arc<WrittenMove>>,
    chimes: BTreeSet<Cow<'static, str>>,
    beds: BTreeSet<Cow<'static, str>>,
}

/// The shipped chimes and background sounds, and no moves.
impl Default for KnownNames {
    fn default() -> Self {
        let known = |names: Vec<&'static str>| names.into_iter().map(Cow::Borrowed).collect();
        let (chimes, beds) = (known(shipped_chime_names()), known(shipped_bed_names()));
        Self { moves: BTreeMap::new(), chimes, beds }
    }
}

impl KnownNames {
    /// The same known names with one more move file, in place of one of the same name. It is read when a
    /// session first names it.
    #[must_use]
    pub fn with_move(
        mut self,
        name: impl Into<String>,
        file: impl Into<String>,
        text: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (file, text) = (file.into(), text.into());
        let written = WrittenMove { file, text, read: OnceLock::new() };
        self.moves.insert(name.into(), Arc::new(written));
        self
    }

    /// The same known names, and no move read yet: what was read is given back with the last copy of
    /// these.
    #[must_use]
    pub fn unread(&self) -> Self {
        self.moves.iter().fold(self.clone(), |known_names, (name, written)| {
            known_names.with_move(name, &written.file, written.text.clone())
        })
    }

    /// The same known names with one more chime.
    #[must_use]
    pub fn with_chime(mut self, name: impl Into<String>) -> Self {
        self.chimes.insert(Cow::Owned(name.into()));
        self
    }

    /// The same known names with one more background sound.
    #[must_use]
    pub fn with_bed(mut self, name: impl Into<String>) -> Self {
        self.beds.insert(Cow::Owned(name.into()));
        self
    }

    /// The move of this name; `None` where there is none, or its file is not valid.
    pub fn find_move(&self, name: &str) -> Option<&Move> {
        let written = self.moves.get(name)?;
        let read = || parse_move(&written.file, name, &written.text).0.map(Box::new);
        written.read.get_or_init(read).as_deref()
    }

    /// The names of the moves, valid or not.
    pub fn move_names(&self) -> impl Iterator<Item = &str> + Clone {
        self.moves.keys().map(String::as_str)
    }

    /// Every problem in the move files.
    pub fn move_problems(&self) -> Vec<Problem> {
        let problems = |(name, written): (&String, &Arc<WrittenMove>)| {
            parse_move(&written.file, name, &written.text).1
        };
        self.moves.iter().flat_map(problems).collect()
    }

    /// The names of the chimes.
    pub fn chimes(&self) -> &BTreeSet<Cow<'static, str>> {
        &self.chimes
    }

    /// The names of the background sounds.
    pub fn beds(&self) -> &BTreeSet<Cow<'static, str>> {
        &self.beds
    }
}
