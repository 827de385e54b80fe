//! What a hand does there, as a sign beside it that a still picture shows too: arrows along the way it takes,
//! beats around one that taps, heads that close on what is kneaded, and heads that part from what is shaken.

use std::f32::consts::{FRAC_PI_2, FRAC_PI_4, PI, TAU};

use crate::body::{Bounds, Point, Shape, Side};
use crate::canvas::{Window, filled_by};

use super::hands::MapHand;
use super::mark::MarkPlace;
use super::sign_kind::SignKind;
use super::touch::Touch;

/// How long a head is at least: in millimetres, and in pixels across and down.
const LONG: f32 = 14.0;
const PIXELS_LONG: (f32, f32) = (6.0, 5.0);

/// How far signs all around a hand keep from it at least, likewise.
const GAP: f32 = 9.0;
const PIXELS_GAP: (f32, f32) = (3.0, 2.0);

/// How broad a head is and how broad a beat, in shares of that, and how long a beat.
const BROAD: f32 = 1.1;
const BEAT_BROAD: f32 = 0.32;
const BEAT_LONG: f32 = 0.9;

/// How broad the shaft of an arrow is and how long, in the same shares.
const SHAFT: f32 = 0.34;
const SHAFT_LONG: f32 = 0.8;

/// How far around a head nothing else is seen, and how far before its tip, in the same shares.
const CLEAR: f32 = 0.25;
const CLEAR_AHEAD: f32 = 0.6;

/// How far before the end of a shaft the tip of its head is, in the same shares.
pub(super) const HEAD_AHEAD: f32 = 0.9;

/// How many beats there are around a hand that taps.
const BEATS: u8 = 8;

/// How far heads beside what is kneaded open, in millimetres.
const OPENS: f32 = 8.0;

/// Into how many ways a head is turned.
const WAYS: f32 = 64.0;

/// In a picture of fewer rows of pixels signs would cover the place.
pub(super) const FEWEST_PIXELS: usize = 36;

/// A hand that touches less than this has no sign, 0–1.
const TOUCHES: f32 = 0.3;

/// One piece of a sign.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SignPiece {
    /// What tells its look from that of other pieces of the same hand, wherever they lie.
    pub(super) look: (SignKind, u8),
    /// The point it lies at.
    pub(super) at: Point,
    /// Which way it points, in radians.
    pub(super) heading: f32,
    /// What of it is bright, and what is kept clear around that.
    bright: Vec<Shape>,
    clear: Vec<Shape>,
}

/// The head of a way.
pub(super) fn head_at(tip: Point, heading: f32, window: &Window) -> SignPiece {
    head((SignKind::Kneading, tip), heading, long(window)).within(&window.bounds())
}

/// The pieces of the sign of a hand that stands at a place, all of them within what is seen: beats that would not
/// be are left out, anything else is moved.
pub(super) fn pieces(
    hand: &MapHand,
    place: MarkPlace,
    touch: &Touch,
    window: &Window,
) -> Vec<SignPiece> {
    let pieces = free_pieces(hand, place, touch, window);
    let seen = window.bounds();
    let fits = |piece: &SignPiece| {
        piece.look.0 != SignKind::Tapping
            || piece.bounds().is_some_and(|it| seen.contains(it.from) && seen.contains(it.to))
    };
    pieces.into_iter().filter(fits).map(|piece| piece.within(&seen)).collect()
}

fn free_pieces(hand: &MapHand, place: MarkPlace, touch: &Touch, window: &Window) -> Vec<SignPiece> {
    let is_seen = touch.contact > TOUCHES && window.down >= FEWEST_PIXELS;
    let Some(kind) = hand.sign.filter(|_| is_seen) else {
        return Vec::new();
    };
    let drawing = place.stand(&hand.drawing, hand.is_grip(), touch.press);
    let edge = Edge { touching: &drawing.touching, middle: place.middle };
    let gap = gap(window);
    let long = long(window);
    let heads = |sides: Vec<f32>, far: f32, turned: f32| {
        let head = |side: f32| arrow((kind, edge.toward(side, far)), side + turned, long);
        sides.into_iter().map(head).collect()
    };
    match kind {
        // An arrow beside it shows its whole way.
        SignKind::Turning => Vec::new(),
        SignKind::Tapping => {
            let far = gap + BEAT_LONG * long;
            let headings = (0..BEATS).map(|beat| (f32::from(beat) + 0.5) * FRAC_PI_4);
            headings.map(|heading| beat(edge.toward(heading, far), heading, long)).collect()
        }
        SignKind::Kneading => {
            let open = OPENS * (1.0 - touch.press);
            heads(sides(hand, hand.points() + FRAC_PI_2), 0.3 * long + open, PI)
        }
        SignKind::Shaking => {
            let goes = hand.course.length() > 1.0;
            let way = if goes { hand.course.at(0.5).heading } else { hand.points() + FRAC_PI_2 };
            heads(sides(hand, way), (1.2 + SHAFT_LONG) * long, 0.0)
        }
    }
}

