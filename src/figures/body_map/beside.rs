//! Arrows beside hands that cover the way they take: a still picture tells which way they go, and no hand ever
//! lies over them.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use crate::body::{Bounds, Course, Point, Side};
use crate::canvas::Window;

use super::hands::MapHand;
use super::sign;
use super::swept::Swept;

/// A way that hands lie over for more than this share of a stroke is shown beside them.
const COVERED: f32 = 0.3;

/// How long an arrow is at least, and how far from its middle a round one is at least, in lengths of its head.
const LONG: f32 = 2.6;
const ROUND: f32 = 0.85;

/// How much of a whole turn a round arrow is, in radians, and where its head is.
const TURN: f32 = TAU * 0.78;
const HEAD_AT: f32 = -FRAC_PI_2;

/// How far aside arrows are looked for, in steps of so many millimetres, and in how many directions.
const FARTHEST: u8 = 28;
const STEP: f32 = 6.0;
const DIRECTIONS: u8 = 16;

/// What it is for an arrow to be somewhere: under a hand, where nothing is seen of it, under the emblem or on the
/// side of the other hand, each for the whole of it; each millimetre it is away; and a direction that is not
/// outward.
const HIDDEN: f32 = 30.0;
const AWAY: f32 = 0.015;
const NOT_OUTWARD: f32 = 0.25;

/// Where arrows may be.
pub(super) struct ArrowRoom<'a> {
    pub(super) window: &'a Window,
    /// What hands sweep over.
    pub(super) swept: &'a Swept,
    /// The small picture of what touches, in millimetres.
    pub(super) emblem: Option<Bounds>,
}

/// An arrow that was found a place: its points up to its head, and whether it has one at either end.
pub(super) struct BesideArrow {
    pub(super) points: Vec<Point>,
    pub(super) is_double: bool,
}

impl ArrowRoom<'_> {
    /// Whether hands hide a way too long for it to be read.
    pub(super) fn is_hidden(&self, course: &Course) -> bool {
        let points: Vec<_> = (0..=16_u8).map(|at| course.at(f32::from(at) / 16.0).point).collect();
        self.swept.over(&points) > COVERED
    }

    /// Where an arrow as long as a way may lie beside the hands that take it, each with what it is to lie there. One of
    /// two hands keeps to its side of the line between them; for both, places are told in such order that each is the
    /// mirror image of the other's.
    pub(super) fn along(
        &self,
        course: &Course,
        is_double: bool,
        whose: Option<(Side, f32)>,
    ) -> Vec<(f32, BesideArrow)> {
        let head = sign::long(self.window);
        let points = shaft(course, is_double, head);
        let Some((from, to)) = points.first().zip(points.last()) else { return Vec::new() };
        let way = (to.y - from.y).atan2(to.x - from.x);
        let outward = whose.map_or(0.0, |(side, _)| outward_of(side));
        let is_outward = |aside: f32| (aside - outward).cos();
        let mut sides = [way + FRAC_PI_2, way - FRAC_PI_2];
        sides.sort_by(|one, other| is_outward(*other).total_cmp(&is_outward(*one)));
        let steps = |aside| (0..=FARTHEST).map(move |step| (aside, f32::from(step) * STEP));
        let placed = sides.into_iter().flat_map(steps).map(|(aside, far)| {
            let points: Vec<_> =
                points.iter().map(|point| sign::ahead(*point, aside, far)).collect();
            let inward = whose.map_or(0.0, |_| NOT_OUTWARD * (1.0 - is_outward(aside)));
            let cost = self.cost(&broad(&points, head), whose) + AWAY * far + inward;
            (cost, BesideArrow { points, is_double })
        });
        placed.collect()
    }

    /// The same for a round arrow as large as the circle a hand goes.
    pub(super) fn around(
        &self,
        hand: &MapHand,
        whose: Option<(Side, f32)>,
    ) -> Vec<(f32, BesideArrow)> {
        let Some(bounds) = hand.course.bounds() else { return Vec::new() };
        let head = sign::long(self.window);
        let radius = (bounds.width().max(bounds.height()) / 2.0).max(ROUND * head);
        let sense = sense(&hand.course);
        let own = if hand.is_left { Side::Left } else { Side::Right };
        let side = whose.map_or(own, |(side, _)| side);
        let steps = |direction| (0..=FARTHEST).map(move |step| (direction, f32::from(step) * STEP));
        let placed = (0..DIRECTIONS).flat_map(steps).map(|(direction, far)| {
            let turned = f32::from(direction) / f32::from(DIRECTIONS) * TAU;
            let toward = if side == Side::Left { PI - turned } else { turned };
            let middle = sign::ahead(bounds.middle(), toward, radius + far);
            let rims = [radius + 0.6 * head, radius, 0.5 * radius];
            let rim = |rim: f32| {
                (0..16_u8).map(move |at| sign::ahead(middle, f32::from(at) / 16.0 * TAU, rim))
            };
            let disc: Vec<_> = rims.into_iter().flat_map(rim).collect();
            let inward = NOT_OUTWARD * (1.0 - turned.cos());
            let cost = self.cost(&disc, whose) + AWAY * (radius + far) + inward;
            let back = |share: f32| HEAD_AT - sense * (0.25 + (TURN - 0.25) * (1.0 - share));
            let points = (0..=20_u8)
                .map(|at| sign::ahead(middle, back(f32::from(at) / 20.0), radius))
                .collect();
            (cost, BesideArrow { points, is_double: false })
        });
        placed.collect()
    }

    /// What it is for an arrow to lie at some points.
    fn cost(&self, points: &[Point], whose: Option<(Side, f32)>) -> f32 {
        let seen = self.window.bounds();
        let is_across = |point: &Point| match whose {
            Some((Side::Left, middle)) => point.x > middle,
            Some((Side::Right, middle)) => point.x < middle,
            None => false,
        };
        let is_lost = |point: &&Point| {
            !seen.contains(**point)
                || is_across(point)
                || self.emblem.is_some_and(|emblem| emblem.contains(**point))
        };
        let lost = points.iter().filter(is_lost).count() as f32 / points.len().max(1) as f32;
        HIDDEN * (self.swept.over(points) + 2.0 * lost)
    }
}

