//! The thread that writes the journal.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::TransactionBehavior;
use tempfile::TempDir;

use super::{entry, home};
use crate::journal::{Journal, JournalEntry, JournalWriter};
use crate::words::Message;

/// Long enough for any disk.
const LONG: Duration = Duration::from_secs(20);

#[test]
fn nothing_is_opened_before_there_is_something_to_keep() {
    let (_folder, path) = home();
    let mut writer = JournalWriter::new(path.clone());
    assert!(!path.exists());
    writer.keep(entry(0));
    writer.settle(LONG);
    assert_eq!(writer.note(), None);
    assert_eq!(Journal::open(&path).expect("it is opened").count().expect("a count"), 1);
}

#[test]
fn an_entry_is_kept_as_it_stood_last() {
    let (_folder, path) = home();
    let mut writer = JournalWriter::new(path.clone());
    let mut session = entry(0);
    for position in 0..200 {
        session.progress.position = position;
        writer.keep(session.clone());
    }
    writer.settle(LONG);
    let journal = Journal::open(&path).expect("it is opened");
    assert_eq!(journal.entries(None).expect("entries"), [session]);
}

#[test]
fn a_session_that_goes_on_leaves_what_its_person_said_and_comes_back_where_it_was_erased() {
    let (_folder, path) = home();
    let mut writer = JournalWriter::new(path.clone());
    let mut session = entry(0);
    session.progress.ending = None;
    let go_on = |writer: &mut JournalWriter, session: &mut JournalEntry| {
        session.progress.position += 500;
        writer.keep(session.clone());
        writer.settle(LONG);
        assert_eq!(writer.note(), None);
    };
    go_on(&mut writer, &mut session);
    let mut journal = Journal::open(&path).expect("it is opened");
    journal.annotate(&session.id, "a note").expect("it is noted");
    go_on(&mut writer, &mut session);
    let noted = JournalEntry { note: "a note".to_owned(), ..session.clone() };
    assert_eq!(journal.entries(None).expect("entries"), [noted]);
    session.progress.changed.clear();
    go_on(&mut writer, &mut session);
    assert!(journal.entries(None).expect("entries")[0].progress.changed.is_empty());
    Journal::erase(&path).expect("it is erased");
    go_on(&mut writer, &mut session);
    assert_eq!(journal.entries(None).expect("entries"), [session]);
}

/// A writer that could not keep this entry, since a file lies in the way of the folder.
fn kept_in_vain(entry: &JournalEntry) -> (TempDir, PathBuf, JournalWriter) {
    let (home, path) = home();
    fs::write(path.parent().expect("a folder"), "in the way").expect("a file");
    let mut writer = JournalWriter::new(path.clone());
    writer.keep(entry.clone());
    writer.settle(LONG);
    assert_eq!(writer.note(), Some(Message::new("journal-not-kept")));
    (home, path, writer)
}

fn clear_the_way(path: &Path) {
    fs::remove_file(path.parent().expect("a folder")).expect("it is out of the way");
}

#[test]
fn what_could_not_be_written_is_written_with_what_comes_next() {
    let (first, second) = (entry(0), entry(60));
    let (_home, path, mut writer) = kept_in_vain(&first);
    clear_the_way(&path);
    writer.keep(second.clone());
    writer.settle(LONG);
    assert_eq!(writer.note(), None);
    let journal = Journal::open(&path).expect("it is opened");
    assert_eq!(journal.entries(None).expect("entries"), [second, first]);
}

#[test]
fn what_could_not_be_written_is_tried_again_at_the_end_though_nothing_comes_next() {
    let (_home, path, writer) = kept_in_vain(&entry(0));
    clear_the_way(&path);
    writer.settle(LONG);
    assert_eq!(writer.note(), None);
    assert_eq!(Journal::open(&path).expect("it is opened").count().expect("a count"), 1);
}

#[test]
fn what_could_not_be_written_is_tried_again_after_a_while() {
    let (_home, path, writer) = kept_in_vain(&entry(0));
    clear_the_way(&path);
    let pause = Duration::from_millis(20);
    for _ in 0..LONG.as_millis() / pause.as_millis() {
        if writer.note().is_none() {
            break;
        }
        thread::sleep(pause);
    }
    assert_eq!(Journal::open(&path).expect("it is opened").count().expect("a count"), 1);
}

#[test]
fn whoever_plays_waits_for_no_program_that_holds_the_journal() {
    let (_folder, path) = home();
    let mut other = Journal::open(&path).expect("it is opened");
    let behavior = TransactionBehavior::Immediate;
    let writing = other.connection.transaction_with_behavior(behavior).expect("it is held");
    let mut writer = JournalWriter::new(path.clone());
    writer.keep(entry(0));
    writer.settle(Duration::from_millis(1));
    drop(writing);
    writer.keep(entry(1));
    writer.settle(LONG);
    assert_eq!(other.count().expect("a count"), 2);
}

#[test]
fn a_journal_that_becomes_damaged_is_set_aside_and_that_is_told() {
    let (_folder, path) = home();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, "no database, however long it is ".repeat(100)).expect("a file");
    let mut writer = JournalWriter::new(path.clone());
    writer.keep(entry(0));
    writer.settle(LONG);
    writer.keep(entry(1));
    writer.settle(LONG);
    assert_eq!(writer.note(), Some(Message::new("journal-set-aside")));
    assert_eq!(Journal::open(&path).expect("it is opened").count().expect("a count"), 2);
}

#[test]
fn a_newer_journal_is_not_written_and_that_is_told() {
    let (_folder, path) = home();
    let journal = Journal::open(&path).expect("it is opened");
    journal.connection.pragma_update(None, "user_version", 99).expect("a version");
    drop(journal);
    let mut writer = JournalWriter::new(path.clone());
    writer.keep(entry(0));
    writer.settle(LONG);
    assert_eq!(writer.note(), Some(Message::new("journal-newer")));
}
