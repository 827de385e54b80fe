//! How a hand moves, and that every stroke there is has a way to go.

use proptest::prelude::*;

use super::super::BodyMap;
use super::super::hands::at_work;
use super::super::subject::{MapWork, course_of};
use super::super::touch::Touch;
use super::{squeeze, timeline};
use crate::body::{Plate, Region, Side, View, touch_drawings};
use crate::library::shipped::{shipped_library, shipped_session};
use crate::session::{Block, Massage, Session, Sides, Step, StepKind, TouchingPart, WorkingHands};
use crate::timeline::tests::written;
use crate::timeline::{Moment, Timeline};

fn touch(timeline: &Timeline, at: u64) -> Touch {
    let moment = timeline.at(timeline.first_segments()[0].start + at);
    let massage = moment.segment.massage().expect("a massage step");
    Touch::of(massage, &moment)
}

/// Every massage step of the shipped sessions, with the side its group gives it.
pub(super) fn shipped() -> Vec<(String, Massage, Option<Sides>)> {
    let library = shipped_library();
    let ids: Vec<_> = library.ids().map(str::to_owned).collect();
    let mut found = Vec::new();
    for id in ids {
        let session: Session = shipped_session(&id).session;
        walk(&session.blocks, None, &mut |step, side| {
            if let StepKind::Massage(massage) = &step.kind {
                found.push((format!("{id}: {}", step.title), massage.clone(), side));
            }
        });
    }
    found
}

fn walk(blocks: &[Block], side: Option<Sides>, tell: &mut dyn FnMut(&Step, Option<Sides>)) {
    for block in blocks {
        match block {
            Block::Step(step) => tell(step, step.side.or(side)),
            Block::Group(group) => walk(&group.blocks, group.side.or(side), tell),
        }
    }
}

#[test]
fn every_massage_step_that_is_shipped_has_its_stroke_in_the_atlas() {
    let plates: Vec<_> =
        View::ALL.into_iter().map(|view| Plate::of(view).expect("the drawing is right")).collect();
    let steps = shipped();
    assert!(steps.len() > 100, "{}", steps.len());
    for (name, massage, sides) in steps {
        let view = View::of(massage.region);
        let plate = plates.iter().find(|plate| plate.view == view).expect("every view");
        let sides = match sides {
            Some(Sides::Both) => vec![Some(Side::Left), Some(Side::Right)],
            Some(Sides::One(side)) => vec![Some(side)],
            None => vec![None],
        };
        for side in sides {
            let courses = |direction| plate.courses(massage.region, side, direction);
            let region = massage.region.name();
            assert!(
                !courses(massage.stroke.direction).is_empty(),
                "{name}: {region}, {:?}",
                massage.stroke
            );
            assert!(
                !courses(course_of(&massage)).is_empty(),
                "{name}: {region}, {:?}",
                massage.stroke
            );
        }
    }
}

/// The side that a move is drawn on: of two the left, since the other is its mirror image.
pub(super) fn side_of(sides: Option<Sides>) -> Option<Side> {
    match sides {
        Some(Sides::Both | Sides::One(Side::Left)) => Some(Side::Left),
        Some(Sides::One(Side::Right)) => Some(Side::Right),
        None => None,
    }
}

#[test]
fn what_presses_keeps_clear_of_what_is_to_be_left_alone_in_every_move_that_is_shipped() {
    let drawings = touch_drawings().expect("the drawings are right");
    let plates: Vec<_> =
        View::ALL.into_iter().map(|view| Plate::of(view).expect("the drawing is right")).collect();
    let mut seen = Vec::new();
    let mut crossing = Vec::new();
    for (name, massage, sides) in shipped() {
        // The other side is its mirror image.
        let side = side_of(sides);
        let work = MapWork::of(&massage, side);
        let what = (massage.region, side, work);
        if seen.contains(&what) {
            continue;
        }
        seen.push(what);
        let view = View::of(massage.region);
        let plate = plates.iter().find(|plate| plate.view == view).expect("every view");
        let hands = at_work(plate, &drawings, (massage.region, side), work);
        assert!(!hands.is_empty(), "{name}");
        let areas: Vec<_> = plate.keep_off.iter().map(|area| &area.shape).collect();
        if !hands.iter().all(|hand| hand.is_clear_of(&areas)) {
            crossing.push(name);
        }
    }
    assert!(crossing.is_empty(), "{crossing:#?}");
}

#[test]
fn every_part_that_can_touch_is_drawn() {
    let drawings = touch_drawings().expect("the drawings are right");
    for part in TouchingPart::ALL {
        let drawing = drawings.iter().find(|(id, _)| id == part.id());
        let (_, drawing) = drawing.unwrap_or_else(|| panic!("{} is not drawn", part.id()));
        assert!(!drawing.body.is_empty() && !drawing.touching.is_empty(), "{}", part.id());
    }
}

#[test]
fn both_hands_are_a_left_and_a_right_one_and_each_comes_from_its_own_arm() {
    let drawings = touch_drawings().expect("the drawings are right");
    let plate = Plate::of(View::Back).expect("the drawing is right");
    let massage = shipped().into_iter().map(|(_, massage, _)| massage);
    let mut kneading = massage.filter(|massage| massage.region == Region::Calf);
    let work = MapWork::of(&kneading.next().expect("a calf"), Some(Side::Left));
    let work = MapWork { hands: WorkingHands::Both, ..work };
    let hands = at_work(&plate, &drawings, (Region::Calf, Some(Side::Left)), work);
    let [left, right] = &hands[..] else { panic!("{} hands", hands.len()) };
    let (left, right) = (left.place(0.5), right.place(0.5));
    assert!(left.is_flipped != right.is_flipped);
    assert!(left.toward.x > 0.0 && right.toward.x < 0.0, "each points inward");
    assert!(left.middle.x < right.middle.x);
}

