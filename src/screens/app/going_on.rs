//! A session that was interrupted goes on.

use std::sync::Arc;

use super::App;
use crate::care::screen;
use crate::choices::Background;
use crate::journal::JournalEntry;
use crate::player::{Control, Player, Start};
use crate::session::Session;
use crate::timeline::{LengthWish, Timeline, Wish, prepare};

impl App {
    /// Begins a session where it was interrupted, as the control that is returned; or shows first
    /// what to know before it. `None` where it can no longer be laid out at all.
    pub fn go_on(
        &mut self,
        id: String,
        session: &Session,
        bed: &Background,
        entry: &JournalEntry,
    ) -> Option<Control> {
        let usual = self.shared.wish(session, bed);
        let screened = screen(session, &self.shared.person);
        let as_then = Wish { length: entry.asked.into(), ..usual.clone() };
        let as_written = Wish { length: LengthWish::AsWritten, ..usual };
        let timeline = prepare(&screened, &as_then).or_else(|_| prepare(&screened, &as_written));
        let timeline = timeline.ok()?;
        let position = place(&timeline, entry);
        let player = Player::new(Arc::new(timeline)).starting_at(position);
        self.begin(Start { id, player }, screened)
    }
}

/// The same part begins where it did, or nearly, in milliseconds.
const NEAR: u64 = 1_500;

/// Where a session goes on: in the part in which it was interrupted, since what was made longer
/// before is as long as it is written again. Where it is laid out otherwise now, for somebody who is
/// otherwise today, it goes on from the beginning of the part that plays at that time.
fn place(timeline: &Timeline, entry: &JournalEntry) -> u64 {
    let progress = &entry.progress;
    let longer: u64 = progress.changed.iter().map(|step| step.longer).sum();
    let began = progress.position.saturating_sub(progress.into_part);
    let part = usize::try_from(progress.part).unwrap_or(usize::MAX);
    let is_as_then = |start: u64| {
        let then = began.saturating_sub(longer).saturating_sub(NEAR)..=began.saturating_add(NEAR);
        then.contains(&start)
    };
    match timeline.segments().get(part).filter(|segment| is_as_then(segment.start)) {
        Some(segment) => (segment.start + progress.into_part).min(segment.end.saturating_sub(1)),
        None => timeline.at(began.saturating_sub(longer)).segment.start,
    }
}
