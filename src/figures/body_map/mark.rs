//! What touches, where it stands: a drawing of the atlas, turned, moved and closed as a hand is.

use crate::body::{Point, Shape, TouchDrawing};

/// How far the tips of a grip come together when it is closed, in millimetres.
const CLOSES: f32 = 19.0;

/// How far behind the tips of a grip nothing closes any more, in millimetres.
const HINGE: f32 = 80.0;

/// How hard a hand that holds nothing between its fingers gives way as it presses, in shares of its size.
const GIVES: f32 = 0.05;

/// Where a mark stands and which way it points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MarkPlace {
    /// Where it touches.
    pub(super) middle: Point,
    /// Which way it points, as a way of length one.
    pub(super) toward: Point,
    /// Whether the thumb is on the other side than drawn.
    pub(super) is_flipped: bool,
    /// How large it is, of the size that it has.
    pub(super) scale: f32,
}

impl MarkPlace {
    /// Where a point of a drawing that points up comes to lie.
    pub(super) fn at(&self, point: Point) -> Point {
        // A quarter turn on from where it points.
        let (sin, cos) = (self.toward.x, -self.toward.y);
        let x = if self.is_flipped { -point.x } else { point.x } * self.scale;
        let y = point.y * self.scale;
        Point::new(self.middle.x + x * cos - y * sin, self.middle.y + x * sin + y * cos)
    }

    /// How far behind the place where it touches a point lies, toward the wrist, in millimetres.
    pub(super) fn behind(&self, point: Point) -> f32 {
        let Point { x: cos, y: sin } = self.toward;
        (self.middle.x - point.x) * cos + (self.middle.y - point.y) * sin
    }

    /// A drawing that stands here; `press` is 0–1. A grip closes, thumb against fingers; anything else
    /// spreads a little.
    pub(super) fn stand(&self, drawing: &TouchDrawing, is_grip: bool, press: f32) -> TouchDrawing {
        drawing.mapped(|point| self.pressed(point, is_grip, press))
    }

    /// What of a drawing touches, where it stands here.
    pub(super) fn touching(&self, drawing: &TouchDrawing, is_grip: bool) -> Vec<Shape> {
        let mapped = |shape: &Shape| shape.mapped(|point| self.pressed(point, is_grip, 0.0));
        drawing.touching.iter().filter_map(mapped).collect()
    }

    fn pressed(&self, point: Point, is_grip: bool, press: f32) -> Point {
        if is_grip {
            let near = (1.0 - point.y / HINGE).clamp(0.0, 1.0);
            let inward = CLOSES * press * near;
            self.at(Point::new(point.x - inward * point.x.signum(), point.y))
        } else {
            self.at(Point::new(point.x * (1.0 + GIVES * press), point.y))
        }
    }
}
