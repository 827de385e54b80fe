//! The keys of the body map, and what they do.

use crossterm::event::KeyCode::{Char, Down, End, Enter, Home, Left, Right, Tab, Up};

use super::neighbours::Toward;
use super::{BodyMapScreen, MapPurpose, Panel, Spot};
use crate::body::Region;
use crate::journal::PainPlace;
use crate::learn::Topic;
use crate::library::{Catalogue, Entry};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::moved;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Shared, Target, TopicSection};

const PICTURES: &[Place] = &[Place::BodyMap, Place::PainMap];
const PLACES: &[Place] = &[Place::BodyMap, Place::PlaceList];
const SESSIONS: &[Place] = &[Place::PlaceSessions];
const PAIN: &[Place] = &[Place::PainMap, Place::PainList];
const PAIN_LIST: &[Place] = &[Place::PainList];
const FINGER: &[Place] = &[Place::BodyMap, Place::PlaceList, Place::PainMap];
const ABOUT_SESSIONS: &[Place] = &[Place::BodyMap, Place::PlaceList, Place::PlaceSessions];
const ALL: &[Place] =
    &[Place::BodyMap, Place::PlaceList, Place::PlaceSessions, Place::PainMap, Place::PainList];

/// The keys of the body map.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, PLACES, "enter", "open"),
    row(&[Enter, Char(' ')], Action::Open, PAIN, "enter", "here"),
    row(&[Left, Char('h')], Action::Left, PAIN_LIST, "← →", "side"),
    quiet(row(&[Right, Char('l')], Action::Right, PAIN_LIST, "→", "the other side")),
    row(&[Enter, Char(' '), Right, Char('l')], Action::Open, SESSIONS, "enter", "choose"),
    row(&[Tab], Action::List, PLACES, "tab", "sessions"),
    row(&[Tab, Left, Char('h')], Action::List, SESSIONS, "tab", "map"),
    row(&[Char('1')], Action::Pictures(1), PICTURES, "1–4", "pictures"),
    quiet(row(&[Char('2')], Action::Pictures(2), PICTURES, "2", "face")),
    quiet(row(&[Char('3')], Action::Pictures(3), PICTURES, "3", "hands")),
    quiet(row(&[Char('4')], Action::Pictures(4), PICTURES, "4", "feet")),
    quiet(row(&[Char(']')], Action::Next, PICTURES, "]", "closer")),
    quiet(row(&[Char('[')], Action::Previous, PICTURES, "[", "farther")),
    quiet(row(&[Up, Char('k')], Action::Up, ALL, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, ALL, "↓ j", "down")),
    quiet(row(&[Left, Char('h')], Action::Left, FINGER, "← h", "left")),
    quiet(row(&[Right, Char('l')], Action::Right, FINGER, "→ l", "right")),
    quiet(row(&[Home, Char('g')], Action::First, ALL, "g", "first")),
    quiet(row(&[End, Char('G')], Action::Last, ALL, "G", "last")),
    page_up(ALL),
    page_down(ALL),
    row(&[Char('/')], Action::Search, ABOUT_SESSIONS, "/", "search"),
    row(&[Char('p')], Action::Plan, PLACES, "p", "plan"),
    row(&[Char('i')], Action::Learn, ABOUT_SESSIONS, "i", "learn"),
    night(ALL),
    back(ALL),
    help(ALL),
    leave(ALL),
];

impl Behaviour for BodyMapScreen {
    fn place(&self, context: &KeyContext<'_>) -> Place {
        self.form(context.frame.places_are_listed)
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let catalogue = &context.shared.catalogue;
        if self.purpose == MapPurpose::Pain && action == Action::Open {
            let Spot { region, side, .. } = self.at;
            return Route::Hurts(PainPlace { region, side }).into();
        }
        match (self.selected, action) {
            (_, Action::Search) => {
                return Route::Library { searching: true, region: Some(self.at.region) }.into();
            }
            // Where no session works, there is still a page to read.
            (None, Action::Open) if self.found.is_empty() => {
                return Route::Page(Topic::Place(self.at.region)).into();
            }
            (None, Action::Back) => return Route::Back.into(),
            (None, Action::Plan) => return Route::Planner(Some(self.at.region)).into(),
            (None, Action::Open | Action::List) => {
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
            (Some(selected), _) => self.select(selected, action, context.frame.list_lines),
            (None, _) if context.frame.places_are_listed => self.go_through(action, context),
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
                let region = Some(self.at.region);
                return Route::Library { searching: false, region }.into();
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

    fn select(&mut self, selected: usize, action: Action, seen: usize) {
        self.held = None;
        self.selected = Some(moved(action, selected, self.found.len(), seen));
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
            // A picture is a page.
            Action::First | Action::PageUp => self.neighbours.highest(panel),
            Action::Last | Action::PageDown => self.neighbours.lowest(panel),
            Action::Pictures(number) => {
                let panel = Panel::ALL.get(usize::from(number).saturating_sub(1));
                panel.and_then(|panel| self.neighbours.moved_to(self.at, *panel))
            }
            Action::Next => self.neighbours.moved_to(self.at, panel.after()),
            Action::Previous => self.neighbours.moved_to(self.at, panel.before()),
            _ => None,
        };
        if let Some(spot) = spot {
            self.choose(spot, catalogue);
        }
    }

    /// Moves through the list of places.
    fn go_through(&mut self, action: Action, context: &KeyContext<'_>) {
        if self.purpose == MapPurpose::Pain && matches!(action, Action::Left | Action::Right) {
            self.turn_side(action == Action::Left);
            return;
        }
        let places = Region::ALL;
        let here = places.iter().position(|region| *region == self.at.region).unwrap_or(0);
        let action = match action {
            Action::Left => Action::Up,
            Action::Right => Action::Down,
            other => other,
        };
        let there = moved(action, here, places.len(), context.frame.list_lines);
        if let Some(spot) = self.neighbours.spot_of(places[there]).filter(|_| there != here) {
            self.choose(spot, &context.shared.catalogue);
            if self.purpose == MapPurpose::Pain {
                // On neither side until one is said.
                self.at.side = None;
            }
        }
    }
}
