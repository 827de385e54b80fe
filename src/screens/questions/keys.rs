//! The keys before a session, and what they do.

use crossterm::event::KeyCode::{Char, Down, Enter, Up};

use super::{AskingStep, QuestionsScreen};
use crate::care::{CaredFor, Today};
use crate::player::Control;
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::frame_record::{Hit, Target};
use crate::screens::keymap::{KeyRow, back, help, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Request};

const QUESTIONS: &[Place] = &[Place::Questions];
const ALL: &[Place] = &[Place::Questions, Place::Advice];

/// The keys before a session.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, ALL, "enter", "go on"),
    row(&[Char('1')], Action::Answer(1), QUESTIONS, "1", "it is so"),
    row(&[Char('t')], Action::Today, &[Place::Advice], "t", "answers"),
    quiet(row(&[Char('2')], Action::Answer(2), QUESTIONS, "2", "")),
    quiet(row(&[Char('3')], Action::Answer(3), QUESTIONS, "3", "")),
    quiet(row(&[Char('4')], Action::Answer(4), QUESTIONS, "4", "")),
    quiet(row(&[Char('5')], Action::Answer(5), QUESTIONS, "5", "")),
    quiet(row(&[Char('6')], Action::Answer(6), QUESTIONS, "6", "")),
    quiet(row(&[Char('7')], Action::Answer(7), QUESTIONS, "7", "")),
    quiet(row(&[Char('8')], Action::Answer(8), QUESTIONS, "8", "")),
    quiet(row(&[Char('9')], Action::Answer(9), QUESTIONS, "9", "")),
    quiet(row(&[Up, Char('k')], Action::Up, ALL, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j')], Action::Down, ALL, "↓ j", "scroll down")),
    back(ALL),
    help(ALL),
    leave(ALL),
];

impl Behaviour for QuestionsScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        self.form()
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Open => return self.go_on(context),
            Action::Back if matches!(self.step, AskingStep::Where(..)) => {
                self.show(AskingStep::Asking);
            }
            Action::Back => return Route::Back.into(),
            Action::Answer(number) => self.mark(number),
            Action::Today => self.show(AskingStep::Asking),
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
        let after = match &self.step {
            AskingStep::Asking => Some(None),
            AskingStep::Where(index, _) => Some(Some(*index)),
            AskingStep::Advice(_) => None,
        };
        if let Some(step) = after.and_then(|after| self.next_where(after)) {
            self.show(step);
            return Reaction::default();
        }
        let mut today = self.answered(&context.shared.today);
        let has_changed = today.held() != context.shared.today.held();
        if after.is_some() && (self.is_any_so() || has_changed) {
            return self.answer(today, context);
        }
        if !has_changed {
            today.tell(&self.session);
        }
        let kept = Request::KeepToday(Box::new(today));
        if self.is_again {
            return Reaction { requests: vec![kept], route: Some(Route::Back) };
        }
        let begin = Control::Begin(Box::new(self.start.clone()));
        vec![kept, Request::Control(begin)].into()
    }

    /// Lets the answers count, and shows what follows from them.
    fn answer(&mut self, today: Today, context: &KeyContext<'_>) -> Reaction {
        let read = self.session.session().cautions.clone();
        let profile = context.shared.person.profile.clone();
        self.screen_again(&CaredFor { profile, today: today.held().to_vec() });
        let kept = Request::KeepToday(Box::new(today));
        if self.is_any_so() {
            self.show(AskingStep::Advice(read));
            return kept.into();
        }
        self.show(AskingStep::Asking);
        // Everything was taken back: the session is what it was, and says so itself.
        let route = self.is_again.then_some(Route::Back);
        Reaction { requests: vec![kept], route }
    }

    fn show(&mut self, step: AskingStep) {
        self.step = step;
        self.scroll = 0;
    }
}
