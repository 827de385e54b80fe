//! What the journal promises, with real databases.

mod coin;
mod damage;
mod going_on;
mod helped;
mod many;
mod old;
#[cfg(unix)]
mod privacy;
mod statistics;
mod transfer;
mod writing;

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::{
    ChangedStep, EntryEnding, EntryId, Journal, JournalEntry, JournalError, LocalMoment, Measure,
    Rating, RatingMoment, SessionContent, SessionProgress,
};
use crate::body::Side;

/// A folder, and where the journal lies in it.
fn home() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("journal").join("journal.db");
    (folder, path)
}

/// An entry of a session that is on, begun so many seconds after some morning.
fn entry(seconds: i64) -> JournalEntry {
    JournalEntry {
        id: EntryId::new(),
        session: "feet".to_owned(),
        title: "Füße, “slowly”".to_owned(),
        asked: Some(540_000),
        began: LocalMoment { millis: 1_795_939_200_000 + seconds * 1_000, ahead: 3_600 },
        progress: SessionProgress {
            position: 61_500,
            part: 2,
            into_part: 1_500,
            length: 545_000,
            played: 60_000,
            paused: 4_000,
            at_night: false,
            changed: vec![ChangedStep {
                number: 1,
                title: "Thumbs along the arch".to_owned(),
                side: Some(Side::Left),
                longer: 30_000,
            }],
            ending: None,
        },
        content: SessionContent::default(),
        pain_at: None,
        coin: None,
        ratings: vec![Rating { moment: RatingMoment::Before, measure: Measure::Tension, value: 7 }],
        note: String::new(),
        is_let_go: false,
    }
}

#[test]
fn what_is_kept_is_read_back_the_latest_first() {
    let (_folder, path) = home();
    let (early, late) = (entry(0), entry(3_600));
    let mut journal = Journal::open(&path).expect("it is opened");
    journal.keep(&late).expect("it is kept");
    journal.keep(&early).expect("it is kept");
    drop(journal);
    let journal = Journal::open(&path).expect("it is opened again");
    assert_eq!(journal.entries(None).expect("entries"), [late.clone(), early]);
    assert_eq!(journal.entries(Some(1)).expect("one"), [late]);
}

#[test]
fn an_entry_goes_on_and_keeps_what_its_person_said() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let mut session = entry(0);
    journal.keep(&session).expect("it is kept");
    let after = Rating { moment: RatingMoment::After, measure: Measure::Tension, value: 4 };
    journal.rate(&session.id, &[after]).expect("it is rated");
    session.progress.position = 545_000;
    session.progress.ending = Some(EntryEnding::Done);
    session.progress.changed.clear();
    journal.keep(&session).expect("it is kept");
    session.ratings.push(after);
    assert_eq!(journal.entries(None).expect("entries"), [session]);
}

#[test]
fn nothing_is_rated_that_is_not_there() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let after = Rating { moment: RatingMoment::After, measure: Measure::Mood, value: 4 };
    journal.rate(&EntryId::new(), &[after]).expect("nothing to do");
    assert_eq!(journal.count().expect("a count"), 0);
}

#[test]
fn an_id_is_read_however_it_is_written_and_nothing_else_is() {
    let id = EntryId::new();
    assert_eq!(EntryId::by_text(&format!(" {} ", id.text().to_uppercase())), Some(id));
    assert_eq!(EntryId::by_text("feet"), None);
    assert_ne!(EntryId::new(), EntryId::new());
}

#[test]
fn a_moment_before_1970_has_its_place_too() {
    let before = SystemTime::UNIX_EPOCH - Duration::from_millis(1_500);
    assert_eq!(LocalMoment::new(before, -3_600).millis, -1_500);
}

#[test]
fn every_word_that_is_kept_is_read_again() {
    for ending in EntryEnding::ALL {
        assert_eq!(EntryEnding::by_word(ending.word()), Some(ending));
    }
    for measure in Measure::ALL {
        assert_eq!(Measure::by_word(measure.word()), Some(measure));
    }
    for moment in RatingMoment::ALL {
        assert_eq!(RatingMoment::by_word(moment.word()), Some(moment));
    }
}

#[test]
fn a_journal_of_a_newer_program_is_left_alone() {
    let (_folder, path) = home();
    let journal = Journal::open(&path).expect("it is opened");
    journal.connection.pragma_update(None, "user_version", 99).expect("a version");
    drop(journal);
    let error = Journal::open(&path).expect_err("it is newer");
    assert!(matches!(error, JournalError::Newer { found: 99, .. }), "{error}");
    assert_eq!(
        error.to_string(),
        "it was written by a newer Unclench (version 99 of the file; this one reads up to 2)"
    );
}
