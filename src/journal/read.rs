//! Entries are read.

use std::collections::HashMap;

use rusqlite::{Params, Row};

use super::{
    ChangedStep, CoinSide, EntryEnding, EntryId, Journal, JournalEntry, JournalError, LocalMoment,
    Measure, PainPlace, Rating, RatingMoment, SessionContent, SessionProgress,
};
use crate::body::{Region, Side};

/// The kinds of words that an entry has.
pub(super) const REGION: &str = "region";
pub(super) const TECHNIQUE: &str = "technique";
pub(super) const PAIN: &str = "pain";
pub(super) const COIN: &str = "coin";

const COLUMNS: &str = "SELECT key, id, session, title, asked, began, ahead, position, part,
    into_part, length, played, paused, at_night, ending, let_go, note FROM entry";

impl Journal {
    /// The entries, the latest first: all, or so many of them.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn entries(&self, most: Option<u32>) -> Result<Vec<JournalEntry>, JournalError> {
        let limit = most.map_or(-1, i64::from);
        self.select("ORDER BY began DESC, key DESC LIMIT ?1", [limit])
    }

    /// The last session that began at this time or later, in milliseconds since 1970, where it was
    /// interrupted and its person may want to go on from there.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn interrupted(&self, since: i64) -> Result<Option<JournalEntry>, JournalError> {
        let last = self.entries(Some(1))?.pop();
        Ok(last.filter(|entry| entry.began.millis >= since && entry.can_go_on()))
    }

    /// The last session that ended at night and began at this time or later, in milliseconds since
    /// 1970, where it was not told yet how its person slept.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn night(&self, since: i64) -> Result<Option<JournalEntry>, JournalError> {
        let which = "WHERE at_night = 1 AND began >= ?1 ORDER BY began DESC, key DESC LIMIT 1";
        let last = self.select(which, [since])?.pop();
        let is_told = |entry: &JournalEntry| {
            entry.ratings.iter().any(|rating| rating.measure == Measure::Sleep)
        };
        Ok(last.filter(|entry| !is_told(entry)))
    }

    /// The entries whose ids begin so, at most two of them.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn called(&self, beginning: &str) -> Result<Vec<JournalEntry>, JournalError> {
        self.select("WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", [beginning])
    }

    /// How many entries there are.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn count(&self) -> Result<u64, JournalError> {
        let count: i64 =
            self.connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    fn select(
        &self,
        which: &str,
        parameters: impl Params + Clone,
    ) -> Result<Vec<JournalEntry>, JournalError> {
        // All of it as at one moment, whatever another program writes meanwhile.
        let reading = self.connection.unchecked_transaction()?;
        let mut statement = reading.prepare(&format!("{COLUMNS} {which}"))?;
        let rows = statement.query_map(parameters.clone(), |row| Ok((row.get(0)?, entry(row)?)))?;
        let mut entries: Vec<(i64, JournalEntry)> = rows.collect::<Result<_, _>>()?;
        let mut place: HashMap<i64, usize> = HashMap::new();
        place.extend(entries.iter().enumerate().map(|(index, (key, _))| (*key, index)));
        let of = format!("entry IN (SELECT key FROM entry {which})");
        let mut steps = reading.prepare(&format!(
            "SELECT entry, number, title, side, longer FROM changed_step WHERE {of}"
        ))?;
        let mut rows = steps.query(parameters.clone())?;
        while let Some(row) = rows.next()? {
            if let Some(index) = place.get(&row.get(0)?) {
                entries[*index].1.progress.changed.push(changed_step(row)?);
            }
        }
        let mut ratings = reading
            .prepare(&format!("SELECT entry, moment, measure, value FROM rating WHERE {of}"))?;
        let mut rows = ratings.query(parameters.clone())?;
        while let Some(row) = rows.next()? {
            if let (Some(index), Some(rating)) = (place.get(&row.get(0)?), rating(row)?) {
                entries[*index].1.ratings.push(rating);
            }
        }
        let mut words = reading.prepare(&format!(
            "SELECT entry, kind, word FROM entry_word WHERE {of} ORDER BY entry, kind, word"
        ))?;
        let mut rows = words.query(parameters)?;
        while let Some(row) = rows.next()? {
            if let Some(index) = place.get(&row.get(0)?) {
                take_word(&mut entries[*index].1, row)?;
            }
        }
        let mut entries: Vec<_> = entries.into_iter().map(|(_, entry)| entry).collect();
        for entry in &mut entries {
            entry.ratings.sort_by_key(|rating| (rating.moment, rating.measure));
        }
        Ok(entries)
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<JournalEntry> {
    let ending: Option<String> = row.get("ending")?;
    Ok(JournalEntry {
        id: EntryId::kept(row.get("id")?),
        session: row.get("session")?,
        title: row.get("title")?,
        asked: row.get::<_, Option<i64>>("asked")?.map(i64::unsigned_abs),
        began: LocalMoment { millis: row.get("began")?, ahead: row.get("ahead")? },
        progress: SessionProgress {
            position: length(row, "position")?,
            part: row.get("part")?,
            into_part: length(row, "into_part")?,
            length: length(row, "length")?,
            played: length(row, "played")?,
            paused: length(row, "paused")?,
            at_night: row.get("at_night")?,
            changed: Vec::new(),
            ending: ending.as_deref().and_then(EntryEnding::by_word),
        },
        content: SessionContent::default(),
        ratings: Vec::new(),
        pain_at: None,
        coin: None,
        note: row.get("note")?,
        is_let_go: row.get("let_go")?,
    })
}

fn changed_step(row: &Row<'_>) -> rusqlite::Result<ChangedStep> {
    let side: Option<String> = row.get("side")?;
    let sides = [Side::Left, Side::Right];
    Ok(ChangedStep {
        number: row.get("number")?,
        title: row.get("title")?,
        side: sides.into_iter().find(|known| side.as_deref() == Some(known.word())),
        longer: length(row, "longer")?,
    })
}

/// Takes in a word of an entry; what only a later version knows is passed over.
fn take_word(entry: &mut JournalEntry, row: &Row<'_>) -> rusqlite::Result<()> {
    let (kind, word): (String, String) = (row.get("kind")?, row.get("word")?);
    match kind.as_str() {
        REGION => {
            entry.content.regions.extend(Region::ALL.into_iter().find(|it| it.id() == word));
        }
        TECHNIQUE => entry.content.techniques.push(word),
        PAIN => entry.pain_at = PainPlace::by_word(&word),
        COIN => entry.coin = CoinSide::by_word(&word),
        _ => {}
    }
    Ok(())
}

/// A rating; `None` where only a later version knows what it is.
fn rating(row: &Row<'_>) -> rusqlite::Result<Option<Rating>> {
    let (moment, measure): (String, String) = (row.get("moment")?, row.get("measure")?);
    let known = RatingMoment::by_word(&moment).zip(Measure::by_word(&measure));
    let value = row.get("value")?;
    Ok(known.map(|(moment, measure)| Rating { moment, measure, value }))
}

fn length(row: &Row<'_>, column: &str) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}
