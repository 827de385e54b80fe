//! The places on the body map, and which of them are neighbours.

#[cfg(test)]
mod tests;

use std::fmt;

use crate::body::{Plate, Point, Region, Side, View};
use crate::words::Message;

/// How far a step has to go its way at least, in millimetres: what lies side by side is level.
const LEAST: f32 = 12.0;

/// How much more a detour counts than the way ahead.
const DETOUR: f32 = 2.0;

/// How far from straight ahead a step may lead, in shares of the way ahead: up and down the body
/// bends more than level with it.
const UPRIGHT: f32 = 1.5;
const LEVEL: f32 = 0.95;

/// The pictures that are seen together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The whole body, front and back.
    Body,
    /// The face.
    Face,
    /// Both palms.
    Hands,
    /// Both soles.
    Feet,
}

impl Panel {
    /// Every panel, in the order they are turned through.
    pub const ALL: [Self; 4] = [Self::Body, Self::Face, Self::Hands, Self::Feet];

    /// Its pictures, from left to right.
    pub const fn views(self) -> &'static [View] {
        match self {
            Self::Body => &[View::Front, View::Back],
            Self::Face => &[View::Face],
            Self::Hands => &[View::Hand],
            Self::Feet => &[View::Foot],
        }
    }

    /// The panel a picture is on.
    pub fn of(view: View) -> Self {
        let has = |panel: &Self| panel.views().contains(&view);
        Self::ALL.into_iter().find(has).unwrap_or(Self::Body)
    }

    /// What it is called.
    pub(super) fn message(self) -> Message {
        Message::new(match self {
            Self::Body => "map-panel-body",
            Self::Face => "map-panel-face",
            Self::Hands => "map-panel-hands",
            Self::Feet => "map-panel-feet",
        })
    }

    /// The panel after this one, and after the last the first.
    pub(super) fn after(self) -> Self {
        match self {
            Self::Body => Self::Face,
            Self::Face => Self::Hands,
            Self::Hands => Self::Feet,
            Self::Feet => Self::Body,
        }
    }

    /// The panel before this one, and before the first the last.
    pub(super) fn before(self) -> Self {
        match self {
            Self::Body => Self::Feet,
            Self::Face => Self::Body,
            Self::Hands => Self::Face,
            Self::Feet => Self::Hands,
        }
    }

    /// How far to the right one of its pictures begins, in millimetres.
    fn offset(self, view: View) -> f32 {
        let before = self.views().iter().take_while(|other| **other != view);
        before.map(|other| other.size().0).sum()
    }
}

/// Which way a key moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    Up,
    Down,
    Left,
    Right,
}

impl Toward {
    /// How far a way goes ahead and how far aside, seen in that direction.
    fn parts(self, way: Point) -> (f32, f32) {
        match self {
            Self::Up => (-way.y, way.x.abs()),
            Self::Down => (way.y, way.x.abs()),
            Self::Left => (-way.x, way.y.abs()),
            Self::Right => (way.x, way.y.abs()),
        }
    }
}

/// One place a finger can lie on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The picture.
    pub view: View,
    /// What lies there.
    pub region: Region,
    /// On which side; `None` in the middle of the body.
    pub side: Option<Side>,
    /// Its middle on the picture, in millimetres.
    middle: Point,
}

impl Spot {
    /// Its middle on its panel, in millimetres.
    fn on_panel(&self) -> Point {
        let offset = Panel::of(self.view).offset(self.view);
        Point::new(self.middle.x + offset, self.middle.y)
    }
}

/// Every spot there is.
#[derive(Clone)]
pub(super) struct Neighbours {
    plates: Vec<Plate>,
    spots: Vec<Spot>,
}

impl fmt::Debug for Neighbours {
    /// How many spots there are: their outlines would fill pages.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Neighbours")
            .field("spots", &self.spots.len())
            .finish_non_exhaustive()
    }
}

