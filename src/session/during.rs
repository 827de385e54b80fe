//! What happens during a step: words, chimes, changes of the background sound, and a count.

/// A point in a step that stays right whatever the step's final length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Anchor {
    /// Milliseconds after the step begins.
    FromStart(u64),
    /// Milliseconds before the step ends.
    FromEnd(u64),
    /// A share of the step, in thousandths (0–1000).
    Share(u16),
}

impl Anchor {
    /// Whether it is where a step begins, however long that is.
    pub fn is_start(self) -> bool {
        matches!(self, Self::FromStart(0) | Self::Share(0))
    }

    /// Where it falls in a step of this length, both in milliseconds.
    pub fn within(self, length: u64) -> u64 {
        match self {
            Self::FromStart(after) => after,
            Self::FromEnd(before) => length.saturating_sub(before),
            Self::Share(thousandths) => length * u64::from(thousandths) / 1000,
        }
    }
}

/// Words during a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// When.
    pub at: Anchor,
    /// What is shown, if anything.
    pub show: Option<String>,
    /// What is spoken, if anything.
    pub say: Option<String>,
    /// What is spoken in its place on the second of two sides, where the author has words for that.
    pub second_side: Option<String>,
    /// What is spoken in its place from the second round of a group on, where the author has words for
    /// that.
    pub later_rounds: Option<String>,
}

impl Line {
    /// Everything that it says or shows, on either side and in every round.
    pub fn words(&self) -> impl Iterator<Item = &String> {
        [&self.show, &self.say, &self.second_side, &self.later_rounds].into_iter().flatten()
    }
}

/// A chime during a step.
#[derive(Clone, Debug, PartialEq)]
pub struct ChimeAt {
    /// When.
    pub at: Anchor,
    /// Its name.
    pub name: String,
}

/// A change of the background sound during a step.
#[derive(Clone, Debug, PartialEq)]
pub struct BedAt {
    /// When.
    pub at: Anchor,
    /// The new sound; `None` is silence.
    pub name: Option<String>,
}

/// When nothing is said or rung in a step that its author has not written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Silence {
    /// All the while.
    Whole,
    /// From one point to another.
    Between(Anchor, Anchor),
}

/// Repetitions that are counted aloud, once what the step begins with has been said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repetitions {
    /// To which number.
    pub to: u32,
    /// The time of one, in milliseconds.
    pub every: u64,
    /// What one is made of, such as up, hold and down; nothing where it is one movement. Together they
    /// take `every`.
    pub phases: Vec<RepetitionPhase>,
}

/// A part of each repetition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepetitionPhase {
    /// How long it takes, in milliseconds.
    pub millis: u64,
    /// What is spoken as it begins; in the first, after the number.
    pub say: Option<String>,
    /// What rings as it begins.
    pub chime: Option<String>,
}
