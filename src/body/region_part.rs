//! Where in a region a hand or tool works, where that is less than all of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Region;

/// A part of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RegionPart {
    /// The upper third of any region.
    Upper,
    /// The middle third of any region.
    Middle,
    /// The lower third of any region.
    Lower,
    /// The heel of the foot.
    Heel,
    /// The arch of the foot.
    Arch,
    /// The ball of the foot.
    BallOfFoot,
    /// The toes.
    Toes,
    /// The hollow of the palm.
    Hollow,
    /// The heel of the hand, by the wrist.
    ByTheWrist,
    /// The fingers.
    Fingers,
}

impl RegionPart {
    /// Every spot.
    pub const ALL: [Self; 10] = [
        Self::Upper,
        Self::Middle,
        Self::Lower,
        Self::Heel,
        Self::Arch,
        Self::BallOfFoot,
        Self::Toes,
        Self::Hollow,
        Self::ByTheWrist,
        Self::Fingers,
    ];

    /// The id used in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Upper => "upper",
            Self::Middle => "middle",
            Self::Lower => "lower",
            Self::Heel => "heel",
            Self::Arch => "arch",
            Self::BallOfFoot => "ball-of-foot",
            Self::Toes => "toes",
            Self::Hollow => "hollow",
            Self::ByTheWrist => "by-the-wrist",
            Self::Fingers => "fingers",
        }
    }

    /// Whether a region has it.
    pub fn is_in(self, region: Region) -> bool {
        match self {
            Self::Upper | Self::Middle | Self::Lower => {
                !matches!(region, Region::Foot | Region::Hand | Region::ThumbPad)
            }
            Self::Heel | Self::Arch | Self::BallOfFoot | Self::Toes => region == Region::Foot,
            Self::Hollow | Self::ByTheWrist | Self::Fingers => region == Region::Hand,
        }
    }

    /// Those of a region.
    pub fn of(region: Region) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |spot| spot.is_in(region))
    }
}
