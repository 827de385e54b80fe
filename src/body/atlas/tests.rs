//! What the atlas promises.

mod keep_off;
mod muscles;

use std::collections::BTreeSet;

use super::{Area, AtlasProblem, Plate, read};
use crate::body::{Course, Direction, KeepOff, Point, Region, RegionPart, Shape, Side, View};

/// How far apart two points that mirror each other may be, in millimetres.
const MIRRORED: f32 = 1.5;

fn plates() -> Vec<Plate> {
    View::ALL
        .into_iter()
        .map(|view| Plate::of(view).expect("the drawing is laid out right"))
        .collect()
}

fn plate_of(region: Region) -> Plate {
    Plate::of(View::of(region)).expect("the drawing is laid out right")
}

/// How far a stroke keeps clear of what is to be left alone, in millimetres.
fn clearance(view: View) -> f32 {
    match view {
        View::Front | View::Back => 4.0,
        _ => 1.5,
    }
}

#[test]
fn every_region_lies_on_its_view_and_on_no_other() {
    for plate in plates() {
        let drawn: BTreeSet<_> = plate.areas.iter().map(|area| area.place).collect();
        let wanted: BTreeSet<_> =
            Region::ALL.into_iter().filter(|region| View::of(*region) == plate.view).collect();
        assert_eq!(drawn, wanted, "{:?}", plate.view);
    }
}

#[test]
fn a_region_with_sides_is_drawn_on_both_and_one_without_only_once() {
    for region in Region::ALL {
        let plate = plate_of(region);
        let sides: Vec<_> = plate.areas_of(region, None).map(|area| area.side).collect();
        let has_sides = region.has_sides() || plate.view.is_pair();
        let both = vec![Some(Side::Left), Some(Side::Right)];
        let wanted = if has_sides { both } else { vec![None] };
        assert_eq!(sides, wanted, "{}", region.name());
    }
}

#[test]
fn the_persons_left_is_at_the_left_of_every_picture() {
    for plate in plates() {
        for area in &plate.areas {
            let middle = area.shape.bounds().middle().x;
            match area.side {
                Some(Side::Left) => assert!(middle < plate.middle(), "{:?}", area.place),
                Some(Side::Right) => assert!(middle > plate.middle(), "{:?}", area.place),
                None => assert!((middle - plate.middle()).abs() < MIRRORED, "{:?}", area.place),
            }
        }
    }
}

#[test]
fn left_and_right_are_mirror_images() {
    for plate in plates() {
        let axis = plate.middle();
        assert_mirrored(&plate.areas, axis);
        assert_mirrored(&plate.keep_off, axis);
        assert_mirrored(&plate.muscles, axis);
        for region in Region::ALL.into_iter().filter(|region| View::of(*region) == plate.view) {
            for direction in Direction::ALL {
                let courses = |side| plate.courses(region, Some(side), direction);
                let (left, right) = (courses(Side::Left), courses(Side::Right));
                assert_eq!(left.len(), right.len(), "{} {direction:?}", region.name());
                if !region.has_sides() && !plate.view.is_pair() {
                    continue;
                }
                for (left, right) in left.iter().zip(&right) {
                    assert_same_way(&left.mirrored(axis), right, region, direction);
                }
            }
        }
    }
}

fn assert_mirrored<Place: Copy + PartialEq + std::fmt::Debug>(areas: &[Area<Place>], axis: f32) {
    for area in areas.iter().filter(|area| area.side == Some(Side::Left)) {
        let other = areas
            .iter()
            .find(|other| other.place == area.place && other.side == Some(Side::Right))
            .unwrap_or_else(|| panic!("{:?} has no right side", area.place));
        for (from, _) in area.shape.edges() {
            let far = other.shape.distance_to_edge(from.mirrored(axis));
            assert!(far < MIRRORED, "{:?} is {far} mm off its mirror image", area.place);
        }
    }
}

