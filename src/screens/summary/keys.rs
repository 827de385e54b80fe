//! The keys after a session, and what they do.

use crossterm::event::KeyCode::{Char, Enter};

use super::SummaryScreen;
use crate::player::Control;
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Request};

const SUMMARY: &[Place] = &[Place::Summary];

/// The keys after a session.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, SUMMARY, "enter", "home"),
    row(&[Char('a')], Action::Again, SUMMARY, "a", "again"),
    back(SUMMARY),
    help(SUMMARY),
    leave(SUMMARY),
];

impl Behaviour for SummaryScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Summary
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            // On another day it is asked and told anew what is before it.
            Action::Again if context.shared.is_day_new => {
                Request::Load(self.record.id.clone()).into()
            }
            Action::Again => Request::Control(Control::Again).into(),
            Action::Open | Action::Back => Route::Home.into(),
            _ => Reaction::default(),
        }
    }
}
