//! Entries are written: whole, each in one transaction.

use std::collections::HashMap;

use rusqlite::{OptionalExtension as _, Statement, Transaction, TransactionBehavior};
use rusqlite::{named_params, params};

use super::read::{COIN, PAIN, REGION, TECHNIQUE};
use super::{
    CheckIn, EntryEnding, EntryId, Journal, JournalEntry, JournalError, PainPlace, Rating,
    RatingMoment, SessionContent, SessionProgress,
};
use crate::body::Side;

const ENTRY: &str = "
    INSERT INTO entry (id, session, title, asked, began, ahead, position, part, into_part, length,
        played, paused, at_night, ending, let_go, note)
    VALUES (:id, :session, :title, :asked, :began, :ahead, :position, :part, :into_part, :length,
        :played, :paused, :at_night, :ending, :let_go, :note)
    ON CONFLICT (id) DO UPDATE SET position = :position, part = :part, into_part = :into_part,
        length = :length, played = :played, paused = :paused, at_night = :at_night,
        ending = :ending
    RETURNING key";

const PROGRESS: &str = "
    UPDATE entry SET position = :position, part = :part, into_part = :into_part,
        length = :length, played = :played, paused = :paused
    WHERE id = :id";

impl Journal {
    /// Writes how an entry stands now, or a new one. What is known of an entry already and belongs
    /// to its person (ratings, note) stays, and ratings are added.
    ///
    /// # Errors
    /// Why it could not be written; then nothing of it is.
    pub fn keep(&mut self, entry: &JournalEntry) -> Result<(), JournalError> {
        self.keep_all(std::slice::from_ref(entry))
    }

    /// Writes how several entries stand now, all of them or none.
    ///
    /// # Errors
    /// Why they could not be written.
    pub fn keep_all(&mut self, entries: &[JournalEntry]) -> Result<(), JournalError> {
        self.change(|change| {
            let mut writing = EntryStatements::of(change)?;
            entries.iter().try_for_each(|entry| writing.keep(entry).map(|_| ()))
        })
    }

    /// Writes how far a session has come since its entry was kept; whether there is such an entry. It
    /// outlasts the program, and may be lost if the power fails within seconds: this comes too often
    /// to wait for the disk each time.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn keep_progress(
        &mut self,
        id: &EntryId,
        progress: &SessionProgress,
    ) -> Result<bool, JournalError> {
        self.connection.pragma_update(None, "synchronous", "normal")?;
        let written = self.connection.execute(
            PROGRESS,
            named_params! {
                ":id": id.text(),
                ":position": whole(progress.position),
                ":part": progress.part,
                ":into_part": whole(progress.into_part),
                ":length": whole(progress.length),
                ":played": whole(progress.played),
                ":paused": whole(progress.paused),
            },
        );
        self.connection.pragma_update(None, "synchronous", "full")?;
        Ok(written? > 0)
    }

    /// Adds ratings to an entry, in the place of those of the same moment and measure.
    ///
    /// # Errors
    /// Why they could not be written; then none of them is.
    pub fn rate(&mut self, id: &EntryId, ratings: &[Rating]) -> Result<(), JournalError> {
        self.change(|change| {
            let find = "SELECT key FROM entry WHERE id = ?1";
            let key = change.query_row(find, [id.text()], |row| row.get(0)).optional()?;
            match key {
                Some(key) => EntryStatements::of(change)?.rate(key, ratings),
                None => Ok(()),
            }
        })
    }

    /// Writes what a person said of themselves at a moment of an entry: what they took back is gone.
    ///
    /// # Errors
    /// Why it could not be written; then nothing of it is.
    pub fn answer(
        &mut self,
        id: &EntryId,
        moment: RatingMoment,
        said: &CheckIn,
    ) -> Result<(), JournalError> {
        self.rate(id, &said.ratings(moment))?;
        let back = "DELETE FROM rating WHERE moment = ?2 AND measure = ?3
            AND entry = (SELECT key FROM entry WHERE id = ?1)";
        self.change(|change| {
            let mut back = change.prepare(back)?;
            for answer in said.answers.iter().filter(|answer| answer.value.is_none()) {
                back.execute([id.text(), moment.word(), answer.measure.word()])?;
            }
            Ok(())
        })
    }

    /// Writes a note of an entry, in the place of the one before.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn annotate(&mut self, id: &EntryId, note: &str) -> Result<(), JournalError> {
        self.change(|change| {
            change.execute("UPDATE entry SET note = ?2 WHERE id = ?1", [id.text(), note])?;
            Ok(())
        })
    }

    /// Notes that nobody wants to go on with a session that was interrupted.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn let_go(&mut self, id: &EntryId) -> Result<(), JournalError> {
        self.change(|change| {
            change.execute("UPDATE entry SET let_go = 1 WHERE id = ?1", [id.text()])?;
            Ok(())
        })
    }

    /// Takes in the entries of another journal. What is here already stays as it is here; what it
    /// lacks is added: an end, ratings, a note. Returns how many entries are new.
    ///
    /// # Errors
    /// Why they could not be written; then none of them is.
    pub fn merge(&mut self, entries: &[JournalEntry]) -> Result<usize, JournalError> {
        let known = self.entries(None)?.into_iter().map(|entry| (entry.id.clone(), entry));
        let mut known: HashMap<EntryId, JournalEntry> = known.collect();
        let mut new = 0;
        self.change(|change| {
            let mut writing = EntryStatements::of(change)?;
            for entry in entries {
                let Some(here) = known.get(&entry.id) else {
                    new += 1;
                    writing.keep(entry)?;
                    // The same one may come once more.
                    known.insert(entry.id.clone(), entry.clone());
                    continue;
                };
                let joined = joined(here, entry);
                if joined != *here {
                    writing.keep(&joined)?;
                    let note = [joined.id.text(), &joined.note];
                    change.execute("UPDATE entry SET note = ?2 WHERE id = ?1", note)?;
                    known.insert(joined.id.clone(), joined);
                }
            }
            Ok(())
        })?;
        Ok(new)
    }

    /// Does several changes at once, or none of them.
    pub(super) fn change<T>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let behavior = TransactionBehavior::Immediate;
        let change = self.connection.transaction_with_behavior(behavior)?;
        let done = act(&change)?;
        change.commit()?;
        Ok(done)
    }
}

