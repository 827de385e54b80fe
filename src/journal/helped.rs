//! What helped: which days had sessions, what was told before and after each, and how that changed by
//! session, technique, place and time of day.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::coin::{CoinTrial, trials};
use super::statistics::{MeasuredChange, changes};
use super::told::{COMPARED, ToldSession, by_time};
use super::{Journal, JournalError, LocalMoment, Measure, monday_of, week_of};
use crate::body::Region;
use crate::words::{Message, Texts, place};

/// So many sessions are told one by one of each measure, the latest of them.
pub const LISTED: usize = 400;

/// What sessions are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Which session it was.
    Session,
    /// How it works.
    Technique,
    /// What it works.
    Region,
    /// When it was.
    TimeOfDay,
}

impl Aspect {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 4] = [Self::Session, Self::Technique, Self::Region, Self::TimeOfDay];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Technique => "technique",
            Self::Region => "region",
            Self::TimeOfDay => "time-of-day",
        }
    }

    /// What a session is of it: its title, or ids of the rest. One of several places counts for each.
    fn names(self, told: &ToldSession) -> Vec<&str> {
        match self {
            Self::Session => vec![&told.title],
            Self::Technique => told.content.techniques.iter().map(String::as_str).collect(),
            Self::Region => told.content.regions.iter().map(|region| region.id()).collect(),
            Self::TimeOfDay => vec![time_of_day(told.began)],
        }
    }
}

/// The id of a time of day.
fn time_of_day(at: LocalMoment) -> &'static str {
    match at.hour() {
        4..=11 => "morning",
        12..=16 => "afternoon",
        17..=21 => "evening",
        _ => "night",
    }
}

/// What was told before and after one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionPair {
    /// When it began.
    pub began: LocalMoment,
    /// Its title.
    pub title: String,
    /// What was told.
    pub measure: Measure,
    /// What it was before.
    pub before: u16,
    /// What it was after.
    pub after: u16,
}

/// How a measure changed in some of the sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupedChange {
    /// What these sessions are told apart by.
    pub aspect: Aspect,
    /// Which of it they are: a title, or an id.
    pub name: String,
    /// How it changed.
    pub change: MeasuredChange,
}

impl GroupedChange {
    /// What it is called.
    pub fn name(&self, texts: &Texts) -> String {
        let id = &self.name;
        match self.aspect {
            Aspect::Session => id.clone(),
            // One of a later version has no name here.
            Aspect::Technique => {
                let named = texts.find(&Message::new(format!("technique-{id}")));
                named.unwrap_or_else(|| id.clone())
            }
            Aspect::TimeOfDay => texts.text(&Message::new(format!("helped-time-{id}"))),
            Aspect::Region => {
                let region = Region::ALL.into_iter().find(|region| region.id() == id);
                region.map_or_else(|| id.clone(), |region| texts.text(&place(region, None)))
            }
        }
    }
}

/// Which sessions are looked back on, and as of when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookBack {
    /// This moment.
    pub now: LocalMoment,
    /// The hour at which the day of the person begins.
    pub day_begins: u8,
    /// Only sessions played by this name.
    pub session: Option<String>,
}

/// What helped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatHelped {
    /// Today, counted from 1 January 1970.
    pub today: i64,
    /// How many sessions there were on a day, counted likewise.
    pub days: BTreeMap<i64, u32>,
    /// What was told before and after, the latest first; the latest [`LISTED`] of each measure.
    pub pairs: Vec<SessionPair>,
    /// How each measure changed in all sessions.
    pub overall: Vec<MeasuredChange>,
    /// The same by what they are told apart by, those with most sessions first.
    pub groups: Vec<GroupedChange>,
    /// How each measure changed on days that a coin decided.
    pub coin: Vec<CoinTrial>,
    /// Whether this is all of it. The days are known first, then how each measure changed in all
    /// sessions.
    pub is_whole: bool,
}

impl Journal {
    /// What helped. As more of it is known it is told, as long as more is wanted; the last time all
    /// of it.
    ///
    /// # Errors
    /// Why the journal cannot be read.
    pub fn look_back(
        &self,
        wish: &LookBack,
        tell: &mut dyn FnMut(WhatHelped) -> bool,
    ) -> Result<(), JournalError> {
        let session = wish.session.as_deref();
        // All of it as at one moment, whatever another program writes meanwhile.
        let _reading = self.connection.unchecked_transaction()?;
        let days = self.counted_days(wish.day_begins, session)?;
        let mut helped = WhatHelped::on(wish, days);
        if !tell(helped.clone()) {
            return Ok(());
        }
        let mut sessions = self.told_sessions(session)?;
        helped.add_overall(&by_time(&sessions), wish.day_begins);
        if !tell(helped.clone()) {
            return Ok(());
        }
        self.add_contents(&mut sessions)?;
        helped.tell_apart(&by_time(&sessions), wish.day_begins);
        tell(helped);
        Ok(())
    }
}

