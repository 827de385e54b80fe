//! The regions a session may work, each with the hardest pressure it should meet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A region of the body that may be worked.
///
/// The front and side of the neck, the spine, the back of the knee, the inner elbow, the armpit and
/// the groin are left out on purpose: no session can name them.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The scalp.
    Scalp,
    /// The forehead.
    Forehead,
    /// The temples.
    Temples,
    /// The muscle that closes the jaw, in front of the ear (masseter).
    Jaw,
    /// The base of the skull (suboccipitals).
    SkullBase,
    /// The back of the neck, beside the spine and behind the line of the ear.
    NeckBack,
    /// The top of the shoulder, between neck and shoulder (upper trapezius).
    UpperTrapezius,
    /// The rounded muscle over the shoulder joint (deltoid).
    Shoulder,
    /// The chest muscle below the collarbone (pectorals).
    Chest,
    /// Between spine and shoulder blade.
    UpperBack,
    /// The muscle beside the spine, between ribs and hip.
    LowBack,
    /// The belly.
    Abdomen,
    /// From wrist to elbow.
    Forearm,
    /// The palm and the fingers.
    Hand,
    /// The thumb pad (thenar muscles).
    ThumbPad,
    /// The buttock and outer hip.
    Glutes,
    /// The front of the thigh.
    Quadriceps,
    /// The muscle before and behind the outer thigh.
    OuterThigh,
    /// The back of the thigh.
    Hamstrings,
    /// The calf.
    Calf,
    /// The muscle outside the shinbone.
    Shin,
    /// The sole and arch of the foot.
    Foot,
}

impl Region {
    /// Every region, from head to foot.
    pub const ALL: [Self; 22] = [
        Self::Scalp,
        Self::Forehead,
        Self::Temples,
        Self::Jaw,
        Self::SkullBase,
        Self::NeckBack,
        Self::UpperTrapezius,
        Self::Shoulder,
        Self::Chest,
        Self::UpperBack,
        Self::LowBack,
        Self::Abdomen,
        Self::Forearm,
        Self::Hand,
        Self::ThumbPad,
        Self::Glutes,
        Self::Quadriceps,
        Self::OuterThigh,
        Self::Hamstrings,
        Self::Calf,
        Self::Shin,
        Self::Foot,
    ];

    /// The id used in files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Scalp => "scalp",
            Self::Forehead => "forehead",
            Self::Temples => "temples",
            Self::Jaw => "jaw",
            Self::SkullBase => "skull-base",
            Self::NeckBack => "neck-back",
            Self::UpperTrapezius => "upper-trapezius",
            Self::Shoulder => "shoulder",
            Self::Chest => "chest",
            Self::UpperBack => "upper-back",
            Self::LowBack => "low-back",
            Self::Abdomen => "abdomen",
            Self::Forearm => "forearm",
            Self::Hand => "hand",
            Self::ThumbPad => "thumb-pad",
            Self::Glutes => "glutes",
            Self::Quadriceps => "quadriceps",
            Self::OuterThigh => "outer-thigh",
            Self::Hamstrings => "hamstrings",
            Self::Calf => "calf",
            Self::Shin => "shin",
            Self::Foot => "foot",
        }
    }

    /// The name people read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scalp => "scalp",
            Self::Forehead => "forehead",
            Self::Temples => "temples",
            Self::Jaw => "jaw",
            Self::SkullBase => "base of the skull",
            Self::NeckBack => "back of the neck",
            Self::UpperTrapezius => "top of the shoulder",
            Self::Shoulder => "shoulder",
            Self::Chest => "chest",
            Self::UpperBack => "upper back",
            Self::LowBack => "low back",
            Self::Abdomen => "belly",
            Self::Forearm => "forearm",
            Self::Hand => "hand",
            Self::ThumbPad => "thumb pad",
            Self::Glutes => "buttock and hip",
            Self::Quadriceps => "front of the thigh",
            Self::OuterThigh => "outer thigh",
            Self::Hamstrings => "back of the thigh",
            Self::Calf => "calf",
            Self::Shin => "shin",
            Self::Foot => "foot",
        }
    }

    /// Whether the region lies on a left and a right side that can be worked one after the other.
    pub fn has_sides(self) -> bool {
        !matches!(self, Self::Scalp | Self::Forehead | Self::Abdomen)
    }

    /// Whether the hand of the other side has to do the work: a person cannot knead a shoulder with the
    /// hand at the end of it.
    pub fn is_worked_by_the_other_hand(self) -> bool {
        matches!(
            self,
            Self::UpperTrapezius
                | Self::Shoulder
                | Self::Chest
                | Self::Forearm
                | Self::Hand
                | Self::ThumbPad
        )
    }

    /// The hardest pressure a step may ask for here, 0–10 of discomfort.
    ///
    /// These are conventions on the gentle side, not trial results; harder rolling gained no more
    /// range of motion where it was measured (Grabow 2018, JSCR 32:3059).
    pub fn pressure_cap(self) -> u8 {
        match self {
            Self::Forehead | Self::Temples | Self::Abdomen => 2,
            Self::Scalp | Self::Jaw | Self::SkullBase | Self::NeckBack => 3,
            Self::Chest
            | Self::LowBack
            | Self::Hand
            | Self::ThumbPad
            | Self::OuterThigh
            | Self::Calf
            | Self::Shin => 4,
            Self::UpperTrapezius
            | Self::Shoulder
            | Self::UpperBack
            | Self::Forearm
            | Self::Glutes
            | Self::Quadriceps
            | Self::Hamstrings
            | Self::Foot => 5,
        }
    }
}
