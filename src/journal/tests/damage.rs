//! A journal that is damaged, held by others, or has no place.

use std::fs;
use std::path::Path;

use rusqlite::TransactionBehavior;

use super::{entry, home};
use crate::journal::store::COMPANIONS;
use crate::journal::{FoundInPlace, Journal, JournalError};

/// The names in the folder of a journal.
fn names(path: &Path) -> Vec<String> {
    let folder = path.parent().expect("a folder");
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> =
        files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_is_no_database_is_set_aside_and_a_new_journal_begun() {
    let (_folder, path) = home();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    for number in 1..=2 {
        fs::write(&path, "not a database at all, only words ".repeat(100)).expect("a file");
        let mut journal = Journal::open(&path).expect("a new one");
        let aside = FoundInPlace::Damaged(format!("journal.damaged-{number}.db"));
        assert_eq!(journal.found(), Some(&aside));
        journal.keep(&entry(0)).expect("it is kept");
        drop(journal);
        assert_eq!(names(&path).len(), number + 1, "{:?}", names(&path));
    }
    let journal = Journal::open(&path).expect("it is whole now");
    assert_eq!((journal.found(), journal.count().expect("a count")), (None, 1));
}

#[test]
fn a_page_that_is_overwritten_is_found_by_a_check() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let entries: Vec<_> = (0..200).map(entry).collect();
    journal.keep_all(&entries).expect("they are kept");
    drop(journal);
    let mut bytes = fs::read(&path).expect("a file");
    let end = bytes.len();
    bytes[end - 8_192..].fill(0xab);
    fs::write(&path, bytes).expect("a file");
    let error = Journal::open_checked(&path).expect_err("it is damaged");
    assert!(matches!(error, JournalError::Damaged), "{error}");
    let journal = Journal::open_anew(&path).expect("a new one");
    assert_eq!(journal.count().expect("a count"), 0);
    assert!(names(&path).contains(&"journal.damaged-1.db".to_owned()));
}

#[test]
fn a_whole_journal_is_not_set_aside_although_another_found_it_damaged() {
    let (_folder, path) = home();
    Journal::open(&path).expect("it is opened").keep(&entry(0)).expect("it is kept");
    let journal = Journal::open_anew(&path).expect("it is opened");
    assert_eq!((journal.found(), journal.count().expect("a count")), (None, 1));
}

#[test]
fn a_check_makes_no_journal_where_there_is_none() {
    let (_folder, path) = home();
    assert!(Journal::open_checked(&path).expect("nothing is wrong").is_none());
    assert!(!path.exists());
}

#[test]
fn while_another_program_writes_an_entry_is_refused_and_kept_afterwards() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    journal.connection.busy_timeout(std::time::Duration::ZERO).expect("no wait");
    let mut other = Journal::open(&path).expect("it is opened twice");
    let behavior = TransactionBehavior::Immediate;
    let writing = other.connection.transaction_with_behavior(behavior).expect("it is held");
    let error = journal.keep(&entry(0)).expect_err("it is held");
    assert!(matches!(error, JournalError::Held), "{error}");
    drop(writing);
    journal.keep(&entry(0)).expect("it is kept");
}

#[test]
fn two_copies_keep_their_entries_side_by_side() {
    let (_folder, path) = home();
    std::thread::scope(|scope| {
        for copy in 0..2 {
            let path = &path;
            scope.spawn(move || {
                for number in 0..20 {
                    // Each time as a program that has just been started.
                    let mut journal = Journal::open(path).expect("it is opened");
                    journal.keep(&entry(copy * 100 + number)).expect("it is kept");
                }
            });
        }
    });
    let journal = Journal::open_checked(&path).expect("it is whole").expect("it is there");
    assert_eq!(journal.count().expect("a count"), 40);
}

#[test]
fn where_a_folder_or_a_file_is_in_the_way_that_is_an_error() {
    let (_folder, path) = home();
    fs::create_dir_all(&path).expect("a folder in the place of the file");
    assert!(matches!(Journal::open(&path), Err(JournalError::File(_))));
    let (_folder, path) = home();
    fs::write(path.parent().expect("a folder"), "").expect("a file in the place of the folder");
    assert!(matches!(Journal::open(&path), Err(JournalError::File(_))));
}

#[test]
fn on_a_full_disk_nothing_is_lost_that_was_confirmed_and_the_rest_is_kept_once_there_is_room() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    journal.keep(&entry(0)).expect("it is kept");
    let pages: u32 = journal
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .expect("a count of pages");
    let room = |journal: &Journal, pages: u32| {
        journal.connection.pragma_update(None, "max_page_count", pages).expect("a limit");
    };
    room(&journal, pages);
    let mut large: Vec<_> = (1..40).map(entry).collect();
    for entry in &mut large {
        entry.note = "many words ".repeat(200);
    }
    let error = journal.keep_all(&large).expect_err("there is no room");
    assert!(matches!(error, JournalError::Full), "{error}");
    journal.check().expect("it is whole");
    assert_eq!(journal.count().expect("a count"), 1);
    room(&journal, 1_000_000);
    journal.keep_all(&large).expect("they are kept");
    assert_eq!(journal.count().expect("a count"), 40);
}

