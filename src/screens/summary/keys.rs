//! The keys after a session, and what they do.

use crossterm::event::KeyCode::{
    BackTab, Backspace, Char, Delete, Down, Enter, Left, Right, Tab, Up,
};

use super::SummaryScreen;
use crate::journal::RatingMoment;
use crate::player::Control;
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, digit, help, leave, night, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request};

const ALL: &[Place] = &[Place::Summary, Place::SummaryRatings, Place::SummaryStopped];
const PLAYED: &[Place] = &[Place::Summary, Place::SummaryRatings];
const RATINGS: &[Place] = &[Place::SummaryRatings];

/// The keys after a session.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, ALL, "enter", "home"),
    row(&[Char('a')], Action::Again, PLAYED, "a", "again"),
    row(&[Left, Char('h'), Char('-')], Action::Left, RATINGS, "← →", "how much"),
    quiet(row(&[Right, Char('l'), Char('+')], Action::Right, RATINGS, "→", "")),
    row(&[Tab, Down, Char('j')], Action::Next, RATINGS, "tab", "next"),
    quiet(row(&[BackTab, Up, Char('k')], Action::Previous, RATINGS, "↑ k", "back")),
    quiet(row(&[Backspace, Delete], Action::Erase, RATINGS, "⌫", "take back")),
    digit(&[Char('0')], 0, RATINGS, "0–9", "number"),
    digit(&[Char('1')], 1, RATINGS, "1", ""),
    digit(&[Char('2')], 2, RATINGS, "2", ""),
    digit(&[Char('3')], 3, RATINGS, "3", ""),
    digit(&[Char('4')], 4, RATINGS, "4", ""),
    digit(&[Char('5')], 5, RATINGS, "5", ""),
    digit(&[Char('6')], 6, RATINGS, "6", ""),
    digit(&[Char('7')], 7, RATINGS, "7", ""),
    digit(&[Char('8')], 8, RATINGS, "8", ""),
    digit(&[Char('9')], 9, RATINGS, "9", ""),
    night(ALL),
    back(ALL),
    help(ALL),
    leave(ALL),
];

impl Behaviour for SummaryScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        self.form()
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            // On another day it is asked and told anew what is before it.
            Action::Again if context.shared.is_day_new => {
                Request::Load(self.record.id.clone()).into()
            }
            Action::Again => Request::Control(Control::Again).into(),
            Action::Open | Action::Back => Route::Home.into(),
            action if self.form.act(action) => {
                Request::Say(RatingMoment::After, Box::new(self.form.said())).into()
            }
            _ => Reaction::default(),
        }
    }

    fn click(&mut self, hit: Option<&Hit>, _: &KeyContext<'_>) -> Reaction {
        if hit.is_some_and(|hit| self.form.click(hit)) {
            return Request::Say(RatingMoment::After, Box::new(self.form.said())).into();
        }
        Reaction::default()
    }
}
