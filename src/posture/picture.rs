//! The figure as it is seen from one side: outlines in millimetres, from the farthest to the nearest.

use super::camera::Camera;
use super::head::{FaceTension, HeadSurface, Mark};
use super::solid::{Blob, Matter, Solid};
use super::surface::SeenBall;
use super::thing::Face;
use crate::body::{Bounds, Point, Shape};

/// How many corners a round outline has.
const CORNERS: usize = 32;

impl Camera {
    /// The ellipse an ellipsoid is seen as.
    pub(crate) fn ellipse(&self, blob: &Blob) -> Ellipse {
        let middle = self.point(blob.middle);
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        let mut deep = 0.0;
        for reach in blob.reaches {
            let Point { x, y } = self.point(reach);
            (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
            deep += self.nearness(reach).powi(2);
        }
        Ellipse { middle, xx, xy, yy, near: self.nearness(blob.middle), deep: deep.sqrt() }
    }

    /// A solid as it is seen, its face tensed so far.
    pub(crate) fn see(&self, solid: &Solid, tension: FaceTension) -> Option<SeenPart> {
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
        let balls = || solid.blobs.iter().map(|blob| SeenBall::of(blob, self));
        Some(SeenPart {
            matter: solid.matter,
            nearness: near / solid.blobs.len() as f32 + solid.nearer,
            surface: match solid.own {
                Some(own) => {
                    let whole = solid.whole.map(|whole| SeenBall::of(&whole, self));
                    Surface::Head(HeadSurface::new(balls(), own, whole, tension), [*first, *last])
                }
                None => Surface::Round([*first, *last]),
            },
            outline,
            glows: Vec::new(),
            limb: None,
            joint: None,
            is_hand: false,
        })
    }

    /// The side of a box, where it is turned toward who looks; taken to be so much farther away.
    pub(crate) fn see_face(&self, face: &Face, farther: f32) -> Option<SeenPart> {
        let toward = self.nearness(face.out);
        if toward < 0.02 {
            return None;
        }
        let corners = face.corners.map(|corner| self.point(corner));
        let outline = Shape::new(vec![corners.to_vec()])?;
        // On a side the nearness changes evenly to the right and down.
        let (first, out) = (face.corners[0], self.point(face.out));
        let slopes = [-out.x / toward, -out.y / toward];
        let start =
            self.nearness(first) - farther - slopes[0] * corners[0].x - slopes[1] * corners[0].y;
        let near = face.corners.iter().map(|corner| self.nearness(*corner)).sum::<f32>() / 4.0;
        Some(SeenPart {
            matter: face.matter,
            nearness: near - farther,
            surface: Surface::Flat {
                near: [start, slopes[0], slopes[1]],
                upward: face.out.y.max(0.0),
            },
            outline,
            glows: Vec::new(),
            limb: None,
            joint: None,
            is_hand: false,
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
    /// How near its middle is, and how much nearer its surface, in millimetres.
    near: f32,
    deep: f32,
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
            near: mix(self.near, other.near),
            deep: mix(self.deep, other.deep),
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

/// What a part's surface is like.
#[derive(Clone, Debug, PartialEq)]
enum Surface {
    /// Round, from one end to the other.
    Round([Ellipse; 2]),
    /// Of a head, from one end to the other.
    Head(HeadSurface, [Ellipse; 2]),
    /// The side of a box: how near it is at no distance, and how that changes to the right and down; and how
    /// far it faces upward, 0–1.
    Flat { near: [f32; 3], upward: f32 },
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
    surface: Surface,
    /// What glows on it, and how brightly, 0–1.
    pub glows: Vec<(Ellipse, f32)>,
    /// The limb or trunk it belongs to; parts of one are not set off from each other at their joints.
    pub limb: Option<u8>,
    /// Where its joint is, and how far around it no line parts it from its neighbour, in millimetres.
    pub joint: Option<(Point, f32)>,
    /// Whether it is a hand.
    pub is_hand: bool,
}

impl SeenPart {
    /// How far upward it faces, 0–1, where it is the side of a box and has no roundness.
    pub fn flat(&self) -> Option<f32> {
        match self.surface {
            Surface::Flat { upward, .. } => Some(upward),
            _ => None,
        }
    }

    /// Which way its surface faces at a point: to the right, down, and near.
    pub fn normal(&self, point: Point) -> [f32; 3] {
        match &self.surface {
            Surface::Round(ends) => {
                let (toward, far) = between(*ends, point).outward(point);
                let far = far.min(1.0);
                [toward.x * far, toward.y * far, (1.0 - far * far).sqrt()]
            }
            Surface::Head(head, _) => head.normal(point).unwrap_or([0.0, 0.0, 1.0]),
            Surface::Flat { .. } => [0.0, 0.0, 1.0],
        }
    }

    /// How near its surface is at a point, in millimetres.
    pub fn near_at(&self, point: Point) -> f32 {
        match &self.surface {
            Surface::Round(ends) | Surface::Head(_, ends) => {
                let there = between(*ends, point);
                let far = there.distance(point).min(1.0);
                there.near + there.deep * (1.0 - far * far).sqrt()
            }
            Surface::Flat { near: [start, right, down], .. } => {
                start + right * point.x + down * point.y
            }
        }
    }

    /// What is seen on it at a point, where a pixel is so many millimetres high.
    pub fn mark(&self, point: Point, pixel: f32) -> Mark {
        match &self.surface {
            Surface::Head(head, _) => head.mark(point, pixel),
            _ => Mark::Plain,
        }
    }

    /// The same part in a mirror.
    pub(crate) fn mirrored(self) -> Option<Self> {
        let surface = match &self.surface {
            Surface::Round(ends) => Surface::Round(ends.map(Ellipse::mirrored)),
            Surface::Head(head, ends) => {
                Surface::Head(head.mirrored(), ends.map(Ellipse::mirrored))
            }
            Surface::Flat { near: [start, right, down], upward } => {
                Surface::Flat { near: [*start, -right, *down], upward: *upward }
            }
        };
        let joint = self.joint.map(|(at, reach)| (at.mirrored(0.0), reach));
        let glows = self.glows.iter().map(|(ellipse, glow)| (ellipse.mirrored(), *glow)).collect();
        let outline = self.outline.mapped(|point| point.mirrored(0.0))?;
        Some(Self { outline, surface, glows, joint, ..self })
    }
}

/// The ellipse between two ends that lies at a point.
fn between([one, two]: [Ellipse; 2], point: Point) -> Ellipse {
    let (dx, dy) = (two.middle.x - one.middle.x, two.middle.y - one.middle.y);
    let long = (dx * dx + dy * dy).max(1.0);
    let share = ((point.x - one.middle.x) * dx + (point.y - one.middle.y) * dy) / long;
    one.toward(two, share.clamp(0.0, 1.0))
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