#[test]
fn a_squeeze_opens_and_closes_once_in_its_tempo() {
    let timeline = squeeze();
    assert!(touch(&timeline, 0).press < 0.01);
    assert!(touch(&timeline, 2_000).press > 0.99);
    assert!(touch(&timeline, 4_000).press < 0.01);
}

#[test]
fn a_squeeze_paced_by_breath_closes_on_the_breath_out() {
    let text = "region = \"upper-trapezius\"\nside = \"left\"\ntechnique = \"swedish\"\npressure = 2\n\
                stroke = { kind = \"petrissage\", direction = \"across\" }\npattern = \"4-6\"";
    let timeline = written(&super::session(text), Side::Left);
    assert!(touch(&timeline, 100).press > 0.9);
    assert!(touch(&timeline, 4_000).press < 0.05, "full of air, the hand is open");
    assert!(touch(&timeline, 9_900).press > 0.9);
}

#[test]
fn a_glide_toward_the_heart_lifts_before_it_comes_back() {
    let timeline = timeline("calf", Some("left"), "effleurage", "toward-heart", Some("4s"));
    let on_the_body: Vec<_> = (0..100)
        .map(|step| touch(&timeline, 4_000 + step * 40))
        .filter(|touch| touch.contact > 0.2)
        .map(|touch| touch.along)
        .collect();
    assert!(on_the_body.is_sorted(), "on the body the hand only goes one way");
    assert!(on_the_body.last() > Some(&0.95));
    assert!(touch(&timeline, 7_900).contact < 0.2, "and back it goes faintly");
}

#[test]
fn a_roll_back_and_forth_never_leaves_the_body() {
    let timeline = timeline("foot", Some("left"), "rolling", "along", Some("4s"));
    assert!(touch(&timeline, 0).along < 0.01);
    assert!(touch(&timeline, 4_000).along > 0.99);
    assert!(touch(&timeline, 8_000).along < 0.01);
    assert!((0..80).all(|step| touch(&timeline, step * 100).contact >= 1.0));
}

#[test]
fn a_still_press_sinks_in_stays_and_then_nothing_moves() {
    let timeline = timeline("glutes", Some("left"), "compression", "still", None);
    let presses: Vec<_> = (0..10).map(|second| touch(&timeline, second * 1_000).press).collect();
    assert!(presses.is_sorted() && presses[0] < 0.01 && presses[9] > 0.99, "{presses:?}");
    let first = timeline.first_segments()[0].start;
    assert!(BodyMap::moves(&timeline.at(first + 1_000)));
    assert!(!BodyMap::moves(&timeline.at(first + 20_000)));
}

#[test]
fn a_hand_that_taps_stands_back_between_two_taps_and_one_that_glides_stays_on() {
    let taps = timeline("scalp", None, "tapotement", "along", Some("1s"));
    assert!(touch(&taps, 20_000).off > 0.9 && touch(&taps, 20_500).off < 0.1);
    let glides = timeline("foot", Some("left"), "rolling", "along", Some("4s"));
    assert!((0..80).all(|step| touch(&glides, step * 100).off <= 0.0));
    let drawings = touch_drawings().expect("the drawings are right");
    let plate = Plate::of(View::Head).expect("the drawing is right");
    let massage = taps.first_segments()[0].massage().expect("a massage step");
    let work = MapWork::of(massage, None);
    let hands = at_work(&plate, &drawings, (Region::Scalp, None), work);
    let (on, off) = (touch(&taps, 20_500), touch(&taps, 20_000));
    let at = |touch: Touch| hands[0].place_of(&Touch { along: 0.5, ..touch }).middle;
    assert!(at(on).distance(at(off)) > 15.0, "and that is seen");
}

#[test]
fn a_grip_that_circles_takes_what_it_holds_round() {
    let toes = timeline("foot", Some("left"), "petrissage", "circles", Some("3s"));
    let ways: Vec<_> = (0..30).map(|step| touch(&toes, step * 100).along).collect();
    assert!(ways.is_sorted() && ways[29] > 0.9, "{ways:?}");
    assert!(touch(&toes, 1_000).press > 0.5, "it holds on");
}

fn moment_touch(moment: &Moment<'_>) -> Touch {
    Touch::of(moment.segment.massage().expect("a massage step"), moment)
}

proptest! {
    #[test]
    fn a_hand_never_jumps_while_it_touches(
        kind in prop::sample::select(vec![
            "effleurage", "petrissage", "friction", "tapotement", "vibration", "compression",
            "skin-rolling", "pin-and-stretch", "rolling",
        ]),
        direction in prop::sample::select(vec!["along", "across", "circles", "still"]),
        tempo in 1_000_u64..8_000,
        at in 0_u64..50_000,
    ) {
        let tempo = format!("{}.{:03}s", tempo / 1_000, tempo % 1_000);
        let timeline = timeline("calf", Some("left"), kind, direction, Some(&tempo));
        let at = timeline.first_segments()[0].start + at;
        let (one, two) = (moment_touch(&timeline.at(at)), moment_touch(&timeline.at(at + 10)));
        let round = matches!((kind, direction), ("friction", _) | (_, "circles"));
        let apart = (one.along - two.along).abs();
        let apart = if round { apart.min(1.0 - apart) } else { apart };
        prop_assert!(one.contact < 0.2 || two.contact < 0.2 || apart < 0.05, "{one:?} {two:?}");
        for share in [one.along, one.press, one.contact] {
            prop_assert!((0.0..=1.0).contains(&share));
        }
    }
}
