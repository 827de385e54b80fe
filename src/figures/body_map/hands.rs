//! Which hands or tools work on a map, where each stands, and which way its arm leads.

use std::f32::consts::{FRAC_PI_2, PI};

use crate::body::{Course, Direction, Plate, Point, Region, Shape, Side, TouchDrawing, View};
use crate::session::{TouchingPart, WorkingHands};

use super::mark::MarkPlace;
use super::sign_kind::SignKind;
use super::subject::MapWork;
use super::touch::Touch;

/// How far a hand may be moved aside to keep clear of what is to be left alone, in millimetres, and in how many
/// of the sizes there are: what comes first is tried first.
const ASIDE: [(f32, usize); 5] = [(16.0, 2), (28.0, 3), (40.0, 4), (16.0, SIZES.len()), (60.0, 4)];
const ASIDE_STEP: f32 = 4.0;

/// At how many places of its way a hand is looked at.
const LOOKS: usize = 13;

/// How much smaller a hand is drawn where it would not be clear anywhere.
const SIZES: [f32; 6] = [1.0, 0.85, 0.7, 0.55, 0.45, 0.38];

/// How far a hand that is taken off stands back, in millimetres.
const STANDS_BACK: f32 = 24.0;

/// A hand or tool and the way it takes.
#[derive(Clone, Debug)]
pub(super) struct MapHand {
    /// Its way, which it is moved onto already.
    pub(super) course: Course,
    /// What it looks like, pointing up.
    pub(super) drawing: TouchDrawing,
    part: TouchingPart,
    /// Whether it works on the left side of the body.
    pub(super) is_left: bool,
    /// Where behind the place it touches it begins to fade, and where nothing is left of it, in
    /// millimetres: where little is seen, a whole hand would hide the place.
    pub(super) wrist: (f32, f32),
    /// What it does there, where its way does not show that.
    pub(super) sign: Option<SignKind>,
    /// Which of two hands beside each other on one way it is.
    pub(super) beside: Option<Side>,
    heading: f32,
    is_flipped: bool,
    scale: f32,
}

impl MapHand {
    /// Whether thumb and fingers close on each other.
    pub(super) fn is_grip(&self) -> bool {
        self.part == TouchingPart::Grip
    }

    /// Whether it is a ball.
    pub(super) fn is_ball(&self) -> bool {
        self.part == TouchingPart::Ball
    }

    /// Whose hand it looks like, by the side its thumb is at.
    pub(super) fn drawn_as(&self) -> Side {
        if self.is_flipped { Side::Left } else { Side::Right }
    }

    /// Where it stands a share of the way along, 0–1.
    pub(super) fn place(&self, along: f32) -> MarkPlace {
        self.place_at(self.course.at(along).point)
    }

    /// Where it stands while it does something: taken off it stands back, toward its wrist.
    pub(super) fn place_of(&self, touch: &Touch) -> MarkPlace {
        let place = self.place(touch.along);
        let back = STANDS_BACK * touch.off * self.scale;
        let (sin, cos) = self.heading.sin_cos();
        let middle = Point::new(place.middle.x - back * cos, place.middle.y - back * sin);
        MarkPlace { middle, ..place }
    }

    /// Where it stands at some point.
    pub(super) fn place_at(&self, middle: Point) -> MarkPlace {
        let (sin, cos) = self.heading.sin_cos();
        let toward = Point::new(cos, sin);
        MarkPlace { middle, toward, is_flipped: self.is_flipped, scale: self.scale }
    }

    /// How large it is drawn, of the size that it has.
    pub(super) fn scale(&self) -> f32 {
        self.scale
    }

    /// How broad it is where it touches, in millimetres.
    pub(super) fn breadth(&self) -> f32 {
        broad(&self.drawing) * self.scale
    }

    /// Which way it points, in radians.
    pub(super) fn points(&self) -> f32 {
        self.heading
    }

    #[cfg(test)]
    /// Whether what presses on the body is clear of some areas all along its way.
    pub(super) fn is_clear_of(&self, areas: &[&Shape]) -> bool {
        self.in_the_way(areas, Point::default(), self.scale, 1) == 0
    }