fn assert_same_way(one: &Course, two: &Course, region: Region, direction: Direction) {
    for share in 0..=20_u8 {
        let share = f32::from(share) / 20.0;
        let far = one.at(share).point.distance(two.at(share).point);
        assert!(far < 2.0 * MIRRORED, "{} {direction:?} is {far} mm off", region.name());
    }
}

#[test]
fn no_stroke_touches_what_is_to_be_kept_clear() {
    for (plate, region, direction, course) in every_course() {
        for step in 0..=60_u8 {
            let point = course.at(f32::from(step) / 60.0).point;
            for area in &plate.keep_off {
                let inside = area.shape.contains(point);
                let near = area.shape.distance_to_edge(point) < clearance(plate.view);
                let name = (region.name(), direction, area.place);
                assert!(!inside && !near, "{name:?} at {point:?}");
            }
        }
    }
}

#[test]
fn strokes_stay_on_the_body_and_near_their_region() {
    /// How far a glide may run past its region, in millimetres.
    const BEYOND: f32 = 45.0;
    for (plate, region, direction, course) in every_course() {
        for step in 0..=60_u8 {
            let point = course.at(f32::from(step) / 60.0).point;
            let name = (region.name(), direction, point);
            assert!(plate.silhouette.iter().any(|part| part.contains(point)), "{name:?}");
            let near = plate.areas_of(region, None).any(|area| {
                area.shape.contains(point) || area.shape.distance_to_edge(point) < BEYOND
            });
            assert!(near, "{name:?}");
        }
    }
}

#[test]
fn no_region_covers_a_place_to_keep_off() {
    for plate in plates() {
        for area in &plate.areas {
            for keep_off in &plate.keep_off {
                let middle = keep_off.shape.bounds().middle();
                let name = (area.place, keep_off.place);
                assert!(!area.shape.contains(middle), "{name:?}");
                let corners = area.shape.edges().map(|(corner, _)| corner);
                let deepest = corners
                    .filter(|corner| keep_off.shape.contains(*corner))
                    .map(|corner| keep_off.shape.distance_to_edge(corner))
                    .fold(0.0, f32::max);
                assert!(deepest < 2.0, "{name:?} overlap by {deepest} mm");
            }
        }
    }
}

#[test]
fn every_region_can_be_pressed_kneaded_and_circled() {
    for region in Region::ALL {
        let plate = plate_of(region);
        for direction in [Direction::Still, Direction::Along, Direction::Across, Direction::Circles]
        {
            let courses = plate.courses(region, Some(Side::Left), direction);
            assert!(!courses.is_empty(), "{} {direction:?}", region.name());
        }
    }
}

#[test]
fn a_circle_ends_where_it_began() {
    for (_, region, _, course) in
        every_course().into_iter().filter(|(_, _, direction, _)| *direction == Direction::Circles)
    {
        let gap = course.at(0.0).point.distance(course.at(1.0).point);
        assert!(gap < 1.0, "{}: {gap} mm", region.name());
    }
}

#[test]
fn strokes_on_limbs_go_toward_the_heart() {
    for region in [Region::Calf, Region::Shin, Region::Quadriceps, Region::Hamstrings] {
        let course = plate_of(region).courses(region, Some(Side::Left), Direction::TowardHeart);
        assert!(course[0].at(1.0).point.y < course[0].at(0.0).point.y, "{}", region.name());
    }
}

#[test]
fn the_belly_is_stroked_up_the_right_and_down_the_left() {
    let plate = plate_of(Region::Abdomen);
    let course = &plate.courses(Region::Abdomen, None, Direction::Clockwise)[0];
    let samples: Vec<_> = (0..40_u8).map(|step| course.at(f32::from(step) / 39.0).point).collect();
    let rise = |on_right: bool| -> f32 {
        samples
            .windows(2)
            .filter(|pair| (pair[0].x > plate.middle()) == on_right)
            .map(|pair| pair[0].y - pair[1].y)
            .sum()
    };
    assert!(rise(true) > 0.0, "up the right, which is at the right as in a mirror");
    assert!(rise(false) < 0.0, "down the left");
}

