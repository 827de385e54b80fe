//! How long a place is worked, on one side and in one session.

use super::Region;

impl Region {
    /// The most time that hands or a tool spend here on one side in one session, in milliseconds.
    ///
    /// By convention, on the gentle side; no trial has compared doses of self-massage. Longer is not
    /// better, and pressing the same place for many minutes leaves it sore.
    pub fn dose_cap(self) -> u64 {
        let seconds = match self {
            Self::Forehead
            | Self::Temples
            | Self::NeckBack
            | Self::Chest
            | Self::OuterThigh
            | Self::Shin => 60,
            Self::SkullBase
            | Self::UpperTrapezius
            | Self::Shoulder
            | Self::LowBack
            | Self::Forearm
            | Self::Hand
            | Self::ThumbPad => 90,
            Self::Scalp
            | Self::Jaw
            | Self::Glutes
            | Self::Quadriceps
            | Self::Hamstrings
            | Self::Calf
            | Self::Foot => 120,
            Self::UpperBack => 180,
            Self::Abdomen => 240,
        };
        seconds * 1_000
    }
}
