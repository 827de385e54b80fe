//! The mark that moves over the map: a hand, fingertips, a thumb, a ball or a roller, in the size
//! they have.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use crate::body::Direction::{self, Circles, Clockwise, Still};
use crate::body::{Point, Shape, Side, Station, View};
use crate::session::{Massage, TouchingPart};

use super::touch::Touch;

/// Which way a right hand points that lies on one's own belly: it comes from the right, in radians.
const RIGHT_HAND: f32 = PI * 0.92;

/// How far the fingers of a flat hand reach beyond its middle, in millimetres.
const FINGERS_REACH: f32 = 60.0;

/// What touches the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    part: TouchingPart,
    /// Whether fingers are seen only by their tips, where whole ones would hide what lies beneath.
    is_close: bool,
}

impl Mark {
    /// What touches the body in a massage step.
    pub(super) fn of(massage: &Massage, view: View) -> Self {
        let is_close = matches!(view, View::Face | View::Head);
        Self { part: massage.contact.part, is_close }
    }

    /// Its outlines where it stands. `side` is the side of the body it stands on: the other hand
    /// works there, so its thumb points to the middle of the body.
    pub(super) fn shapes(
        self,
        station: Station,
        touch: &Touch,
        direction: Direction,
        side: Side,
    ) -> Vec<Shape> {
        let heading = self.heading(station.heading, direction, side);
        let flip = if side == Side::Left { 1.0 } else { -1.0 };
        let mut place = MarkPlace { middle: station.point, heading, flip };
        if self.leads_with_fingers() && direction == Direction::TowardHeart {
            // On limbs the fingertips lead: a glide ends below the joint, and so do they.
            place.middle = place.at(Point::new(-FINGERS_REACH, 0.0));
        }
        let ellipse = |long, broad| place.ellipse(Point::default(), long, broad);
        match self.part {
            TouchingPart::WholeHand | TouchingPart::Palm if !self.is_close => hand(&place),
            TouchingPart::WholeHand | TouchingPart::Palm => {
                ellipse(44.0, 38.0).into_iter().collect()
            }
            TouchingPart::Fingertips if self.is_close => {
                fingers(&place, touch.press, &[-0.45, 0.45], 6.0)
            }
            TouchingPart::Fingertips => fingers(&place, touch.press, &[-1.0, 0.0, 1.0], 34.0),
            TouchingPart::FlatFingers => {
                let seen = if self.is_close { 24.0 } else { 60.0 };
                fingers(&place, touch.press, &[-1.0, 0.0, 1.0], seen)
            }
            TouchingPart::Thumb => thumb(&place, touch.press),
            TouchingPart::Grip => grip(&place, touch.press),
            TouchingPart::Knuckles | TouchingPart::SoftFist => {
                ellipse(36.0, 42.0).into_iter().collect()
            }
            TouchingPart::HeelOfHand => ellipse(26.0, 34.0).into_iter().collect(),
            TouchingPart::Ball => ellipse(33.0, 33.0).into_iter().collect(),
            TouchingPart::Roller | TouchingPart::Forearm => {
                let (from, to) = (Point::new(0.0, -66.0), Point::new(0.0, 66.0));
                place.capsule(from, to, 34.0).into_iter().collect()
            }
            TouchingPart::Towel | TouchingPart::Cloth | TouchingPart::Bag => {
                ellipse(60.0, 80.0).into_iter().collect()
            }
        }
    }

    fn leads_with_fingers(self) -> bool {
        matches!(self.part, TouchingPart::WholeHand | TouchingPart::Palm)
    }

    /// Which way it points. A hand leads with its fingers, but on a round or still course it keeps
    /// the way it lies: no wrist turns full circle.
    fn heading(self, heading: f32, direction: Direction, side: Side) -> f32 {
        match (self.part, direction) {
            (_, Clockwise) if self.leads_with_fingers() => RIGHT_HAND,
            (_, Circles | Still) if self.leads_with_fingers() && side == Side::Left => PI,
            (_, Circles | Still) if self.leads_with_fingers() => 0.0,
            _ if self.leads_with_fingers() => heading,
            (
                TouchingPart::Roller,
                Direction::Along | Direction::Across | Direction::TowardHeart,
            ) => heading,
            _ => -FRAC_PI_2,
        }
    }
}

