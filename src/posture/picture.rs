//! The figure as it is seen from one side: outlines in millimetres, from the farthest to the nearest.

use super::flesh::{Blob, Matter, Solid};
use super::named::named;
use super::space::Vector;
use crate::body::{Bounds, Point, Shape};

named! {
    /// From where the figure is seen.
    SeenFrom {
        /// From the front, as one sees oneself in a mirror.
        Front "front",
        /// From behind.
        Back "back",
        /// From the side that is at work, and a little from the front.
        Side "side",
        /// From the other side, and a little from the front.
        OtherSide "other-side",
        /// From the side that is at work, and a little from behind.
        SideBehind "side-behind",
    }
}

/// How far from straight aside the figure is seen, in degrees.
const ASKEW: f32 = 24.0;

/// How many corners a round outline has.
const CORNERS: usize = 32;

/// Where one looks from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Camera {
    right: Vector,
    up: Vector,
    near: Vector,
}

impl Camera {
    /// From a side, and from so many degrees above.
    pub(crate) fn new(from: SeenFrom, above: f32) -> Self {
        let (sin, cos) = ASKEW.to_radians().sin_cos();
        let (right, near) = match from {
            // As in a mirror: the left stays at the left.
            SeenFrom::Front => (Vector::new(1.0, 0.0, 0.0), Vector::new(0.0, 0.0, 1.0)),
            SeenFrom::Back => (Vector::new(1.0, 0.0, 0.0), Vector::new(0.0, 0.0, -1.0)),
            SeenFrom::Side => (Vector::new(-sin, 0.0, -cos), Vector::new(-cos, 0.0, sin)),
            SeenFrom::OtherSide => (Vector::new(-sin, 0.0, cos), Vector::new(cos, 0.0, sin)),
            SeenFrom::SideBehind => (Vector::new(sin, 0.0, -cos), Vector::new(-cos, 0.0, -sin)),
        };
        let (down, level) = above.to_radians().sin_cos();
        let upright = Vector::new(0.0, 1.0, 0.0);
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

    /// The ellipse an ellipsoid is seen as.
    pub(crate) fn ellipse(&self, blob: &Blob) -> Ellipse {
        let middle = self.point(blob.middle);
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for reach in blob.reaches {
            let Point { x, y } = self.point(reach);
            (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
        }
        Ellipse { middle, xx, xy, yy }
    }

    /// A solid as it is seen.
    pub(crate) fn see(&self, solid: &Solid) -> Option<SeenPart> {
        let ellipses: Vec<_> = solid.blobs.iter().map(|blob| self.ellipse(blob)).collect();
        let near = solid.blobs.iter().map(|blob| self.nearness(blob.middle)).sum::<f32>();
        let corners = (0..CORNERS).filter_map(|at| {
            let turn = std::f32::consts::TAU * at as f32 / CORNERS as f32;
            let toward = Point::new(turn.cos(), turn.sin());
            let ends = ellipses.iter().map(|ellipse| ellipse.end(toward));
            ends.max_by(|one, two| one.1.total_cmp(&two.1)).map(|(end, _)| end)
        });
        let outline = Shape::new(vec![corners.collect()])?;
        let (first, last) = (ellipses.first()?, ellipses.last()?);
        Some(SeenPart {
            matter: solid.matter,
            nearness: near / solid.blobs.len() as f32 + solid.nearer,
            ends: [*first, *last],
            outline,
            glows: Vec::new(),
            limb: None,
            joint: None,
        })
    }
}

/// An ellipse: its middle, and the sums of the products of its half axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ellipse {
    /// Its middle.
    pub middle: Point,
    xx: f32,
    xy: f32,
    yy: f32,
}

impl Ellipse {
    /// Its farthest point in a direction, and how far that is in the direction.
    fn end(&self, toward: Point) -> (Point, f32) {
        let Point { x, y } = toward;
        let along = Point::new(self.xx * x + self.xy * y, self.xy * x + self.yy * y);
        let far = (along.x * x + along.y * y).max(0.0).sqrt();
        let far_enough = far.max(f32::MIN_POSITIVE);
        let end =
            Point::new(self.middle.x + along.x / far_enough, self.middle.y + along.y / far_enough);
        (end, self.middle.x * x + self.middle.y * y + far)
    }

