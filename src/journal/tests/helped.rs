//! What helped, told apart by session, technique, place and time of day.

use super::entry;
use crate::body::Region;
use crate::journal::{
    Aspect, JournalEntry, Measure, Rating, RatingMoment, SessionContent, WhatHelped,
};

/// A session so many hours after eight in the morning, with its tension before and after.
fn rated(hours: i64, title: &str, (before, after): (u16, u16)) -> JournalEntry {
    let mut entry = entry(hours * 3_600);
    title.clone_into(&mut entry.title);
    let rating = |moment, value| Rating { moment, measure: Measure::Tension, value };
    entry.ratings = vec![rating(RatingMoment::Before, before), rating(RatingMoment::After, after)];
    entry.content = SessionContent {
        regions: vec![Region::Calf, Region::Foot],
        techniques: vec!["swedish".to_owned()],
    };
    entry
}

#[test]
fn each_session_counts_for_itself_its_places_its_ways_and_its_time_of_day() {
    let entries =
        [rated(0, "Feet", (7, 4)), rated(24, "Feet", (6, 6)), rated(34, "Calves", (5, 6))];
    let helped = WhatHelped::of(&entries);
    let told = |aspect| {
        let groups = helped.by(Measure::Tension, aspect);
        let told = groups.map(|it| (it.name.clone(), it.change.changes.clone()));
        let mut told: Vec<_> = told.collect();
        told.sort();
        told
    };
    let one = |name: &str, changes: &[i32]| (name.to_owned(), changes.to_vec());
    assert_eq!(told(Aspect::Session), [one("Calves", &[1]), one("Feet", &[-3, 0])]);
    assert_eq!(told(Aspect::Region), [one("calf", &[-3, 0, 1]), one("foot", &[-3, 0, 1])]);
    assert_eq!(told(Aspect::Technique), [one("swedish", &[-3, 0, 1])]);
    assert_eq!(told(Aspect::TimeOfDay), [one("evening", &[1]), one("morning", &[-3, 0])]);
}

#[test]
fn the_days_and_the_pairs_are_all_there_the_latest_pair_first() {
    let helped =
        WhatHelped::of(&[rated(0, "Feet", (7, 4)), rated(2, "Feet", (3, 3)), entry(99_999)]);
    assert_eq!(helped.days.values().copied().collect::<Vec<_>>(), [2, 1]);
    let pairs: Vec<_> = helped.pairs.iter().map(|pair| (pair.before, pair.after)).collect();
    assert_eq!(pairs, [(3, 3), (7, 4)]);
}
