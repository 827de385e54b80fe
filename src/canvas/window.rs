//! The part of a picture that is seen, and the pixels it is seen with.

use ratatui::layout::Rect;

use crate::body::{Bounds, Point};

/// The part of a picture that is seen, as a grid of pixels. Lengths are millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Window {
    /// The corner at the top left.
    pub(crate) origin: Point,
    /// How wide and how high one pixel is. A cell is twice as high as wide, its pixels may not be.
    pub(crate) step: Point,
    /// How many pixels there are, across and down.
    pub(crate) across: usize,
    /// How many pixels there are down.
    pub(crate) down: usize,
}

impl Window {
    /// The window that shows a frame as large as an area can, in its middle. Where the area has
    /// room to spare more of the neighbourhood is seen. A cell has so many pixels across and down.
    pub(crate) fn on(frame: Bounds, area: Rect, (columns, rows): (usize, usize)) -> Self {
        let across = usize::from(area.width) * columns;
        let down = usize::from(area.height) * rows;
        let cell = (frame.width() / f32::from(area.width.max(1)))
            .max(frame.height() / (2.0 * f32::from(area.height.max(1))))
            .max(f32::MIN_POSITIVE);
        let step = Point::new(cell / columns as f32, 2.0 * cell / rows as f32);
        let middle = frame.middle();
        let origin = Point::new(
            middle.x - step.x * across as f32 / 2.0,
            middle.y - step.y * down as f32 / 2.0,
        );
        Self { origin, step, across, down }
    }

    /// The whole pixels of it, or beside it, that some bounds lie in, and the corner of those, in pixels.
    pub(crate) fn around(&self, Bounds { from, to }: Bounds) -> (Self, (i32, i32)) {
        let (from, to) = (self.place(from), self.place(to));
        let (left, top) = (from.x.floor(), from.y.floor());
        let (across, down) = ((to.x - left).ceil() as usize, (to.y - top).ceil() as usize);
        let Self { origin, step, .. } = *self;
        let origin = Point::new(origin.x + left * step.x, origin.y + top * step.y);
        (Self { origin, step, across, down }, (left as i32, top as i32))
    }

    /// How many pixels there are.
    pub(crate) fn pixels(&self) -> usize {
        self.across * self.down
    }

    /// The middle of a pixel.
    pub(crate) fn middle_of(&self, column: usize, row: usize) -> Point {
        Point::new(
            self.origin.x + (column as f32 + 0.5) * self.step.x,
            self.origin.y + (row as f32 + 0.5) * self.step.y,
        )
    }

    /// Where a point lies, in pixels from the top left.
    pub(crate) fn place(&self, point: Point) -> Point {
        Point::new((point.x - self.origin.x) / self.step.x, (point.y - self.origin.y) / self.step.y)
    }

    /// What is seen.
    pub(crate) fn bounds(&self) -> Bounds {
        let (across, down) = (self.across as f32 * self.step.x, self.down as f32 * self.step.y);
        let to = Point::new(self.origin.x + across, self.origin.y + down);
        Bounds { from: self.origin, to }
    }

    /// A part of this window: some pixels from a column and row on.
    pub(crate) fn part(&self, column: usize, row: usize, across: usize, down: usize) -> Self {
        let origin = Point::new(
            self.origin.x + column as f32 * self.step.x,
            self.origin.y + row as f32 * self.step.y,
        );
        Self { origin, step: self.step, across, down }
    }
}
