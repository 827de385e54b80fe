//! Before a session: how the person is today, what was changed for them, and what to know. Nothing
//! begins before it has been read.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::care::{CaredFor, ScreenQuestion, ScreenedSession, Today, screen};
use crate::player::{Player, Start};
use crate::screens::ready::laid_out_again;

pub(super) use keys::KEYS;

/// What to know before a session, and how the person is.
#[derive(Clone, Debug)]
pub struct QuestionsScreen {
    /// What begins afterwards.
    pub start: Start,
    /// The session as it is played then.
    pub session: ScreenedSession,
    /// What is asked, each with whether it is so.
    pub questions: Vec<(&'static ScreenQuestion, bool)>,
    /// The cautions that were read with the questions, once these have been answered with a yes.
    pub read: Option<Vec<String>>,
    /// The first line that is shown.
    pub scroll: usize,
}

impl QuestionsScreen {
    /// What there is to ask and to tell before a session; `None` where all of it has been, today.
    pub(super) fn before(start: &Start, session: ScreenedSession, today: &Today) -> Option<Self> {
        let questions = today.open_questions(&session);
        if questions.is_empty() && today.knows(&session) {
            return None;
        }
        let questions = questions.into_iter().map(|question| (question, false)).collect();
        Some(Self { start: start.clone(), session, questions, read: None, scroll: 0 })
    }

    /// Whether anything that was asked is so.
    fn is_any_so(&self) -> bool {
        self.questions.iter().any(|(_, is_so)| *is_so)
    }

    /// Marks a question, counted from 1, as so or not so.
    fn mark(&mut self, number: u8) {
        let index = usize::from(number).checked_sub(1);
        if let Some((_, is_so)) = index.and_then(|index| self.questions.get_mut(index)) {
            *is_so = !*is_so;
        }
    }

    /// What is known of the day with these answers.
    fn answered(&self, today: &Today) -> Today {
        let mut today = today.clone();
        for (question, is_so) in &self.questions {
            today.answer(question, *is_so);
        }
        today
    }

    /// Screens the session anew, now that more is known of the person.
    fn screen_again(&mut self, person: &CaredFor) {
        self.read = Some(self.session.session().cautions.clone());
        self.scroll = 0;
        let session = screen(self.session.asked(), person);
        let before = &self.start.player;
        if let Some(timeline) = laid_out_again(before.timeline(), &session) {
            let player = Player::new(timeline).with_speed(before.speed());
            self.start.player = player.starting_at(before.position());
        }
        self.session = session;
    }
}
