//! The two sides of a figure: the one at work, which is drawn at the left, and the other.

/// An arm and a leg: those of the side at work, or the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// The side at work; where there is none, the left.
    AtWork,
    /// The other side.
    Other,
}

impl Half {
    /// Both.
    pub const ALL: [Self; 2] = [Self::AtWork, Self::Other];

    /// 1 to the left, where the side at work is drawn, and -1 to the right.
    pub(crate) fn leftward(self) -> f32 {
        match self {
            Self::AtWork => 1.0,
            Self::Other => -1.0,
        }
    }

    /// The opposite one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::AtWork => Self::Other,
            Self::Other => Self::AtWork,
        }
    }
}
