//! The way a hand or tool takes over the body.

use super::Point;

/// The way of one stroke, from where it begins to where it ends. A still press is a course of a
/// single point.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    points: Vec<Point>,
    /// How far each point is from the start, in millimetres along the way.
    reached: Vec<f32>,
}

/// A place on a course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Station {
    /// Where.
    pub point: Point,
    /// Which way the course goes here, in radians: 0 is to the right, a quarter turn is down. A
    /// course of one point goes up, since that is where fingers mostly point.
    pub heading: f32,
}

impl Course {
    /// A course through some points; `None` for no points.
    pub fn new(points: Vec<Point>) -> Option<Self> {
        let mut reached = Vec::with_capacity(points.len());
        let mut far = 0.0;
        let mut last = *points.first()?;
        for point in &points {
            far += last.distance(*point);
            reached.push(far);
            last = *point;
        }
        Some(Self { points, reached })
    }

    /// Its points.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// How long it is, in millimetres.
    pub fn length(&self) -> f32 {
        self.reached.last().copied().unwrap_or_default()
    }

    /// The smallest rectangle around it.
    pub fn bounds(&self) -> Option<super::Bounds> {
        super::Bounds::around(self.points.iter().copied())
    }

    /// The same way back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let points: Vec<_> = self.points.iter().rev().copied().collect();
        Self::new(points).unwrap_or_else(|| self.clone())
    }

    /// The same course on the other side of an upright axis.
    #[must_use]
    pub fn mirrored(&self, axis: f32) -> Self {
        let points = self.points.iter().map(|point| point.mirrored(axis)).collect();
        Self { points, reached: self.reached.clone() }
    }

    /// The same course somewhere else, so many millimetres to the right and down.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        let points = self.points.iter().map(|at| Point::new(at.x + by.x, at.y + by.y)).collect();
        Self { points, reached: self.reached.clone() }
    }

    /// The place a share of the way along, 0–1.
    pub fn at(&self, share: f32) -> Station {
        let far = share.clamp(0.0, 1.0) * self.length();
        let after = self.reached.partition_point(|reached| *reached < far);
        let after = after.clamp(1.min(self.points.len() - 1), self.points.len() - 1);
        let before = after.saturating_sub(1);
        let (from, to) = (self.points[before], self.points[after]);
        let part = self.reached[after] - self.reached[before];
        let point =
            if part > 0.0 { from.toward(to, (far - self.reached[before]) / part) } else { to };
        Station { point, heading: self.heading(far) }
    }

    /// Which way it goes near a distance from its start: over a stretch rather than at a point, so
    /// that a hand turns smoothly.
    fn heading(&self, far: f32) -> f32 {
        const STRETCH: f32 = 0.06;
        let reach = self.length() * STRETCH;
        let (from, to) = (self.point_at(far - reach), self.point_at(far + reach));
        if from == to {
            return -std::f32::consts::FRAC_PI_2;
        }
        (to.y - from.y).atan2(to.x - from.x)
    }

    fn point_at(&self, far: f32) -> Point {
        let after = self.reached.partition_point(|reached| *reached < far);
        let after = after.min(self.points.len() - 1);
        let before = after.saturating_sub(1);
        let part = self.reached[after] - self.reached[before];
        let share = if part > 0.0 { (far - self.reached[before]) / part } else { 1.0 };
        self.points[before].toward(self.points[after], share.clamp(0.0, 1.0))
    }
}
