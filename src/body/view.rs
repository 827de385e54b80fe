//! The views of the body: which picture shows a region best.

use super::Region;

/// One picture of the body. The person's left is always at the left, as in a mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The whole body from the front, as one sees oneself in a mirror.
    Front,
    /// The whole body from behind.
    Back,
    /// The face.
    Face,
    /// The head from both sides.
    Head,
    /// Both palms, as one looks at one's own.
    Hand,
    /// Both soles.
    Foot,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 6] =
        [Self::Front, Self::Back, Self::Face, Self::Head, Self::Hand, Self::Foot];

    /// The view a region is drawn on.
    pub fn of(region: Region) -> Self {
        match region {
            Region::Scalp => Self::Head,
            Region::Forehead | Region::Temples | Region::Jaw => Self::Face,
            Region::SkullBase
            | Region::NeckBack
            | Region::UpperTrapezius
            | Region::UpperBack
            | Region::LowBack
            | Region::Glutes
            | Region::Hamstrings
            | Region::Calf => Self::Back,
            Region::Shoulder
            | Region::Chest
            | Region::Abdomen
            | Region::Forearm
            | Region::Quadriceps
            | Region::OuterThigh
            | Region::Shin => Self::Front,
            Region::Hand | Region::ThumbPad => Self::Hand,
            Region::Foot => Self::Foot,
        }
    }

    /// Whether the picture shows a left and a right part side by side, rather than one body.
    pub fn is_pair(self) -> bool {
        matches!(self, Self::Head | Self::Hand | Self::Foot)
    }
}
