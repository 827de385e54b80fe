//! Which way a stroke goes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which way a stroke goes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Toward the heart, as on arms and legs.
    TowardHeart,
    /// From the middle outward.
    Outward,
    /// From outside toward the middle.
    Inward,
    /// Upward.
    Up,
    /// Downward.
    Down,
    /// Back and forth along the muscle.
    Along,
    /// Back and forth across the muscle.
    Across,
    /// In circles.
    Circles,
    /// Clockwise as seen on one's own belly: up the right, across, down the left.
    Clockwise,
    /// Staying in one place.
    Still,
}

impl Direction {
    /// Every direction, in order.
    pub const ALL: [Self; 10] = [
        Self::TowardHeart,
        Self::Outward,
        Self::Inward,
        Self::Up,
        Self::Down,
        Self::Along,
        Self::Across,
        Self::Circles,
        Self::Clockwise,
        Self::Still,
    ];

    /// The id used in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::TowardHeart => "toward-heart",
            Self::Outward => "outward",
            Self::Inward => "inward",
            Self::Up => "up",
            Self::Down => "down",
            Self::Along => "along",
            Self::Across => "across",
            Self::Circles => "circles",
            Self::Clockwise => "clockwise",
            Self::Still => "still",
        }
    }

    /// The name people read.
    pub fn name(self) -> &'static str {
        match self {
            Self::TowardHeart => "toward the heart",
            Self::Outward => "outward",
            Self::Inward => "inward",
            Self::Up => "upward",
            Self::Down => "downward",
            Self::Along => "along the muscle",
            Self::Across => "across the muscle",
            Self::Circles => "in circles",
            Self::Clockwise => "up your right, down your left",
            Self::Still => "staying in place",
        }
    }

    /// The direction that goes the same way back, where there is one.
    pub fn reversed(self) -> Option<Self> {
        match self {
            Self::Outward => Some(Self::Inward),
            Self::Inward => Some(Self::Outward),
            Self::Up => Some(Self::Down),
            Self::Down => Some(Self::Up),
            _ => None,
        }
    }

    /// Whether the hand goes there and back without lifting, rather than one way again and again.
    pub fn goes_back_and_forth(self) -> bool {
        matches!(self, Self::Along | Self::Across)
    }
}
