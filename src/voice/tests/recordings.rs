//! Recordings beside a session.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::voice::Recordings;

fn name(words: &str) -> Option<String> {
    Recordings::name_of(words)
}

fn folder_with(files: &[&str]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, "not looked into").expect("a file");
    }
    folder
}

#[test]
fn a_recording_is_called_by_its_words() {
    assert_eq!(name("And let go.").as_deref(), Some("and-let-go"));
    assert_eq!(name("  Don’t  hurry — breathe! ").as_deref(), Some("dont-hurry-breathe"));
    assert_eq!(
        name("Lass die Schultern los, schön.").as_deref(),
        Some("lass-die-schultern-los-schön")
    );
    assert_eq!(name("…!"), None);
}

#[test]
fn a_name_never_leads_anywhere() {
    for words in ["../../etc/passwd", "/etc/passwd", "C:\\secret", "-w x", "a\0b\nc"] {
        let name = name(words).expect("a name");
        assert!(
            !name.contains(['/', '\\', ':', '.', '\0', '\n']) && !name.starts_with('-'),
            "{name}"
        );
    }
}

#[test]
fn long_lines_that_begin_alike_have_names_of_their_own() {
    let long = "now ".repeat(40);
    let (one, other) = (name(&format!("{long} left")), name(&format!("{long} right")));
    assert_ne!(one, other);
    assert!(one.expect("a name").chars().count() <= 80);
}

#[test]
fn the_recording_beside_a_session_is_found_by_its_words() {
    let folder = folder_with(&["feet.toml", "feet.voice/And let GO.flac", "feet.voice/notes.txt"]);
    let recordings = Recordings::beside(&folder.path().join("feet.toml"));
    assert_eq!(recordings.len(), 1);
    let found = recordings.find("And let go.").expect("it is there");
    assert!(found.ends_with("feet.voice/And let GO.flac"));
    assert_eq!(recordings.find("Something else."), None);
}

#[test]
fn names_that_begin_with_a_dot_are_no_recordings() {
    let folder = folder_with(&["feet.voice/._rest.wav", "feet.voice/rest.flac"]);
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert_eq!(recordings.len(), 1);
    assert!(recordings.find("Rest.").is_some_and(|path| path.ends_with("rest.flac")));
}

#[test]
fn a_recording_is_found_however_its_accents_are_written() {
    let folder = folder_with(&["feet.voice/fu\u{308}\u{df}e.wav"]);
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert!(recordings.find("F\u{fc}\u{df}e.").is_some());
}

#[test]
fn of_two_endings_the_plainer_counts() {
    let folder = folder_with(&["feet.voice/rest.ogg", "feet.voice/rest.wav"]);
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert!(recordings.find("Rest.").is_some_and(|path| path.ends_with("rest.wav")));
}

#[test]
fn a_session_without_a_folder_has_no_recordings() {
    let folder = folder_with(&["feet.toml"]);
    assert!(Recordings::beside(&folder.path().join("feet.toml")).is_empty());
    assert!(Recordings::beside(Path::new("")).is_empty());
    assert!(Recordings::in_folder(&folder.path().join("missing"), "feet").is_empty());
}

#[test]
fn a_name_of_a_session_that_leads_elsewhere_finds_nothing() {
    let folder = folder_with(&["other.voice/rest.wav", "own/feet.toml"]);
    let own = folder.path().join("own");
    for id in ["../other", "..", "", ".hidden", "a/b"] {
        assert!(Recordings::in_folder(&own, id).is_empty(), "{id}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_are_passed_over() {
    use std::os::unix::fs::symlink;
    let folder = folder_with(&["secret.wav", "own/feet.voice/here.wav", "far.voice/rest.wav"]);
    let own = folder.path().join("own");
    symlink(folder.path().join("secret.wav"), own.join("feet.voice/rest.wav")).expect("a link");
    symlink(folder.path().join("far.voice"), own.join("neck.voice")).expect("a link");
    symlink(own.join("feet.voice/here.wav"), own.join("feet.voice/again.wav")).expect("a link");
    let feet = Recordings::in_folder(&own, "feet");
    assert_eq!(feet.find("Rest."), None);
    assert!(feet.find("Here.").is_some());
    assert!(Recordings::in_folder(&own, "neck").is_empty());
}
