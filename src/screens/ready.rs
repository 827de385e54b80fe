//! A session about to be played: what it holds, and how long it shall be.

use std::sync::Arc;

use super::Mode;
use crate::screens::Action;
use crate::session::Session;
use crate::timeline::{CannotFit, LengthWish, Timeline, Wish, bounds, prepare};

const MINUTE: u64 = 60_000;

/// A session about to be played.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The name it is played by.
    pub id: String,
    /// The session.
    pub session: Session,
    /// The session laid out at the chosen length.
    pub timeline: Arc<Timeline>,
    /// The shortest and longest it can be, in milliseconds.
    pub bounds: (u64, u64),
    /// The first line of the outline that is shown.
    pub scroll: usize,
    /// The library or the body map as the person left it, where they came from there.
    pub(super) from: Option<Box<Mode>>,
}

impl Ready {
    pub(super) fn new(
        id: String,
        session: Session,
        wish: &Wish,
        from: Option<Box<Mode>>,
    ) -> Result<Self, CannotFit> {
        let timeline = Arc::new(prepare(&session, wish)?);
        Ok(Self { id, timeline, bounds: bounds(&session), scroll: 0, from, session })
    }

    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Shorter => self.resize(self.timeline.millis().saturating_sub(1) / MINUTE),
            Action::Longer => self.resize(self.timeline.millis() / MINUTE + 1),
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => {
                let last = self.timeline.segments().len().saturating_sub(1);
                self.scroll = (self.scroll + 1).min(last);
            }
            _ => {}
        }
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