    /// One between it and another, a share of the way, 0–1.
    fn toward(self, other: Self, share: f32) -> Self {
        let mix = |from: f32, to: f32| from + (to - from) * share;
        Self {
            middle: self.middle.toward(other.middle, share),
            xx: mix(self.xx, other.xx),
            xy: mix(self.xy, other.xy),
            yy: mix(self.yy, other.yy),
        }
    }

    /// The direction in which a point leaves it, and how far out the point lies: 1 is the edge.
    fn outward(&self, point: Point) -> (Point, f32) {
        let (x, y) = (point.x - self.middle.x, point.y - self.middle.y);
        let area = (self.xx * self.yy - self.xy * self.xy).max(1.0);
        let steep =
            Point::new((self.yy * x - self.xy * y) / area, (self.xx * y - self.xy * x) / area);
        let long = steep.x.hypot(steep.y).max(f32::MIN_POSITIVE);
        (Point::new(steep.x / long, steep.y / long), self.distance(point))
    }

    /// How far out a point lies: 0 in the middle, 1 on the edge.
    pub fn distance(&self, point: Point) -> f32 {
        let (x, y) = (point.x - self.middle.x, point.y - self.middle.y);
        let area = (self.xx * self.yy - self.xy * self.xy).max(1.0);
        ((self.yy * x * x - 2.0 * self.xy * x * y + self.xx * y * y) / area).max(0.0).sqrt()
    }

    pub(crate) fn mirrored(self) -> Self {
        Self { middle: self.middle.mirrored(0.0), xy: -self.xy, ..self }
    }
}

/// A part of the figure as it is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenPart {
    /// What it is made of.
    pub matter: Matter,
    /// How near it is, in millimetres.
    pub(crate) nearness: f32,
    /// Its outline.
    pub outline: Shape,
    /// What it looks like at its two ends.
    ends: [Ellipse; 2],
    /// What glows on it, and how brightly, 0–1.
    pub glows: Vec<(Ellipse, f32)>,
    /// The limb or trunk it belongs to; parts of one are not set off from each other at their joints.
    pub limb: Option<u8>,
    /// Where its joint is, and how far around it no line parts it from its neighbour, in millimetres.
    pub joint: Option<(Point, f32)>,
}

impl SeenPart {
    /// Whether it is a box and has no roundness.
    pub fn is_flat(&self) -> bool {
        self.ends.iter().all(|end| end.xx + end.yy < 1.0)
    }

    /// Which way its surface faces at a point, as if it were round: to the right, down, and near.
    pub fn normal(&self, point: Point) -> [f32; 3] {
        let [one, two] = self.ends;
        let (dx, dy) = (two.middle.x - one.middle.x, two.middle.y - one.middle.y);
        let long = (dx * dx + dy * dy).max(1.0);
        let share = ((point.x - one.middle.x) * dx + (point.y - one.middle.y) * dy) / long;
        let (toward, far) = one.toward(two, share.clamp(0.0, 1.0)).outward(point);
        let far = far.min(1.0);
        [toward.x * far, toward.y * far, (1.0 - far * far).sqrt()]
    }

    /// The same part in a mirror.
    pub(crate) fn mirrored(self) -> Option<Self> {
        let ends = self.ends.map(Ellipse::mirrored);
        let joint = self.joint.map(|(at, reach)| (at.mirrored(0.0), reach));
        let glows = self.glows.iter().map(|(ellipse, glow)| (ellipse.mirrored(), *glow)).collect();
        let outline = self.outline.mapped(|point| point.mirrored(0.0))?;
        Some(Self { outline, ends, glows, joint, ..self })
    }
}

/// The figure as it is seen: its parts from the farthest to the nearest.
#[derive(Clone, Debug, PartialEq)]
pub struct FigurePicture {
    /// The parts.
    pub parts: Vec<SeenPart>,
    /// What glows on a side that is turned away, and how brightly it shines through the body, 0–1.
    pub shining: Vec<(Ellipse, f32)>,
}

impl FigurePicture {
    /// The smallest rectangle around it.
    pub fn bounds(&self) -> Option<Bounds> {
        self.parts.iter().map(|part| part.outline.bounds()).reduce(Bounds::joined)
    }
}