#[test]
fn every_region_has_a_frame_in_which_all_of_it_is_seen() {
    for region in Region::ALL {
        let plate = plate_of(region);
        for area in plate.areas_of(region, None) {
            let frame = plate.frame(region, area.side).expect("a frame");
            let bounds = area.shape.bounds();
            assert!(frame.contains(bounds.middle()), "{}", region.name());
            assert!(frame.joined(bounds).width() < frame.width() + 30.0, "{}", region.name());
        }
    }
}

#[test]
fn what_must_never_be_worked_is_drawn_somewhere() {
    let drawn: BTreeSet<_> =
        plates().into_iter().flat_map(|plate| plate.keep_off).map(|area| area.place).collect();
    assert_eq!(drawn, KeepOff::ALL.into_iter().collect());
}

#[test]
fn a_finger_on_the_map_finds_the_region_under_it() {
    for region in Region::ALL {
        let plate = plate_of(region);
        let spot = plate.courses(region, Some(Side::Left), Direction::Still)[0].at(0.0).point;
        let found = plate.place_at(spot, 0.0).map(|area| area.place);
        // A region within another is what one means where the two lie on top of each other.
        let within = (region, found) == (Region::Hand, Some(Region::ThumbPad));
        assert!(found == Some(region) || within, "{} is not {found:?}", region.name());
    }
    assert_eq!(plate_of(Region::Calf).place_at(Point::new(0.0, 0.0), 20.0), None);
}

#[test]
fn a_finger_that_comes_near_finds_the_nearest_region() {
    let plate = plate_of(Region::Calf);
    let calf = plate.areas_of(Region::Calf, Some(Side::Left)).next().expect("a calf");
    let beside = Point::new(calf.shape.bounds().from.x - 20.0, calf.shape.bounds().middle().y);
    assert_eq!(plate.place_at(beside, 5.0), None);
    assert_eq!(plate.place_at(beside, 60.0), Some(calf));
}

#[test]
fn what_another_picture_shows_better_lies_on_the_body_and_clear_of_what_to_keep_off() {
    for plate in plates() {
        assert_mirrored(&plate.also, plate.middle());
        for area in &plate.also {
            let name = (plate.view, area.place);
            assert_ne!(View::of(area.place), plate.view, "{name:?}");
            let middle = area.shape.bounds().middle();
            let on_it = plate.silhouette.iter().any(|part| part.contains(middle));
            assert!(on_it, "{name:?}");
            for keep_off in &plate.keep_off {
                assert!(!area.shape.contains(keep_off.shape.bounds().middle()), "{name:?}");
            }
        }
    }
}

#[test]
fn every_region_is_seen_on_the_whole_body() {
    let body: Vec<_> = plates().into_iter().filter(|plate| !plate.view.is_pair()).take(2).collect();
    for region in Region::ALL {
        let seen = body.iter().any(|plate| plate.places_of(region, None).next().is_some());
        assert!(seen, "{}", region.name());
    }
}

#[test]
fn a_view_knows_its_size_and_which_regions_it_shows() {
    for plate in plates() {
        assert_eq!(plate.view.size(), (plate.width, plate.height), "{:?}", plate.view);
        for region in Region::ALL {
            let drawn = plate.places_of(region, None).next().is_some();
            assert_eq!(plate.view.shows(region), drawn, "{:?} {}", plate.view, region.name());
        }
    }
}

#[test]
fn the_pictures_chosen_for_some_regions_show_all_of_them_and_are_no_more_than_two() {
    use Region::{Calf, Chest, Foot, Forehead, Hand, Jaw, NeckBack, Scalp, Temples, ThumbPad};
    for one in Region::ALL {
        for two in Region::ALL {
            let views = View::showing(&[one, two]);
            let seen = |region| views.iter().any(|view| view.shows(region));
            assert!(seen(one) && seen(two), "{} and {}: {views:?}", one.name(), two.name());
            assert!(views.len() <= 2, "{views:?}");
        }
    }
    let cases: [(&[Region], &[View]); 7] = [
        (&[], &[]),
        (&[Jaw, Temples, Forehead], &[View::Face]),
        (&[Hand, ThumbPad], &[View::Hand]),
        (&[Foot, Calf], &[View::Back]),
        (&[Scalp, NeckBack], &[View::Back]),
        (&[Jaw, NeckBack], &[View::Front, View::Back]),
        (&[Chest, Foot, Hand], &[View::Front]),
    ];
    for (regions, views) in cases {
        assert_eq!(View::showing(regions), views, "{regions:?}");
    }
    assert_eq!(View::showing(&Region::ALL), [View::Front, View::Back]);
}

