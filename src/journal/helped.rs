//! What helped: which days had sessions, what was told before and after each, and how that changed by
//! session, technique, place and time of day.

use std::collections::BTreeMap;

use super::statistics::{COMPARED, MeasuredChange, changes, told};
use super::{JournalEntry, LocalMoment, Measure};
use crate::body::Region;
use crate::words::{Message, Texts, place};

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

    /// What an entry is of it: titles of sessions, or ids of the rest. One of several places counts for
    /// each.
    fn names(self, entry: &JournalEntry) -> Vec<String> {
        match self {
            Self::Session => vec![entry.title.clone()],
            Self::Technique => entry.content.techniques.clone(),
            Self::Region => entry.content.regions.iter().map(|it| it.id().to_owned()).collect(),
            Self::TimeOfDay => vec![time_of_day(entry.began).to_owned()],
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
            Aspect::Technique => texts.text(&Message::new(format!("technique-{id}"))),
            Aspect::TimeOfDay => texts.text(&Message::new(format!("helped-time-{id}"))),
            Aspect::Region => {
                let region = Region::ALL.into_iter().find(|region| region.id() == id);
                region.map_or_else(|| id.clone(), |region| texts.text(&place(region, None)))
            }
        }
    }
}

/// What helped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatHelped {
    /// How many sessions there were on a day, counted from 1 January 1970.
    pub days: BTreeMap<i64, u32>,
    /// What was told before and after, the latest first.
    pub pairs: Vec<SessionPair>,
    /// How each measure changed in all sessions.
    pub overall: Vec<MeasuredChange>,
    /// The same by what they are told apart by, those with most sessions first.
    pub groups: Vec<GroupedChange>,
}

impl WhatHelped {
    /// What these entries say.
    pub fn of(entries: &[JournalEntry]) -> Self {
        let mut helped = Self { overall: changes(entries), ..Self::default() };
        let mut latest_first: Vec<&JournalEntry> = entries.iter().collect();
        latest_first.sort_by_key(|entry| std::cmp::Reverse(entry.began.millis));
        for entry in &latest_first {
            *helped.days.entry(entry.began.day()).or_default() += 1;
            helped.pairs.extend(COMPARED.into_iter().filter_map(|it| pair(entry, it)));
        }
        latest_first.retain(|entry| COMPARED.into_iter().any(|it| told(entry, it).is_some()));
        for aspect in Aspect::ALL {
            helped.groups.extend(groups(aspect, &latest_first));
        }
        helped
    }

    /// The measures that were told before and after.
    pub fn measures(&self) -> Vec<Measure> {
        self.overall.iter().map(|change| change.measure).collect()
    }

    /// How a measure changed by an aspect.
    pub fn by(&self, measure: Measure, aspect: Aspect) -> impl Iterator<Item = &GroupedChange> {
        let groups = self.groups.iter();
        groups.filter(move |group| group.aspect == aspect && group.change.measure == measure)
    }
}

fn groups(aspect: Aspect, entries: &[&JournalEntry]) -> Vec<GroupedChange> {
    let mut by_name: BTreeMap<String, Vec<JournalEntry>> = BTreeMap::new();
    for entry in entries {
        for name in aspect.names(entry) {
            by_name.entry(name).or_default().push((*entry).clone());
        }
    }
    let mut groups: Vec<GroupedChange> = Vec::new();
    for (name, entries) in by_name {
        let of_name = changes(&entries).into_iter();
        groups.extend(of_name.map(|change| GroupedChange { aspect, name: name.clone(), change }));
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.change.changes.len()));
    groups
}

fn pair(entry: &JournalEntry, measure: Measure) -> Option<SessionPair> {
    let (before, after) = told(entry, measure)?;
    let (began, title) = (entry.began, entry.title.clone());
    Some(SessionPair { began, title, measure, before, after })
}
