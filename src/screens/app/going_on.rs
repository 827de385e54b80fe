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

/// Where a session goes on: in the part in which it was interrupted, since what was made longer
/// before is as long as it is written again.
fn place(timeline: &Timeline, entry: &JournalEntry) -> u64 {
    let progress = &entry.progress;
    let part = usize::try_from(progress.part).unwrap_or(usize::MAX);
    timeline.segments().get(part).map_or(0, |segment| {
        (segment.start + progress.into_part).min(segment.end.saturating_sub(1))
    })
}
