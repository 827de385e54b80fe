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

/// Repetitions that are counted aloud, once what the step begins with has been said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repetitions {
    /// To which number.
    pub to: u32,
    /// The time of one, in milliseconds.
    pub every: u64,
}
