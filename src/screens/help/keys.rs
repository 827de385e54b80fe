//! The keys while the keys are shown.

use crossterm::event::KeyCode::{Char, Down, Up};

use super::HelpScreen;
use crate::player::Command;
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::scrolled;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Request};

const HELP: &[Place] = &[Place::Help];

/// The keys while the keys are shown.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    quiet(row(&[Up, Char('k')], Action::Up, HELP, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j'), Char(' ')], Action::Down, HELP, "↓ j", "scroll down")),
    page_up(HELP),
    page_down(HELP),
    night(HELP),
    back(HELP),
    help(HELP),
    leave(HELP),
];

impl Behaviour for HelpScreen {
    fn overlay(&self) -> Overlay {
        Overlay::Page
    }

    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Help
    }

    /// What paused for it goes on.
    fn close(&self) -> Option<Request> {
        self.goes_on.then_some(Request::command(Command::Resume))
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                let room = context.frame.page.unwrap_or_default();
                self.scroll = scrolled(action, self.scroll, room);
                Reaction::default()
            }
            Action::Back | Action::Open => Route::Back.into(),
            _ => Reaction::default(),
        }
    }
}
