//! The keys of the first screen, and what they do.

use crossterm::event::KeyCode::{Char, Down, End, Enter, Home as HomeKey, Right, Up};

use super::HomeScreen;
use crate::library::{Catalogue, Entry};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::check_in_form::CheckInForm;
use crate::screens::keymap::{KeyRow, digit, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::moved;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Shared, Target, TopicSection};

const HOME: &[Place] = &[Place::Home];

/// The keys of the first screen.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Right, Char(' ')], Action::Open, HOME, "enter", "choose"),
    quiet(row(&[Up, Char('k')], Action::Up, HOME, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, HOME, "↓ j", "down")),
    quiet(row(&[HomeKey, Char('g')], Action::First, HOME, "g", "first")),
    quiet(row(&[End, Char('G')], Action::Last, HOME, "G", "last")),
    page_up(HOME),
    page_down(HOME),
    row(&[Char('l')], Action::Library, HOME, "l", "library"),
    row(&[Char('b')], Action::Breathe, HOME, "b", "breathe"),
    row(&[Char('y')], Action::Profile, HOME, "y", "health"),
    quiet(row(&[Char('/')], Action::Search, HOME, "/", "search")),
    row(&[Char('p')], Action::Plan, HOME, "p", "plan"),
    row(&[Char('w')], Action::Helped, HOME, "w", "helped"),
    row(&[Char('m')], Action::BodyMap, HOME, "m", "map"),
    row(&[Char('i')], Action::Learn, HOME, "i", "learn"),
    digit(&[Char('0')], 0, HOME, "0–9", "slept"),
    digit(&[Char('1')], 1, HOME, "1", ""),
    digit(&[Char('2')], 2, HOME, "2", ""),
    digit(&[Char('3')], 3, HOME, "3", ""),
    digit(&[Char('4')], 4, HOME, "4", ""),
    digit(&[Char('5')], 5, HOME, "5", ""),
    digit(&[Char('6')], 6, HOME, "6", ""),
    digit(&[Char('7')], 7, HOME, "7", ""),
    digit(&[Char('8')], 8, HOME, "8", ""),
    digit(&[Char('9')], 9, HOME, "9", ""),
    quiet(row(&[Char('o')], Action::Another, HOME, "o", "not this one")),
    quiet(row(&[Char('c')], Action::GoOn, HOME, "c", "go on")),
    quiet(row(&[Char('x')], Action::LetGo, HOME, "x", "not now")),
    night(HOME),
    help(HOME),
    leave(HOME),
];

impl Behaviour for HomeScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Home
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        self.is_touched = true;
        match action {
            Action::Library | Action::Search => {
                let searching = action == Action::Search;
                return Route::Library { searching, region: None }.into();
            }
            Action::Breathe => return Route::Breathing.into(),
            Action::GoOn => {
                let entry = context.shared.can_go_on().cloned();
                return entry.map(|entry| Request::GoOn(Box::new(entry))).into();
            }
            Action::LetGo => {
                let entry = context.shared.can_go_on();
                if entry.is_none() {
                    self.is_sleep_unasked = true;
                }
                return entry.map(|entry| Request::LetGo(entry.id.clone())).into();
            }
            Action::Helped => return Route::Helped.into(),
            Action::Digit(_) => return self.say_slept(action, context),
            Action::Plan => return Route::Planner(None).into(),
            Action::Another => return self.decline(context.shared).into(),
            Action::Profile => return Route::Profile.into(),
            Action::BodyMap => return Route::BodyMap(None).into(),
            Action::Open => {
                let entry = self.selection(&context.shared.catalogue);
                let minutes = self.selected_day().and_then(|due| due.day.minutes);
                let load = |entry: &Entry| match minutes {
                    Some(minutes) => Request::LoadFitted { id: entry.id.clone(), minutes },
                    None => Request::Load(entry.id.clone()),
                };
                return entry.map(load).into();
            }
            // All that is offered is seen at once.
            _ => {
                let offers = self.suggested.len();
                self.selected = moved(action, self.selected, offers, offers + 1);
            }
        }
        Reaction::default()
    }

    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match hit.map(|hit| hit.target) {
            // The first click chooses, a second on the same line opens.
            Some(Target::Line { line, .. }) if line == self.selected => {
                self.act(Action::Open, context)
            }
            Some(Target::Line { line, .. }) => {
                self.selected = line;
                Reaction::default()
            }
            _ => Reaction::default(),
        }
    }

    fn come_back(&mut self, shared: &Shared) -> Option<Request> {
        let is_empty = shared.catalogue.is_empty();
        // What the person told of themselves meanwhile may ask for others.
        Some(if is_empty { Request::Refresh } else { Request::Suggest })
    }

    fn follow_catalogue(&mut self, shared: &Shared, before: &Catalogue) -> Option<Request> {
        (!self.keeps(&shared.catalogue, before)).then_some(Request::Suggest)
    }

    fn topics(&self, context: &KeyContext<'_>) -> Option<TopicSection> {
        TopicSection::of_entry(self.selection(&context.shared.catalogue)?)
    }
}

impl HomeScreen {
    /// Takes a digit of how the person slept, where that is asked.
    fn say_slept(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let Some(night) = self.night(context.shared) else { return Reaction::default() };
        let id = night.id.clone();
        if self.slept.is_empty() {
            self.slept = CheckInForm::of_sleep();
        }
        self.slept.act(action);
        Request::Slept(id, Box::new(self.slept.said())).into()
    }
}
