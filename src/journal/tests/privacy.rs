//! Who may read the journal.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{entry, home};
use crate::journal::Journal;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn nobody_else_may_read_the_journal_or_what_lies_beside_it_not_even_for_a_moment() {
    let (_folder, path) = home();
    let folder = path.parent().expect("a folder");
    let is_done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let looker = scope.spawn(|| {
            let mut seen = 0;
            while !is_done.load(Ordering::Relaxed) {
                for file in fs::read_dir(folder).into_iter().flatten().flatten() {
                    let Ok(about) = file.metadata() else { continue };
                    seen += 1;
                    let mode = about.permissions().mode();
                    assert_eq!(mode & 0o077, 0, "{}: {mode:o}", file.path().display());
                }
            }
            seen
        });
        for number in 0..50 {
            let mut journal = Journal::open(&path).expect("it is opened");
            journal.keep(&entry(number)).expect("it is kept");
        }
        is_done.store(true, Ordering::Relaxed);
        assert!(looker.join().expect("all were private") > 0);
    });
    assert_eq!((mode(&path), mode(folder)), (0o600, 0o700));
}

#[test]
fn a_journal_that_others_could_read_is_closed_to_them() {
    let (_folder, path) = home();
    let folder = path.parent().expect("a folder");
    fs::create_dir_all(folder).expect("a folder");
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("a mode");
    fs::write(&path, "").expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("a mode");
    let journal = Journal::open(&path).expect("it is opened");
    assert_eq!((mode(&path), mode(folder)), (0o600, 0o700));
    assert_eq!(journal.count().expect("a count"), 0);
}
