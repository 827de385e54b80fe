//! The link to the journal: it is told where sessions begin and end, and how far they have come.

use std::time::{Duration, SystemTime};

use super::Clock;
use crate::journal::{
    ChangedStep, CheckIn, DayCoin, EntryEnding, EntryId, JournalEntry, JournalNews, JournalWriter,
    LocalMoment, LookBack, RatingMoment, SessionProgress, content_of,
};
use crate::player::{Effect, NowPlaying, Player, SessionRecord, State};
use crate::timeline::LengthWish;
use crate::words::Message;

/// How often the journal is told how far a session that plays has come: should the program be killed,
/// it is offered where it stopped, to the nearest second.
const OFTEN: Duration = Duration::from_millis(500);
/// For so long somebody may want to go on with a session: a day.
const LATELY: Duration = Duration::from_secs(24 * 60 * 60);
/// A session at night that began no longer ago belongs to last night.
const LAST_NIGHT: Duration = Duration::from_secs(18 * 60 * 60);
/// How long the end of the program waits for the journal.
const AT_THE_END: Duration = Duration::from_secs(2);

/// The journal, where one is kept, and the entry of the session that is on or was on last.
#[derive(Default)]
pub struct JournalLink {
    writer: Option<JournalWriter>,
    /// The hour at which the day of the person begins.
    day_begins: u8,
    /// The coin that decides days, where one does.
    coin: Option<DayCoin>,
    entry: Option<RunningEntry>,
    /// What was said before the session that begins next.
    said_before: Option<CheckIn>,
    /// The program is left, so that a session does not end by its person's wish.
    is_leaving: bool,
    /// What was told last of a journal that is not as it should be.
    told: Option<Message>,
}

/// The entry of a session.
struct RunningEntry {
    entry: JournalEntry,
    /// When the journal was told of it last.
    told: Duration,
    /// Since when the session has stood still.
    stands_since: Option<Duration>,
    /// How long it stood still before that.
    paused: Duration,
}

impl JournalLink {
    /// A link to the journal that this writes, or to none, of a person whose day begins at this hour,
    /// and is decided by this coin where there is one.
    pub fn new(writer: Option<JournalWriter>, day_begins: u8, coin: Option<DayCoin>) -> Self {
        Self { writer, day_begins, coin, ..Self::default() }
    }

    /// Follows what happened: begins an entry, ends it, and keeps how far the session has come.
    pub(super) fn follow(&mut self, effects: &[Effect], now: &NowPlaying, clock: &impl Clock) {
        let Some(writer) = &mut self.writer else { return };
        let at = clock.now();
        let mut is_new = false;
        for effect in effects {
            match effect {
                Effect::Begun => {
                    let said = self.said_before.take().unwrap_or_default();
                    self.entry = begun(now, clock, &said);
                    if let Some(RunningEntry { entry, .. }) = &mut self.entry {
                        let day = entry.began.day(self.day_begins);
                        entry.coin = self.coin.map(|coin| coin.side_on(day));
                    }
                }
                Effect::Ended(record) => {
                    if let Some(running) = &mut self.entry {
                        let ending = ending(record, self.is_leaving);
                        running.go_on(at);
                        running.stand(record, now.last_player(), Some(ending));
                        writer.keep(running.entry.clone());
                    }
                    continue;
                }
                Effect::Paused(_) | Effect::Waiting => {
                    if let Some(running) = &mut self.entry {
                        running.stands_since.get_or_insert(at);
                    }
                }
                Effect::Resumed => {
                    if let Some(running) = &mut self.entry {
                        running.go_on(at);
                    }
                }
                Effect::Entered(_) | Effect::Extended { .. } | Effect::CancelPending => {}
                _ => continue,
            }
            is_new = true;
        }
        let Some(running) = &mut self.entry else { return };
        let plays = now.player().is_some_and(|player| player.state() == State::Playing);
        if is_new || (plays && at.saturating_sub(running.told) >= OFTEN) {
            let Some(record) = now.record(clock.date()) else { return };
            running.told = at;
            running.stand(&record, now.player(), None);
            writer.keep(running.entry.clone());
        }
    }

    /// The program is left: what is on now is interrupted.
    pub(super) fn leave(&mut self) {
        self.is_leaving = true;
    }

    /// Keeps what the person said of themselves: before the session that begins next, or after the one
    /// that was on last.
    pub(super) fn say(&mut self, moment: RatingMoment, said: CheckIn) {
        match (moment, &mut self.entry, &mut self.writer) {
            (RatingMoment::Before, ..) => self.said_before = Some(said),
            (moment, Some(running), Some(writer)) => {
                writer.answer(running.entry.id.clone(), moment, said);
            }
            _ => {}
        }
    }

