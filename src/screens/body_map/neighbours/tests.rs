//! From neighbour to neighbour every place is reached, and the way leads mostly back.

use super::{Neighbours, Panel, Spot, Toward};
use crate::body::{Point, Region, Side, View};

const ARROWS: [(Toward, Toward); 4] = [
    (Toward::Up, Toward::Down),
    (Toward::Down, Toward::Up),
    (Toward::Left, Toward::Right),
    (Toward::Right, Toward::Left),
];

fn spot(neighbours: &Neighbours, view: View, region: Region, side: Option<Side>) -> Spot {
    let is_it = |spot: &&Spot| (spot.view, spot.region, spot.side) == (view, region, side);
    *neighbours.spots.iter().find(is_it).unwrap_or_else(|| panic!("{region:?} on {view:?}"))
}

#[test]
fn every_place_of_a_panel_is_reached_by_arrows_from_every_other() {
    let neighbours = Neighbours::read();
    for panel in Panel::ALL {
        for start in neighbours.on(panel) {
            let mut reached = vec![*start];
            let mut next = 0;
            while let Some(here) = reached.get(next).copied() {
                next += 1;
                for (toward, _) in ARROWS {
                    let there = neighbours.next(here, toward);
                    reached.extend(there.filter(|spot| !reached.contains(spot)));
                }
            }
            assert_eq!(reached.len(), neighbours.on(panel).count(), "from {start:?}");
        }
    }
}

#[test]
fn an_arrow_leads_the_way_it_points() {
    let neighbours = Neighbours::read();
    for from in &neighbours.spots {
        for (toward, _) in ARROWS {
            let Some(to) = neighbours.next(*from, toward) else { continue };
            let (here, there) = (from.on_panel(), to.on_panel());
            let (along, aside) = toward.parts(Point::new(there.x - here.x, there.y - here.y));
            assert!(along > 0.0 && aside <= 1.5 * along, "{toward:?} from {from:?} to {to:?}");
            let upright = matches!(toward, Toward::Up | Toward::Down);
            assert!(!upright || from.view == to.view, "{toward:?} from {from:?} to {to:?}");
        }
    }
}

#[test]
fn three_of_four_steps_are_undone_by_the_opposite_arrow() {
    let neighbours = Neighbours::read();
    let steps = neighbours.spots.iter().flat_map(|from| {
        ARROWS.map(|(toward, back)| {
            let to = neighbours.next(*from, toward)?;
            Some(neighbours.next(to, back) == Some(*from))
        })
    });
    let steps: Vec<bool> = steps.flatten().collect();
    let undone = steps.iter().filter(|undone| **undone).count();
    assert!(4 * undone >= 3 * steps.len(), "{undone} of {}", steps.len());
}

#[test]
fn left_and_right_are_ways_in_a_mirror() {
    let neighbours = Neighbours::read();
    let mirrored = |spot: Spot| Spot {
        side: spot.side.map(Side::other),
        middle: Point::new(spot.view.size().0 - spot.middle.x, spot.middle.y),
        ..spot
    };
    for from in neighbours.spots.iter().filter(|spot| spot.side == Some(Side::Left)) {
        for toward in [Toward::Up, Toward::Down] {
            let place = |spot: Spot| (spot.region, spot.side.map(Side::other));
            let other = spot(&neighbours, from.view, from.region, Some(Side::Right));
            let (one, two) = (neighbours.next(*from, toward), neighbours.next(other, toward));
            let two = two.map(mirrored).map(place);
            // Right in the middle one of both sides is as near, and it is the left.
            if one.is_none_or(|spot| spot.side == from.side) {
                assert_eq!(one.map(place), two, "{toward:?} from {from:?}");
            }
        }
    }
}

#[test]
fn the_ways_down_the_back_follow_the_body() {
    use Region::{Calf, Foot, Glutes, Hamstrings, LowBack, NeckBack, SkullBase, UpperBack};
    let neighbours = Neighbours::read();
    let mut here = spot(&neighbours, View::Back, Region::Scalp, None);
    let trapezius = Region::UpperTrapezius;
    for region in
        [SkullBase, NeckBack, trapezius, UpperBack, LowBack, Glutes, Hamstrings, Calf, Foot]
    {
        here = neighbours.next(here, Toward::Down).expect("something below");
        assert_eq!((here.region, here.side), (region, Some(Side::Left)));
    }
    assert_eq!(neighbours.next(here, Toward::Down), None);
}

#[test]
fn the_way_to_the_right_leads_from_the_front_to_the_back() {
    let neighbours = Neighbours::read();
    let left = Some(Side::Left);
    let mut here = spot(&neighbours, View::Front, Region::Shin, left);
    let expected = [
        (View::Front, Region::Shin, Some(Side::Right)),
        (View::Back, Region::Calf, left),
        (View::Back, Region::Calf, Some(Side::Right)),
    ];
    for (view, region, side) in expected {
        here = neighbours.next(here, Toward::Right).expect("something at the right");
        assert_eq!((here.view, here.region, here.side), (view, region, side));
    }
    assert_eq!(neighbours.next(here, Toward::Right), None);
}

#[test]
fn other_pictures_keep_the_finger_where_they_show_the_place() {
    let neighbours = Neighbours::read();
    let jaw = spot(&neighbours, View::Front, Region::Jaw, Some(Side::Right));
    let face = neighbours.moved_to(jaw, Panel::Face).expect("a face");
    assert_eq!((face.view, face.region, face.side), (View::Face, Region::Jaw, jaw.side));
    assert_eq!(neighbours.moved_to(face, Panel::Body), Some(jaw));
    let hands = neighbours.moved_to(face, Panel::Hands).expect("hands");
    assert_eq!(hands.view, View::Hand);
}

#[test]
fn panels_are_turned_through_in_a_circle() {
    for panel in Panel::ALL {
        assert_eq!(panel.after().before(), panel);
    }
    let after = Panel::ALL.map(Panel::after);
    assert!(Panel::ALL.iter().all(|panel| after.contains(panel)));
}

#[test]
fn a_finger_finds_every_spot() {
    let neighbours = Neighbours::read();
    for spot in &neighbours.spots {
        let found = neighbours.at(spot.view, spot.middle, 20.0).map(|found| found.region);
        // The middle of the hand may be its thumb pad, that of a bent muscle its neighbour.
        assert!(found.is_some(), "{spot:?}");
    }
    assert_eq!(neighbours.at(View::Front, Point::new(20.0, 20.0), 20.0), None);
}
