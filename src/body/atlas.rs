//! The atlas: pictures of the body, with every region and the ways a hand takes there.
//!
//! The pictures are drawings one can open and change in any SVG editor; `src/body/atlas/README.md`
//! says how they are laid out. Lengths are millimetres of an adult 1.72 m tall.

mod problem;
mod read;
mod spots;
mod tensed;
#[cfg(test)]
mod tests;
mod touching;

pub use problem::AtlasProblem;
pub use touching::TouchDrawing;

use super::{
    Bounds, Course, Direction, KeepOff, MuscleGroup, Point, Region, RegionPart, Shape, Side, View,
};

/// The drawings of all that can touch the body, each with the id of what it shows; and of each once more as
/// a small picture, in a box of 100 by 100 from where it touches on, with `emblem-` before its id.
///
/// # Errors
/// Where they are not laid out as they have to be. A test reads them, so the program as it is
/// shipped never sees this.
pub fn touch_drawings() -> Result<Vec<(String, TouchDrawing)>, AtlasProblem> {
    let mut drawings = read::touching("touch.svg", include_str!("atlas/touch.svg"))?;
    drawings.extend(read::touching("emblems.svg", include_str!("atlas/emblems.svg"))?);
    Ok(drawings)
}

/// One picture of the atlas.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// What it shows.
    pub view: View,
    /// How wide it is, in millimetres.
    pub width: f32,
    /// How high it is, in millimetres.
    pub height: f32,
    /// The body, part by part; later parts lie over earlier ones.
    pub silhouette: Vec<Shape>,
    /// Lines that suggest its form.
    pub relief: Vec<Crease>,
    /// Where each region lies.
    pub areas: Vec<Area<Region>>,
    /// Where regions lie that another picture shows better.
    pub also: Vec<Area<Region>>,
    /// Where muscle groups lie that are no regions.
    pub muscles: Vec<Area<MuscleGroup>>,
    /// What nothing should press on.
    pub keep_off: Vec<Area<KeepOff>>,
    /// Parts of regions that have a name of their own.
    spots: Vec<Area<RegionPart>>,
    strokes: Vec<DrawnStroke>,
    frames: Vec<Frame>,
}

/// Where something lies on a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Area<Place> {
    /// What lies here.
    pub place: Place,
    /// On which side; `None` in the middle of the body.
    pub side: Option<Side>,
    /// Its outline.
    pub shape: Shape,
}

/// A line that suggests the form of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Crease {
    /// The points it runs through.
    pub points: Vec<Point>,
    /// How broad it is, in millimetres.
    pub width: f32,
}

#[derive(Clone, Debug, PartialEq)]
struct DrawnStroke {
    region: Region,
    side: Option<Side>,
    direction: Direction,
    course: Course,
}

#[derive(Clone, Debug, PartialEq)]
struct Frame {
    region: Region,
    side: Option<Side>,
    bounds: Bounds,
}

impl Plate {
    /// The picture of a view.
    ///
    /// # Errors
    /// Where the drawing is not laid out as it has to be: what is wrong with which element. A test
    /// reads every drawing, so the program as it is shipped never sees this.
    pub fn of(view: View) -> Result<Self, AtlasProblem> {
        let (name, text) = match view {
            View::Front => ("front.svg", include_str!("atlas/front.svg")),
            View::Back => ("back.svg", include_str!("atlas/back.svg")),
            View::Face => ("face.svg", include_str!("atlas/face.svg")),
            View::Head => ("head.svg", include_str!("atlas/head.svg")),
            View::Hand => ("hand.svg", include_str!("atlas/hand.svg")),
            View::Foot => ("foot.svg", include_str!("atlas/foot.svg")),
        };
        read::plate(view, name, text)
    }

    /// The whole picture.
    pub fn bounds(&self) -> Bounds {
        Bounds { from: Point::default(), to: Point::new(self.width, self.height) }
    }

    /// The upright line that parts the person's left from the right.
    pub fn middle(&self) -> f32 {
        self.width / 2.0
    }

    /// Where a region lies: on one side, or wherever it lies if no side is named.
    #[cfg(test)]
    pub fn areas_of(
        &self,
        region: Region,
        side: Option<Side>,
    ) -> impl Iterator<Item = &Area<Region>> {
        self.areas.iter().filter(move |area| area.place == region && meets(side, area.side))
    }

    /// Every place that is seen here, those included that another picture shows better.
    pub fn places(&self) -> impl Iterator<Item = &Area<Region>> {
        self.areas.iter().chain(&self.also)
    }

    /// Where a region is seen here, even if another picture shows it better.
    pub fn places_of(
        &self,
        region: Region,
        side: Option<Side>,
    ) -> impl Iterator<Item = &Area<Region>> {
        self.places().filter(move |area| area.place == region && meets(side, area.side))
    }

    /// What a finger on the map points at: the smallest place under it, or else the nearest whose
    /// edge is within `reach` millimetres.
    pub fn place_at(&self, point: Point, reach: f32) -> Option<&Area<Region>> {
        let size = |area: &&Area<Region>| {
            let bounds = area.shape.bounds();
            bounds.width() * bounds.height()
        };
        let under = self.places().filter(|area| area.shape.contains(point));
        let far = |area: &&Area<Region>| area.shape.distance_to_edge(point);
        let near = self.places().filter(|area| far(area) <= reach);
        under
            .min_by(|one, two| size(one).total_cmp(&size(two)))
            .or_else(|| near.min_by(|one, two| far(one).total_cmp(&far(two))))
    }

    /// The courses of a stroke: one, or one for each side at work at the same time. None where the
    /// picture has no such stroke.
    pub fn courses(&self, region: Region, side: Option<Side>, direction: Direction) -> Vec<Course> {
        let drawn = |direction: Direction| {
            self.strokes.iter().filter(move |stroke| {
                stroke.region == region && stroke.direction == direction && meets(side, stroke.side)
            })
        };
        let mut courses: Vec<Course> =
            drawn(direction).map(|stroke| stroke.course.clone()).collect();
        if let (true, Some(reversed)) = (courses.is_empty(), direction.reversed()) {
            courses = drawn(reversed).map(|stroke| stroke.course.reversed()).collect();
        }
        // In the middle of the body, outward and inward are for both hands.
        let sideways = matches!(direction, Direction::Outward | Direction::Inward);
        if let (true, false, [course]) = (sideways, region.has_sides(), courses.as_slice()) {
            let other = course.mirrored(self.middle());
            courses.push(other);
        }
        courses
    }

    /// The part of the picture that shows a region best.
    pub fn frame(&self, region: Region, side: Option<Side>) -> Option<Bounds> {
        // A region without sides on a picture of a pair: one of the pair is enough.
        let side = match (self.view.is_pair(), region.has_sides()) {
            (true, false) => side.or(Some(Side::Left)),
            _ => side,
        };
        let frames = self.frames.iter();
        let fitting = frames.filter(|frame| frame.region == region && meets(side, frame.side));
        fitting.map(|frame| frame.bounds).reduce(Bounds::joined)
    }
}

/// Whether something on `has` is meant by `wanted`; the middle of the body belongs to every side.
fn meets(wanted: Option<Side>, has: Option<Side>) -> bool {
    wanted.is_none() || has.is_none() || wanted == has
}