/// What of a way lies between the heads of its arrow, or behind its head; at least as long as can be read.
fn shaft(course: &Course, is_double: bool, head: f32) -> Vec<Point> {
    const PIECES: u8 = 12;
    let ahead = sign::HEAD_AHEAD * head;
    let long = course.length().max(LONG * head);
    let (first, last) = (if is_double { ahead } else { 0.0 }, long - ahead);
    let middle = course.at(0.5);
    let at = |far: f32| {
        if course.length() >= long {
            course.at(far / long).point
        } else {
            sign::ahead(middle.point, middle.heading, far - long / 2.0)
        }
    };
    let share = |piece: u8| f32::from(piece) / f32::from(PIECES);
    (0..=PIECES).map(|piece| at(first + (last - first) * share(piece))).collect()
}

/// Of the places of some arrows the best for all of them together: those of two hands are mirror images.
pub(super) fn best(places: Vec<Vec<(f32, BesideArrow)>>) -> Vec<BesideArrow> {
    let count = places.iter().map(Vec::len).min().unwrap_or_default();
    let cost = |at: usize| places.iter().map(|places| places[at].0).sum::<f32>();
    let least = (0..count).min_by(|one, other| cost(*one).total_cmp(&cost(*other)));
    let at = least.unwrap_or_default();
    places
        .into_iter()
        .filter_map(|places| places.into_iter().nth(at))
        .map(|place| place.1)
        .collect()
}

/// Which way is outward on a side, in radians.
fn outward_of(side: Side) -> f32 {
    match side {
        Side::Left => PI,
        Side::Right => 0.0,
    }
}

/// Which way a round course goes: 1 with the clock, -1 against it.
fn sense(course: &Course) -> f32 {
    let points = course.points();
    let twice: f32 = points.windows(2).map(|two| two[0].x * two[1].y - two[1].x * two[0].y).sum();
    twice.signum()
}

/// The points of a line as broad as the head of an arrow, and what its tip reaches beyond it.
fn broad(points: &[Point], head: f32) -> Vec<Point> {
    let Some([from, to]) = points.first().zip(points.last()).map(|(from, to)| [*from, *to]) else {
        return Vec::new();
    };
    let way = (to.y - from.y).atan2(to.x - from.x);
    let ends = [sign::ahead(from, way, -head), sign::ahead(to, way, head)];
    let all = points.iter().chain(&ends);
    let beside = |point: &Point| {
        [-FRAC_PI_2, FRAC_PI_2].map(|aside| sign::ahead(*point, way + aside, head * 0.6))
    };
    all.flat_map(|point| beside(point).into_iter().chain([*point])).collect()
}
