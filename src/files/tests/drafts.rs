//! A file is there whole, or not at all.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::files::{Draft, empty_folder, is_draft, write_whole};

pub(super) fn draft(place: &Path) -> Draft {
    let mut draft = Draft::begin(place).expect("it is begun");
    draft.file().write_all(b"new").expect("it is written");
    draft
}

fn names(folder: &TempDir) -> Vec<String> {
    let files = fs::read_dir(folder.path()).expect("a folder");
    files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_draft_that_is_dropped_leaves_nothing() {
    let folder = TempDir::new().expect("a folder");
    let draft = draft(&folder.path().join("a.wav"));
    assert_eq!(names(&folder).len(), 1);
    drop(draft);
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_draft_that_is_kept_lies_at_its_place_alone() {
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("a.wav");
    draft(&place).keep(false).expect("it is kept");
    assert_eq!(names(&folder), ["a.wav"]);
    assert_eq!(fs::read(&place).expect("a file"), b"new");
}

#[test]
fn a_file_that_appeared_meanwhile_is_replaced_only_where_it_may_be() {
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("a.wav");
    let (first, second) = (draft(&place), draft(&place));
    fs::write(&place, b"old").expect("a file");
    let refused = first.keep(false).expect_err("it may not be replaced");
    assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&place).expect("a file"), b"old");
    second.keep(true).expect("it may be replaced");
    assert_eq!(fs::read(&place).expect("a file"), b"new");
    assert_eq!(names(&folder), ["a.wav"]);
}

#[test]
fn a_file_that_is_written_anew_is_replaced_and_never_written_into() {
    let folder = TempDir::new().expect("a folder");
    let (place, kept) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
    write_whole(&place, b"old").expect("it is written");
    fs::hard_link(&place, &kept).expect("the same file under another name");
    write_whole(&place, b"new").expect("it is written");
    assert_eq!(fs::read(&place).expect("a file"), b"new");
    assert_eq!(fs::read(&kept).expect("a file"), b"old", "whole to the end");
}

#[test]
fn a_folder_that_is_missing_is_told() {
    let folder = TempDir::new().expect("a folder");
    let missing = Draft::begin(&folder.path().join("no/a.wav")).expect_err("there is no folder");
    assert_eq!(missing.kind(), ErrorKind::NotFound);
}

#[test]
fn a_file_in_the_making_is_known_by_its_name() {
    let folder = TempDir::new().expect("a folder");
    let draft = draft(&folder.path().join("a.wav"));
    assert!(names(&folder).iter().all(|name| is_draft(name)));
    drop(draft);
    assert!(!is_draft("a.wav"));
}

/// A file called like a draft, last written so many seconds ago.
fn left(folder: &TempDir, name: &str, seconds: u64) -> File {
    let file = File::create(folder.path().join(name)).expect("a file");
    let then = file.metadata().expect("a file").modified().expect("a time");
    file.set_modified(then - Duration::from_secs(seconds)).expect("a time");
    file
}

#[test]
fn what_an_ended_program_has_left_is_removed_and_nothing_else() {
    let folder = TempDir::new().expect("a folder");
    let held = left(&folder, ".unclench-held.part", 3600);
    held.lock().expect("it is held");
    for (name, age) in [(".unclench-old.part", 3600), (".unclench-new.part", 1), ("a.part", 3600)] {
        drop(left(&folder, name, age));
    }
    let place = folder.path().join("a.wav");
    draft(&place).keep(false).expect("it is kept");
    let mut left = names(&folder);
    left.sort();
    assert_eq!(left, [".unclench-held.part", ".unclench-new.part", "a.part", "a.wav"]);
    drop(held);
}

#[test]
fn a_draft_is_held_while_it_is_written_and_free_when_it_is_kept() {
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("a.wav");
    let draft = draft(&place);
    let path = folder.path().join(&names(&folder)[0]);
    assert!(File::open(path).expect("a draft").try_lock().is_err());
    draft.keep(false).expect("it is kept");
    assert!(File::open(place).expect("a file").try_lock().is_ok());
}

#[test]
fn a_name_that_no_file_can_have_is_told_at_the_beginning() {
    let folder = TempDir::new().expect("a folder");
    let too_long = folder.path().join(format!("{}.wav", "a".repeat(300)));
    assert!(Draft::begin(&too_long).is_err());
    let refused = Draft::begin(folder.path()).expect_err("it is a folder");
    assert_eq!(refused.kind(), ErrorKind::IsADirectory);
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_folder_that_is_emptied_keeps_neither_files_nor_folders() {
    let folder = TempDir::new().expect("a folder");
    let inner = folder.path().join(".draft-1");
    fs::create_dir(&inner).expect("a folder");
    for place in [inner.join("spoken.wav"), folder.path().join("spoken.clip")] {
        write_whole(&place, b"words").expect("it is written");
    }
    empty_folder(folder.path()).expect("it is emptied");
    assert_eq!(names(&folder), [""; 0]);
}
