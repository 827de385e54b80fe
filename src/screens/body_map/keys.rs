//! The keys of the body map, and what they do.

use crossterm::event::KeyCode::{
    Char, Down, End, Enter, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::neighbours::Toward;
use super::{BodyMapScreen, Panel, Spot};
use crate::body::Region;
use crate::library::{Catalogue, Entry};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Shared, Target, TopicSection};

const PICTURES: &[Place] = &[Place::BodyMap];
const PLACES: &[Place] = &[Place::BodyMap, Place::PlaceList];
const SESSIONS: &[Place] = &[Place::PlaceSessions];
const ALL: &[Place] = &[Place::BodyMap, Place::PlaceList, Place::PlaceSessions];

/// The keys of the body map.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, PLACES, "enter", "library"),
    row(&[Enter, Char(' '), Right, Char('l')], Action::Open, SESSIONS, "enter", "choose"),
    row(&[Tab], Action::List, PLACES, "tab", "sessions"),
    row(&[Tab, Left, Char('h')], Action::List, SESSIONS, "tab", "map"),
    row(&[Char(']')], Action::Next, PICTURES, "]", "closer"),
    quiet(row(&[Char('[')], Action::Previous, PICTURES, "[", "farther")),
    quiet(row(&[Up, Char('k')], Action::Up, ALL, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, ALL, "↓ j", "down")),
    quiet(row(&[Left, Char('h')], Action::Left, PLACES, "← h", "left")),
    quiet(row(&[Right, Char('l')], Action::Right, PLACES, "→ l", "right")),
    quiet(row(&[Home, PageUp, Char('g')], Action::First, ALL, "g", "first")),
    quiet(row(&[End, PageDown, Char('G')], Action::Last, ALL, "G", "last")),
    row(&[Char('/')], Action::Search, ALL, "/", "search"),
    row(&[Char('p')], Action::Plan, PLACES, "p", "plan"),
    row(&[Char('i')], Action::Learn, ALL, "i", "learn"),
    back(ALL),
    help(ALL),
    leave(ALL),
];

impl Behaviour for BodyMapScreen {
    fn place(&self, context: &KeyContext<'_>) -> Place {
        match (self.selected, context.frame.places_are_listed) {
            (Some(_), _) => Place::PlaceSessions,
            (None, true) => Place::PlaceList,
            (None, false) => Place::BodyMap,
        }
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let catalogue = &context.shared.catalogue;
        match (self.selected, action) {
            (None, Action::Open) | (_, Action::Search) => {
                let searching = action == Action::Search;
                return Route::Library { searching, region: Some(self.at.region) }.into();
            }
            (None, Action::Back) => return Route::Back.into(),
            (None, Action::Plan) => return Route::Planner(Some(self.at.region)).into(),
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
                return entry.map(|entry| Request::Load(entry.id.clone())).into();
            }
            (Some(selected), _) => self.select(selected, action),
            (None, _) if context.frame.places_are_listed => self.go_through(action, catalogue),
            (None, _) => self.go(action, catalogue),
        }
        Reaction::default()
    }

    /// The first click chooses, a second on the same place or session opens.
    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        let catalogue = &context.shared.catalogue;
        let Some(hit) = hit else { return Reaction::default() };
        match hit.target {
            Target::Picture(_) => match self.spot_under(hit) {
                Some(spot) if self.has_finger_on(spot) => return self.act(Action::Open, context),
                Some(spot) => self.choose(spot, catalogue),
                None => {}
            },
            Target::Line { line, first } => {
                let region = Region::ALL.get(line).copied();
                match region.and_then(|region| self.neighbours.spot_of(region)) {
                    Some(spot) if self.has_finger_on(spot) => {
                        return self.act(Action::Open, context);
                    }
                    Some(spot) => {
                        self.choose(spot, catalogue);
                        self.held = Some(first);
                    }
                    None => {}
                }
            }
            Target::Tab(panel) => {
                if let Some(panel) = Panel::ALL.get(panel) {
                    self.turn_to(*panel, catalogue);
                }
            }
            Target::SecondLine { line, .. } if self.selected == Some(line) => {
                return self.act(Action::Open, context);
            }
            Target::SecondLine { line, first } => {
                self.selected = Some(line);
                self.held = Some(first);
            }
            Target::More => {
                self.selected = None;
                return self.act(Action::Open, context);
            }
            _ => {}
        }
        Reaction::default()
    }

    fn follow_catalogue(&mut self, shared: &Shared, before: &Catalogue) -> Option<Request> {
        self.follow(&shared.catalogue, before);
        None
    }

    fn topics(&self, context: &KeyContext<'_>) -> Option<TopicSection> {
        match self.selection(&context.shared.catalogue) {
            Some(entry) => TopicSection::of_entry(entry),
            None => Some(TopicSection::about_place(self.at.region)),
        }
    }
}

impl BodyMapScreen {
    /// Whether the finger, and not the list of sessions, has the keys and lies there.
    fn has_finger_on(&self, spot: Spot) -> bool {
        self.selected.is_none() && self.at == spot
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
        let step = |toward| self.neighbours.next(self.at, toward);
        let panel = Panel::of(self.at.view);
        let spot = match action {
            Action::Up => step(Toward::Up),
            Action::Down => step(Toward::Down),
            Action::Left => step(Toward::Left),
            Action::Right => step(Toward::Right),
            Action::First => self.neighbours.highest(panel),
            Action::Last => self.neighbours.lowest(panel),
            Action::Next => self.neighbours.moved_to(self.at, panel.after()),
            Action::Previous => self.neighbours.moved_to(self.at, panel.before()),
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
        if let Some(spot) = self.neighbours.spot_of(places[there]) {
            self.choose(spot, catalogue);
        }
    }
}
