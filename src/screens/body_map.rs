//! The body map: one touches a place and sees what works there.

mod ways;

use std::sync::Arc;

use super::{App, Browse, Mode, Request};
use crate::body::{Point, Region, View};
use crate::library::{Catalogue, Entry, working};
use crate::screens::{Action, Place};

pub use ways::{Panel, Spot};
use ways::{Toward, Ways};

/// Where the finger lies at first: most tension sits there.
const FIRST: Region = Region::UpperTrapezius;

/// The body map.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The place under the finger.
    pub at: Spot,
    /// The sessions that work there, those that work little else first, as indices into the
    /// catalogue.
    pub found: Vec<usize>,
    /// Which of them is selected, while the keys are with their list.
    pub selected: Option<usize>,
    /// Whether the places are a list, from head to foot: there is no room or colour for pictures.
    pub is_list: bool,
    /// The first line shown of the list that was clicked on: what lies under a pointer stays there.
    pub held: Option<usize>,
    /// How many sessions work each region, from head to foot.
    counts: Vec<usize>,
    ways: Arc<Ways>,
    /// The library as the person left it, where they came from there.
    from: Option<Browse>,
}

impl Chart {
    /// The map with a finger on a region; `None` where there are no pictures.
    fn new(region: Region, from: Option<Browse>, catalogue: &[Entry]) -> Option<Self> {
        let ways = Ways::read();
        let at = ways.spot_of(region)?;
        let mut chart = Self {
            at,
            found: Vec::new(),
            selected: None,
            is_list: false,
            held: None,
            counts: Vec::new(),
            ways: Arc::new(ways),
            from,
        };
        chart.refresh(catalogue);
        Some(chart)
    }

    /// Looks again what works where.
    pub(super) fn refresh(&mut self, catalogue: &[Entry]) {
        let works = |region: &Region| {
            catalogue.iter().filter(|entry| entry.regions.contains(region)).count()
        };
        self.counts = Region::ALL.iter().map(works).collect();
        self.found = working(catalogue, self.at.region);
        let last = self.found.len().checked_sub(1);
        self.selected = self.selected.and_then(|selected| Some(selected.min(last?)));
    }

    /// Looks again in another catalogue than before. Whoever is with the sessions stays with the one
    /// they had chosen.
    pub(super) fn follow(&mut self, catalogue: &Catalogue, before: &Catalogue) {
        let chosen = self.selection(before).map(|entry| &entry.id);
        self.refresh(catalogue);
        let is_chosen = |index: &usize| {
            chosen.is_some() && catalogue.get(*index).map(|entry| &entry.id) == chosen
        };
        self.selected = self.found.iter().position(is_chosen).or(self.selected);
        if let Some(browse) = &mut self.from {
            browse.refresh(catalogue, before);
        }
    }

    /// The kind of screen, for the key map.
    pub fn place(&self) -> Place {
        match (self.selected, self.is_list) {
            (Some(_), _) => Place::ChartSessions,
            (None, true) => Place::ChartPlaces,
            (None, false) => Place::Chart,
        }
    }

