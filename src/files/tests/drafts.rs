//! A file is there whole, or not at all.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use tempfile::TempDir;

use crate::files::{Draft, is_draft};

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
