//! The keys while the keys are shown.

use super::HelpScreen;
use crate::player::Command;
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, back, help, leave, night};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Request};

const HELP: &[Place] = &[Place::Help];

/// The keys while the keys are shown.
pub(in crate::screens) const KEYS: &[KeyRow] = &[night(HELP), back(HELP), help(HELP), leave(HELP)];

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

    fn act(&mut self, action: Action, _: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Back | Action::Open => Route::Back.into(),
            _ => Reaction::default(),
        }
    }
}
