//! Recordings beside a session.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::sounds::{tone, wav};
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

/// The names of the files that may be the recording of a line, in the order they are tried.
fn tried(recordings: &Recordings, words: &str) -> Vec<String> {
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    recordings.of(words).iter().map(|recording| name(&recording.path)).collect()
}

/// Why each recording of a line cannot be used.
fn problems(recordings: &Recordings, words: &str) -> Vec<String> {
    recordings.heard(words).1.iter().map(|bad| bad.problem.to_string()).collect()
}

#[test]
fn the_recording_beside_a_session_is_found_by_its_words() {
    let folder = folder_with(&["feet.toml", "feet.voice/And let GO.flac", "feet.voice/notes.txt"]);
    let recordings = Recordings::beside(&folder.path().join("feet.toml"));
    assert_eq!(tried(&recordings, "And let go."), ["And let GO.flac"]);
    assert_eq!(tried(&recordings, "Something else."), [""; 0]);
    let names = ["rest".to_owned()].into();
    let others: Vec<&Path> = recordings.of_other_names(&names).collect();
    assert_eq!(others.len(), 1, "notes are no recording: {others:?}");
}

#[test]
fn names_that_begin_with_a_dot_are_no_recordings() {
    let folder = folder_with(&["feet.voice/._rest.wav", "feet.voice/rest.flac"]);
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert_eq!(tried(&recordings, "Rest."), ["rest.flac"]);
}

#[test]
fn a_recording_is_found_however_its_accents_and_its_folders_are_written() {
    let folder = folder_with(&["gru\u{308}n.voice/fu\u{308}\u{df}e.wav"]);
    let recordings = Recordings::in_folder(folder.path(), "gr\u{fc}n");
    assert_eq!(tried(&recordings, "F\u{fc}\u{df}e.").len(), 1);
}

#[test]
fn a_session_may_be_called_by_any_letters_that_a_file_may_have() {
    let folder = folder_with(&["10:30 \\ tea.voice/rest.wav"]);
    let recordings = Recordings::in_folder(folder.path(), "10:30 \\ tea");
    let is_windows = cfg!(windows);
    assert_eq!(tried(&recordings, "Rest.").len(), usize::from(!is_windows));
}

#[test]
fn of_two_endings_the_plainer_is_tried_first_and_the_other_where_it_is_broken() {
    let folder = folder_with(&["feet.voice/rest.ogg", "feet.voice/rest.wav"]);
    let sound = include_bytes!("tone.flac");
    fs::write(folder.path().join("feet.voice/Rest.FLAC"), sound).expect("a file");
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert_eq!(tried(&recordings, "Rest."), ["rest.wav", "Rest.FLAC", "rest.ogg"]);
    let (heard, bad) = recordings.heard("Rest.");
    assert!(heard.is_some_and(|path| path.ends_with("Rest.FLAC")));
    assert_eq!(bad.len(), 1, "{bad:?}");
}

#[test]
fn recordings_of_kinds_that_are_not_read_are_told_and_come_last() {
    let files = ["feet.voice/rest.m4a", "feet.voice/rest.OPUS", "feet.voice/let-go.aac"];
    let folder = folder_with(&files);
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert!(!recordings.is_empty());
    let why = "is not read here; WAV, FLAC, Ogg Vorbis and MP3 are";
    assert_eq!(problems(&recordings, "Rest."), [format!("`.opus` {why}"), format!("`.m4a` {why}")]);
    assert_eq!(problems(&recordings, "Let go."), [format!("`.aac` {why}")]);
    fs::write(folder.path().join("feet.voice/rest.flac"), include_bytes!("tone.flac"))
        .expect("a file");
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert_eq!(problems(&recordings, "Rest."), [""; 0]);
}

