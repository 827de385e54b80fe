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

/// The most that can be said of one of them.
const MOST: u8 = 10;

/// A session before and after which something was told. A journal has very many of them.
#[derive(Clone, Debug)]
pub(super) struct ToldSession {
    /// The key of its entry.
    key: i64,
    /// When it began.
    pub(super) began: LocalMoment,
    /// Its title.
    pub(super) title: Arc<str>,
    /// What it works, and how.
    pub(super) content: Arc<SessionContent>,
    /// What a coin said of its day, where one decided.
    pub(super) coin: Option<CoinSide>,
    pairs: MeasuredPairs,
}

/// Before and after of each measure that is compared, in their order: from 0 to 10.
type MeasuredPairs = [Option<(u8, u8)>; COMPARED.len()];

impl ToldSession {
    /// What was told of a measure before and after.
    pub(super) fn told(&self, measure: Measure) -> Option<(u8, u8)> {
        place(measure).and_then(|place| self.pairs[place])
    }

    /// What of an entry was told; `None` where nothing was, both before and after.
    #[cfg(test)]
    pub(super) fn of(entry: &JournalEntry) -> Option<Self> {
        let pairs = COMPARED.map(|measure| told(entry, measure));
        pairs.iter().any(Option::is_some).then(|| Self {
            key: 0,
            began: entry.began,
            title: entry.title.as_str().into(),
            content: Arc::new(entry.content.clone()),
            coin: entry.coin,
            pairs,
        })
    }
}

/// What an entry has told of a measure before and after.
pub(super) fn told(entry: &JournalEntry, measure: Measure) -> Option<(u8, u8)> {
    let value = |moment| {
        let mut ratings = entry.ratings.iter();
        let rating = ratings.find(|it| it.moment == moment && it.measure == measure)?;
        compared_value(rating.value)
    };
    value(RatingMoment::Before).zip(value(RatingMoment::After))
}

/// A value of a measure that is compared; nothing where it lies outside of what there is to say.
fn compared_value(value: u16) -> Option<u8> {
    u8::try_from(value).ok().filter(|value| *value <= MOST)
}

/// The sessions in the order in which they began.
pub(super) fn by_time(sessions: &[ToldSession]) -> Vec<&ToldSession> {
    let mut sessions: Vec<_> = sessions.iter().collect();
    // They mostly are so already, and to sort takes half as much memory again.
    if !sessions.is_sorted_by_key(|told| told.began.millis) {
        sessions.sort_by_key(|told| told.began.millis);
    }
    sessions
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

    /// The sessions before and after which something was told, by their keys: all of them, or those
    /// played by one name. What they work is not known yet.
    pub(super) fn told_sessions(
        &self,
        session: Option<&str>,
    ) -> Result<Vec<ToldSession>, JournalError> {
        let pairs = self.pairs_by_entry()?;
        let mut sessions = self.with_names(pairs, session)?;
        self.add_coins(&mut sessions)?;
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
            let Some(value) = compared_value(row.get(3)?) else { continue };
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
        session: Option<&str>,
    ) -> Result<Vec<ToldSession>, JournalError> {
        let mut statement = self.connection.prepare(
            "SELECT key, began, ahead, title FROM entry WHERE ?1 IS NULL OR session = ?1
             ORDER BY key",
        )?;
        let mut rows = statement.query([session])?;
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
            while pairs.next_if(|(entry, _)| *entry < key).is_some() {}
            let Some((_, pairs)) = pairs.next_if(|(entry, _)| *entry == key) else { continue };
            let told = ToldSession {
                key,
                began: LocalMoment { millis: row.get(1)?, ahead: row.get(2)? },
                title: shared(text(row, 3)?),
                content: Arc::default(),
                coin: None,
                pairs,
            };
            found.push(told);
        }
        Ok(found)
    }

    /// Adds what a coin said of the days of these sessions, which are in the order of their keys.
    fn add_coins(&self, sessions: &mut [ToldSession]) -> Result<(), JournalError> {
        let mut statement =
            self.connection.prepare("SELECT entry, word FROM entry_word WHERE kind = ?1")?;
        let mut rows = statement.query([COIN])?;
        while let Some(row) = rows.next()? {
            let entry: i64 = row.get(0)?;
            if let Ok(at) = sessions.binary_search_by_key(&entry, |told| told.key) {
                sessions[at].coin = CoinSide::by_word(text(row, 1)?);
            }
        }
        Ok(())
    }

    /// Adds what each of these sessions works, and how; they are in the order of their keys. What many
    /// of them work is kept once.
    pub(super) fn add_contents(&self, sessions: &mut [ToldSession]) -> Result<(), JournalError> {
        let mut statement = self.connection.prepare(
            "SELECT entry, kind, word FROM entry_word WHERE kind IN (?1, ?2)
             ORDER BY entry, kind, word",
        )?;
        let mut rows = statement.query([REGION, TECHNIQUE])?;
        let mut known: HashSet<Arc<SessionContent>> = HashSet::new();
        let mut share = |told: &mut ToldSession, content: &mut SessionContent| {
            told.content = known.get(content).cloned().unwrap_or_else(|| {
                let new = Arc::new(content.clone());
                known.insert(Arc::clone(&new));
                new
            });
            content.regions.clear();
            content.techniques.clear();
        };
        let (mut at, mut content) = (0, SessionContent::default());
        while let Some(row) = rows.next()? {
            let entry: i64 = row.get(0)?;
            while let Some(told) = sessions.get_mut(at).filter(|told| told.key < entry) {
                share(told, &mut content);
                at += 1;
            }
            if sessions.get(at).is_none_or(|told| told.key != entry) {
                continue;
            }
            let word = text(row, 2)?;
            if text(row, 1)? == TECHNIQUE {
                content.techniques.push(word.to_owned());
            } else {
                content.regions.extend(Region::ALL.into_iter().find(|it| it.id() == word));
            }
        }
        if let Some(told) = sessions.get_mut(at) {
            share(told, &mut content);
        }
        Ok(())
    }
}

/// A text of a row, without a copy of it.
fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str, JournalError> {
    row.get_ref(column)?.as_str().map_err(|error| rusqlite::Error::from(error).into())
}