    /// Looks which session was interrupted lately, and tells it from another thread; and from now on
    /// when the note changes.
    pub(super) fn look(
        &mut self,
        clock: &impl Clock,
        tell: impl Fn(JournalNews) + Send + Sync + 'static,
    ) {
        let Some(writer) = &mut self.writer else { return };
        let before = |span| {
            let since = clock.date().checked_sub(span).unwrap_or(SystemTime::UNIX_EPOCH);
            LocalMoment::new(since, 0).millis
        };
        writer.look(before(LATELY), before(LAST_NIGHT), tell);
    }

    /// Looks what helped, and tells it from another thread, as more of it is known; nothing where no
    /// journal is kept.
    pub(super) fn look_back(
        &mut self,
        clock: &impl Clock,
        mut tell: impl FnMut(JournalNews) -> bool + Send + 'static,
    ) {
        let date = clock.date();
        let now = LocalMoment::new(date, clock.ahead(date));
        let wish = LookBack { now, day_begins: self.day_begins, session: None };
        match &mut self.writer {
            Some(writer) => writer.look_back(wish, tell),
            None => {
                tell(JournalNews::nothing_helped());
            }
        }
    }

    /// Keeps how the person slept after an entry.
    pub(super) fn keep_slept(&mut self, id: EntryId, said: CheckIn) {
        if let Some(writer) = &mut self.writer {
            writer.answer(id, RatingMoment::Morning, said);
        }
    }

    /// Nobody wants to go on with this entry.
    pub(super) fn let_go(&mut self, id: EntryId) {
        if let Some(writer) = &mut self.writer {
            writer.let_go(id);
        }
    }

    /// Waits a moment until all is written.
    pub(super) fn settle(&self) {
        if let Some(writer) = &self.writer {
            writer.settle(AT_THE_END);
        }
    }

    /// A quiet word where the journal is not as it should be.
    pub(super) fn note(&self) -> Option<Message> {
        self.writer.as_ref()?.note()
    }

    /// That word, where it has not been told before.
    pub(super) fn news(&mut self) -> Option<Message> {
        let note = self.note();
        if note == self.told {
            return None;
        }
        self.told.clone_from(&note);
        note
    }
}

impl RunningEntry {
    /// Time runs again.
    fn go_on(&mut self, at: Duration) {
        let since = self.stands_since.take();
        self.paused += since.map_or(Duration::ZERO, |since| at.saturating_sub(since));
    }

    /// Takes in how far the session has come.
    fn stand(
        &mut self,
        record: &SessionRecord,
        player: Option<&Player>,
        ending: Option<EntryEnding>,
    ) {
        let Some(player) = player else { return };
        let timeline = player.timeline();
        let part = timeline.segment_index(record.position);
        let start = timeline.segments().get(part).map_or(0, |segment| segment.start);
        self.entry.progress = SessionProgress {
            position: record.position,
            part: u32::try_from(part).unwrap_or(u32::MAX),
            into_part: record.position.saturating_sub(start),
            length: record.length,
            played: record.played,
            paused: u64::try_from(self.paused.as_millis()).unwrap_or(u64::MAX),
            at_night: record.at_night,
            changed: changed(record, player),
            ending,
        };
    }
}

/// The entry of a session that begins, with what was said before it.
fn begun(now: &NowPlaying, clock: &impl Clock, said: &CheckIn) -> Option<RunningEntry> {
    let player = now.player()?;
    let record = now.record(clock.date())?;
    let steps = player.timeline().segments().iter();
    let entry = JournalEntry {
        id: EntryId::new(),
        session: record.id,
        title: record.title,
        asked: match player.timeline().wish().length {
            LengthWish::AsWritten => None,
            LengthWish::Millis(millis) => Some(millis),
        },
        began: LocalMoment::new(record.began, clock.ahead(record.began)),
        progress: SessionProgress::default(),
        content: content_of(steps.filter_map(|segment| segment.step.as_deref())),
        ratings: said.ratings(RatingMoment::Before),
        pain_at: said.pain_at,
        coin: None,
        note: String::new(),
        is_let_go: false,
    };
    let told = clock.now();
    Some(RunningEntry { entry, told, stands_since: None, paused: Duration::ZERO })
}

fn ending(record: &SessionRecord, is_leaving: bool) -> EntryEnding {
    match (record.whole, is_leaving) {
        (true, _) => EntryEnding::Done,
        (false, true) => EntryEnding::Interrupted,
        (false, false) => EntryEnding::Left,
    }
}

/// The steps that were made longer, and those that lie behind and were left out.
fn changed(record: &SessionRecord, player: &Player) -> Vec<ChangedStep> {
    let segments = player.timeline().segments().iter().filter(|segment| segment.step.is_some());
    let steps = record.steps.iter().zip(segments).zip(0..);
    let changed = steps.filter(|((step, segment), _)| {
        step.extended > 0 || (step.played == 0 && segment.end <= record.position)
    });
    changed
        .map(|((step, _), number)| ChangedStep {
            number,
            title: step.title.clone(),
            side: step.side,
            longer: step.extended,
        })
        .collect()
}

#[cfg(test)]
mod tests;
