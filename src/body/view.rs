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

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Back => "back",
            Self::Face => "face",
            Self::Head => "head",
            Self::Hand => "hands",
            Self::Foot => "feet",
        }
    }

    /// How wide and high the picture is, in millimetres.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::Front | Self::Back => (900.0, 1760.0),
            Self::Face => (320.0, 340.0),
            Self::Head => (640.0, 360.0),
            Self::Hand => (520.0, 300.0),
            Self::Foot => (320.0, 300.0),
        }
    }

    /// Whether a region is seen on the picture, even if another shows it better.
    pub fn shows(self, region: Region) -> bool {
        use Region::{Foot, Forearm, Forehead, Hand, Jaw, Scalp, Shoulder, Temples, ThumbPad};
        let also: &[Region] = match self {
            Self::Front => &[Scalp, Forehead, Temples, Jaw, Hand, ThumbPad, Foot],
            Self::Back => &[Scalp, Shoulder, Forearm, Hand, Foot],
            _ => &[],
        };
        Self::of(region) == self || also.contains(&region)
    }

    /// The fewest pictures on which some regions are all seen: a close one where all lie on it,
    /// otherwise the front, the back or both.
    pub fn showing(regions: &[Region]) -> Vec<Self> {
        let all_on = |view: &Self| regions.iter().all(|region| view.shows(*region));
        if regions.is_empty() {
            return Vec::new();
        }
        let close = [Self::Face, Self::Head, Self::Hand, Self::Foot].into_iter().find(all_on);
        if let Some(view) = close {
            return vec![view];
        }
        // Where either would do, the one that shows more of it best.
        let best = |view: Self| regions.iter().filter(|region| Self::of(**region) == view).count();
        let mut whole = [Self::Front, Self::Back];
        whole.sort_by_key(|view| std::cmp::Reverse(best(*view)));
        match whole.into_iter().find(all_on) {
            Some(view) => vec![view],
            None => vec![Self::Front, Self::Back],
        }
    }
}
