//! Pages of cautions turn by themselves once they have stood as long as reading them takes, so that a
//! small screen costs no more keys than a large one. A page that asks something, and the last one,
//! stand until a key.

use super::{AskingStep, QuestionsScreen};
use crate::screens::frame_record::FrameRecord;
use crate::screens::shared::Shared;

/// What one word of a page takes to be read, in milliseconds: 150 words a minute, where most people
/// read more than 200.
pub(super) const WORD_MILLIS: u64 = 400;
/// What it takes to find where a page begins, in milliseconds.
const BEGIN_MILLIS: u64 = 2_000;
/// Whoever was away for so much longer than a page stands has not read it, in milliseconds.
const AWAY_MILLIS: u64 = 5_000;

/// A page that is due is not looked after more often than this, in milliseconds: a terminal may take
/// nothing for a while.
const SOONEST_MILLIS: u64 = 100;

/// How long a page of so many words stands.
pub(super) fn reading_millis(words: usize) -> u64 {
    BEGIN_MILLIS + words as u64 * WORD_MILLIS
}

impl QuestionsScreen {
    /// What is shown is read from now on.
    pub(super) fn read_from(&mut self, now: u64) {
        self.shown_since = self.shown_since.map(|_| now);
    }

    /// Whether pages may turn by themselves: only where nothing is so that asks for more care.
    pub(super) fn may_turn(&self, shared: &Shared) -> bool {
        let is_read_through = self.step == AskingStep::Asking && !self.is_any_so();
        is_read_through && self.shown_since.is_some() && !shared.environment.reduced_motion
    }

    /// How much time may pass until the page turns, in milliseconds; `None` where it stands.
    pub(super) fn until_turn(&self, shared: &Shared, frame: &FrameRecord) -> Option<u64> {
        let due = self.shown_since? + frame.reading_millis?;
        Some(due.saturating_sub(shared.time).max(SOONEST_MILLIS))
    }

    /// Turns the page where it has been read by now. Returns whether it did.
    pub(in crate::screens) fn turn(&mut self, shared: &Shared, frame: &FrameRecord) -> bool {
        let read = self.shown_since.zip(frame.reading_millis).zip(frame.page);
        let Some(((since, reading), room)) = read else { return false };
        let stood = shared.time.saturating_sub(since);
        if stood < reading {
            return false;
        }
        self.read_from(shared.time);
        let was_away = stood > reading + AWAY_MILLIS;
        if !was_away {
            self.turn_over(room);
        }
        !was_away
    }
}
