//! How the ways of hands are shown: as lines with heads on them, or as arrows beside hands that would hide those.

use crate::body::{Course, Direction, Point, Side};
use crate::canvas::{Window, drawn};

use super::beside::{self, ArrowRoom};
use super::hands::{self, MapHand};
use super::paint::lay;
use super::sign::{self, SignPiece};
use super::sign_kind::SignKind;
use super::subject::MapWork;

/// The width of the way of a stroke, in millimetres.
const WAY: f32 = 2.5;

/// The ways of the hands as they are seen.
#[derive(Default)]
pub(super) struct SeenWays {
    /// How much of each pixel is a line.
    pub(super) lines: Vec<f32>,
    /// The heads on lines, and the arrows beside hands.
    pub(super) heads: Vec<SignPiece>,
    /// Whether all of these lie beside the hands.
    pub(super) are_beside: bool,
}

impl SeenWays {
    /// How the ways of some hands are seen; none in a picture that is too small.
    pub(super) fn of(hands: &[MapHand], work: MapWork, room: &ArrowRoom<'_>) -> Self {
        let window = room.window;
        let mut seen =
            Self { lines: vec![0.0; window.pixels()], heads: Vec::new(), are_beside: true };
        if window.down < sign::FEWEST_PIXELS {
            return seen;
        }
        let (mut beside, mut on_the_way) = (Vec::new(), Vec::new());
        for way in ways(hands, work) {
            match way.hand.sign {
                Some(SignKind::Turning) => beside.push(room.around(way.hand, way.whose)),
                None if !is_round(work) && room.is_hidden(&way.course) => {
                    let is_double = hands::goes_both_ways(work);
                    beside.push(room.along(&way.course, is_double, way.whose));
                }
                _ => on_the_way.push(way),
            }
        }
        seen.are_beside = on_the_way.is_empty();
        for (number, arrow) in beside::best(beside).iter().enumerate() {
            let line = (&arrow.points[..], arrow.is_double);
            seen.heads.push(sign::beside(line, number as u8, window));
        }
        for way in on_the_way {
            lay(&mut seen.lines, drawn(way.course.points(), WAY, 1.2, window));
            seen.heads.extend(heads_of(&way.course, work, window));
        }
        seen
    }
}

/// A way that is seen.
struct SeenWay<'a> {
    course: Course,
    hand: &'a MapHand,
    /// Of two hands that each have a way of their own, which this is of, and the upright line between them.
    whose: Option<(Side, f32)>,
}

/// The ways that are seen: where two hands go beside each other on one, the one between them.
fn ways<'a>(hands: &'a [MapHand], work: MapWork) -> Vec<SeenWay<'a>> {
    let goes = |hand: &&'a MapHand| {
        let stays = hand.sign.is_some_and(|sign| sign.stays(work.direction));
        work.direction != Direction::Still && hand.course.length() > 1.0 && !stays
    };
    if let [left, right] = hands
        && left.beside.is_some()
        && left.sign != Some(SignKind::Turning)
    {
        // Both go the way between them.
        let (from, to) = (left.course.at(0.0).point, right.course.at(0.0).point);
        let half = Point::new((to.x - from.x) / 2.0, (to.y - from.y) / 2.0);
        let way = |left: &MapHand| left.course.moved(half);
        let between = Some(left).filter(goes);
        return between
            .map(|hand| SeenWay { course: way(hand), hand, whose: None })
            .into_iter()
            .collect();
    }
    let middles = hands.iter().filter_map(|hand| Some(hand.course.bounds()?.middle().x));
    let between = middles.clone().sum::<f32>() / hands.len().max(1) as f32;
    let whose = move |hand: &MapHand| {
        let is_left = hand.course.at(0.0).point.x < between;
        (hands.len() > 1).then_some((if is_left { Side::Left } else { Side::Right }, between))
    };
    let way = |hand: &'a MapHand| SeenWay { course: hand.course.clone(), hand, whose: whose(hand) };
    hands.iter().filter(goes).map(way).collect()
}

fn is_round(work: MapWork) -> bool {
    matches!(work.direction, Direction::Circles | Direction::Clockwise)
}

/// The heads of a way: at its end, at both where it goes there and back, and on a round one all around.
fn heads_of(course: &Course, work: MapWork, window: &Window) -> Vec<SignPiece> {
    let head = |share: f32, back: bool| {
        let station = course.at(share);
        let heading = station.heading + if back { std::f32::consts::PI } else { 0.0 };
        sign::head_at(station.point, heading, window)
    };
    match work.direction {
        Direction::Circles | Direction::Clockwise => {
            [0.125, 0.375, 0.625, 0.875].map(|share| head(share, false)).to_vec()
        }
        Direction::Still => Vec::new(),
        _ if hands::goes_both_ways(work) => vec![head(1.0, false), head(0.0, true)],
        _ => vec![head(1.0, false), head(0.5, false)],
    }
}
