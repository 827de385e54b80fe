//! The keys before a session, and what they do.

use crossterm::event::KeyCode::{Char, Down, Enter, Up};

use super::QuestionsScreen;
use crate::care::CaredFor;
use crate::player::Control;
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::frame_record::{Hit, Target};
use crate::screens::keymap::{KeyRow, back, help, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Request};

const QUESTIONS: &[Place] = &[Place::Questions];

/// The keys before a session.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, QUESTIONS, "enter", "go on"),
    row(&[Char('1')], Action::Answer(1), QUESTIONS, "1", "it is so"),
    quiet(row(&[Char('2')], Action::Answer(2), QUESTIONS, "2", "")),
    quiet(row(&[Char('3')], Action::Answer(3), QUESTIONS, "3", "")),
    quiet(row(&[Char('4')], Action::Answer(4), QUESTIONS, "4", "")),
    quiet(row(&[Char('5')], Action::Answer(5), QUESTIONS, "5", "")),
    quiet(row(&[Up, Char('k')], Action::Up, QUESTIONS, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j')], Action::Down, QUESTIONS, "↓ j", "scroll down")),
    back(QUESTIONS),
    help(QUESTIONS),
    leave(QUESTIONS),
];

impl Behaviour for QuestionsScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Questions
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Open => return self.go_on(context),
            Action::Back => return Route::Back.into(),
            Action::Answer(number) if self.read.is_none() => self.mark(number),
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => {
                let farthest = context.frame.page.map_or(0, |room| room.farthest);
                self.scroll = (self.scroll + 1).min(farthest);
            }
            _ => {}
        }
        Reaction::default()
    }

    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match hit.map(|hit| hit.target) {
            Some(Target::Line { line, .. }) => {
                self.act(Action::Answer(u8::try_from(line + 1).unwrap_or(u8::MAX)), context)
            }
            Some(Target::More) => self.go_on(context),
            _ => Reaction::default(),
        }
    }
}

impl QuestionsScreen {
    /// The next screenful; after the last the answers count, and after them the session begins.
    fn go_on(&mut self, context: &KeyContext<'_>) -> Reaction {
        // Before anything was drawn, nothing can have been read.
        let Some(room) = context.frame.page else { return Reaction::default() };
        if self.scroll < room.farthest {
            // The last row says that there is more.
            self.scroll = (self.scroll + room.rows.saturating_sub(1).max(1)).min(room.farthest);
            return Reaction::default();
        }
        let mut today = self.answered(&context.shared.today);
        if self.read.is_none() && self.is_any_so() {
            let profile = context.shared.person.profile.clone();
            self.screen_again(&CaredFor { profile, today: today.held().to_vec() });
            return Request::KeepToday(Box::new(today)).into();
        }
        today.tell(&self.session);
        let begin = Control::Begin(Box::new(self.start.clone()));
        vec![Request::KeepToday(Box::new(today)), Request::Control(begin)].into()
    }
}