/// The sides of a hand that heads stand at: both, or of two hands that meet between them the outer ones.
fn sides(hand: &MapHand, across: f32) -> Vec<f32> {
    match hand.beside.filter(|_| across.cos().abs() > 0.5) {
        None => vec![across, across + PI],
        Some(Side::Left) => vec![PI],
        Some(Side::Right) => vec![0.0],
    }
}

/// How far from what touches a sign begins that is all around it.
fn gap(window: &Window) -> f32 {
    GAP.max(PIXELS_GAP.0 * window.step.x).max(PIXELS_GAP.1 * window.step.y)
}

/// How long the head of an arrow is, in millimetres.
pub(super) fn long(window: &Window) -> f32 {
    LONG.max(PIXELS_LONG.0 * window.step.x).max(PIXELS_LONG.1 * window.step.y)
}

/// A point so far from another in some direction.
pub(super) fn ahead(point: Point, heading: f32, far: f32) -> Point {
    Point::new(point.x + far * heading.cos(), point.y + far * heading.sin())
}

/// An arrow beside a hand, the so many-th of them: its points up to its head, and whether it has one at either end.
pub(super) fn beside(
    (points, is_double): (&[Point], bool),
    number: u8,
    window: &Window,
) -> SignPiece {
    let long = long(window);
    let (mut bright, mut clear) = (Vec::new(), Vec::new());
    bright.extend(band(points, SHAFT * long / 2.0));
    clear.extend(band(points, (SHAFT / 2.0 + CLEAR) * long));
    let mut end = |points: [Option<&Point>; 2]| {
        let [Some(before), Some(last)] = points else { return };
        let heading = (last.y - before.y).atan2(last.x - before.x);
        let tip = ahead(*last, heading, HEAD_AHEAD * long);
        let head = head((SignKind::Turning, tip), heading, long);
        bright.extend(head.bright);
        clear.extend(head.clear);
    };
    let count = points.len();
    end([count.checked_sub(2).and_then(|at| points.get(at)), points.last()]);
    if is_double {
        end([points.get(1), points.first()]);
    }
    let at = points.first().copied().unwrap_or_default();
    let piece = SignPiece { look: (SignKind::Turning, number), at, heading: 0.0, bright, clear };
    piece.within(&window.bounds())
}

/// A line so far to either side of some points.
fn band(points: &[Point], half: f32) -> Option<Shape> {
    let heading = |at: usize| {
        let (from, to) = (points[at.saturating_sub(1)], points[(at + 1).min(points.len() - 1)]);
        (to.y - from.y).atan2(to.x - from.x)
    };
    let side = |at: usize, aside: f32| ahead(points[at], heading(at) + aside, half);
    let there = (0..points.len()).map(|at| side(at, FRAC_PI_2));
    let back = (0..points.len()).rev().map(|at| side(at, -FRAC_PI_2));
    Shape::new(vec![there.chain(back).collect()])
}

fn head((kind, tip): (SignKind, Point), heading: f32, long: f32) -> SignPiece {
    let (half, clear) = (BROAD / 2.0, CLEAR);
    let bright = [(0.0, 0.0), (-1.0, half), (-1.0, -half)];
    let outer = half + 1.6 * clear;
    let kept = [(CLEAR_AHEAD, 0.0), (-1.0 - clear, outer), (-1.0 - clear, -outer)];
    piece((kind, tip), heading, long, [&bright, &kept])
}

/// A head with a shaft behind it, where no way shows which of its corners is the tip.
fn arrow((kind, tip): (SignKind, Point), heading: f32, long: f32) -> SignPiece {
    let (half, thin, end) = (BROAD / 2.0, SHAFT / 2.0, -1.0 - SHAFT_LONG);
    let corners = |half: f32, thin: f32, ahead: f32, back: f32| {
        [
            (ahead, 0.0),
            (-1.0 - back, half),
            (-1.0 - back, thin),
            (end - back, thin),
            (end - back, -thin),
            (-1.0 - back, -thin),
            (-1.0 - back, -half),
        ]
    };
    let bright = corners(half, thin, 0.0, 0.0);
    let kept = corners(half + 1.6 * CLEAR, thin + CLEAR, CLEAR_AHEAD, CLEAR);
    piece((kind, tip), heading, long, [&bright, &kept])
}