impl Neighbours {
    /// Reads the pictures.
    pub(super) fn read() -> Self {
        let views = Panel::ALL.into_iter().flat_map(Panel::views);
        let plates: Vec<_> = views.filter_map(|view| Plate::of(*view).ok()).collect();
        let spots = plates.iter().flat_map(|plate| {
            plate.places().map(|area| Spot {
                view: plate.view,
                region: area.place,
                side: area.side,
                middle: area.shape.bounds().middle(),
            })
        });
        Self { spots: spots.collect(), plates }
    }

    /// The spot of a region on the whole body, on the picture that shows it best.
    pub(super) fn spot_of(&self, region: Region) -> Option<Spot> {
        let mut spots = self.on(Panel::Body).filter(|spot| spot.region == region);
        let own = spots.clone().find(|spot| View::of(region) == spot.view);
        own.or(spots.next()).copied()
    }

    /// The same on one side of it; as it is where it has none, or both are meant.
    pub(super) fn spot_of_side(&self, region: Region, side: Option<Side>) -> Option<Spot> {
        let best = self.spot_of(region)?;
        let mut spots = self.on(Panel::Body).filter(|spot| spot.view == best.view);
        let of_side = spots.find(|spot| spot.region == region && spot.side == side);
        Some(*of_side.unwrap_or(&best))
    }

    /// The same place on another panel, or the first that is to be found there.
    pub(super) fn moved_to(&self, from: Spot, panel: Panel) -> Option<Spot> {
        let same = self.on(panel).filter(|spot| spot.region == from.region);
        let exact = same.clone().find(|spot| spot.side == from.side);
        exact.or(same.clone().next()).or(self.on(panel).next()).copied()
    }

    /// The highest spot of a panel.
    pub(super) fn highest(&self, panel: Panel) -> Option<Spot> {
        self.on(panel).min_by_key(|spot| spot.middle.y as i32).copied()
    }

    /// The lowest spot of a panel.
    pub(super) fn lowest(&self, panel: Panel) -> Option<Spot> {
        self.on(panel).min_by_key(|spot| -spot.middle.y as i32).copied()
    }

    /// The nearest spot some way, a pure function of where the spots are. Up and down stay on one
    /// picture; of two that are as near, one takes the left.
    pub(super) fn next(&self, from: Spot, toward: Toward) -> Option<Spot> {
        let upright = matches!(toward, Toward::Up | Toward::Down);
        let widest = if upright { UPRIGHT } else { LEVEL };
        let here = from.on_panel();
        let way = |spot: &&Spot| {
            let there = spot.on_panel();
            let (along, aside) = toward.parts(Point::new(there.x - here.x, there.y - here.y));
            let is_ahead = along >= LEAST && aside <= widest * along;
            // Whole millimetres, so that mirror images are as near.
            is_ahead.then_some((along + DETOUR * aside).round() as u32)
        };
        let seen = self.on(Panel::of(from.view));
        let seen = seen.filter(|spot| !upright || spot.view == from.view);
        let ways = seen.filter_map(|spot| Some((way(&spot)?, spot)));
        ways.min_by_key(|(far, _)| *far).map(|(_, spot)| *spot)
    }

    /// The spots of a panel; the left side of a region comes before its right.
    fn on(&self, panel: Panel) -> impl Iterator<Item = &Spot> + Clone {
        self.spots.iter().filter(move |spot| Panel::of(spot.view) == panel)
    }

    /// What a finger points at on a picture; `reach` is how far beside it may lie, in millimetres.
    pub(super) fn at(&self, view: View, point: Point, reach: f32) -> Option<Spot> {
        let plate = self.plates.iter().find(|plate| plate.view == view)?;
        let area = plate.place_at(point, reach)?;
        let is_it =
            |spot: &&Spot| (spot.view, spot.region, spot.side) == (view, area.place, area.side);
        self.spots.iter().find(is_it).copied()
    }
}