    /// At how many places of its way it is not clear, moved aside and in some size.
    fn in_the_way(&self, areas: &[&Shape], aside: Point, scale: f32, most: usize) -> usize {
        let mut found = 0;
        for look in 0..LOOKS {
            let point = self.course.at(look as f32 / (LOOKS - 1) as f32).point;
            let middle = Point::new(point.x + aside.x, point.y + aside.y);
            let place = MarkPlace { scale, ..self.place_at(middle) };
            let touching = place.touching(&self.drawing, self.is_grip());
            let meets = |shape: &Shape| areas.iter().any(|area| shape.overlaps(area));
            found += usize::from(touching.iter().any(meets));
            if found >= most {
                break;
            }
        }
        found
    }

    /// The same hand, moved aside as little as is needed to be clear of some areas, and smaller where
    /// there is no room.
    fn cleared(self, areas: &[&Shape]) -> Self {
        let mut best = (usize::MAX, Point::default(), self.scale);
        // A smaller hand in its place before one that has wandered off.
        for (far, sizes) in ASIDE {
            let sizes = SIZES.into_iter().take(sizes);
            for (scale, aside) in
                sizes.flat_map(|scale| asides(far).map(move |aside| (scale, aside)))
            {
                let found = self.in_the_way(areas, aside, scale, best.0);
                if found < best.0 {
                    best = (found, aside, scale);
                }
                if found == 0 {
                    return self.moved(aside, scale);
                }
            }
        }
        let (_, aside, scale) = best;
        self.moved(aside, scale)
    }

    fn moved(self, aside: Point, scale: f32) -> Self {
        Self { course: self.course.moved(aside), scale, ..self }
    }
}

/// How broad a drawing is where it touches, in the size that it has.
fn broad(drawing: &TouchDrawing) -> f32 {
    let bounds = drawing.touching.iter().map(Shape::bounds);
    bounds.map(|bounds| bounds.width().min(bounds.height())).fold(0.0, f32::max)
}

/// Ways aside up to so many millimetres, the shortest first.
fn asides(far: f32) -> impl Iterator<Item = Point> {
    let rings = (far / ASIDE_STEP) as usize;
    let ways = (1..=rings).flat_map(|ring| {
        let count = if ring < 4 { 8 } else { 12 };
        (0..count).map(move |way| {
            let (sin, cos) = (way as f32 / count as f32 * 2.0 * PI).sin_cos();
            let far = ring as f32 * ASIDE_STEP;
            Point::new(far * cos, far * sin)
        })
    });
    std::iter::once(Point::default()).chain(ways)
}

/// The hands or tools at work on a place.
pub(super) fn at_work(
    plate: &Plate,
    drawings: &[(String, TouchDrawing)],
    (region, side): (Region, Option<Side>),
    work: MapWork,
) -> Vec<MapHand> {
    let courses = plate.courses_in(region, side, work.contact.spot, work.direction);
    let part = work.contact.part;
    let Some((_, drawing)) = drawings.iter().find(|(id, _)| id == part.id()) else {
        return Vec::new();
    };
    let keep_off: Vec<&Shape> = plate.keep_off.iter().map(|area| &area.shape).collect();
    let stance = Stance { plate, part, region };
    let is_one_way = courses.len() == 1;
    let hands = match (part.is_of_the_hand() || part == TouchingPart::Forearm, work.hands) {
        (false, _) => courses.into_iter().map(|course| (course, Side::Right)).collect(),
        (true, WorkingHands::Both) => stance.both(courses),
        (true, hands) => stance.single(courses, hands, side),
    };
    let hands = hands.into_iter().map(|(course, whose)| MapHand {
        beside: (is_one_way && work.hands == WorkingHands::Both && part.is_of_the_hand())
            .then_some(whose),
        heading: stance.heading(&course, whose),
        is_flipped: stance.is_flipped(whose),
        drawing: drawing.clone(),
        part,
        is_left: stance.side_of(&course) == Side::Left,
        wrist: match plate.view {
            View::Front | View::Back => (60.0, 110.0),
            View::Face | View::Head => (40.0, 90.0),
            View::Hand | View::Foot => (55.0, 115.0),
        },
        sign: SignKind::of(work.kind, work.direction, &course, broad(drawing)),
        scale: 1.0,
        course,
    });
    let mut hands: Vec<_> = hands.map(|hand| hand.cleared(&keep_off)).collect();
    // Of one person both hands are as large.
    let scale = hands.iter().map(|hand| hand.scale).fold(1.0, f32::min);
    for hand in &mut hands {
        hand.scale = scale;
    }
    hands
}

