//! A journal of many sessions is looked through whole. How soon, and how large one of 100,000 is,
//! `benches/journal.rs` measures.

use super::{entry, home};
use crate::body::Region;
use crate::journal::{
    EntryEnding, Journal, JournalEntry, LocalMoment, LookBack, Measure, Rating, RatingMoment,
    SessionContent,
};

/// Sessions of some years, eight a day, each with two measures before and after it.
fn many(count: i64) -> Vec<JournalEntry> {
    let session = |number: i64| {
        let rating = |moment, measure, value: i64| {
            let value = u16::try_from(value).expect("a rating");
            Rating { moment, measure, value }
        };
        let measure = [Measure::Pain, Measure::Stress][usize::from(number % 2 == 0)];
        let regions = &Region::ALL[usize::try_from(number % 9).expect("a few")..];
        JournalEntry {
            session: format!("session-of-some-name-{}", number % 60),
            title: format!("A session of some title, number {}", number % 60),
            ratings: vec![
                rating(RatingMoment::Before, Measure::Tension, 3 + number % 7),
                rating(RatingMoment::Before, measure, 2 + number % 5),
                rating(RatingMoment::After, Measure::Tension, 1 + number * 7 % 8),
                rating(RatingMoment::After, measure, 1 + number * 5 % 6),
            ],
            content: SessionContent {
                regions: regions[..3].to_vec(),
                techniques: vec!["breathe".to_owned(), "swedish".to_owned()],
            },
            ..entry(number * 3 * 3_600)
        }
    };
    let mut entries: Vec<_> = (0..count).map(session).collect();
    for entry in &mut entries {
        entry.progress.ending = Some(EntryEnding::Done);
        entry.progress.changed.clear();
    }
    entries
}

fn look_back() -> LookBack {
    LookBack {
        now: LocalMoment { millis: 3_000_000_000_000, ahead: 0 },
        day_begins: 4,
        session: None,
    }
}

#[test]
fn a_journal_of_many_entries_is_looked_through_whole() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    journal.keep_all(&many(500)).expect("they are kept");
    let mut last = None;
    journal
        .look_back(&look_back(), &mut |helped| {
            last = Some(helped);
            true
        })
        .expect("it is read");
    let helped = last.expect("it is told");
    assert_eq!(helped.days.values().sum::<u32>(), 500);
    let tension = helped.overall.iter().find(|change| change.measure == Measure::Tension);
    assert_eq!(tension.map(|change| change.changes.len() + change.at_floor), Some(500));
}