/// Where a mark stands and which way it points. Marks are drawn pointing along x.
struct MarkPlace {
    middle: Point,
    heading: f32,
    /// 1 or −1: the thumb lies at one side of the hand or the other.
    flip: f32,
}

impl MarkPlace {
    fn at(&self, point: Point) -> Point {
        let (sin, cos) = self.heading.sin_cos();
        let y = point.y * self.flip;
        Point::new(self.middle.x + point.x * cos - y * sin, self.middle.y + point.x * sin + y * cos)
    }

    fn ellipse(&self, middle: Point, long: f32, broad: f32) -> Option<Shape> {
        const CORNERS: usize = 24;
        let corner = |index: usize| {
            let (sin, cos) = (index as f32 / CORNERS as f32 * TAU).sin_cos();
            self.at(Point::new(middle.x + long * cos, middle.y + broad * sin))
        };
        Shape::new(vec![(0..CORNERS).map(corner).collect()])
    }

    /// A bar with round ends.
    fn capsule(&self, from: Point, to: Point, radius: f32) -> Option<Shape> {
        const CORNERS: usize = 10;
        let heading = (to.y - from.y).atan2(to.x - from.x);
        let end = |middle: Point, start: f32| {
            (0..=CORNERS).map(move |index| {
                let (sin, cos) = (start + index as f32 / CORNERS as f32 * PI).sin_cos();
                Point::new(middle.x + radius * cos, middle.y + radius * sin)
            })
        };
        let outline = end(to, heading - FRAC_PI_2).chain(end(from, heading + FRAC_PI_2));
        Shape::new(vec![outline.map(|point| self.at(point)).collect()])
    }
}

/// A flat hand seen from above: palm, four fingers, thumb; about 180 mm long.
fn hand(place: &MarkPlace) -> Vec<Shape> {
    /// How far each finger reaches and where it lies, from the little finger to the first.
    const FINGERS: [(f32, f32); 4] = [(48.0, -31.5), (68.0, -10.5), (74.0, 10.5), (64.0, 31.0)];
    let fingers = FINGERS
        .iter()
        .map(|(reach, y)| place.capsule(Point::new(-20.0, *y * 0.9), Point::new(*reach, *y), 8.6));
    let palm = place.ellipse(Point::new(-38.0, 0.0), 46.0, 41.0);
    let thumb = place.capsule(Point::new(-58.0, 30.0), Point::new(2.0, 60.0), 10.5);
    fingers.chain([palm, thumb]).flatten().collect()
}

/// Fingertips side by side, a little closer as they press; so many millimetres of each are seen.
fn fingers(place: &MarkPlace, press: f32, which: &[f32], seen: f32) -> Vec<Shape> {
    let apart = 18.0 - 2.0 * press;
    let tips = which.iter().map(|index| {
        let back = 5.0 * index.abs();
        let from = Point::new(-seen - back, index * apart * 0.95);
        place.capsule(from, Point::new(-back, index * apart), 8.0)
    });
    tips.flatten().collect()
}

/// A thumb, its pad on the place.
fn thumb(place: &MarkPlace, press: f32) -> Vec<Shape> {
    let broad = 10.0 + 1.5 * press;
    place.capsule(Point::new(-44.0, 0.0), Point::new(0.0, 0.0), broad).into_iter().collect()
}

/// Thumb and fingers that close on what lies between them.
fn grip(place: &MarkPlace, press: f32) -> Vec<Shape> {
    let open = 44.0 - 22.0 * press;
    let fingers = [-1.5_f32, -0.5, 0.5, 1.5].map(|index| {
        let y = index * 19.0;
        place.capsule(Point::new(open + 34.0, y), Point::new(open - 4.0 * index.abs(), y), 8.4)
    });
    let thumb = place.capsule(Point::new(-open - 40.0, 26.0), Point::new(-open, 4.0), 11.0);
    fingers.into_iter().chain([thumb]).flatten().collect()
}
