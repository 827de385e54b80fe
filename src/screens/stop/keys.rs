//! The keys of a session that was stopped, and what they do.

use crossterm::event::KeyCode::{Char, Down, Enter, Right, Up};

use super::StopScreen;
use crate::player::Command;
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, back, help, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Target};

const STOP: &[Place] = &[Place::Stop];

/// The keys of a session that was stopped.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Char('1')], Action::Answer(1), STOP, "1", "it is so"),
    quiet(row(&[Char('2')], Action::Answer(2), STOP, "2", "")),
    quiet(row(&[Char('3')], Action::Answer(3), STOP, "3", "")),
    quiet(row(&[Char('4')], Action::Answer(4), STOP, "4", "")),
    quiet(row(&[Char('5')], Action::Answer(5), STOP, "5", "")),
    quiet(row(&[Char('6')], Action::Answer(6), STOP, "6", "")),
    quiet(row(&[Char('7')], Action::Answer(7), STOP, "7", "")),
    quiet(row(&[Char('8')], Action::Answer(8), STOP, "8", "")),
    quiet(row(&[Char('9')], Action::Answer(9), STOP, "9", "")),
    row(&[Enter], Action::Open, STOP, "enter", "end"),
    row(&[Right, Char('l')], Action::Next, STOP, "→", "leave it out"),
    quiet(row(&[Up, Char('k')], Action::Up, STOP, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j'), Char(' ')], Action::Down, STOP, "↓ j", "scroll down")),
    back(STOP),
    help(STOP),
    leave(STOP),
];

impl Behaviour for StopScreen {
    fn overlay(&self) -> Overlay {
        Overlay::Page
    }

    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Stop
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Answer(number) => {
                self.choose(number);
                self.scroll_to(0)
            }
            Action::Up => self.scroll_to(self.scroll.saturating_sub(1)),
            Action::Down => {
                let farthest = context.frame.page.map_or(0, |room| room.farthest);
                self.scroll_to((self.scroll + 1).min(farthest))
            }
            Action::Open => Request::command(Command::Finish).into(),
            Action::Next => Reaction {
                requests: vec![Request::command(Command::Next)],
                route: Some(Route::Back),
            },
            Action::Back => Route::Back.into(),
            _ => Reaction::default(),
        }
    }

    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match hit.map(|hit| hit.target) {
            Some(Target::Line { line, .. }) => {
                self.act(Action::Answer(u8::try_from(line + 1).unwrap_or(u8::MAX)), context)
            }
            _ => Reaction::default(),
        }
    }
}

impl StopScreen {
    fn scroll_to(&mut self, line: usize) -> Reaction {
        self.scroll = line;
        Reaction::default()
    }
}
