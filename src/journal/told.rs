//! What was told before sessions and after them, read from the database without the rest of the
//! entries: years of them are looked through while a person waits.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::Row;

use super::read::{COIN, REGION, TECHNIQUE};
use super::{
    CoinSide, Journal, JournalEntry, JournalError, LocalMoment, Measure, RatingMoment,
    SessionContent,
};
use crate::body::Region;

/// What is compared before sessions and after them.
pub(super) const COMPARED: [Measure; 6] = [
    Measure::Tension,
    Measure::Pain,
    Measure::Stress,
    Measure::Mood,
    Measure::Activation,
    Measure::Energy,
];

/// A session before and after which something was told.
#[derive(Clone, Debug)]
pub(super) struct ToldSession {
    /// When it began.
    pub(super) began: LocalMoment,
    /// The name it was played by.
    pub(super) session: Arc<str>,
    /// Its title.
    pub(super) title: Arc<str>,
    /// What it works, and how.
    pub(super) content: Arc<SessionContent>,
    /// What a coin said of its day, where one decided.
    pub(super) coin: Option<CoinSide>,
    pairs: MeasuredPairs,
}

/// Before and after of each measure that is compared, in their order.
type MeasuredPairs = [Option<(u16, u16)>; COMPARED.len()];

impl ToldSession {
    /// What was told of a measure before and after.
    pub(super) fn told(&self, measure: Measure) -> Option<(u16, u16)> {
        place(measure).and_then(|place| self.pairs[place])
    }

    /// What of an entry was told; `None` where nothing was, both before and after.
    #[cfg(test)]
    pub(super) fn of(entry: &JournalEntry) -> Option<Self> {
        let pairs = COMPARED.map(|measure| told(entry, measure));
        pairs.iter().any(Option::is_some).then(|| Self {
            began: entry.began,
            session: entry.session.as_str().into(),
            title: entry.title.as_str().into(),
            content: Arc::new(entry.content.clone()),
            coin: entry.coin,
            pairs,
        })
    }
}

/// What an entry has told of a measure before and after.
pub(super) fn told(entry: &JournalEntry, measure: Measure) -> Option<(u16, u16)> {
    let value = |moment| {
        let mut ratings = entry.ratings.iter();
        ratings.find(|it| it.moment == moment && it.measure == measure).map(|it| it.value)
    };
    value(RatingMoment::Before).zip(value(RatingMoment::After))
}

/// The place of a measure among those that are compared.
fn place(measure: Measure) -> Option<usize> {
    COMPARED.iter().position(|compared| *compared == measure)
}

impl Journal {
    /// How many sessions began on each day, counted from 1 January 1970, of a person whose day begins
    /// at this hour; of all sessions, or of those played by one name.
    pub(super) fn counted_days(
        &self,
        day_begins: u8,
        session: Option<&str>,
    ) -> Result<Vec<(i64, u32)>, JournalError> {
        let mut statement = self.connection.prepare(
            "SELECT began, ahead FROM entry WHERE ?1 IS NULL OR session = ?1 ORDER BY began",
        )?;
        let mut rows = statement.query([session])?;
        let mut days: Vec<(i64, u32)> = Vec::new();
        while let Some(row) = rows.next()? {
            let day = LocalMoment { millis: row.get(0)?, ahead: row.get(1)? }.day(day_begins);
            match days.last_mut() {
                Some((last, count)) if *last == day => *count += 1,
                _ => days.push((day, 1)),
            }
        }
        Ok(days)
    }

    /// The sessions before and after which something was told, the earliest first: all of them, or
    /// those played by one name.
    pub(super) fn told_sessions(
        &self,
        session: Option<&str>,
    ) -> Result<Vec<ToldSession>, JournalError> {
        // All of it as at one moment, whatever another program writes meanwhile.
        let _reading = self.connection.unchecked_transaction()?;
        let pairs = self.pairs_by_entry()?;
        let mut sessions = self.with_names(pairs)?;
        self.add_contents(&mut sessions)?;
        let sessions = sessions.into_iter().map(|(_, told)| told);
        let mut sessions: Vec<_> =
            sessions.filter(|told| session.is_none_or(|name| *name == *told.session)).collect();
        // They mostly are in order, and to sort takes half as much memory again.
        if !sessions.is_sorted_by_key(|told| told.began.millis) {
            sessions.sort_by_key(|told| told.began.millis);
        }
        Ok(sessions)
    }