/// How hands stand to a place.
struct Stance<'a> {
    plate: &'a Plate,
    part: TouchingPart,
    region: Region,
}

impl Stance<'_> {
    fn side_of(&self, course: &Course) -> Side {
        if course.at(0.5).point.x < self.plate.middle() { Side::Left } else { Side::Right }
    }

    /// Both hands: one on each of two ways, or side by side on a single one.
    fn both(&self, courses: Vec<Course>) -> Vec<(Course, Side)> {
        if let [course] = &courses[..] {
            let apart = self.apart();
            let moved = |aside: f32| course.moved(Point::new(aside, 0.0));
            return vec![(moved(-apart), Side::Left), (moved(apart), Side::Right)];
        }
        courses.into_iter().map(|course| (course.clone(), self.side_of(&course))).collect()
    }

    /// How far each of two hands side by side is from the middle between them, in millimetres.
    fn apart(&self) -> f32 {
        match (self.part, self.region) {
            (TouchingPart::Thumb, _) => 13.0,
            (_, Region::Foot) => 30.0,
            (TouchingPart::Grip | TouchingPart::Fingertips | TouchingPart::FlatFingers, _) => 36.0,
            (_, Region::Abdomen | Region::LowBack | Region::UpperBack) => 62.0,
            _ => 44.0,
        }
    }

    /// One hand: of the side that is worked, or the other.
    fn single(
        &self,
        courses: Vec<Course>,
        hands: WorkingHands,
        side: Option<Side>,
    ) -> Vec<(Course, Side)> {
        let own = |course: &Course| match (hands, side) {
            // Where no side is worked by itself, the right hand takes the way there is.
            (_, None) => Side::Right,
            (WorkingHands::Other, Some(side)) => side.other(),
            (WorkingHands::One, Some(_)) => self.side_of(course).other(),
            (_, Some(side)) => side,
        };
        courses.into_iter().take(1).map(|course| (course.clone(), own(&course))).collect()
    }

    /// Whether the thumb lies on the other side than that of a right hand whose back is seen.
    fn is_flipped(&self, whose: Side) -> bool {
        let is_mirrored = matches!(self.plate.view, View::Front | View::Face);
        (whose == Side::Right) == is_mirrored
    }

    /// Which way it points. A hand points away from where its arm comes from, and keeps to that: no
    /// wrist turns on its way.
    fn heading(&self, course: &Course, whose: Side) -> f32 {
        match self.part {
            TouchingPart::Roller | TouchingPart::Forearm => {
                let heading = course.at(0.5).heading;
                if course.length() < 1.0 { -FRAC_PI_2 } else { heading }
            }
            _ if !self.part.is_of_the_hand() => -FRAC_PI_2,
            _ => {
                let left = self.of_left_hand();
                if whose == Side::Left { left } else { PI - left }
            }
        }
    }

    /// The same for a left hand, in radians.
    fn of_left_hand(&self) -> f32 {
        use Region as R;
        match (self.plate.view, self.region) {
            // Over the shoulder from the front, fingers to the back.
            (View::Back, R::UpperTrapezius | R::UpperBack) => FRAC_PI_2 - 0.35,
            // Around the neck from the side, elbow out.
            (View::Back, R::NeckBack | R::SkullBase) => -0.3,
            // Behind the body or around the leg, from above.
            (View::Back, _) => 0.7,
            // Across the chest or to the other arm.
            (View::Front, R::Shoulder | R::Chest) => -0.25,
            (View::Front, R::Forearm | R::Abdomen) => 0.15,
            // Down onto one's own leg.
            (View::Front, _) => FRAC_PI_2 - 0.25,
            (View::Face, R::Forehead) => -0.15,
            (View::Face, _) => -0.9,
            (View::Head, _) => -FRAC_PI_2 + 0.2,
            (View::Hand, _) => -0.8,
            (View::Foot, _) => -1.2,
        }
    }
}

/// Whether a stroke goes there and back on the body.
pub(super) fn goes_both_ways(work: MapWork) -> bool {
    !work.lifts && !matches!(work.direction, Direction::Circles | Direction::Clockwise)
}
