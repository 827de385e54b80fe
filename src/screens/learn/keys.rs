//! The keys while one reads, and what they do.

use crossterm::event::KeyCode::{Char, Down, End, Enter, Home, Left, PageDown, PageUp, Right, Up};

use super::{LearnScreen, Reading, Sheet};
use crate::library::breathing_id;
use crate::player::{Command, NowPlaying};
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::{moved, scrolled};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Target};

const TOPICS: &[Place] = &[Place::Topics];
const PLAIN: &[Place] = &[Place::Reading];
const BREATH: &[Place] = &[Place::ReadingBreath];
const READING: &[Place] = &[Place::Reading, Place::ReadingBreath];
const BOTH: &[Place] = &[Place::Topics, Place::Reading, Place::ReadingBreath];

/// The keys while one reads.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, TOPICS, "enter", "read"),
    row(&[Right, Char('l')], Action::Next, TOPICS, "→", "next group"),
    quiet(row(&[Left, Char('h')], Action::Previous, TOPICS, "← h", "group back")),
    row(&[Enter], Action::Try, BREATH, "enter", "try it"),
    row(&[Char(' '), PageDown], Action::PageDown, READING, "space", "read on"),
    quiet(row(&[Enter], Action::PageDown, PLAIN, "enter", "")),
    quiet(row(&[Char('b'), PageUp], Action::PageUp, READING, "b", "read back")),
    page_up(TOPICS),
    page_down(TOPICS),
    row(&[Char('1')], Action::Related(1), READING, "1–5", "see also"),
    quiet(row(&[Char('2')], Action::Related(2), READING, "2", "")),
    quiet(row(&[Char('3')], Action::Related(3), READING, "3", "")),
    quiet(row(&[Char('4')], Action::Related(4), READING, "4", "")),
    quiet(row(&[Char('5')], Action::Related(5), READING, "5", "")),
    row(&[Right, Char('l')], Action::Next, READING, "→", "next page"),
    quiet(row(&[Left, Char('h')], Action::Previous, READING, "← h", "page back")),
    row(&[Char('t')], Action::Topics, READING, "t", "topics"),
    quiet(row(&[Up, Char('k')], Action::Up, BOTH, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, BOTH, "↓ j", "down")),
    quiet(row(&[Home, Char('g')], Action::First, BOTH, "g", "first")),
    quiet(row(&[End, Char('G')], Action::Last, BOTH, "G", "last")),
    night(BOTH),
    back(BOTH),
    help(BOTH),
    leave(BOTH),
];

impl Behaviour for LearnScreen {
    fn overlay(&self) -> Overlay {
        Overlay::Page
    }

    fn place(&self, context: &KeyContext<'_>) -> Place {
        self.form(context.now)
    }

    /// What paused for it goes on.
    fn close(&self) -> Option<Request> {
        self.goes_on.then_some(Request::command(Command::Resume))
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let language = self.language;
        match (&mut self.sheet, action) {
            (_, Action::Back) => match self.trail.pop() {
                Some(sheet) => self.sheet = sheet,
                None => return Route::Back.into(),
            },
            (Sheet::Topics { selected, .. }, _) => {
                let selected = *selected;
                self.act_on_topics(action, selected, context.frame.list_lines);
            }
            (Sheet::Page(reading), Action::Next | Action::Previous) => {
                // Leafing leaves no trail: Escape leads back to where one began.
                if let Some(next) =
                    reading.neighbour(action).and_then(|it| Reading::of(it, language))
                {
                    *reading = next;
                }
            }
            (Sheet::Page(reading), Action::Try) => {
                let pattern = reading.pattern();
                return pattern.map(|it| Request::Load(breathing_id(it.id))).into();
            }
            (Sheet::Page(reading), Action::Related(number)) => {
                let related = reading.page.related();
                self.open(related.get(usize::from(number).saturating_sub(1)).copied());
            }
            (Sheet::Page(reading), Action::Topics) => {
                let topic = reading.topic;
                let selected = self.topics().position(|other| other == topic).unwrap_or(0);
                self.sheet = Sheet::Topics { selected, page: None, held: None };
                self.trail.clear();
                self.select(selected);
            }
            (Sheet::Page(reading), _) => {
                let room = context.frame.page.unwrap_or_default();
                reading.scroll = scrolled(action, reading.scroll, room);
            }
        }
        Reaction::default()
    }

    /// The first click on a topic chooses it, a second opens it.
    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match (&self.sheet, hit.map(|hit| hit.target)) {
            (Sheet::Topics { selected, .. }, Some(Target::Line { line, .. }))
                if line == *selected =>
            {
                return self.act(Action::Open, context);
            }
            (Sheet::Topics { .. }, Some(Target::Line { line, first })) => {
                self.point_at(line, first);
            }
            _ => {}
        }
        Reaction::default()
    }
}

impl LearnScreen {
    /// What is open, for the key map. No breath can be tried while a session is on.
    pub(super) fn form(&self, now: &NowPlaying) -> Place {
        match &self.sheet {
            Sheet::Topics { .. } => Place::Topics,
            Sheet::Page(page) if page.pattern().is_some() && now.player().is_none() => {
                Place::ReadingBreath
            }
            Sheet::Page(_) => Place::Reading,
        }
    }

    fn act_on_topics(&mut self, action: Action, selected: usize, seen: usize) {
        match action {
            Action::Next | Action::Previous => self.select(self.other_section(selected, action)),
            Action::Open => {
                let topic = self.topics().nth(selected);
                self.open(topic);
            }
            _ => self.select(moved(action, selected, self.topics().count(), seen)),
        }
    }
}