#[test]
fn what_is_in_a_recording_counts_whatever_its_name_says() {
    let tone = wav(&tone(16_000, 0, 300, 0), 1, 16_000, 16);
    let others: [(&str, &[u8]); 3] = [
        ("flac.wav", include_bytes!("tone.flac")),
        ("ogg.wav", include_bytes!("tone.ogg")),
        ("wav.flac", &tone),
    ];
    let folder = folder_with(&["feet.voice/notes.txt"]);
    let at = |name: &str| folder.path().join("feet.voice").join(name);
    for (name, bytes) in others {
        fs::write(at(name), bytes).expect("a file");
    }
    fs::write(at("aiff.wav"), b"FORM\0\0\x10\0AIFFCOMM").expect("a file");
    let recordings = Recordings::in_folder(folder.path(), "feet");
    for words in ["Flac.", "Ogg.", "Wav."] {
        assert_eq!(problems(&recordings, words), [""; 0], "{words}");
    }
    let told = problems(&recordings, "Aiff.");
    assert!(told.len() == 1 && told[0].contains("what is in it is AIFF"), "{told:?}");
}

#[test]
fn a_session_without_a_folder_has_no_recordings() {
    let folder = folder_with(&["feet.toml"]);
    assert!(Recordings::beside(&folder.path().join("feet.toml")).is_empty());
    assert!(Recordings::beside(Path::new("")).is_empty());
    assert!(Recordings::in_folder(&folder.path().join("missing"), "feet").is_empty());
}

#[test]
fn a_folder_that_cannot_be_used_is_told() {
    let folder = folder_with(&["feet.voice"]);
    let recordings = Recordings::in_folder(folder.path(), "feet");
    let fault = recordings.fault().expect("a reason");
    assert!(fault.ends_with("cannot be read: it is no folder"), "{fault}");
    assert!(!recordings.is_empty());
}

#[test]
fn a_folder_that_is_called_nearly_as_that_of_the_recordings_is_named_with_its_right_name() {
    for near in ["in.Voice", "in.toml.voice", "In.voice", "in.TOML.VOICE"] {
        let folder = folder_with(&["in.toml", "other.voice/rest.wav"]);
        fs::create_dir(folder.path().join(near)).expect("a folder");
        if folder.path().join("in.voice").exists() {
            println!("skipped: this file system takes small and capital letters for one");
            continue;
        }
        let recordings = Recordings::beside(&folder.path().join("in.toml"));
        let place = folder.path().join(near);
        let told = format!("{} is not looked into; call it `in.voice`", place.display());
        assert_eq!(recordings.fault(), Some(told.as_str()));
        fs::create_dir(folder.path().join("in.voice")).expect("a folder");
        assert_eq!(Recordings::beside(&folder.path().join("in.toml")).fault(), None);
    }
}

#[test]
fn a_folder_of_very_many_files_is_told() {
    let folder = folder_with(&["feet.voice/rest.wav"]);
    for number in 0..2_000 {
        fs::write(folder.path().join(format!("feet.voice/{number}.txt")), "").expect("a file");
    }
    let recordings = Recordings::in_folder(folder.path(), "feet");
    assert!(recordings.fault().is_some_and(|fault| fault.contains("more than 2000 files")));
}

#[test]
fn a_name_of_a_session_that_leads_elsewhere_finds_nothing() {
    let folder = folder_with(&["other.voice/rest.wav", "own/feet.toml"]);
    let own = folder.path().join("own");
    for id in ["../other", "..", "", ".hidden", "a/b", "/etc"] {
        assert!(Recordings::in_folder(&own, id).is_empty(), "{id}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_are_not_used_and_told() {
    use std::os::unix::fs::symlink;
    let folder = folder_with(&["secret.wav", "own/feet.voice/notes.txt", "far.voice/rest.wav"]);
    let own = folder.path().join("own");
    let feet = own.join("feet.voice");
    fs::write(feet.join("here.flac"), include_bytes!("tone.flac")).expect("a file");
    symlink(folder.path().join("secret.wav"), feet.join("rest.wav")).expect("a link");
    symlink(folder.path().join("far.voice"), own.join("neck.voice")).expect("a link");
    symlink(feet.join("here.flac"), feet.join("again.flac")).expect("a link");
    symlink(feet.join("lost.wav"), feet.join("lost.wav")).expect("a link");
    let feet = Recordings::in_folder(&own, "feet");
    assert_eq!(problems(&feet, "Rest."), ["it is a link that leads out of its folder"]);
    assert_eq!(problems(&feet, "Lost."), ["it is a link that leads back to itself"]);
    assert!(feet.heard("Here.").0.is_some() && feet.heard("Again.").0.is_some());
    let neck = Recordings::in_folder(&own, "neck");
    assert!(neck.fault().is_some_and(|fault| fault.contains("leads out of its folder")));
}
