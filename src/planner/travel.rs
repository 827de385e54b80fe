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

/// Regions that lie side by side, each pair once.
const SIDE_BY_SIDE: [(Region, Region); 25] = [
    (Region::Scalp, Region::Forehead),
    (Region::Scalp, Region::Temples),
    (Region::Scalp, Region::SkullBase),
    (Region::Forehead, Region::Temples),
    (Region::Temples, Region::Jaw),
    (Region::SkullBase, Region::NeckBack),
    (Region::NeckBack, Region::UpperTrapezius),
    (Region::UpperTrapezius, Region::Shoulder),
    (Region::UpperTrapezius, Region::UpperBack),
    (Region::Shoulder, Region::Chest),
    (Region::Shoulder, Region::UpperBack),
    (Region::Shoulder, Region::Forearm),
    (Region::Forearm, Region::Hand),
    (Region::Hand, Region::ThumbPad),
    (Region::UpperBack, Region::LowBack),
    (Region::Chest, Region::Abdomen),
    (Region::LowBack, Region::Glutes),
    (Region::Glutes, Region::Hamstrings),
    (Region::Glutes, Region::OuterThigh),
    (Region::OuterThigh, Region::Quadriceps),
    (Region::OuterThigh, Region::Hamstrings),
    (Region::Quadriceps, Region::Shin),
    (Region::Hamstrings, Region::Calf),
    (Region::Calf, Region::Foot),
    (Region::Shin, Region::Foot),
];

/// From one region to another over those that lie side by side: 0 for the same, 1 for a neighbour.
pub(super) fn distance(from: Region, to: Region) -> usize {
    let mut reached = vec![from];
    for steps in 0..TRAVEL.len() {
        if reached.contains(&to) {
            return steps;
        }
        let pairs = SIDE_BY_SIDE.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
        let next: Vec<Region> = pairs
            .filter(|(one, other)| reached.contains(one) && !reached.contains(other))
            .map(|(_, other)| *other)
            .collect();
        reached.extend(next);
    }
    TRAVEL.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_can_be_reached_from_every_other_over_its_neighbours() {
        for from in Region::ALL {
            for to in Region::ALL {
                assert!(distance(from, to) < TRAVEL.len(), "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn the_low_back_lies_nearer_to_the_buttocks_than_to_the_hands() {
        assert_eq!(distance(Region::LowBack, Region::LowBack), 0);
        assert_eq!(distance(Region::LowBack, Region::Glutes), 1);
        assert!(distance(Region::LowBack, Region::Hand) > 3);
    }
}
