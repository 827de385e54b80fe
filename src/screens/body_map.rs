//! The body map: a place under the finger, and the sessions that work there. It is also where one
//! points at what hurts.

mod drawing;
mod keys;
mod neighbours;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::{Hit, Place, Target};
use crate::body::Region;
use crate::figures::body_map::point_at;
use crate::journal::PainPlace;
use crate::library::{Catalogue, Entry, working};

pub(super) use keys::KEYS;
use neighbours::Neighbours;
pub use neighbours::{Panel, Spot};

/// Where the finger lies at first: most tension sits there.
const FIRST: Region = Region::UpperTrapezius;

/// What one opens the map for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapPurpose {
    /// To see what works where.
    Sessions,
    /// To point at where it hurts; then it leads back.
    Pain,
}

/// The body map.
#[derive(Clone, Debug)]
pub struct BodyMapScreen {
    /// What it was opened for.
    pub purpose: MapPurpose,
    /// The place under the finger.
    pub at: Spot,
    /// The sessions that work there, those that work little else first, as indices into the
    /// catalogue.
    pub found: Vec<usize>,
    /// Which of them is selected, while the keys are with their list.
    pub selected: Option<usize>,
    /// The first line shown of the list that was clicked on: what lies under a pointer stays there.
    pub held: Option<usize>,
    /// How many sessions work each region, from head to foot.
    counts: Vec<usize>,
    neighbours: Arc<Neighbours>,
}

impl BodyMapScreen {
    /// The map with a finger on a region; `None` where there are no pictures.
    pub(super) fn new(region: Option<Region>, catalogue: &[Entry]) -> Option<Self> {
        let neighbours = Neighbours::read();
        let at = neighbours.spot_of(region.unwrap_or(FIRST))?;
        let mut map = Self {
            purpose: MapPurpose::Sessions,
            at,
            found: Vec::new(),
            selected: None,
            held: None,
            counts: Vec::new(),
            neighbours: Arc::new(neighbours),
        };
        map.refresh(catalogue);
        Some(map)
    }

    /// The map to point at where it hurts, with a finger there as far as that is known; `None` where
    /// there are no pictures.
    pub(super) fn of_pain(at: PainPlace) -> Option<Self> {
        let mut map = Self { purpose: MapPurpose::Pain, ..Self::new(Some(at.region), &[])? };
        map.at = map.neighbours.spot_of_side(at.region, at.side).unwrap_or(map.at);
        map.at.side = at.side;
        Some(map)
    }

    /// The form it takes, with pictures or as a list of places.
    fn form(&self, is_list: bool) -> Place {
        match (self.purpose, self.selected, is_list) {
            (MapPurpose::Pain, _, false) => Place::PainMap,
            (MapPurpose::Pain, _, true) => Place::PainList,
            (MapPurpose::Sessions, Some(_), _) => Place::PlaceSessions,
            (MapPurpose::Sessions, None, true) => Place::PlaceList,
            (MapPurpose::Sessions, None, false) => Place::BodyMap,
        }
    }

    /// Looks again what works where.
    fn refresh(&mut self, catalogue: &[Entry]) {
        if self.purpose == MapPurpose::Pain {
            return;
        }
        let works = |region: &Region| {
            catalogue.iter().filter(|entry| entry.regions.contains(region)).count()
        };
        self.counts = Region::ALL.iter().map(works).collect();
        self.found = working(catalogue, self.at.region);
        let last = self.found.len().checked_sub(1);
        self.selected = self.selected.and_then(|selected| Some(selected.min(last?)));
    }

    /// Looks again in another catalogue than before. A person who is with the sessions stays with
    /// the one they had chosen.
    fn follow(&mut self, catalogue: &Catalogue, before: &Catalogue) {
        let chosen = self.selection(before).map(|entry| &entry.id);
        self.refresh(catalogue);
        let is_chosen = |index: &usize| {
            chosen.is_some() && catalogue.get(*index).map(|entry| &entry.id) == chosen
        };
        self.selected = self.found.iter().position(is_chosen).or(self.selected);
    }

    /// The session that is selected, if one is.
    pub fn selection<'a>(&self, catalogue: &'a [Entry]) -> Option<&'a Entry> {
        self.found.get(self.selected?).and_then(|index| catalogue.get(*index))
    }

    /// Every region from head to foot, and how many sessions work it.
    pub fn counts(&self) -> impl Iterator<Item = (Region, usize)> {
        Region::ALL.into_iter().zip(self.counts.iter().copied())
    }

    /// The place that a click on a picture lies on, or close beside.
    fn spot_under(&self, hit: &Hit) -> Option<Spot> {
        let Target::Picture(picture) = hit.target else { return None };
        let (point, reach) = point_at(picture, hit.area, hit.cell)?;
        self.neighbours.at(picture, point, reach)
    }

    /// Puts the finger on a place.
    fn choose(&mut self, spot: Spot, catalogue: &[Entry]) {
        self.at = spot;
        self.selected = None;
        self.held = None;
        self.refresh(catalogue);
    }

    /// Says of the place under the finger that it is on the next side, or the one before: both, left,
    /// right.
    fn turn_side(&mut self, is_back: bool) {
        let sides: Vec<_> = PainPlace::of_region(self.at.region).map(|place| place.side).collect();
        let here = sides.iter().position(|side| *side == self.at.side).unwrap_or(0);
        let step = if is_back { sides.len() - 1 } else { 1 };
        self.at.side = sides[(here + step) % sides.len()];
    }

    /// Turns to other pictures; the finger stays on the same place where they show it.
    fn turn_to(&mut self, panel: Panel, catalogue: &[Entry]) {
        if let Some(spot) = self.neighbours.moved_to(self.at, panel) {
            self.choose(spot, catalogue);
        }
    }
}