impl WhatHelped {
    /// What these entries say.
    #[cfg(test)]
    pub fn of(entries: &[super::JournalEntry], wish: &LookBack) -> Self {
        let mut days = BTreeMap::new();
        for entry in entries {
            *days.entry(entry.began.day(wish.day_begins)).or_default() += 1;
        }
        let sessions: Vec<_> = entries.iter().filter_map(ToldSession::of).collect();
        let sessions = by_time(&sessions);
        let mut helped = Self::on(wish, days);
        helped.add_overall(&sessions, wish.day_begins);
        helped.tell_apart(&sessions, wish.day_begins);
        helped
    }

    /// The days alone.
    fn on(wish: &LookBack, days: impl IntoIterator<Item = (i64, u32)>) -> Self {
        let mut helped = Self { today: wish.now.day(wish.day_begins), ..Self::default() };
        for (day, count) in days {
            // A journey west may bring a day back.
            *helped.days.entry(day).or_default() += count;
        }
        helped
    }

    /// Adds what all of these sessions tell, the earliest first.
    fn add_overall(&mut self, sessions: &[&ToldSession], day_begins: u8) {
        for measure in COMPARED {
            let pairs = sessions.iter().rev().filter_map(|told| SessionPair::of(told, measure));
            self.pairs.extend(pairs.take(LISTED));
        }
        self.pairs.sort_by_key(|pair| std::cmp::Reverse(pair.began.millis));
        self.overall = changes(sessions, day_begins);
        self.coin = trials(sessions, day_begins);
    }

    /// Adds what they tell by session, technique, place and time of day.
    fn tell_apart(&mut self, sessions: &[&ToldSession], day_begins: u8) {
        for aspect in Aspect::ALL {
            self.groups.extend(groups(aspect, sessions, day_begins));
        }
        self.is_whole = true;
    }

    /// The measures that were told before and after.
    pub fn measures(&self) -> Vec<Measure> {
        self.overall.iter().map(|change| change.measure).collect()
    }

    /// How many sessions there were in a week, counted as [`week_of`] does.
    pub fn sessions_in(&self, week: i64) -> u32 {
        let monday = monday_of(week);
        self.days.range(monday..monday + 7).map(|(_, count)| count).sum()
    }

    /// The weeks from the first session to today, so many at most, the latest of them.
    pub fn weeks(&self, most: i64) -> RangeInclusive<i64> {
        let last = week_of(self.today);
        let first = self.days.first_key_value().map_or(last, |(day, _)| week_of(*day));
        first.max(last - most + 1)..=last
    }

    /// How a measure changed by an aspect.
    pub fn by(&self, measure: Measure, aspect: Aspect) -> impl Iterator<Item = &GroupedChange> {
        let groups = self.groups.iter();
        groups.filter(move |group| group.aspect == aspect && group.change.measure == measure)
    }

    /// The same where there is a change to show: not all of it began where little can fall.
    pub fn shown_by(&self, measure: Measure, aspect: Aspect) -> Vec<&GroupedChange> {
        self.by(measure, aspect).filter(|group| !group.change.changes.is_empty()).collect()
    }

    /// What is said of how a measure changed on days that a coin decided.
    pub fn coin_sentences(&self, measure: Measure, texts: &Texts) -> Vec<String> {
        let trials = self.coin.iter().filter(|trial| trial.measure == measure);
        trials.flat_map(|trial| trial.sentences(texts)).collect()
    }
}

fn groups(aspect: Aspect, sessions: &[&ToldSession], day_begins: u8) -> Vec<GroupedChange> {
    let mut by_name: BTreeMap<&str, Vec<&ToldSession>> = BTreeMap::new();
    for told in sessions {
        for name in aspect.names(told) {
            by_name.entry(name).or_default().push(told);
        }
    }
    let mut groups: Vec<GroupedChange> = Vec::new();
    for (name, sessions) in by_name {
        let of_name = changes(&sessions, day_begins).into_iter();
        let name = name.to_owned();
        groups.extend(of_name.map(|change| GroupedChange { aspect, name: name.clone(), change }));
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.change.changes.len()));
    groups
}

impl SessionPair {
    fn of(told: &ToldSession, measure: Measure) -> Option<Self> {
        let (before, after) = told.told(measure)?;
        let (before, after, title) = (before.into(), after.into(), told.title.to_string());
        Some(Self { began: told.began, title, measure, before, after })
    }
}
