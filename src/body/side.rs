//! The person's own left and right.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A side of the body, always as the person themselves would say it.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The person's left; in doubt it goes first.
    #[default]
    Left,
    /// The person's right.
    Right,
}

impl Side {
    /// The word for this side.
    pub fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The opposite side: the hand that works, where this is the side worked on.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}
