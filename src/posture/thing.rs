//! Things in the room: chairs, tables, walls, floors and beds, of boxes and round parts.

use serde::Deserialize;

use super::solid::{Blob, Matter, Solid};
use super::space::Vector;

/// Something in the room, made of boxes and round parts.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Thing {
    /// Boxes, by the places of two corners.
    boxes: Vec<[[f32; 3]; 2]>,
    /// Round parts: the middle, and how far they reach to each side.
    rounds: Vec<[[f32; 3]; 2]>,
    /// Whether it is ground, which need not be seen to its ends.
    pub(crate) ground: bool,
    /// Whether it is a pillow or cushion.
    cloth: bool,
    /// Whether it never hides the body, as chairs and walls would.
    behind: bool,
}

/// How much farther away what never hides the body is taken to be, in millimetres.
const BEHIND: f32 = 5_000.0;

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Face {
    pub(crate) matter: Matter,
    /// Its corners, one beside the other.
    pub(crate) corners: [Vector; 4],
    /// Which way it faces.
    pub(crate) out: Vector,
}

impl Thing {
    /// How much farther away it is taken to be than it is, in millimetres.
    pub(crate) fn farther(&self) -> f32 {
        if self.behind { BEHIND } else { 0.0 }
    }

    fn matter(&self) -> Matter {
        match (self.ground, self.cloth) {
            (true, _) => Matter::Ground,
            (_, true) => Matter::Cloth,
            _ => Matter::Thing,
        }
    }

    /// The sides of its boxes.
    pub(crate) fn faces(&self) -> impl Iterator<Item = Face> {
        let matter = self.matter();
        self.boxes.iter().flat_map(move |corners| {
            (0..6).map(move |side| face_of(*corners, side / 2, side % 2, matter))
        })
    }

    /// Its round parts.
    pub(crate) fn rounds(&self) -> impl Iterator<Item = Solid> {
        let matter = self.matter();
        let vector = |[x, y, z]: [f32; 3]| Vector::new(x, y, z);
        self.rounds.iter().map(move |[at, size]| Solid {
            matter,
            part: None,
            blobs: vec![Blob::upright(vector(*at), vector(*size))],
            own: None,
            whole: None,
            nearer: 0.0,
        })
    }
}

/// The side of a box at the low or high end of one of its three directions.
fn face_of(corners: [[f32; 3]; 2], along: usize, end: usize, matter: Matter) -> Face {
    let (one, two) = ((along + 1) % 3, (along + 2) % 3);
    let corner = |[first, second]: [usize; 2]| {
        let mut at = [0.0; 3];
        at[along] = corners[end][along];
        at[one] = corners[first][one];
        at[two] = corners[second][two];
        Vector::new(at[0], at[1], at[2])
    };
    let mut out = [0.0; 3];
    out[along] = if end == 0 { -1.0 } else { 1.0 };
    Face {
        matter,
        corners: [[0, 0], [1, 0], [1, 1], [0, 1]].map(corner),
        out: Vector::new(out[0], out[1], out[2]),
    }
}
