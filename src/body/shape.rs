//! Plain geometry of the atlas, in millimetres of an adult 1.72 m tall; y grows downward.

/// A point, or a way from one to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right of the picture.
    pub x: f32,
    /// Down the picture.
    pub y: f32,
}

impl Point {
    /// A point.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// How far it is to another point.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point a share of the way to another, 0–1.
    #[must_use]
    pub fn toward(self, other: Self, share: f32) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }

    /// The point on the other side of an upright axis.
    #[must_use]
    pub fn mirrored(self, axis: f32) -> Self {
        Self::new(2.0 * axis - self.x, self.y)
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Its corner at the top left.
    pub from: Point,
    /// Its corner at the bottom right.
    pub to: Point,
}

impl Bounds {
    /// The smallest rectangle around some points; `None` for no points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let start = Self { from: first, to: first };
        Some(points.fold(start, |bounds, point| bounds.joined(Self { from: point, to: point })))
    }

    /// The smallest rectangle around this one and another.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            from: Point::new(self.from.x.min(other.from.x), self.from.y.min(other.from.y)),
            to: Point::new(self.to.x.max(other.to.x), self.to.y.max(other.to.y)),
        }
    }

    /// How wide it is.
    pub fn width(&self) -> f32 {
        self.to.x - self.from.x
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.to.y - self.from.y
    }

    /// Its middle.
    pub fn middle(&self) -> Point {
        self.from.toward(self.to, 0.5)
    }

    /// Whether a point lies in it.
    pub fn contains(&self, point: Point) -> bool {
        (self.from.x..=self.to.x).contains(&point.x) && (self.from.y..=self.to.y).contains(&point.y)
    }

    /// Whether it shares any point with another.
    pub fn meets(&self, other: &Self) -> bool {
        self.from.x <= other.to.x
            && other.from.x <= self.to.x
            && self.from.y <= other.to.y
            && other.from.y <= self.to.y
    }
}

/// A closed area: one or more outlines, each a polygon. A point inside an odd number of outlines
/// lies in the area.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    outlines: Vec<Vec<Point>>,
    bounds: Bounds,
}

impl Shape {
    /// The area inside some outlines; `None` where there is not a single point.
    pub fn new(outlines: Vec<Vec<Point>>) -> Option<Self> {
        let bounds = Bounds::around(outlines.iter().flatten().copied())?;
        Some(Self { outlines, bounds })
    }

    /// Its outlines.
    #[cfg(test)]
    pub fn outlines(&self) -> &[Vec<Point>] {
        &self.outlines
    }

    /// The same area, each of its points somewhere else.
    #[must_use]
    pub fn mapped(&self, place: impl Fn(Point) -> Point) -> Option<Self> {
        let outline = |outline: &Vec<Point>| outline.iter().map(|point| place(*point)).collect();
        Self::new(self.outlines.iter().map(outline).collect())
    }

    /// Whether it and another share some area: a corner of one lies in the other.
    pub fn overlaps(&self, other: &Self) -> bool {
        let corner_in = |one: &Self, two: &Self| {
            one.outlines.iter().flatten().any(|point| two.contains(*point))
        };
        self.bounds.meets(&other.bounds) && (corner_in(self, other) || corner_in(other, self))
    }

    /// What of it lies between two heights; `None` where nothing does.
    #[must_use]
    pub fn between(&self, top: f32, bottom: f32) -> Option<Self> {
        let outlines = self.outlines.iter().map(|outline| {
            let below = cut(outline, |point| point.y - top);
            cut(&below, |point| bottom - point.y)
        });
        Self::new(outlines.filter(|outline| outline.len() > 2).collect())
    }

    /// The smallest rectangle around it.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Its outlines as lines that end where they begin.
    pub fn closed_lines(&self) -> impl Iterator<Item = Vec<Point>> {
        let closed = |outline: &Vec<Point>| {
            outline.iter().chain(outline.first()).copied().collect::<Vec<_>>()
        };
        self.outlines.iter().map(closed)
    }

    /// The sides of all its outlines.
    pub fn edges(&self) -> impl Iterator<Item = (Point, Point)> {
        self.outlines.iter().flat_map(|outline| {
            let next = outline.iter().cycle().skip(1);
            outline.iter().copied().zip(next.copied())
        })
    }

    /// Whether a point lies in it.
    pub fn contains(&self, point: Point) -> bool {
        let crossed = |(from, to): &(Point, Point)| {
            (from.y > point.y) != (to.y > point.y)
                && point.x < from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)
        };
        self.bounds.contains(point) && self.edges().filter(crossed).count() % 2 == 1
    }

    /// How far a point is from its nearest outline, inside or outside.
    pub fn distance_to_edge(&self, point: Point) -> f32 {
        let distances = self.edges().map(|(from, to)| distance_to_line(point, from, to));
        distances.fold(f32::INFINITY, f32::min)
    }
}

/// What of an outline lies where `inside` is not below 0; it changes evenly along a straight line.
fn cut(outline: &[Point], inside: impl Fn(Point) -> f32) -> Vec<Point> {
    let mut kept = Vec::with_capacity(outline.len());
    let next = outline.iter().cycle().skip(1);
    for (from, to) in outline.iter().copied().zip(next.copied()) {
        let (here, there) = (inside(from), inside(to));
        if here >= 0.0 {
            kept.push(from);
        }
        if (here >= 0.0) != (there >= 0.0) {
            kept.push(from.toward(to, here / (here - there)));
        }
    }
    kept
}

/// How far a point is from a straight line between two others.
fn distance_to_line(point: Point, from: Point, to: Point) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    if length == 0.0 {
        return point.distance(from);
    }
    let share = ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
    point.distance(from.toward(to, share.clamp(0.0, 1.0)))
}
