//! The two sides of the coin of a day.

/// What the coin says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoinSide {
    /// A session.
    Session,
    /// Quiet rest.
    Rest,
}

impl CoinSide {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Session, Self::Rest];

    /// The word it is kept as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Rest => "rest",
        }
    }

    /// The side that is kept as this word.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.word() == word)
    }
}
