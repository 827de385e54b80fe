//! A whole session that is spoken: the program in a terminal, a real speech engine or a broken one,
//! and what is heard.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::time::Duration;

use crate::support::home::Home;
use crate::support::need;
use crate::support::pty::Opening;
use crate::support::pulse::PulseServer;
use tempfile::TempDir;

/// Four lines and no other sound, each over before the next.
const SPOKEN: &str = include_str!("../sessions/spoken.toml");
const FILE: &str = "spoken.toml";
/// When each line of it is due, in milliseconds.
const DUE: [u64; 4] = [0, 5_000, 9_000, 13_000];
/// How far the sound of a line may be from where the first one was, in milliseconds: lines begin
/// more or less softly.
const TOLERANCE: f64 = 150.0;
/// Stands in for espeak-ng, and does what the file `mode` beside it says.
const ENGINE: &str = include_str!("../../src/voice/tests/engine.sh");

#[test]
fn a_whole_session_is_spoken_line_by_line_when_each_is_due() {
    let home = Home::new();
    let asked = Command::new("espeak-ng").arg("--version").envs(home.variables()).output();
    let (Some(_), Some(server)) = (need::part(asked, "espeak-ng"), PulseServer::start()) else {
        return;
    };
    let recorder = server.record();
    recorder.wait_until_running();
    let opening = Opening::new(&format!("play {FILE} --voice espeak-ng --volume 100"));
    let terminal = opening.file(FILE, SPOKEN).env("PULSE_SERVER", &server.name()).start();
    terminal.wait_for("all the way through");
    let recording = recorder.so_far();
    let onsets = recording.onsets(Duration::from_millis(900));
    let heard: Vec<f64> = onsets.iter().map(|onset| *onset as f64 / 48.0).collect();
    assert_eq!(heard.len(), DUE.len(), "{heard:.0?} for {DUE:?}");
    // The very first line is spoken only now, and may come a little late.
    let beginning = heard[1] - DUE[1] as f64;
    for (heard, due) in heard.iter().zip(DUE).skip(1) {
        let late = heard - beginning - due as f64;
        assert!(late.abs() <= TOLERANCE, "{late:.0} ms after {due}: {onsets:?}");
    }
    assert!((-500.0..=3_000.0).contains(&(heard[0] - beginning)), "{heard:.0?}");
}

/// A folder with an engine that behaves in this way.
fn engine(mode: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("espeak-ng");
    fs::write(&path, ENGINE).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    fs::write(folder.path().join("mode"), mode).expect("a file");
    let voices = "Pty Language       Age/Gender VoiceName          File                 Other\n \
                  5  en-gb           --/M      English            gmw/en\n";
    fs::write(folder.path().join("voices"), voices).expect("a file");
    fs::write(folder.path().join("speech.wav"), b"RIFF").expect("a file");
    folder
}

#[test]
fn an_engine_that_shouts_at_the_terminal_is_not_seen() {
    let engine = engine("shouts");
    let path = format!("{}:/usr/bin:/bin", engine.path().display());
    let opening = Opening::new(&format!("play {FILE} --voice espeak-ng --speed 4"));
    let terminal = opening.file(FILE, SPOKEN).env("PATH", &path).start();
    terminal.wait_for("all the way through");
    let starts = fs::read_to_string(engine.path().join("starts")).unwrap_or_default();
    assert!(!starts.is_empty(), "it was asked to speak");
    assert!(!terminal.sight().has_written("SHOUTED"), "{}", terminal.sight().text());
}

#[test]
fn whatever_an_engine_does_the_session_plays_to_its_end_and_the_program_leaves_at_once() {
    let play = |mode: &'static str| {
        move || {
            let engine = engine(mode);
            let path = format!("{}:/usr/bin:/bin", engine.path().display());
            let opening = Opening::new(&format!("play {FILE} --voice espeak-ng --speed 4"));
            let mut terminal = opening.file(FILE, SPOKEN).env("PATH", &path).start();
            terminal.wait_for("all the way through");
            terminal.press("q");
            assert_eq!(terminal.end(), 0, "{mode}");
            let starts = fs::read_to_string(engine.path().join("starts")).unwrap_or_default();
            assert!(!starts.is_empty(), "{mode}: it was asked to speak");
        }
    };
    let modes =
        ["hangs", "escapes-and-hangs", "endless", "crashes", "garbage", "broken", "empty", "fails"];
    let playing = modes.map(|mode| std::thread::spawn(play(mode)));
    for (mode, playing) in modes.into_iter().zip(playing) {
        assert!(playing.join().is_ok(), "{mode}");
    }
}