fn every_course() -> Vec<(Plate, Region, Direction, Course)> {
    let mut found = Vec::new();
    for region in Region::ALL {
        let plate = plate_of(region);
        for direction in Direction::ALL {
            for course in plate.courses(region, None, direction) {
                found.push((plate.clone(), region, direction, course));
            }
        }
    }
    found
}

#[test]
fn a_fault_in_a_drawing_names_the_element_and_says_what_would_be_right() {
    let said = |inside: &str| {
        let text =
            format!("<svg viewBox='0 0 10 10' xmlns='http://www.w3.org/2000/svg'>\n{inside}</svg>");
        read::plate(View::Front, "front.svg", &text).expect_err("a fault").to_string()
    };
    assert_eq!(
        said("<g id='regions'><path id='elbow-left' d='M0 0L1 1'/></g>"),
        "front.svg:2: elbow-left: `elbow` is no place of the body"
    );
    assert_eq!(
        said("<g id='strokes'><path id='calf-left.sideways' d='M0 0L1 1'/></g>"),
        "front.svg:2: calf-left.sideways: `sideways` is no direction"
    );
    assert_eq!(
        said("<g id='regions'><path d='M0 0L1 1'/></g>"),
        "front.svg:2: path: it needs an id"
    );
    assert_eq!(
        said("<g id='regions'><path id='calf-left' d='M0 0L'/></g>"),
        "front.svg:2: calf-left: its `d`: Unexpected EOF"
    );
    assert_eq!(
        said("<g id='silhouette'><text>no</text></g>"),
        "front.svg:2: text: `text` is not read: draw a path"
    );
    assert_eq!(
        said("<g id='colours'/>"),
        "front.svg:2: colours: a group is one of silhouette, relief, regions, also, muscles, keep-off, spots, strokes, frames"
    );
    let broken = read::plate(View::Front, "front.svg", "<svg").expect_err("a fault");
    assert!(matches!(broken, AtlasProblem { line: 1, .. }), "{broken}");
}

#[test]
fn every_spot_that_a_region_has_lies_on_both_sides_of_its_picture() {
    for region in Region::ALL {
        let plate = Plate::of(View::of(region)).expect("the drawing is right");
        for spot in RegionPart::of(region) {
            let mut sides: Vec<_> = vec![None];
            if region.has_sides() {
                sides.extend([Some(Side::Left), Some(Side::Right)]);
            }
            for side in sides {
                let spots = plate.spots_of(region, side, spot);
                assert!(!spots.is_empty(), "{} of {region:?} on {side:?}", spot.id());
                let seen = plate.frame(region, side).expect("a frame");
                assert!(spots.iter().any(|shape| seen.meets(&shape.bounds())), "{}", spot.id());
            }
        }
    }
}

#[test]
fn a_stroke_in_a_spot_stays_in_it() {
    let plate = Plate::of(View::Foot).expect("the drawing is right");
    for spot in RegionPart::of(Region::Foot) {
        let shape = plate.spots_of(Region::Foot, Some(Side::Left), spot).remove(0);
        for direction in [Direction::Along, Direction::Across, Direction::Still] {
            let courses = plate.courses_in(Region::Foot, Some(Side::Left), Some(spot), direction);
            assert!(!courses.is_empty(), "{direction:?}");
            for point in courses.iter().flat_map(Course::points) {
                assert!(shape.bounds().contains(*point), "{} {direction:?}", spot.id());
            }
        }
    }
}
