//! What figures and things are made of: round parts, each a few ellipsoids with the hull around them.

use super::half::Half;
use super::landmark::BodyPart;
use super::space::Vector;

/// An ellipsoid: its middle, and the ways to its surface along three directions at right angles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Blob {
    pub(crate) middle: Vector,
    pub(crate) reaches: [Vector; 3],
}

impl Blob {
    /// One whose directions are those of the room.
    pub(crate) fn upright(middle: Vector, size: Vector) -> Self {
        let reaches = [
            Vector::new(size.x, 0.0, 0.0),
            Vector::new(0.0, size.y, 0.0),
            Vector::new(0.0, 0.0, size.z),
        ];
        Self { middle, reaches }
    }
}

/// What a solid part is made of, as far as it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The body.
    Skin,
    /// Furniture.
    Thing,
    /// Pillows and cushions, lighter than what they lie on.
    Cloth,
    /// What is held, or what the place at work lies on.
    Tool,
    /// What carries everything.
    Ground,
}

/// A solid part of the figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Solid {
    pub(crate) matter: Matter,
    /// Which part of the body it is, if any.
    pub(crate) part: Option<(BodyPart, Half)>,
    pub(crate) blobs: Vec<Blob>,
    /// The blobs as the part itself knows them, where there is something on its surface to be seen.
    pub(crate) own: Option<Flesh>,
    /// What light falls over instead of the blobs.
    pub(crate) whole: Option<Blob>,
    /// How much nearer it is than its middle says, in millimetres.
    pub(crate) nearer: f32,
}

/// A part's ellipsoids: the middle of each and how far it reaches, outward, up and forward.
pub(crate) type Flesh = &'static [([f32; 3], [f32; 3])];
