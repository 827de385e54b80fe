//! A folder that changes between one look and the next.

use std::time::{Duration, SystemTime};

use super::*;
use crate::format::KnownNames;
use crate::library::LibrarySnapshot;

/// A time at which whatever is in a folder has long been written, in the year 2128.
fn later() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(5_000_000_000)
}

/// A first look at a folder that was written long ago.
fn look_at(folder: &TempDir) -> LibrarySnapshot {
    for place in [folder.path().to_owned(), folder.path().join("moves")] {
        for found in fs::read_dir(place).into_iter().flatten().flatten() {
            if found.path().is_file() {
                let file = fs::File::options().append(true).open(found.path()).expect("a file");
                file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1)).expect("aged");
            }
        }
    }
    LibrarySnapshot::of_built_in(KnownNames::default())
        .refreshed(Some(folder.path()), later())
        .expect("something of one's own")
}

fn again(snapshot: &LibrarySnapshot, folder: &TempDir) -> Option<LibrarySnapshot> {
    snapshot.refreshed(Some(folder.path()), later())
}

fn write(folder: &TempDir, name: &str, text: &str) {
    fs::write(folder.path().join(name), text).expect("a file");
}

/// The titles of the person's own sessions.
fn own(snapshot: &LibrarySnapshot) -> Vec<String> {
    let own = snapshot.catalogue().iter().filter(|entry| entry.path.is_some());
    own.map(|entry| entry.title.clone()).collect()
}

#[test]
fn a_session_that_is_added_is_there_at_the_next_look() {
    let folder = folder_with(&[("quiet.toml", SESSION)]);
    let snapshot = look_at(&folder);
    write(&folder, "second.toml", &SESSION.replace("My own", "A second"));
    let snapshot = again(&snapshot, &folder).expect("one more");
    assert_eq!(own(&snapshot), ["A second quiet minute", "My own quiet minute"]);
    assert_eq!(
        snapshot.library().load("second").expect("found").session.title,
        "A second quiet minute"
    );
    assert_eq!(titles(snapshot.catalogue(), "second quiet"), ["second"]);
}

#[test]
fn a_session_that_is_edited_is_read_again_even_where_it_stays_as_long() {
    let folder = folder_with(&[("quiet.toml", SESSION), ("other.toml", SESSION)]);
    let snapshot = look_at(&folder);
    write(&folder, "quiet.toml", &SESSION.replace("quiet", "still"));
    let snapshot = again(&snapshot, &folder).expect("another title");
    assert_eq!(own(&snapshot), ["My own quiet minute", "My own still minute"]);
}

#[test]
fn a_session_that_is_removed_is_gone_and_the_built_in_one_of_its_name_is_back() {
    let id = built_in()[0].id.clone();
    let folder = folder_with(&[("quiet.toml", SESSION), (&format!("{id}.toml"), SESSION)]);
    let snapshot = look_at(&folder);
    assert_eq!(own(&snapshot).len(), 2);
    for name in ["quiet.toml", &format!("{id}.toml")] {
        fs::remove_file(folder.path().join(name)).expect("removed");
    }
    let snapshot = again(&snapshot, &folder).expect("fewer");
    assert_eq!(own(&snapshot), <[String; 0]>::default());
    assert_eq!(snapshot.catalogue().to_vec(), built_in());
}

#[test]
fn a_session_that_breaks_is_counted_until_it_is_mended() {
    let folder = folder_with(&[("quiet.toml", SESSION)]);
    let whole = look_at(&folder);
    write(&folder, "quiet.toml", &SESSION.replace("title", "titel"));
    let broken = again(&whole, &folder).expect("broken");
    assert_eq!((own(&broken).len(), broken.catalogue().invalid()), (0, 1));
    write(&folder, "quiet.toml", SESSION);
    let mended = again(&broken, &folder).expect("mended");
    assert_eq!((own(&mended).len(), mended.catalogue().invalid()), (1, 0));
}

#[test]
fn a_move_that_is_edited_changes_the_sessions_that_use_it() {
    let sit = |length: &str| {
        format!(
            "format = 1\nposition = \"any\"\n[step]\nkind = \"rest\"\ntitle = \"Sit\"\nlength = \"{length}\"\n"
        )
    };
    let session =
        SESSION.replace("kind = \"rest\"\ntitle = \"Rest\"\nlength = \"60s\"", "move = \"sit\"");
    let folder = folder_with(&[("moves/sit.toml", &sit("30s")), ("sitting.toml", &session)]);
    let snapshot = look_at(&folder);
    write(&folder, "moves/sit.toml", &sit("90s"));
    let snapshot = again(&snapshot, &folder).expect("longer");
    let sitting = snapshot.catalogue().iter().find(|entry| entry.id == "sitting").expect("valid");
    assert_eq!(sitting.millis, 95_000);
}

#[test]
fn a_folder_that_did_not_change_is_not_read_again() {
    let folder = folder_with(&[("quiet.toml", SESSION), ("broken.toml", "format = 1\n")]);
    let snapshot = look_at(&folder);
    assert!(again(&snapshot, &folder).is_none());
}

#[test]
fn a_file_that_goes_while_the_library_is_open_is_said_to_be_gone() {
    let folder = folder_with(&[("quiet.toml", SESSION)]);
    let snapshot = look_at(&folder);
    fs::remove_file(folder.path().join("quiet.toml")).expect("removed");
    let error = snapshot.library().load("quiet").expect_err("gone");
    assert!(matches!(error, LoadError::Unreadable(_)), "{error}");
}

#[test]
fn a_file_that_is_edited_while_the_library_is_open_is_played_as_it_is_now() {
    let folder = folder_with(&[("quiet.toml", SESSION)]);
    let snapshot = look_at(&folder);
    write(&folder, "quiet.toml", &SESSION.replace("quiet", "still"));
    assert_eq!(
        snapshot.library().load("quiet").expect("valid").session.title,
        "My own still minute"
    );
}

#[test]
fn a_look_counts_the_files_that_cannot_be_used_as_an_opened_library_does() {
    let junk = ["mine.toml", "moves/mine.toml", "courses/mine.toml", "mine.tml"];
    let folder = folder_with(&junk.map(|name| (name, "junk")));
    let opened = Library::open(Some(folder.path())).entries().1;
    assert_eq!((look_at(&folder).catalogue().invalid(), opened), (junk.len(), junk.len()));
}
