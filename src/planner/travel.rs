//! The order in which a plan travels over the body.

use crate::body::Region;

/// The order in which a plan travels over the body: what lies side by side comes one after another.
pub(super) const TRAVEL: [Region; 22] = [
    Region::Scalp,
    Region::Forehead,
    Region::Temples,
    Region::Jaw,
    Region::SkullBase,
    Region::NeckBack,
    Region::UpperTrapezius,
    Region::Shoulder,
    Region::Chest,
    Region::UpperBack,
    Region::Forearm,
    Region::Hand,
    Region::ThumbPad,
    Region::LowBack,
    Region::Abdomen,
    Region::Glutes,
    Region::Quadriceps,
    Region::OuterThigh,
    Region::Hamstrings,
    Region::Calf,
    Region::Shin,
    Region::Foot,
];

/// Where a region comes on that way.
pub(super) fn station(region: Region) -> usize {
    TRAVEL.iter().position(|other| *other == region).unwrap_or(TRAVEL.len())
}
