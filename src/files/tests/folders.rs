//! What lies in a folder, and how it is called.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::files::folder::is_hidden;
use crate::files::{
    callable_name, composed, composed_bytes, has_ending, list, name_of, taken_instead,
};

fn folder_with(names: &[&str]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for name in names {
        fs::write(folder.path().join(name), "").expect("a file");
    }
    folder
}

fn names(folder: &TempDir) -> Vec<String> {
    let listed = list(folder.path()).expect("it can be read");
    listed.iter().filter_map(|entry| name_of(&entry.path)).collect()
}

#[test]
fn what_begins_with_a_dot_is_left_out() {
    let folder = folder_with(&["b.toml", "._b.toml", ".b.toml.swp", ".#b.toml", ".toml", "a.toml"]);
    assert_eq!(names(&folder), ["a", "b"]);
    assert!(is_hidden(Path::new("x/._y.wav")) && !is_hidden(Path::new(".x/y.wav")));
}

#[test]
fn a_file_that_marks_another_as_being_edited_is_left_out_and_a_copy_is_not() {
    let copies =
        ["a (conflicted copy).toml", "a.sync-conflict-20261128-210500-ABC.toml", "a~$b.toml"];
    let folder = folder_with(&[&["~$a.toml", "a.toml"][..], &copies].concat());
    let mut wanted: Vec<&str> = copies.iter().map(|name| name.trim_end_matches(".toml")).collect();
    wanted.insert(2, "a");
    assert_eq!(names(&folder), wanted);
}

#[test]
fn nothing_is_called_by_a_name_that_is_not_seen_or_cannot_be_typed() {
    for (name, why) in [
        (" .toml", "nothing in it that is seen"),
        ("a b .toml", "a blank at an end"),
        (" a.toml", "a blank at an end"),
        ("a\nb.toml", "a character in it that cannot be typed"),
        ("a\u{7}.wav", "a character in it that cannot be typed"),
        ("a\u{202e}lmot.toml", "a character in it that cannot be typed"),
        ("a\u{200b}b.toml", "a character in it that cannot be typed"),
    ] {
        let told = callable_name(Path::new(name)).expect_err("it is refused");
        assert!(told.contains(why), "{name:?}: {told}");
    }
    assert_eq!(callable_name(Path::new("x/a b.toml")).as_deref(), Ok("a b"));
}

#[test]
fn of_two_names_that_look_the_same_it_is_said_how_they_differ() {
    let (composed, apart) = (Path::new("x/\u{e9}tude.toml"), Path::new("x/e\u{301}tude.toml"));
    let taken = "has the same name and is taken in its place";
    assert_eq!(
        [taken_instead(composed, apart), taken_instead(apart, composed)],
        [
            format!("`\u{e9}tude.toml`, whose accents are part of their letters, {taken}"),
            format!("`e\u{301}tude.toml`, whose accents are letters of their own, {taken}"),
        ]
    );
    let other = taken_instead(Path::new("a.TOML"), Path::new("a.toml"));
    assert_eq!(other, format!("`a.TOML` {taken}"));
}

#[test]
fn a_folder_that_is_missing_is_told_from_one_that_is_empty() {
    let folder = folder_with(&[]);
    assert!(list(folder.path()).expect("it can be read").is_empty());
    assert!(list(&folder.path().join("no")).expect_err("nothing is there").is_missing());
    let file = folder_with(&["a"]);
    assert!(!list(&file.path().join("a")).expect_err("it is a file").is_missing());
}

#[test]
fn two_ways_to_write_a_letter_are_one_name() {
    assert_eq!(name_of(Path::new("u\u{308}bung.toml")).as_deref(), Some("\u{fc}bung"));
    assert_eq!(composed("\u{fc}bung"), composed("u\u{308}bung"));
    let bytes = |text: &[u8]| composed_bytes(text.to_vec());
    assert_eq!(bytes("u\u{308}bung".as_bytes()), "\u{fc}bung".as_bytes());
    assert_eq!(bytes(b"\xffu\xcc\x88"), b"\xffu\xcc\x88", "what is no text stays as it is");
}

#[test]
fn an_ending_may_be_in_capital_letters() {
    assert!(has_ending(Path::new("a.TOML"), "toml") && has_ending(Path::new("a.Wav"), "wav"));
    assert!(!has_ending(Path::new("toml"), "toml"));
}

#[cfg(unix)]
#[test]
fn a_link_is_what_it_leads_to_and_one_in_a_circle_is_told() {
    use crate::files::FileErrorKind;
    use crate::files::folder::EntryKind;
    use std::os::unix::fs::symlink;
    let folder = folder_with(&["a.toml"]);
    symlink(folder.path().join("a.toml"), folder.path().join("b.toml")).expect("a link");
    symlink(folder.path().join("c.toml"), folder.path().join("c.toml")).expect("a link");
    symlink(folder.path().join("no.toml"), folder.path().join("d.toml")).expect("a link");
    super::unix::make_pipe(&folder.path().join("e.toml"));
    let listed = list(folder.path()).expect("it can be read");
    let kinds: Vec<_> = listed.iter().map(|entry| &entry.kind).collect();
    let [EntryKind::File, EntryKind::File, circle, nowhere, EntryKind::Other] = kinds[..] else {
        panic!("{kinds:?}");
    };
    let EntryKind::Unreachable(FileErrorKind::LinkLoop) = circle else { panic!("{circle:?}") };
    let EntryKind::Unreachable(FileErrorKind::DeadLink) = nowhere else { panic!("{nowhere:?}") };
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_has_no_name_to_call_it_by() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder_with(&[]);
    let path = folder.path().join(OsStr::from_bytes(b"\xfcbung.toml"));
    fs::write(&path, "").expect("a file");
    let listed = list(folder.path()).expect("it can be read");
    assert_eq!(listed.len(), 1);
    assert_eq!(name_of(&listed[0].path), None);
}
