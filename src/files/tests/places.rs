//! Whether two names mean one file, and what a folder is good for.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::files::{FileErrorKind, folder_state, is_same_file};

#[test]
fn two_spellings_of_a_place_are_one_file_whether_or_not_it_is_there() {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir(folder.path().join("in")).expect("a folder");
    let (one, other) = (folder.path().join("a.wav"), folder.path().join("in/../a.wav"));
    assert!(is_same_file(&one, &other));
    fs::write(&one, "").expect("a file");
    assert!(is_same_file(&one, &other));
    assert!(!is_same_file(&one, &folder.path().join("b.wav")));
    assert!(is_same_file(Path::new("a.wav"), Path::new("./a.wav")));
}

#[test]
fn two_names_of_the_same_contents_are_one_file() {
    let folder = TempDir::new().expect("a folder");
    let (one, other) = (folder.path().join("a.wav"), folder.path().join("b.vtt"));
    fs::write(&one, "").expect("a file");
    fs::hard_link(&one, &other).expect("a second name");
    assert!(is_same_file(&one, &other));
}

#[cfg(unix)]
#[test]
fn links_to_one_place_are_one_file_even_where_nothing_is_there_yet() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    super::unix::link_to(&at("c"), &at("a.wav"));
    super::unix::link_to(Path::new("c"), &at("b.vtt"));
    assert!(is_same_file(&at("a.wav"), &at("b.vtt")));
    assert!(is_same_file(&at("a.wav"), &at("c")));
}

#[test]
fn a_folder_that_is_there_or_can_be_made_has_no_fault() {
    let folder = TempDir::new().expect("a folder");
    let state = folder_state(folder.path(), true);
    assert!(state.exists && state.fault.is_none());
    let state = folder_state(&folder.path().join("a/b"), true);
    assert!(!state.exists && state.fault.is_none());
}

#[test]
fn a_file_in_place_of_a_folder_is_a_fault() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("a");
    fs::write(&file, "").expect("a file");
    let fault = folder_state(&file, true).fault.expect("a fault");
    assert!(matches!(fault.kind, FileErrorKind::NotFolder), "{fault}");
    assert!(folder_state(&file.join("b"), true).fault.is_some());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_or_written_to_is_a_fault() {
    use std::os::unix::fs::PermissionsExt as _;
    if rustix::process::geteuid().is_root() {
        println!("skipped: this user may read and write everything");
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let set = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode));
    set(0o500).expect("a mode");
    let fault = folder_state(folder.path(), true).fault.expect("a fault");
    assert!(matches!(fault.kind, FileErrorKind::NotWritable), "{fault}");
    assert!(folder_state(folder.path(), false).fault.is_none());
    let fault = folder_state(&folder.path().join("a"), true).fault.expect("a fault");
    assert!(matches!(fault.kind, FileErrorKind::CannotBeMade), "{fault}");
    set(0).expect("a mode");
    let fault = folder_state(folder.path(), false).fault.expect("a fault");
    assert!(matches!(fault.kind, FileErrorKind::Forbidden), "{fault}");
    // Within it, it is what is named.
    let fault = folder_state(&folder.path().join("a/b"), false).fault.expect("a fault");
    assert!(matches!(fault.kind, FileErrorKind::Forbidden), "{fault}");
    assert_eq!(fault.path, folder.path());
    set(0o700).expect("a mode");
}

#[cfg(unix)]
#[test]
fn a_file_where_a_folder_should_be_is_named_however_far_above() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("a");
    fs::write(&file, "").expect("a file");
    for within in ["b", "b/c", "b/c/d.toml"] {
        let fault = folder_state(&file.join(within), true).fault.expect("a fault");
        assert!(matches!(fault.kind, FileErrorKind::NotFolder), "{fault}");
        assert_eq!(fault.path, file);
        let error = crate::files::open(&file.join(within)).expect_err("no file");
        assert_eq!(
            error.to_string(),
            format!("{} cannot be read: it is no folder", file.display())
        );
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_named_as_a_folder_is_told_with_what_to_leave_out() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("a.toml");
    fs::write(&file, "").expect("a file");
    let named = format!("{}/", file.display());
    let error = crate::files::open(Path::new(&named)).expect_err("no folder");
    assert_eq!(error.to_string(), format!("{named} cannot be read: it is a file, not a folder"));
    assert_eq!(error.help(), "leave the `/` at the end of its name out");
}
