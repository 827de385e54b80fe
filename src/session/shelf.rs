//! What a session file may name beyond itself: moves, chimes and background sounds.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Kind, StepDraft};
use super::words::Position;
use crate::body::Region;

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
    pub(crate) step: StepDraft,
}

impl Move {
    /// The region the move works, if it names one.
    pub fn region(&self) -> Option<Region> {
        self.step.region.value().copied()
    }

    pub(crate) fn kind(&self) -> Option<Kind> {
        self.step.kind.value().copied()
    }
}

/// What a session file may name beyond itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    moves: BTreeMap<String, Move>,
    chimes: BTreeSet<String>,
    beds: BTreeSet<String>,
}

const CHIMES: [&str; 7] = [
    "start",
    "next",
    "switch",
    "halfway",
    "end",
    "bowl",
    "wood-block",
];

const BEDS: [&str; 10] = [
    "ocean",
    "rain",
    "stream",
    "wind",
    "fire",
    "night",
    "brown-noise",
    "pink-noise",
    "bowl-drone",
    "warm-pad",
];

/// The standard chimes and background sounds, and no moves.
impl Default for Shelf {
    fn default() -> Self {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            moves: BTreeMap::new(),
            chimes: owned(&CHIMES),
            beds: owned(&BEDS),
        }
    }
}

impl Shelf {
    /// The same shelf with one more move; it replaces a move of the same name.
    #[must_use]
    pub fn with_move(mut self, added: Move) -> Self {
        self.moves.insert(added.name.clone(), added);
        self
    }

    /// The same shelf with one more chime.
    #[must_use]
    pub fn with_chime(mut self, name: impl Into<String>) -> Self {
        self.chimes.insert(name.into());
        self
    }

    /// The same shelf with one more background sound.
    #[must_use]
    pub fn with_bed(mut self, name: impl Into<String>) -> Self {
        self.beds.insert(name.into());
        self
    }

    /// The moves by name.
    pub fn moves(&self) -> &BTreeMap<String, Move> {
        &self.moves
    }

    /// The names of the chimes.
    pub fn chimes(&self) -> &BTreeSet<String> {
        &self.chimes
    }

    /// The names of the background sounds.
    pub fn beds(&self) -> &BTreeSet<String> {
        &self.beds
    }
}
