//! The keys while one reads, and what they do.

use crossterm::event::KeyCode::{Char, Down, End, Enter, Home, Left, PageDown, PageUp, Right, Up};

use super::{LearnScreen, Reading, Sheet};
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, back, help, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, PageRoom, Place, Target};

const TOPICS: &[Place] = &[Place::Topics];
const READING: &[Place] = &[Place::Reading];
const BOTH: &[Place] = &[Place::Topics, Place::Reading];

/// The room of a page that no frame has shown yet.
const UNKNOWN_ROOM: PageRoom = PageRoom { farthest: 0, rows: 1 };

/// The keys while one reads.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, TOPICS, "enter", "read"),
    row(&[Right, Char('l')], Action::Next, TOPICS, "→", "next group"),
    quiet(row(&[Left, Char('h')], Action::Previous, TOPICS, "← h", "group back")),
    row(&[Char(' '), Enter, PageDown], Action::Open, READING, "space", "read on"),
    quiet(row(&[Char('b'), PageUp], Action::ReadBack, READING, "b", "read back")),
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
    back(BOTH),
    help(BOTH),
    leave(BOTH),
];

impl Behaviour for LearnScreen {
    fn overlay(&self) -> Overlay {
        Overlay::Page
    }

    fn place(&self, _: &KeyContext<'_>) -> Place {
        match self.sheet {
            Sheet::Topics { .. } => Place::Topics,
            Sheet::Page(_) => Place::Reading,
        }
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match (&mut self.sheet, action) {
            (_, Action::Back) => match self.trail.pop() {
                Some(sheet) => self.sheet = sheet,
                None => return Route::Back.into(),
            },
            (Sheet::Topics { selected, .. }, _) => {
                let selected = *selected;
                self.act_on_topics(action, selected);
            }
            (Sheet::Page(reading), Action::Next | Action::Previous) => {
                // Leafing leaves no trail: Escape leads back to where one began.
                if let Some(next) = reading.neighbour(action).and_then(Reading::of) {
                    *reading = next;
                }
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
                reading.scroll(action, context.frame.page.unwrap_or(UNKNOWN_ROOM));
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
    fn act_on_topics(&mut self, action: Action, selected: usize) {
        let last = self.topics().count().saturating_sub(1);
        match action {
            Action::Up => self.select(selected.saturating_sub(1)),
            Action::Down => self.select((selected + 1).min(last)),
            Action::First => self.select(0),
            Action::Last => self.select(last),
            Action::Next | Action::Previous => self.select(self.other_section(selected, action)),
            Action::Open => {
                let topic = self.topics().nth(selected);
                self.open(topic);
            }
            _ => {}
        }
    }
}
