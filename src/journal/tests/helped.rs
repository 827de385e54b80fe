//! What helped, told apart by session, technique, place and time of day.

use super::{entry, home};
use crate::body::Region;
use crate::journal::{
    Aspect, Journal, JournalEntry, LocalMoment, LookBack, Measure, Rating, RatingMoment,
    SessionContent, WhatHelped,
};

/// A look back at all sessions of a person whose day begins at this hour.
fn look_back(day_begins: u8) -> LookBack {
    let now = LocalMoment { millis: 1_796_200_000_000, ahead: 3_600 };
    LookBack { now, day_begins, session: None }
}

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
    let helped = WhatHelped::of(&entries, &look_back(4));
    let told = |aspect| {
        let groups = helped.by(Measure::Tension, aspect);
        let told = groups.map(|it| (it.name.clone(), it.change.changes.clone()));
        let mut told: Vec<_> = told.collect();
        told.sort();
        told
    };
    let one = |name: &str, changes: &[i8]| (name.to_owned(), changes.to_vec());
    assert_eq!(told(Aspect::Session), [one("Calves", &[1]), one("Feet", &[-3, 0])]);
    assert_eq!(told(Aspect::Region), [one("calf", &[-3, 0, 1]), one("foot", &[-3, 0, 1])]);
    assert_eq!(told(Aspect::Technique), [one("swedish", &[-3, 0, 1])]);
    assert_eq!(told(Aspect::TimeOfDay), [one("evening", &[1]), one("morning", &[-3, 0])]);
}

#[test]
fn the_days_and_the_pairs_are_all_there_the_latest_pair_first() {
    let entries = [rated(0, "Feet", (7, 4)), rated(2, "Feet", (3, 3)), entry(99_999)];
    let helped = WhatHelped::of(&entries, &look_back(4));
    assert_eq!(helped.days.values().copied().collect::<Vec<_>>(), [2, 1]);
    let pairs: Vec<_> = helped.pairs.iter().map(|pair| (pair.before, pair.after)).collect();
    assert_eq!(pairs, [(3, 3), (7, 4)]);
}

#[test]
fn a_session_at_night_belongs_to_the_day_before_until_the_hour_that_was_set() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    // In the evening, and at half past two in the night after it.
    journal.keep_all(&[entry(12 * 3_600), entry(17 * 3_600 + 1_800)]).expect("they are kept");
    let counts = |day_begins| {
        let mut told = Vec::new();
        let look = look_back(day_begins);
        journal
            .look_back(&look, &mut |helped| {
                told.push(helped);
                true
            })
            .expect("it is read");
        told[0].days.values().copied().collect::<Vec<_>>()
    };
    assert_eq!((counts(4), counts(2)), (vec![2], vec![1, 1]));
}

#[test]
fn what_is_read_from_a_journal_is_what_its_entries_say_and_comes_bit_by_bit() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let entries: Vec<_> = (0..40)
        .map(|number| match number % 4 {
            0 => entry(number * 3_600),
            1 => rated(number, "Calves", (5, 6)),
            _ => rated(number, "Feet", (7, 4)),
        })
        .collect();
    journal.keep_all(&entries).expect("they are kept");
    let mut told = Vec::new();
    journal
        .look_back(&look_back(4), &mut |helped| {
            told.push(helped);
            true
        })
        .expect("it is read");
    let [days, overall, whole] = told.as_slice() else { panic!("{}", told.len()) };
    assert_eq!(*whole, WhatHelped::of(&entries, &look_back(4)));
    assert!(days.overall.is_empty() && overall.groups.is_empty() && !overall.is_whole);
    assert_eq!((&days.days, &overall.overall), (&whole.days, &whole.overall));
    let of_one = LookBack { session: Some("no such".to_owned()), ..look_back(4) };
    let mut last = None;
    journal
        .look_back(&of_one, &mut |helped| {
            last = Some(helped);
            true
        })
        .expect("it is read");
    assert!(last.is_some_and(|helped| helped.is_whole && helped.days.is_empty()));
}

#[test]
fn every_hour_belongs_to_one_part_of_the_day() {
    // One in each hour of a day, from midnight on.
    let entries: Vec<_> = (16..40).map(|hours| rated(hours, "Feet", (7, 4))).collect();
    let helped = WhatHelped::of(&entries, &look_back(4));
    let groups = helped.by(Measure::Tension, Aspect::TimeOfDay);
    let mut told: Vec<_> = groups.map(|it| (&*it.name, it.change.changes.len())).collect();
    told.sort_unstable();
    assert_eq!(told, [("afternoon", 5), ("evening", 5), ("morning", 8), ("night", 6)]);
}

#[test]
fn a_number_that_no_scale_has_is_not_compared() {
    let entries = [rated(0, "Feet", (11, 4)), rated(2, "Feet", (7, 4))];
    let pairs = WhatHelped::of(&entries, &look_back(4)).pairs;
    assert_eq!(pairs.iter().map(|pair| pair.before).collect::<Vec<_>>(), [7]);
}