#[cfg(unix)]
#[test]
fn in_a_folder_that_may_only_be_read_what_was_confirmed_stays_and_can_be_read_later() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, path) = home();
    Journal::open(&path).expect("it is opened").keep(&entry(0)).expect("it is kept");
    let folder = path.parent().expect("a folder");
    let allow = |mode| {
        fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("a mode");
    };
    allow(0o500);
    // Whoever may do everything may write there all the same.
    if fs::write(folder.join("probe"), "").is_err() {
        let refused = Journal::open(&path).and_then(|mut journal| journal.keep(&entry(1)));
        assert!(refused.is_err(), "nothing can be written there");
    }
    allow(0o700);
    let journal = Journal::open_checked(&path).expect("it is whole").expect("it is there");
    assert_eq!(journal.count().expect("a count"), 1);
}

#[cfg(unix)]
#[test]
fn a_journal_that_may_not_be_read_or_written_to_is_told_with_how_to_mend_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, path) = home();
    Journal::open(&path).expect("it is opened").keep(&entry(0)).expect("it is kept");
    let allow = |mode| {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
    };
    allow(0);
    // Whoever may do everything may read it all the same.
    if fs::read(&path).is_err() {
        let refused = Journal::open(&path).expect_err("it is closed");
        assert_eq!(refused.to_string(), "it may not be read by you");
        assert!(refused.help().starts_with("change who may read it; "), "{}", refused.help());
        allow(0o400);
        let journal = Journal::open_checked(&path).expect("it is whole").expect("it is there");
        assert!(journal.is_read_only().expect("it is known"));
    }
    allow(0o600);
    let journal = Journal::open_checked(&path).expect("it is whole").expect("it is there");
    assert!(!journal.is_read_only().expect("it is known"));
}

#[test]
fn a_journal_beside_which_nothing_can_be_written_is_read_all_the_same() {
    let (folder, _) = home();
    let path = folder.path().join("50 % of it #1").join("journal.db");
    let kept = entry(0);
    Journal::open(&path).expect("it is opened").keep(&kept).expect("it is kept");
    for companion in COMPANIONS {
        let name = format!("journal.db{companion}");
        fs::create_dir(path.with_file_name(name)).expect("a folder in its place");
    }
    assert!(Journal::open(&path).is_err());
    let journal = Journal::open_to_read(&path).expect("it is read");
    assert_eq!(journal.entries(None).expect("entries"), [kept]);
}

#[test]
fn a_look_changes_nothing_of_a_damaged_journal() {
    let (_folder, path) = home();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, "garbage").expect("a file");
    let error = Journal::open_to_read(&path).expect_err("it is damaged");
    assert!(matches!(error, JournalError::Damaged), "{error}");
    assert_eq!(fs::read(&path).expect("a file"), b"garbage");
    assert_eq!(names(&path), ["journal.db"]);
}

#[test]
fn an_empty_file_in_the_place_of_a_journal_is_told() {
    let (_folder, path) = home();
    let journal = Journal::open(&path).expect("it is made");
    assert_eq!(journal.found(), None);
    drop(journal);
    fs::write(&path, "").expect("a file");
    let journal = Journal::open_to_read(&path).expect("it is begun");
    assert_eq!(journal.found(), Some(&FoundInPlace::Empty));
    drop(journal);
    let journal = Journal::open_to_read(&path).expect("it is opened");
    assert_eq!(journal.found(), None);
}

#[cfg(target_os = "linux")]
#[test]
fn no_pipe_in_the_place_of_a_journal_or_beside_it_is_waited_for() {
    for name in ["journal.db", "journal.db-wal", "journal.db-shm", "journal.db-journal"] {
        let (_folder, path) = home();
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        if name != "journal.db" {
            Journal::open(&path).expect("it is opened").keep(&entry(0)).expect("it is kept");
        }
        let pipe = path.with_file_name(name);
        let owner = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        let made =
            rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, owner, 0);
        made.expect("a pipe");
        let opened = [
            Journal::open(&path).err(),
            Journal::open_to_read(&path).err(),
            Journal::open_checked(&path).err(),
        ];
        for error in opened {
            let error = error.expect("it is refused").to_string();
            assert_eq!(error, "it is a pipe or a device, not a file", "{name}");
        }
    }
}

#[test]
#[cfg(unix)]
fn a_link_to_a_disk_that_is_not_there_is_no_empty_journal() {
    let (folder, path) = home();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::os::unix::fs::symlink(folder.path().join("disk/j.db"), &path).expect("a link");
    for error in [
        Journal::is_there(&path).expect_err("a lost link"),
        Journal::open(&path).expect_err("a lost link"),
        Journal::open_to_read(&path).expect_err("a lost link"),
        Journal::open_checked(&path).expect_err("a lost link"),
    ] {
        assert!(matches!(error, JournalError::LostLink), "{error}");
        assert!(error.help().starts_with("bring back the disk or folder that it points to"));
    }
    fs::create_dir(folder.path().join("disk")).expect("a folder");
    assert!(!Journal::is_there(&path).expect("the link leads to a place now"));
    Journal::open(&path).expect("it is begun there");
    assert!(folder.path().join("disk/j.db").is_file());
}
