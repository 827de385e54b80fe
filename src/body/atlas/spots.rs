//! Parts of regions: where they lie, and the way a hand takes there.

use super::{Plate, meets};
use crate::body::{Bounds, Course, Direction, Point, Region, RegionPart, Shape, Side};

/// How much of a spot the way of a hand takes up, in shares of its breadth and height.
const TAKEN: f32 = 0.85;

impl Plate {
    /// Where a spot of a region lies: on one side, or wherever it lies if no side is named.
    pub fn spots_of(&self, region: Region, side: Option<Side>, spot: RegionPart) -> Vec<Shape> {
        let drawn = self.spots.iter().filter(|area| area.place == spot && meets(side, area.side));
        let shapes: Vec<Shape> = drawn.map(|area| area.shape.clone()).collect();
        if !shapes.is_empty() {
            return shapes;
        }
        let third = match spot {
            RegionPart::Upper => 0.0,
            RegionPart::Middle => 1.0,
            RegionPart::Lower => 2.0,
            _ => return Vec::new(),
        };
        let of_region = self.places_of(region, side);
        let parts = of_region.filter_map(|area| {
            let bounds = area.shape.bounds();
            let high = bounds.height() / 3.0;
            let from = bounds.from.y + third * high;
            area.shape.between(from, from + high)
        });
        parts.collect()
    }

    /// The courses of a stroke in a part of a region, each moved into it and no larger than it.
    pub fn courses_in(
        &self,
        region: Region,
        side: Option<Side>,
        spot: Option<RegionPart>,
        direction: Direction,
    ) -> Vec<Course> {
        let courses = self.courses(region, side, direction);
        let Some(spot) = spot else {
            return courses;
        };
        let spots = self.spots_of(region, side, spot);
        let near = |course: &Course| {
            let middle = course.bounds()?.middle();
            let far = |shape: &&Shape| shape.bounds().middle().distance(middle);
            spots.iter().min_by(|one, two| far(one).total_cmp(&far(two)))
        };
        let count = courses.len();
        let moved = courses.into_iter().map(|course| match near(&course) {
            // Each of two hands keeps to its own side of a spot that both work on.
            Some(shape) if count > spots.len() => course.moved_into(half_of(shape, &course)),
            Some(shape) => course.moved_into(shape.bounds()),
            None => course,
        });
        moved.collect()
    }
}

/// The half of a spot that a course lies in.
fn half_of(spot: &Shape, course: &Course) -> Bounds {
    let Bounds { from, to } = spot.bounds();
    let middle = spot.bounds().middle().x;
    let own = course.bounds().map_or(middle, |own| own.middle().x);
    if own < middle {
        Bounds { from, to: Point::new(middle, to.y) }
    } else {
        Bounds { from: Point::new(middle, from.y), to }
    }
}

impl Course {
    /// The same course, its middle in the middle of some bounds and no larger than they are.
    #[must_use]
    fn moved_into(&self, bounds: Bounds) -> Self {
        let Some(own) = self.bounds() else {
            return self.clone();
        };
        let share =
            |room: f32, needed: f32| (TAKEN * room / needed.max(f32::MIN_POSITIVE)).min(1.0);
        let share = share(bounds.width(), own.width()).min(share(bounds.height(), own.height()));
        let (from, to) = (own.middle(), bounds.middle());
        let moved = self.points().iter().map(|point| {
            Point::new(to.x + (point.x - from.x) * share, to.y + (point.y - from.y) * share)
        });
        Self::new(moved.collect()).unwrap_or_else(|| self.clone())
    }
}
