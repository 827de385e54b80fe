//! A file is there whole, or not at all.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::files::{Draft, is_draft, write_whole};

fn draft(place: &Path) -> Draft {
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

#[cfg(unix)]
#[test]
fn a_kept_file_may_be_read_like_any_other() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    let (place, other) = (folder.path().join("a.wav"), folder.path().join("b.wav"));
    draft(&place).keep(false).expect("it is kept");
    fs::write(&other, b"other").expect("a file");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode();
    assert_eq!(mode(&place), mode(&other));
}

#[test]
fn a_folder_that_is_missing_is_told() {
    let folder = TempDir::new().expect("a folder");
    let missing = Draft::begin(&folder.path().join("no/a.wav")).expect_err("there is no folder");
    assert_eq!(missing.kind(), ErrorKind::NotFound);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays_a_link() {
    let folder = TempDir::new().expect("a folder");
    let (kept, link) = (folder.path().join("kept.toml"), folder.path().join("link.toml"));
    fs::write(&kept, "old").expect("a file");
    link_to(&kept, &link);
    write_whole(&link, b"new").expect("it is written");
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(fs::read(&kept).expect("a file"), b"new");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_keeps_who_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("a.toml");
    fs::write(&place, "old").expect("a file");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o600)).expect("a mode");
    write_whole(&place, b"new").expect("it is written");
    let mode = fs::metadata(&place).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_and_stays_a_pipe() {
    let folder = TempDir::new().expect("a folder");
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::read(pipe).expect("what was written"))
    };
    write_whole(&pipe, b"new").expect("it is written");
    assert_eq!(reader.join().expect("a reader"), b"new");
    assert!(!fs::metadata(&pipe).expect("a pipe").is_file());
}

#[test]
fn a_file_in_the_making_is_known_by_its_name() {
    let folder = TempDir::new().expect("a folder");
    let draft = draft(&folder.path().join("a.wav"));
    assert!(names(&folder).iter().all(|name| is_draft(name)));
    drop(draft);
    assert!(!is_draft("a.wav"));
}

#[cfg(unix)]
fn link_to(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).expect("a link");
}

/// Makes a named pipe.
#[cfg(unix)]
pub(super) fn make_pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo is there");
    assert!(made.success());
}