    /// What was told both before and after, by the keys of the entries in their order.
    fn pairs_by_entry(&self) -> Result<Vec<(i64, MeasuredPairs)>, JournalError> {
        // The order of the primary key: what was told after comes first.
        let mut statement = self.connection.prepare(
            "SELECT entry, moment, measure, value FROM rating ORDER BY entry, moment, measure",
        )?;
        let mut rows = statement.query([])?;
        let mut found: Vec<(i64, MeasuredPairs)> = Vec::new();
        let (mut key, mut after) = (None, [None; COMPARED.len()]);
        while let Some(row) = rows.next()? {
            let entry: i64 = row.get(0)?;
            if key != Some(entry) {
                (key, after) = (Some(entry), [None; COMPARED.len()]);
            }
            let (moment, measure) = (text(row, 1)?, text(row, 2)?);
            let Some(place) = Measure::by_word(measure).and_then(place) else { continue };
            let value: u16 = row.get(3)?;
            match RatingMoment::by_word(moment) {
                Some(RatingMoment::After) => after[place] = Some(value),
                Some(RatingMoment::Before) => {
                    let Some(after) = after[place] else { continue };
                    if found.last().is_none_or(|(last, _)| *last != entry) {
                        found.push((entry, [None; COMPARED.len()]));
                    }
                    if let Some((_, pairs)) = found.last_mut() {
                        pairs[place] = Some((value, after));
                    }
                }
                Some(RatingMoment::Morning) | None => {}
            }
        }
        Ok(found)
    }

    /// The same with when each entry began and what it is called.
    fn with_names(
        &self,
        pairs: Vec<(i64, MeasuredPairs)>,
    ) -> Result<Vec<(i64, ToldSession)>, JournalError> {
        let mut statement = self
            .connection
            .prepare("SELECT key, began, ahead, session, title FROM entry ORDER BY key")?;
        let mut rows = statement.query([])?;
        let mut pairs = pairs.into_iter().peekable();
        let mut names: HashMap<String, Arc<str>> = HashMap::new();
        let mut shared = |name: &str| {
            let known = names.get(name).cloned();
            known.unwrap_or_else(|| {
                let new: Arc<str> = name.into();
                names.insert(name.to_owned(), Arc::clone(&new));
                new
            })
        };
        let mut found = Vec::with_capacity(pairs.len());
        while let Some(row) = rows.next()? {
            let key: i64 = row.get(0)?;
            let Some((_, pairs)) = pairs.next_if(|(entry, _)| *entry == key) else { continue };
            let told = ToldSession {
                began: LocalMoment { millis: row.get(1)?, ahead: row.get(2)? },
                session: shared(text(row, 3)?),
                title: shared(text(row, 4)?),
                content: Arc::default(),
                coin: None,
                pairs,
            };
            found.push((key, told));
        }
        Ok(found)
    }

    /// Adds what each of these entries works, and how. What many of them work is kept once.
    fn add_contents(&self, sessions: &mut [(i64, ToldSession)]) -> Result<(), JournalError> {
        let mut statement = self
            .connection
            .prepare("SELECT entry, kind, word FROM entry_word ORDER BY entry, kind, word")?;
        let mut rows = statement.query([])?;
        let mut known: HashSet<Arc<SessionContent>> = HashSet::new();
        let mut share = |told: &mut ToldSession, content: &mut SessionContent| {
            let content = std::mem::take(content);
            told.content = known.get(&content).cloned().unwrap_or_else(|| {
                let new = Arc::new(content);
                known.insert(Arc::clone(&new));
                new
            });
        };
        let (mut at, mut content) = (0, SessionContent::default());
        while let Some(row) = rows.next()? {
            let entry: i64 = row.get(0)?;
            while let Some((_, told)) = sessions.get_mut(at).filter(|(key, _)| *key < entry) {
                share(told, &mut content);
                at += 1;
            }
            if sessions.get(at).is_none_or(|(key, _)| *key != entry) {
                continue;
            }
            let word = text(row, 2)?;
            match text(row, 1)? {
                REGION => {
                    content.regions.extend(Region::ALL.into_iter().find(|it| it.id() == word));
                }
                TECHNIQUE => content.techniques.push(word.to_owned()),
                COIN => sessions[at].1.coin = CoinSide::by_word(word),
                _ => {}
            }
        }
        if let Some((_, told)) = sessions.get_mut(at) {
            share(told, &mut content);
        }
        Ok(())
    }
}

/// A text of a row, without a copy of it.
fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str, JournalError> {
    row.get_ref(column)?.as_str().map_err(|error| rusqlite::Error::from(error).into())
}
