//! The muscle groups of progressive muscle relaxation, in its sixteen, seven and four group forms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Region, View};

/// A muscle group to tense and let go. Arms and legs take their side from the step.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
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
    /// Every group.
    pub const ALL: [Self; 18] = [
        Self::HandAndForearm,
        Self::UpperArm,
        Self::Arm,
        Self::Arms,
        Self::Forehead,
        Self::EyesAndNose,
        Self::LowerFaceAndJaw,
        Self::Face,
        Self::Neck,
        Self::FaceAndNeck,
        Self::ChestShouldersUpperBack,
        Self::Abdomen,
        Self::Trunk,
        Self::Thigh,
        Self::Calf,
        Self::Foot,
        Self::Leg,
        Self::Legs,
    ];

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

    /// The id used in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::HandAndForearm => "hand-and-forearm",
            Self::UpperArm => "upper-arm",
            Self::Arm => "arm",
            Self::Arms => "arms",
            Self::Forehead => "forehead",
            Self::EyesAndNose => "eyes-and-nose",
            Self::LowerFaceAndJaw => "lower-face-and-jaw",
            Self::Face => "face",
            Self::Neck => "neck",
            Self::FaceAndNeck => "face-and-neck",
            Self::ChestShouldersUpperBack => "chest-shoulders-upper-back",
            Self::Abdomen => "abdomen",
            Self::Trunk => "trunk",
            Self::Thigh => "thigh",
            Self::Calf => "calf",
            Self::Foot => "foot",
            Self::Leg => "leg",
            Self::Legs => "legs",
        }
    }

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

    /// The picture that shows it.
    pub fn view(self) -> View {
        match self {
            Self::Neck | Self::ChestShouldersUpperBack | Self::Calf => View::Back,
            Self::Forehead
            | Self::EyesAndNose
            | Self::LowerFaceAndJaw
            | Self::Face
            | Self::FaceAndNeck => View::Face,
            Self::Foot => View::Foot,
            Self::HandAndForearm
            | Self::UpperArm
            | Self::Arm
            | Self::Arms
            | Self::Abdomen
            | Self::Trunk
            | Self::Thigh
            | Self::Leg
            | Self::Legs => View::Front,
        }
    }

    /// The regions it takes in, as far as its picture shows them.
    pub fn regions(self) -> &'static [Region] {
        use Region as R;
        match self {
            Self::HandAndForearm => &[R::Forearm, R::Hand],
            Self::UpperArm | Self::EyesAndNose | Self::LowerFaceAndJaw => &[],
            Self::Arm | Self::Arms => &[R::Shoulder, R::Forearm, R::Hand],
            Self::Forehead | Self::Face | Self::FaceAndNeck => &[R::Forehead],
            Self::Neck => &[R::SkullBase, R::NeckBack],
            Self::ChestShouldersUpperBack => &[R::Shoulder, R::UpperTrapezius, R::UpperBack],
            Self::Abdomen => &[R::Abdomen],
            Self::Trunk => &[R::Chest, R::Abdomen],
            Self::Thigh => &[R::Quadriceps, R::OuterThigh],
            Self::Calf => &[R::Calf],
            Self::Foot => &[R::Foot],
            Self::Leg | Self::Legs => &[R::Quadriceps, R::OuterThigh, R::Shin, R::Foot],
        }
    }

    /// The groups in it that no region covers and that are drawn by themselves.
    pub fn drawn(self) -> &'static [Self] {
        match self {
            Self::UpperArm | Self::Arm | Self::Arms => &[Self::UpperArm],
            Self::EyesAndNose => &[Self::EyesAndNose],
            Self::LowerFaceAndJaw => &[Self::LowerFaceAndJaw],
            Self::Face | Self::FaceAndNeck => &[Self::EyesAndNose, Self::LowerFaceAndJaw],
            _ => &[],
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
