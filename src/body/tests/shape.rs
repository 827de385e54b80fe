//! What points, rectangles, areas and courses promise, to the edge.

use std::f32::consts::{FRAC_PI_2, FRAC_PI_4, PI};

use crate::body::{Bounds, Course, Point, Shape};

const fn at(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

fn close(one: f32, two: f32) -> bool {
    (one - two).abs() < 1e-5
}

fn bounds(from: (f32, f32), to: (f32, f32)) -> Bounds {
    Bounds { from: at(from.0, from.1), to: at(to.0, to.1) }
}

/// A square of 10 with a square hole of 4 in it.
fn frame() -> Shape {
    let square = |from: f32, to: f32| vec![at(from, from), at(to, from), at(to, to), at(from, to)];
    Shape::new(vec![square(0.0, 10.0), square(3.0, 7.0)]).expect("it has points")
}

/// 30 to the right, then 10 down.
fn corner() -> Course {
    Course::new(vec![at(0.0, 0.0), at(30.0, 0.0), at(30.0, 10.0)]).expect("it has points")
}

#[test]
fn rectangles_meet_where_they_share_as_little_as_an_edge_or_a_corner() {
    let middle = bounds((10.0, 20.0), (30.0, 50.0));
    for (from, to, meets) in [
        ((30.0, 20.0), (40.0, 50.0), true),
        ((30.1, 20.0), (40.0, 50.0), false),
        ((0.0, 20.0), (10.0, 50.0), true),
        ((0.0, 20.0), (9.9, 50.0), false),
        ((10.0, 50.0), (30.0, 60.0), true),
        ((10.0, 50.1), (30.0, 60.0), false),
        ((10.0, 0.0), (30.0, 20.0), true),
        ((10.0, 0.0), (30.0, 19.9), false),
        ((30.0, 50.0), (40.0, 60.0), true),
        ((15.0, 30.0), (20.0, 40.0), true),
        ((0.0, 0.0), (90.0, 90.0), true),
    ] {
        let other = bounds(from, to);
        assert_eq!(middle.meets(&other), meets, "{other:?}");
        assert_eq!(other.meets(&middle), meets, "{other:?}");
    }
}

#[test]
fn a_rectangle_holds_its_edges_and_nothing_beyond() {
    let held = bounds((10.0, 20.0), (30.0, 50.0));
    for point in [at(10.0, 20.0), at(30.0, 50.0), at(10.0, 50.0), at(20.0, 30.0)] {
        assert!(held.contains(point), "{point:?}");
    }
    for point in [at(9.9, 30.0), at(30.1, 30.0), at(20.0, 19.9), at(20.0, 50.1)] {
        assert!(!held.contains(point), "{point:?}");
    }
    assert_eq!((held.width(), held.height(), held.middle()), (20.0, 30.0, at(20.0, 35.0)));
}

#[test]
fn a_rectangle_around_points_is_as_small_as_can_be() {
    let around = Bounds::around([at(3.0, 8.0), at(-2.0, 9.0), at(1.0, -4.0)]);
    assert_eq!(around, Some(bounds((-2.0, -4.0), (3.0, 9.0))));
    assert_eq!(Bounds::around([]), None);
}

#[test]
fn what_lies_in_a_hole_lies_outside() {
    let frame = frame();
    for point in [at(1.0, 5.0), at(9.0, 5.0), at(5.0, 1.0), at(5.0, 9.0), at(2.5, 2.5)] {
        assert!(frame.contains(point), "{point:?}");
    }
    for point in [at(5.0, 5.0), at(3.5, 6.5), at(-1.0, 5.0), at(11.0, 5.0), at(5.0, 11.0)] {
        assert!(!frame.contains(point), "{point:?}");
    }
    assert_eq!((frame.edges().count(), frame.bounds()), (8, bounds((0.0, 0.0), (10.0, 10.0))));
}

#[test]
fn a_slanted_side_parts_inside_from_outside() {
    let slope = vec![at(0.0, 0.0), at(8.0, 4.0), at(0.0, 4.0)];
    let slope = Shape::new(vec![slope]).expect("it has points");
    for (point, inside) in
        [(at(1.9, 1.0), true), (at(2.1, 1.0), false), (at(5.9, 3.0), true), (at(6.1, 3.0), false)]
    {
        assert_eq!(slope.contains(point), inside, "{point:?}");
    }
}

#[test]
fn the_nearest_edge_may_be_a_side_a_corner_or_that_of_a_hole() {
    for (point, far) in [
        (at(5.0, 5.0), 2.0),
        (at(1.0, 5.0), 1.0),
        (at(-3.0, 5.0), 3.0),
        (at(-3.0, -4.0), 5.0),
        (at(13.0, 14.0), 5.0),
        (at(10.0, 4.0), 0.0),
    ] {
        assert!(close(frame().distance_to_edge(point), far), "{point:?}");
    }
    let slanted = Shape::new(vec![vec![at(0.0, 0.0), at(8.0, 6.0)]]).expect("it has points");
    assert!((slanted.distance_to_edge(at(8.0, 0.0)) - 4.8).abs() < 1e-5);
    let single = Shape::new(vec![vec![at(3.0, 4.0)]]).expect("it has a point");
    assert!(close(single.distance_to_edge(at(0.0, 0.0)), 5.0));
}

#[test]
fn a_course_is_followed_by_its_length() {
    let course = corner();
    assert!(close(course.length(), 40.0));
    for (share, point) in [
        (-1.0, at(0.0, 0.0)),
        (0.0, at(0.0, 0.0)),
        (0.25, at(10.0, 0.0)),
        (0.75, at(30.0, 0.0)),
        (0.875, at(30.0, 5.0)),
        (1.0, at(30.0, 10.0)),
        (2.0, at(30.0, 10.0)),
    ] {
        assert_eq!(course.at(share).point, point, "{share}");
        assert_eq!(course.reversed().at(1.0 - share).point, point, "{share}, reversed");
        assert_eq!(course.mirrored(50.0).at(share).point, at(100.0 - point.x, point.y), "{share}");
    }
}

#[test]
fn a_hand_turns_over_a_stretch_around_a_corner() {
    // What is looked at reaches 6 % of 40 to either side: 2.4.
    let course = corner();
    let part = |along: f32, down: f32| down.atan2(along);
    for (share, heading) in [
        (0.0, 0.0),
        (0.5, 0.0),
        (27.5 / 40.0, 0.0),
        (29.0 / 40.0, part(3.4, 1.4)),
        (0.75, FRAC_PI_4),
        (31.0 / 40.0, part(1.4, 3.4)),
        (33.0 / 40.0, FRAC_PI_2),
        (1.0, FRAC_PI_2),
    ] {
        let found = course.at(share).heading;
        assert!((found - heading).abs() < 1e-3, "{share}: {found} for {heading}");
    }
    assert!((course.mirrored(0.0).at(0.5).heading.abs() - PI).abs() < 1e-5);
}

#[test]
fn a_still_press_points_up_and_a_point_that_is_drawn_twice_is_passed() {
    let still = Course::new(vec![at(3.0, 4.0)]).expect("it has a point");
    for share in [0.0, 0.5, 1.0] {
        let station = still.at(share);
        assert_eq!((station.point, station.heading), (at(3.0, 4.0), -FRAC_PI_2));
    }
    let twice = Course::new(vec![at(0.0, 0.0), at(0.0, 0.0), at(4.0, 0.0)]).expect("points");
    assert_eq!(twice.at(0.0).point, at(0.0, 0.0));
    assert_eq!(twice.at(0.5).point, at(2.0, 0.0));
    assert!(close(twice.at(0.5).heading, 0.0));
    assert_eq!(Course::new(Vec::new()), None);
    assert_eq!(twice.bounds(), Some(bounds((0.0, 0.0), (4.0, 0.0))));
}

#[test]
fn a_hand_at_a_point_that_is_drawn_twice_turns_around_that_very_point() {
    // A point that is drawn twice in the middle of a way, with a corner at it.
    let points = vec![at(0.0, 0.0), at(10.0, 0.0), at(10.0, 0.0), at(10.0, 10.0)];
    let course = Course::new(points).expect("it has points");
    assert!(close(course.length(), 20.0));
    assert_eq!(course.at(0.5).point, at(10.0, 0.0));
    // What is looked at reaches 6 % of 20 to either side: 1.2.
    assert!(close(course.at(0.5).heading, FRAC_PI_4));
    assert!(close(course.at(0.25).heading, 0.0) && close(course.at(0.75).heading, FRAC_PI_2));
}
