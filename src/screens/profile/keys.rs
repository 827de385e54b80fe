//! The keys while a person tells of their body, and what they do.

use crossterm::event::KeyCode::{Char, Down, End, Enter, Home, Left, PageDown, PageUp, Right, Up};

use super::item::{ProfileSection, turned};
use super::{ConditionPlaces, ProfileScreen};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Target};

const PROFILE: &[Place] = &[Place::Profile];
const PLACES: &[Place] = &[Place::ProfilePlaces];
const BOTH: &[Place] = &[Place::Profile, Place::ProfilePlaces];

/// The keys while a person tells of their body.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, BOTH, "enter", "change"),
    row(&[Char('p')], Action::List, PROFILE, "p", "places"),
    quiet(row(&[Char('p')], Action::Back, PLACES, "p", "list")),
    row(&[Right, Char('l')], Action::Next, PROFILE, "→", "next group"),
    quiet(row(&[Left, Char('h')], Action::Previous, PROFILE, "← h", "group back")),
    quiet(row(&[Up, Char('k')], Action::Up, BOTH, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, BOTH, "↓ j", "down")),
    quiet(row(&[Home, PageUp, Char('g')], Action::First, BOTH, "g", "first")),
    quiet(row(&[End, PageDown, Char('G')], Action::Last, BOTH, "G", "last")),
    back(BOTH),
    help(BOTH),
    leave(BOTH),
];

impl Behaviour for ProfileScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        match self.places {
            None => Place::Profile,
            Some(_) => Place::ProfilePlaces,
        }
    }

    fn act(&mut self, action: Action, _: &KeyContext<'_>) -> Reaction {
        let items = ProfileSection::all().iter().map(|section| section.items.len()).sum();
        match (action, &mut self.places) {
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
            (_, None) => self.select(moved(action, self.selected, items)),
            (_, Some(places)) => {
                places.selected = moved(action, places.selected, ConditionPlaces::all().len());
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
    fn select(&mut self, item: usize) {
        (self.selected, self.held) = (item, None);
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

/// Where a key leads among so many lines.
fn moved(action: Action, selected: usize, lines: usize) -> usize {
    let last = lines.saturating_sub(1);
    match action {
        Action::Up => selected.saturating_sub(1),
        Action::Down => (selected + 1).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => selected,
    }
}