/// What is asked of the database to write entries, each prepared once.
pub(super) struct EntryStatements<'a> {
    entry: Statement<'a>,
    forget_steps: Statement<'a>,
    step: Statement<'a>,
    rating: Statement<'a>,
    word: Statement<'a>,
}

impl<'a> EntryStatements<'a> {
    pub(super) fn of(change: &'a Transaction<'_>) -> Result<Self, JournalError> {
        Ok(Self {
            entry: change.prepare(ENTRY)?,
            forget_steps: change.prepare("DELETE FROM changed_step WHERE entry = ?1")?,
            step: change.prepare("INSERT INTO changed_step VALUES (?1, ?2, ?3, ?4, ?5)")?,
            rating: change.prepare("INSERT OR REPLACE INTO rating VALUES (?1, ?2, ?3, ?4)")?,
            word: change.prepare("INSERT OR IGNORE INTO entry_word VALUES (?1, ?2, ?3)")?,
        })
    }

    /// Writes an entry, and gives its key.
    pub(super) fn keep(&mut self, entry: &JournalEntry) -> Result<i64, JournalError> {
        let JournalEntry { progress, began, .. } = entry;
        let values = named_params! {
            ":id": entry.id.text(),
            ":session": entry.session,
            ":title": entry.title,
            ":asked": entry.asked.map(whole),
            ":began": began.millis,
            ":ahead": began.ahead,
            ":position": whole(progress.position),
            ":part": progress.part,
            ":into_part": whole(progress.into_part),
            ":length": whole(progress.length),
            ":played": whole(progress.played),
            ":paused": whole(progress.paused),
            ":at_night": progress.at_night,
            ":ending": progress.ending.map(EntryEnding::word),
            ":let_go": entry.is_let_go,
            ":note": entry.note,
        };
        let key = self.entry.query_row(values, |row| row.get(0))?;
        self.forget_steps.execute([key])?;
        for step in &progress.changed {
            let (side, longer) = (step.side.map(Side::word), whole(step.longer));
            self.step.execute(params![key, step.number, step.title, side, longer])?;
        }
        self.rate(key, &entry.ratings)?;
        for region in &entry.content.regions {
            self.word.execute(params![key, REGION, region.id()])?;
        }
        for technique in &entry.content.techniques {
            self.word.execute(params![key, TECHNIQUE, technique])?;
        }
        if let Some(place) = entry.pain_at.map(PainPlace::word) {
            self.word.execute(params![key, PAIN, place])?;
        }
        if let Some(side) = entry.coin {
            self.word.execute(params![key, COIN, side.word()])?;
        }
        Ok(key)
    }

    fn rate(&mut self, key: i64, ratings: &[Rating]) -> Result<(), JournalError> {
        for Rating { moment, measure, value } in ratings {
            self.rating.execute(params![key, moment.word(), measure.word(), value])?;
        }
        Ok(())
    }
}

/// An entry as it is here, with what only the same entry elsewhere knows.
fn joined(here: &JournalEntry, other: &JournalEntry) -> JournalEntry {
    let mut joined = here.clone();
    if here.progress.ending.is_none() && other.progress.ending.is_some() {
        joined.progress.clone_from(&other.progress);
    }
    for rating in &other.ratings {
        let is_same = |it: &Rating| (it.moment, it.measure) == (rating.moment, rating.measure);
        if !joined.ratings.iter().any(is_same) {
            joined.ratings.push(*rating);
        }
    }
    joined.ratings.sort_by_key(|rating| (rating.moment, rating.measure));
    joined.pain_at = here.pain_at.or(other.pain_at);
    joined.coin = here.coin.or(other.coin);
    if joined.content == SessionContent::default() {
        joined.content.clone_from(&other.content);
    }
    if joined.note.is_empty() {
        joined.note.clone_from(&other.note);
    }
    joined
}

/// A length, as the database keeps it.
fn whole(millis: u64) -> i64 {
    i64::try_from(millis).unwrap_or(i64::MAX)
}
