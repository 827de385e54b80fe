//! How long a place is worked, on one side and in one session.
//!
//! By convention, on the gentle side; no trial has compared doses of self-massage. Longer is not
//! better, and pressing the same place for many minutes leaves it sore.

use crate::body::Region;

/// The most time that hands or a tool spend on a region, on one side, in milliseconds.
pub(super) fn most_millis(region: Region) -> u64 {
    let seconds = match region {
        Region::Forehead
        | Region::Temples
        | Region::NeckBack
        | Region::Chest
        | Region::OuterThigh
        | Region::Shin => 60,
        Region::SkullBase
        | Region::UpperTrapezius
        | Region::Shoulder
        | Region::LowBack
        | Region::Forearm
        | Region::Hand
        | Region::ThumbPad => 90,
        Region::Scalp
        | Region::Jaw
        | Region::Glutes
        | Region::Quadriceps
        | Region::Hamstrings
        | Region::Calf
        | Region::Foot => 120,
        Region::UpperBack => 180,
        Region::Abdomen => 240,
    };
    seconds * 1_000
}

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