    /// The session that is selected, if one is.
    pub fn selection<'a>(&self, catalogue: &'a [Entry]) -> Option<&'a Entry> {
        self.found.get(self.selected?).and_then(|index| catalogue.get(*index))
    }

    /// Every region from head to foot, and how many sessions work it.
    pub fn counts(&self) -> impl Iterator<Item = (Region, usize)> {
        Region::ALL.into_iter().zip(self.counts.iter().copied())
    }

    /// What a finger points at on a picture; `reach` is how far beside it may lie, in millimetres.
    pub fn spot_at(&self, view: View, point: Point, reach: f32) -> Option<Spot> {
        self.ways.at(view, point, reach)
    }

    /// The spot of a region from the list.
    pub fn spot_of(&self, region: Region) -> Option<Spot> {
        self.ways.spot_of(region)
    }

    /// Puts the finger on a place.
    pub(super) fn choose(&mut self, spot: Spot, catalogue: &[Entry]) {
        self.at = spot;
        self.selected = None;
        self.held = None;
        self.refresh(catalogue);
    }

    /// Turns to other pictures; the finger stays on the same place where they show it.
    pub(super) fn turn_to(&mut self, panel: Panel, catalogue: &[Entry]) {
        if let Some(spot) = self.ways.moved_to(self.at, panel) {
            self.choose(spot, catalogue);
        }
    }

    /// Does what a key means on the map or in the list beside it.
    fn act(&mut self, action: Action, catalogue: &[Entry]) -> Vec<Request> {
        match (self.selected, action) {
            (None, Action::List) => {
                self.held = None;
                self.selected = (!self.found.is_empty()).then_some(0);
            }
            (Some(_), Action::List | Action::Back) => {
                self.held = None;
                self.selected = None;
            }
            (Some(_), Action::Open) => {
                let entry = self.selection(catalogue);
                return entry.map(|entry| Request::Load(entry.id.clone())).into_iter().collect();
            }
            (Some(selected), _) => self.select(selected, action),
            (None, _) if self.is_list => self.go_through(action, catalogue),
            (None, _) => self.go(action, catalogue),
        }
        Vec::new()
    }

    fn select(&mut self, selected: usize, action: Action) {
        let last = self.found.len().saturating_sub(1);
        let there = match action {
            Action::Up => selected.saturating_sub(1),
            Action::Down => (selected + 1).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => return,
        };
        self.held = None;
        self.selected = Some(there);
    }

    /// Moves the finger over the pictures.
    fn go(&mut self, action: Action, catalogue: &[Entry]) {
        let step = |toward| self.ways.next(self.at, toward);
        let panel = Panel::of(self.at.view);
        let spot = match action {
            Action::Up => step(Toward::Up),
            Action::Down => step(Toward::Down),
            Action::Left => step(Toward::Left),
            Action::Right => step(Toward::Right),
            Action::First => self.ways.highest(panel),
            Action::Last => self.ways.lowest(panel),
            Action::Next => self.ways.moved_to(self.at, panel.after()),
            Action::Previous => self.ways.moved_to(self.at, panel.before()),
            _ => None,
        };
        if let Some(spot) = spot {
            self.choose(spot, catalogue);
        }
    }

    /// Moves through the list of places.
    fn go_through(&mut self, action: Action, catalogue: &[Entry]) {
        let places = Region::ALL;
        let here = places.iter().position(|region| *region == self.at.region).unwrap_or(0);
        let there = match action {
            Action::Up | Action::Left => here.saturating_sub(1),
            Action::Down | Action::Right => (here + 1).min(places.len() - 1),
            Action::First => 0,
            Action::Last => places.len() - 1,
            _ => return,
        };
        if let Some(spot) = self.ways.spot_of(places[there]) {
            self.choose(spot, catalogue);
        }
    }
}

impl App {
    /// Opens the body map, with the finger on the place that the library is narrowed to.
    pub(super) fn chart(&mut self) -> Vec<Request> {
        let (region, from) = match &self.mode {
            Mode::Browse(browse) => (browse.region, Some(browse.clone())),
            _ => (None, None),
        };
        if let Some(chart) = Chart::new(region.unwrap_or(FIRST), from, &self.catalogue) {
            self.mode = Mode::Chart(Box::new(chart));
        }
        if self.catalogue.is_empty() { vec![Request::Refresh] } else { Vec::new() }
    }

    /// Does what a key means on the body map.
    pub(super) fn touch(&mut self, action: Action) -> Vec<Request> {
        let Mode::Chart(chart) = &mut self.mode else {
            return Vec::new();
        };
        match (chart.selected, action) {
            (None, Action::Open) | (_, Action::Search) => {
                let region = chart.at.region;
                self.browse(action == Action::Search, Some(region))
            }
            (None, Action::Back) => self.leave_chart(),
            _ => chart.act(action, &self.catalogue),
        }
    }

    fn leave_chart(&mut self) -> Vec<Request> {
        let from = match &mut self.mode {
            Mode::Chart(chart) => chart.from.take(),
            _ => None,
        };
        let Some(browse) = from else {
            return self.go_home();
        };
        self.mode = Mode::Browse(browse);
        Vec::new()
    }
}
