//! The keys while a person tells of their body, and what they do.

use crossterm::event::KeyCode::{Backspace, Char, Down, End, Enter, Esc, Home, Left, Right, Up};

use super::item::{ProfileSection, turned};
use super::{ConditionPlaces, ProfileScreen};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::moved;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Target};
use crate::words::Texts;

const PROFILE: &[Place] = &[Place::Profile];
const PLACES: &[Place] = &[Place::ProfilePlaces];
const SEARCH: &[Place] = &[Place::ProfileSearch];
const BOTH: &[Place] = &[Place::Profile, Place::ProfilePlaces];

/// The keys while a person tells of their body.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter], Action::Open, SEARCH, "enter", "choose"),
    row(&[Up], Action::Up, SEARCH, "↑ ↓", "others"),
    quiet(row(&[Down], Action::Down, SEARCH, "↓", "")),
    quiet(row(&[Backspace], Action::Erase, SEARCH, "⌫", "")),
    row(&[Esc], Action::Back, SEARCH, "esc", "clear"),
    row(&[Enter, Char(' ')], Action::Open, BOTH, "enter", "change"),
    row(&[Char('/')], Action::Search, PROFILE, "/", "search"),
    row(&[Char('p')], Action::List, PROFILE, "p", "places"),
    quiet(row(&[Char('p')], Action::Back, PLACES, "p", "list")),
    row(&[Right, Char('l')], Action::Next, PROFILE, "→", "next group"),
    quiet(row(&[Left, Char('h')], Action::Previous, PROFILE, "← h", "group back")),
    quiet(row(&[Up, Char('k')], Action::Up, BOTH, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, BOTH, "↓ j", "down")),
    quiet(row(&[Home, Char('g')], Action::First, BOTH, "g", "first")),
    quiet(row(&[End, Char('G')], Action::Last, BOTH, "G", "last")),
    page_up(BOTH),
    page_down(BOTH),
    night(BOTH),
    back(BOTH),
    help(BOTH),
    leave(BOTH),
];

impl Behaviour for ProfileScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        self.form()
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let seen = context.frame.list_lines;
        let items = ProfileSection::all().iter().map(|section| section.items.len()).sum();
        if self.search.is_some() {
            return self.act_in_search(action, context.shared.own_texts());
        }
        match (action, &mut self.places) {
            (Action::Search, None) => self.begin_search(),
            (Action::Back, None) => return Route::Back.into(),
            (Action::Back, places) => *places = None,
            (Action::Open, None) => return self.turn(),
            (Action::Open, Some(places)) => {
                let places = *places;
                return self.turn_place(places);
            }
            (Action::List, None) => {
                let placed = self.placed_condition();
                self.places = placed.map(|it| ConditionPlaces::of(it, self.sites(it)));
            }
            (Action::Next | Action::Previous, None) => {
                self.select(self.other_section(action == Action::Next));
            }
            (_, None) => self.select(moved(action, self.selected, items, seen)),
            (_, Some(places)) => {
                let places_there = ConditionPlaces::all().len();
                places.selected = moved(action, places.selected, places_there, seen);
                places.held = None;
            }
        }
        Reaction::default()
    }

    /// The first click on a line chooses it, a second changes it.
    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        let Some(Target::Line { line, first }) = hit.map(|hit| hit.target) else {
            return Reaction::default();
        };
        let (selected, held) = match &mut self.places {
            None => (&mut self.selected, &mut self.held),
            Some(places) => (&mut places.selected, &mut places.held),
        };
        if line == *selected {
            *held = Some(first);
            return self.act(Action::Open, context);
        }
        (*selected, *held) = (line, Some(first));
        Reaction::default()
    }
}

impl ProfileScreen {
    /// The form it takes, for its keys.
    pub(super) fn form(&self) -> Place {
        match (&self.places, &self.search) {
            (Some(_), _) => Place::ProfilePlaces,
            (None, Some(_)) => Place::ProfileSearch,
            (None, None) => Place::Profile,
        }
    }

    pub(super) fn select(&mut self, item: usize) {
        (self.selected, self.held) = (item, None);
    }

    fn act_in_search(&mut self, action: Action, texts: &Texts) -> Reaction {
        match action {
            Action::Type(letter) => self.type_letter(Some(letter), texts),
            Action::Erase => self.type_letter(None, texts),
            Action::Up | Action::Down => self.select_found(action == Action::Down),
            Action::Open if self.choose_found() => return self.turn(),
            Action::Back => self.end_search(),
            _ => {}
        }
        Reaction::default()
    }

    /// Changes what is selected, which is kept at once.
    fn turn(&mut self) -> Reaction {
        let Some(item) = self.item() else { return Reaction::default() };
        item.turn(&mut self.profile);
        self.kept()
    }

    /// Changes a place of a condition.
    fn turn_place(&mut self, places: ConditionPlaces) -> Reaction {
        let Some(place) = ConditionPlaces::all().get(places.selected).copied() else {
            return Reaction::default();
        };
        let sites = turned(place, self.sites(places.condition));
        self.profile.remove(places.condition, &[]);
        self.profile.add(places.condition, &sites);
        self.kept()
    }

    fn kept(&self) -> Reaction {
        Request::KeepProfile(Box::new(self.profile.clone())).into()
    }
}
