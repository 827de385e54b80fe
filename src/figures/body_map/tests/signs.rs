//! What a still picture tells of how a hand moves.

use super::super::hands::{MapHand, at_work};
use super::super::sign::{SignPiece, pieces};
use super::super::sign_kind::SignKind;
use super::super::subject::MapWork;
use super::super::touch::Touch;
use super::timeline;
use crate::body::{Bounds, Plate, Point, View, touch_drawings};
use crate::canvas::{PixelShape, Window};
use crate::timeline::Timeline;
use ratatui::layout::Rect;

/// The hands of a massage step of a minute.
fn hands(timeline: &Timeline) -> Vec<MapHand> {
    let segment = timeline.first_segments()[0];
    let massage = segment.massage().expect("a massage step");
    let plate = Plate::of(View::of(massage.region)).expect("the drawing is right");
    let drawings = touch_drawings().expect("the drawings are right");
    let work = MapWork::of(massage, segment.side);
    at_work(&plate, &drawings, (massage.region, segment.side), work)
}

fn window() -> Window {
    seen((-500.0, 1_500.0), (180, 90))
}

/// Of all pictures what lies within so many millimetres either way, in so many cells.
fn seen((from, to): (f32, f32), (columns, rows): (u16, u16)) -> Window {
    let frame = Bounds { from: Point::new(from, from), to: Point::new(to, to) };
    Window::on(frame, Rect::new(0, 0, columns, rows), PixelShape::Octants.pixels_in_cell())
}

fn signs(timeline: &Timeline, hand: &MapHand, at: u64) -> Vec<SignPiece> {
    let moment = timeline.at(timeline.first_segments()[0].start + at);
    let touch = Touch::of(moment.segment.massage().expect("a massage step"), &moment);
    pieces(hand, hand.place(touch.along), &touch, &window())
}

#[test]
fn beats_stand_around_a_hand_that_taps_while_it_is_up_too() {
    let taps = timeline("scalp", None, "tapotement", "along", Some("1s"));
    for at in [20_000, 20_250, 20_500] {
        let beats = signs(&taps, &hands(&taps)[0], at);
        assert_eq!(beats.len(), 8);
        assert!(beats.iter().all(|piece| piece.look.0 == SignKind::Tapping));
    }
}

#[test]
fn heads_close_on_what_is_kneaded_and_part_from_what_is_shaken() {
    let apart = |pieces: &[SignPiece]| pieces[0].at.distance(pieces[1].at);
    let toward = |from: &SignPiece, to: &SignPiece| {
        let way = (to.at.y - from.at.y).atan2(to.at.x - from.at.x);
        (from.heading - way).cos() > 0.8
    };
    let kneads = timeline("shoulder", Some("left"), "petrissage", "along", Some("4s"));
    let hand = &hands(&kneads)[0];
    let (open, closed) = (signs(&kneads, hand, 0), signs(&kneads, hand, 2_000));
    assert!(toward(&open[0], &open[1]) && toward(&open[1], &open[0]));
    assert!(apart(&open) > apart(&closed) + 10.0);
    let loosely = timeline("forearm", Some("left"), "vibration", "across", Some("1s"));
    let shaken = signs(&loosely, &hands(&loosely)[0], 500);
    assert!(!toward(&shaken[0], &shaken[1]) && !toward(&shaken[1], &shaken[0]));
}

#[test]
fn a_hand_that_goes_its_way_has_no_sign_but_that_way() {
    for (region, side, direction) in
        [("calf", Some("left"), "toward-heart"), ("abdomen", None, "clockwise")]
    {
        let glides = timeline(region, side, "effleurage", direction, Some("4s"));
        assert!(hands(&glides).iter().all(|hand| hand.sign.is_none()), "{region}");
    }
}

#[test]
fn no_arrow_is_cut_off_at_the_edge_of_what_is_seen() {
    let kneads = timeline("shoulder", Some("left"), "petrissage", "along", Some("4s"));
    let hand = &hands(&kneads)[0];
    let massage = kneads.first_segments()[0].massage().expect("a massage step");
    let touch = Touch::of(massage, &kneads.at(kneads.first_segments()[0].start));
    let place = hand.place(touch.along);
    let far = place.middle.x.max(place.middle.y);
    // The hand stands at the very edge.
    let edge = seen((0.0, far), (45, 22));
    let arrows = pieces(hand, place, &touch, &edge);
    assert_eq!(arrows.len(), 2);
    let bounds = edge.bounds();
    for arrow in arrows {
        let tip = arrow.at;
        assert!(bounds.contains(tip), "{tip:?} in {bounds:?}");
    }
}
