//! Where hands lie over a picture while they go their whole way.

use crate::body::{Bounds, Point, Shape};
use crate::canvas::{Window, filled_by};

use super::hands::MapHand;

/// At how many places of its way a hand is looked at.
const LOOKS: u8 = 9;

/// How hard a hand presses where it is looked at, 0–1.
const PRESS: f32 = 0.5;

/// How much of a hand is next to what of it touches, in shares of the way to its wrist.
const NEAR: f32 = 0.5;

/// For how much of a stroke hands lie over each pixel of a grid.
pub(super) struct Swept {
    grid: Window,
    shares: Vec<f32>,
}

impl Swept {
    /// What some hands sweep over on their ways, in so few pixels as a grid has.
    pub(super) fn of(hands: &[MapHand], grid: Window) -> Self {
        let mut shares = vec![0.0_f32; grid.pixels()];
        for look in 0..LOOKS {
            let hands = hands.iter().flat_map(|hand| seen(hand, share_of(look)));
            let there = filled_by(hands, &grid);
            let part = 1.0 / f32::from(LOOKS);
            shares.iter_mut().zip(there).for_each(|(sum, there)| *sum += part * there);
        }
        Self { grid, shares }
    }

    /// For how much of a stroke hands lie over each pixel, 0–1, row by row.
    pub(super) fn shares(&self) -> &[f32] {
        &self.shares
    }

    /// For how much of a stroke hands lie over some points, 0–1.
    pub(super) fn over(&self, points: &[Point]) -> f32 {
        let sum: f32 = points.iter().map(|point| self.at(*point)).sum();
        sum / points.len().max(1) as f32
    }

    fn at(&self, point: Point) -> f32 {
        let place = self.grid.place(point);
        let (column, row) = (place.x.floor(), place.y.floor());
        if column < 0.0 || row < 0.0 {
            return 0.0;
        }
        let (column, row) = (column as usize, row as usize);
        let is_seen = column < self.grid.across && row < self.grid.down;
        if is_seen { self.shares[row * self.grid.across + column] } else { 0.0 }
    }
}

/// The rectangle around all that touches on the whole way of some hands, and around what is next to it of them.
pub(super) fn reach(hands: &[MapHand]) -> Option<Bounds> {
    let looks = |hand| (0..LOOKS).map(move |look| (hand, share_of(look)));
    let near = hands.iter().flat_map(looks).flat_map(|(hand, along): (&MapHand, f32)| {
        let place = hand.place(along);
        let touching = place.touching(&hand.drawing, hand.is_grip());
        let drawing = place.stand(&hand.drawing, hand.is_grip(), PRESS);
        let is_near = |point: &Point| place.behind(*point) < NEAR * hand.wrist.0 * hand.scale();
        let body = drawing.body.iter().flat_map(Shape::edges).map(|(from, _)| from);
        let near = Bounds::around(body.filter(is_near)).filter(|_| hand.drawing.is_skin);
        touching.iter().map(Shape::bounds).chain(near).collect::<Vec<_>>()
    });
    near.reduce(Bounds::joined)
}

fn share_of(look: u8) -> f32 {
    f32::from(look) / f32::from(LOOKS - 1)
}

/// What is seen of a hand a share of the way along, up to where its arm has faded.
fn seen(hand: &MapHand, along: f32) -> Vec<Shape> {
    let place = hand.place(along);
    let drawing = place.stand(&hand.drawing, hand.is_grip(), PRESS);
    let faded = f32::midpoint(hand.wrist.0, hand.wrist.1) * hand.scale();
    let is_arm = |point: &Point| hand.drawing.is_skin && place.behind(*point) > faded;
    let cut = |shape: &Shape| {
        let outlines = shape
            .closed_lines()
            .map(|line| line.into_iter().filter(|point| !is_arm(point)).collect::<Vec<_>>());
        Shape::new(outlines.filter(|line| line.len() > 2).collect())
    };
    drawing.body.iter().filter_map(cut).chain(drawing.touching.clone()).collect()
}