fn beat(tip: Point, heading: f32, long: f32) -> SignPiece {
    let (half, clear) = (BEAT_BROAD / 2.0, CLEAR / 2.0);
    let (back, outer) = (-BEAT_LONG, half + clear);
    let bright = [(0.0, -half), (0.0, half), (back, half), (back, -half)];
    let kept = [(clear, -outer), (clear, outer), (back - clear, outer), (back - clear, -outer)];
    piece((SignKind::Tapping, tip), heading, long, [&bright, &kept])
}

/// A piece of corners forward and aside of its tip, in heads, turned to the nearest of the ways there are.
fn piece(
    (kind, tip): (SignKind, Point),
    heading: f32,
    long: f32,
    [bright, clear]: [&[(f32, f32)]; 2],
) -> SignPiece {
    let way = (heading / TAU * WAYS).round().rem_euclid(WAYS);
    let (sin, cos) = (way / WAYS * TAU).sin_cos();
    let corner = |(forward, aside): &(f32, f32)| {
        let (forward, aside) = (forward * long, aside * long);
        Point::new(tip.x + forward * cos - aside * sin, tip.y + forward * sin + aside * cos)
    };
    let shape = |corners: &[(f32, f32)]| {
        Shape::new(vec![corners.iter().map(corner).collect()]).into_iter().collect()
    };
    let (bright, clear) = (shape(bright), shape(clear));
    SignPiece { look: (kind, way as u8), at: tip, heading, bright, clear }
}

/// The edge of what touches.
struct Edge<'a> {
    touching: &'a [Shape],
    middle: Point,
}

impl Edge<'_> {
    /// The point so far outside the edge in some direction: that of a few directions near it, so that it does
    /// not jump where the edge is straight.
    fn toward(&self, direction: f32, far: f32) -> Point {
        const NEAR: [f32; 5] = [-0.5, -0.25, 0.0, 0.25, 0.5];
        let points = NEAR.map(|turn| self.farthest(direction + turn));
        let add = |sum: Point, at: &Point| Point::new(sum.x + at.x, sum.y + at.y);
        let sum = points.iter().fold(Point::default(), add);
        let count = points.len() as f32;
        ahead(Point::new(sum.x / count, sum.y / count), direction, far)
    }

    fn farthest(&self, direction: f32) -> Point {
        let (sin, cos) = direction.sin_cos();
        let points = self.touching.iter().flat_map(Shape::edges).map(|(from, _)| from);
        let far = |point: &Point| point.x * cos + point.y * sin;
        points.max_by(|one, two| far(one).total_cmp(&far(two))).unwrap_or(self.middle)
    }
}

impl SignPiece {
    /// How much of each pixel some pieces are, and how much is kept clear around them, 0–1.
    pub(super) fn drawn(pieces: &[Self], window: &Window) -> (Vec<f32>, Vec<f32>) {
        if pieces.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let all = |shapes: fn(&Self) -> &[Shape]| filled_by(pieces.iter().flat_map(shapes), window);
        (all(|piece| &piece.bright), all(|piece| &piece.clear))
    }

    /// The same, moved as far as it would reach beyond what is seen.
    fn within(self, seen: &Bounds) -> Self {
        let bright = self.bright.iter().map(Shape::bounds).reduce(Bounds::joined);
        let Some(Bounds { from, to }) = bright else { return self };
        let over = |from: f32, first: f32, to: f32, last: f32| {
            let (before, beyond) = ((first - from).max(0.0), (to - last).max(0.0));
            // What is larger than the picture stays where it is.
            if before > 0.0 && beyond > 0.0 { 0.0 } else { before - beyond }
        };
        let right = over(from.x, seen.from.x, to.x, seen.to.x);
        let down = over(from.y, seen.from.y, to.y, seen.to.y);
        let moved = |shapes: Vec<Shape>| {
            let moved = |point: Point| Point::new(point.x + right, point.y + down);
            shapes.iter().filter_map(|shape| shape.mapped(moved)).collect()
        };
        let at = Point::new(self.at.x + right, self.at.y + down);
        Self { at, bright: moved(self.bright), clear: moved(self.clear), ..self }
    }

    /// What of it is bright.
    #[cfg(test)]
    pub(super) fn bright(&self) -> &[Shape] {
        &self.bright
    }

    /// The smallest rectangle around it.
    pub(super) fn bounds(&self) -> Option<Bounds> {
        let shapes = self.bright.iter().chain(&self.clear);
        shapes.map(Shape::bounds).reduce(Bounds::joined)
    }
}
