//! From where a figure is seen.

use super::named::named;
use super::space::{Axes, Vector};
use crate::body::Point;

named! {
    /// From where the figure is seen.
    SeenFrom {
        /// From the front, as one sees oneself in a mirror.
        Front "front",
        /// From behind.
        Back "back",
        /// From the side that is at work, and mostly a little from the front.
        Side "side",
        /// From the other side, and a little from the front.
        OtherSide "other-side",
        /// From the side that is at work, and a little from behind.
        SideBehind "side-behind",
        /// From above, the head at the top, where one lies.
        Above "above",
    }
}

/// From how far above a figure is seen, how far from straight aside, and how far from straight ahead to the side
/// that is not at work, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Angles {
    pub(crate) above: f32,
    pub(crate) askew: f32,
    pub(crate) aside: f32,
}

/// Where one looks from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Camera {
    right: Vector,
    up: Vector,
    near: Vector,
}

impl Camera {
    /// From a side of a body that lies, sits or stands so.
    pub(crate) fn new(from: SeenFrom, root: Axes, angles: Angles) -> Self {
        let upright = Vector::new(0.0, 1.0, 0.0);
        let (sin, cos) = angles.askew.to_radians().sin_cos();
        let (aside, ahead) = angles.aside.to_radians().sin_cos();
        let (right, near) = match from {
            // As in a mirror: the left stays at the left.
            SeenFrom::Front => (Vector::new(ahead, 0.0, -aside), Vector::new(aside, 0.0, ahead)),
            SeenFrom::Back => (Vector::new(1.0, 0.0, 0.0), Vector::new(0.0, 0.0, -1.0)),
            SeenFrom::Side => (Vector::new(-sin, 0.0, -cos), Vector::new(-cos, 0.0, sin)),
            SeenFrom::OtherSide => (Vector::new(-sin, 0.0, cos), Vector::new(cos, 0.0, sin)),
            SeenFrom::SideBehind => (Vector::new(sin, 0.0, -cos), Vector::new(-cos, 0.0, -sin)),
            SeenFrom::Above => {
                let lying = root.up.across(upright);
                // Who does not lie is seen from over the head.
                let up = if lying.length() < 0.1 { root.fore } else { lying.unit() };
                return Self { right: up.cross(upright), up, near: upright };
            }
        };
        let (down, level) = angles.above.to_radians().sin_cos();
        Self { right, up: upright * level - near * down, near: near * level + upright * down }
    }

    /// Where a place is seen, in millimetres, y downward.
    pub(crate) fn point(&self, place: Vector) -> Point {
        Point::new(place.dot(self.right), -place.dot(self.up))
    }

    /// How near a place is, or how far a way comes nearer.
    pub(crate) fn nearness(&self, place: Vector) -> f32 {
        place.dot(self.near)
    }
}
