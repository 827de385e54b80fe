//! What touches the body, drawn: hands from above and from the side, and tools, in the size they have.

use crate::body::{Point, Shape};

/// The drawing of a hand or tool. It points up: a right hand, its back seen and its thumb at the left.
/// Points are millimetres from where it touches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TouchDrawing {
    /// Skin, if it is a hand or an arm; a tool otherwise.
    pub is_skin: bool,
    /// Its outline.
    pub body: Vec<Shape>,
    /// Its nails.
    pub nails: Vec<Shape>,
    /// Lines that part its fingers, or show what it is made of.
    pub lines: Vec<Vec<Point>>,
    /// What of it presses on the body.
    pub touching: Vec<Shape>,
}

impl TouchDrawing {
    /// The same drawing, each of its points somewhere else.
    #[must_use]
    pub fn mapped(&self, place: impl Fn(Point) -> Point) -> Self {
        let shapes =
            |shapes: &[Shape]| shapes.iter().filter_map(|shape| shape.mapped(&place)).collect();
        Self {
            is_skin: self.is_skin,
            body: shapes(&self.body),
            nails: shapes(&self.nails),
            lines: self
                .lines
                .iter()
                .map(|line| line.iter().map(|at| place(*at)).collect())
                .collect(),
            touching: shapes(&self.touching),
        }
    }
}
