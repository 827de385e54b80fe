//! The muscle groups of progressive muscle relaxation, in its sixteen, seven and four group forms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A muscle group to tense and let go. Arms and legs take their side from the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MuscleGroup {
    /// Hand and forearm.
    HandAndForearm,
    /// Upper arm.
    UpperArm,
    /// One whole arm.
    Arm,
    /// Both arms.
    Arms,
    /// Forehead.
    Forehead,
    /// Eyes and nose.
    EyesAndNose,
    /// Lower face and jaw.
    LowerFaceAndJaw,
    /// The whole face.
    Face,
    /// Neck.
    Neck,
    /// Face and neck.
    FaceAndNeck,
    /// Chest, shoulders and upper back.
    ChestShouldersUpperBack,
    /// Abdomen.
    Abdomen,
    /// The whole trunk.
    Trunk,
    /// Thigh.
    Thigh,
    /// Calf. Tensed 5 s at most, since calves cramp.
    Calf,
    /// Foot. Tensed 5 s at most, since feet cramp.
    Foot,
    /// One whole leg.
    Leg,
    /// Both legs.
    Legs,
}

impl MuscleGroup {
    /// The sixteen groups, those of arm and leg once for both sides.
    pub const SIXTEEN: [Self; 11] = [
        Self::HandAndForearm,
        Self::UpperArm,
        Self::Forehead,
        Self::EyesAndNose,
        Self::LowerFaceAndJaw,
        Self::Neck,
        Self::ChestShouldersUpperBack,
        Self::Abdomen,
        Self::Thigh,
        Self::Calf,
        Self::Foot,
    ];

    /// The seven groups, those of arm and leg once for both sides.
    pub const SEVEN: [Self; 5] = [Self::Arm, Self::Face, Self::Neck, Self::Trunk, Self::Leg];

    /// The four groups.
    pub const FOUR: [Self; 4] = [Self::Arms, Self::FaceAndNeck, Self::Trunk, Self::Legs];

    /// The name people read.
    pub fn name(self) -> &'static str {
        match self {
            Self::HandAndForearm => "hand and forearm",
            Self::UpperArm => "upper arm",
            Self::Arm => "arm",
            Self::Arms => "both arms",
            Self::Forehead => "forehead",
            Self::EyesAndNose => "eyes and nose",
            Self::LowerFaceAndJaw => "lower face and jaw",
            Self::Face => "face",
            Self::Neck => "neck",
            Self::FaceAndNeck => "face and neck",
            Self::ChestShouldersUpperBack => "chest, shoulders and upper back",
            Self::Abdomen => "belly",
            Self::Trunk => "trunk",
            Self::Thigh => "thigh",
            Self::Calf => "calf",
            Self::Foot => "foot",
            Self::Leg => "leg",
            Self::Legs => "both legs",
        }
    }

    /// The longest this group is tensed, in milliseconds: 7 s, and 5 s where muscles cramp.
    pub fn longest_tense_millis(self) -> u64 {
        match self {
            Self::Calf | Self::Foot | Self::Leg | Self::Legs => 5_000,
            _ => 7_000,
        }
    }
}
