//! Where a muscle group lies that is tensed and let go.

use super::{Plate, meets};
use crate::body::{Bounds, MuscleGroup, Point, Shape, Side};

/// How much is seen around a muscle group, in shares of how large it is.
const AROUND: f32 = 0.12;

/// The smallest part of a picture that is seen, in shares of its height.
const LEAST: f32 = 0.3;

impl Plate {
    /// The outlines of a muscle group: on one side, or wherever it lies if no side is named.
    pub fn shapes_of(
        &self,
        muscles: MuscleGroup,
        side: Option<Side>,
    ) -> impl Iterator<Item = &Shape> {
        let regions = muscles
            .regions()
            .iter()
            .flat_map(move |region| self.places_of(*region, side).map(|area| &area.shape));
        let drawn = self
            .muscles
            .iter()
            .filter(move |area| muscles.drawn().contains(&area.place) && meets(side, area.side));
        regions.chain(drawn.map(|area| &area.shape))
    }

    /// The part of the picture that shows a muscle group best. One side is seen with the middle of
    /// the body, so that it is plain which side it is.
    pub fn frame_of(&self, muscles: MuscleGroup, side: Option<Side>) -> Option<Bounds> {
        if let ([region], []) = (muscles.regions(), muscles.drawn())
            && let Some(frame) = self.frame(*region, side)
        {
            return Some(frame);
        }
        let shapes = self.shapes_of(muscles, side).map(Shape::bounds);
        let mut seen = shapes.reduce(Bounds::joined)?;
        if !self.view.is_pair() {
            let middle = Point::new(self.middle(), seen.middle().y);
            seen = seen.joined(Bounds { from: middle, to: middle });
        }
        let around = AROUND * seen.width().max(seen.height());
        let around = around.max((LEAST * self.height - seen.height()) / 2.0);
        Some(Bounds {
            from: Point::new(seen.from.x - around, seen.from.y - around),
            to: Point::new(seen.to.x + around, seen.to.y + around),
        })
    }
}
