//! The body map: a place under the finger, and the sessions that work there.

mod drawing;
mod keys;
mod neighbours;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::{Hit, Target};
use crate::body::Region;
use crate::figures::body_map::point_at;
use crate::library::{Catalogue, Entry, working};

pub(super) use keys::KEYS;
use neighbours::Neighbours;
pub use neighbours::{Panel, Spot};

/// Where the finger lies at first: most tension sits there.
const FIRST: Region = Region::UpperTrapezius;

/// The body map.
#[derive(Clone, Debug)]
pub struct BodyMapScreen {
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

    /// Looks again what works where.
    fn refresh(&mut self, catalogue: &[Entry]) {
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

    /// Turns to other pictures; the finger stays on the same place where they show it.
    fn turn_to(&mut self, panel: Panel, catalogue: &[Entry]) {
        if let Some(spot) = self.neighbours.moved_to(self.at, panel) {
            self.choose(spot, catalogue);
        }
    }
}
