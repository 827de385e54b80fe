//! Where muscle groups lie.

use super::*;
use crate::body::MuscleGroup;

#[test]
fn every_muscle_group_is_seen_whole_on_its_picture() {
    for muscles in MuscleGroup::ALL {
        let plate = Plate::of(muscles.view()).expect("the drawing is laid out right");
        let name = muscles.name();
        for region in muscles.regions() {
            assert!(plate.places_of(*region, None).next().is_some(), "{name}: {region:?}");
        }
        for drawn in muscles.drawn() {
            assert!(plate.muscles.iter().any(|area| area.place == *drawn), "{name}: {drawn:?}");
        }
        let frame = plate.frame_of(muscles, None).unwrap_or_else(|| panic!("{name}"));
        for bounds in plate.shapes_of(muscles, None).map(Shape::bounds) {
            let inside = frame.contains(bounds.from) && frame.contains(bounds.to);
            assert!(inside, "{name}: {bounds:?} in {frame:?}");
        }
    }
}

#[test]
fn a_group_of_one_side_lies_on_that_side() {
    use MuscleGroup::{Arm, Calf, Foot, HandAndForearm, Leg, Thigh, UpperArm};
    for muscles in [HandAndForearm, UpperArm, Arm, Thigh, Calf, Foot, Leg] {
        let plate = Plate::of(muscles.view()).expect("the drawing is laid out right");
        for side in [Side::Left, Side::Right] {
            for shape in plate.shapes_of(muscles, Some(side)) {
                let is_left = shape.bounds().middle().x < plate.middle();
                assert_eq!(is_left, side == Side::Left, "{} {side:?}", muscles.name());
            }
        }
    }
}

#[test]
fn muscles_that_are_drawn_lie_on_the_body() {
    for plate in plates() {
        for area in &plate.muscles {
            let on_the_body = |point| plate.silhouette.iter().any(|part| part.contains(point));
            let beside: Vec<_> =
                area.shape.edges().map(|(from, _)| from).filter(|it| !on_the_body(*it)).collect();
            assert_eq!(beside, [], "{:?}", area.place);
        }
    }
}
