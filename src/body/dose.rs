//! How long a place is worked, on one side and in one session.

use super::Region;

impl Region {
    /// The most time that hands or a tool spend here on one side in one session, in milliseconds.
    ///
    /// By convention, on the gentle side; longer is not better, and pressing the same place for many
    /// minutes leaves it sore. Where each spot has a time of its own, this is their sum: two on the low
    /// back and the glutes, three on the upper back. For the hand it is the self-massage that people
    /// with carpal tunnel syndrome were taught beside a splint (Madenci 2012): half a minute of
    /// gliding, a minute of friction, half a minute each of kneading, shaking and gliding, with the
    /// thumb pad in it.
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
            | Self::Forearm => 90,
            Self::Scalp
            | Self::Jaw
            | Self::Glutes
            | Self::Quadriceps
            | Self::Hamstrings
            | Self::Calf
            | Self::Foot => 120,
            Self::UpperBack | Self::Hand | Self::ThumbPad => 180,
            Self::Abdomen => 600,
        };
        seconds * 1_000
    }

    /// The region whose dose this one shares: the thumb pad that of its hand, any other its own.
    #[must_use]
    pub fn dose_region(self) -> Self {
        match self {
            Self::ThumbPad => Self::Hand,
            other => other,
        }
    }
}
