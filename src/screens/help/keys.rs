//! The keys while the keys are shown.

use super::HelpScreen;
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, back, help, leave};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place};

const HELP: &[Place] = &[Place::Help];

/// The keys while the keys are shown.
pub(in crate::screens) const KEYS: &[KeyRow] = &[back(HELP), help(HELP), leave(HELP)];

impl Behaviour for HelpScreen {
    fn overlay(&self) -> Overlay {
        Overlay::Page
    }

    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Help
    }

    fn act(&mut self, action: Action, _: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Back | Action::Open => Route::Back.into(),
            _ => Reaction::default(),
        }
    }
}
