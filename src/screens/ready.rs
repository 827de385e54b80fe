//! A session about to be played: what it holds, and how long it shall be.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::care::{CaredFor, ScreenedSession, screen};
use crate::player::Start;
use crate::timeline::{CannotFit, LengthWish, Timeline, Wish, bounds, prepare};

pub(super) use keys::KEYS;

const MINUTE: u64 = 60_000;

/// A session about to be played.
#[derive(Clone, Debug)]
pub struct ReadyScreen {
    /// The name it is played by.
    pub id: String,
    /// The session.
    pub session: ScreenedSession,
    /// The session laid out at the chosen length.
    pub timeline: Arc<Timeline>,
    /// The shortest and longest it can be, in milliseconds.
    pub bounds: (u64, u64),
    /// The first line of the outline that is shown.
    pub scroll: usize,
}

impl ReadyScreen {
    pub(super) fn new(
        id: String,
        session: ScreenedSession,
        wish: &Wish,
    ) -> Result<Self, CannotFit> {
        let timeline = Arc::new(prepare(&session, wish)?);
        Ok(Self {
            id,
            timeline,
            bounds: bounds(session.session(), wish.words_per_minute),
            scroll: 0,
            session,
        })
    }

    /// Screens the session anew, now that more is known of the person.
    pub(super) fn screen_again(&mut self, person: &CaredFor) {
        self.session = screen(self.session.asked(), person);
        if let Some(timeline) = laid_out_again(&self.timeline, &self.session) {
            let pace = timeline.wish().words_per_minute;
            self.bounds = bounds(self.session.session(), pace);
            self.timeline = timeline;
        }
    }

    /// What begins when it is played.
    pub(super) fn start(&self) -> Start {
        Start::of(self.id.clone(), Arc::clone(&self.timeline))
    }

    /// Fits the session to whole minutes, as near as its bounds allow.
    fn resize(&mut self, minutes: u64) {
        let (shortest, longest) = self.bounds;
        let target = (minutes * MINUTE).clamp(shortest, longest);
        let length = LengthWish::Millis(target);
        let wish = Wish { length, ..self.timeline.wish().clone() };
        if let Ok(timeline) = prepare(&self.session, &wish) {
            self.timeline = Arc::new(timeline);
        }
    }
}

/// The plan of a session that has been screened otherwise since: of the same length, or as long as it
/// is written where it cannot be.
pub(super) fn laid_out_again(
    before: &Timeline,
    session: &ScreenedSession,
) -> Option<Arc<Timeline>> {
    let wish = before.wish();
    let as_written = || Wish { length: LengthWish::AsWritten, ..wish.clone() };
    let timeline = prepare(session, wish).or_else(|_| prepare(session, &as_written()));
    timeline.ok().map(Arc::new)
}
