//! A whole session through a real PulseAudio server: the program in a terminal, and what is heard.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::home;
use crate::support::pty::{Opening, Terminal};
use crate::support::pulse::{PulseServer, Recorder, Recording, now};

/// How far a chime may be from its time, in milliseconds.
const TOLERANCE: f64 = 40.0;
/// How late the first frame may be seen on a busy machine, in milliseconds.
const SEEN_LATE: f64 = 1_500.0;
/// How long the output may take to run: a session's time begins with it, in milliseconds.
const OPENING: f64 = 2_500.0;
/// A session of half a minute whose chimes have rung out before the next begins.
const CHIMES: &str = include_str!("../sessions/chimes.toml");
const FILE: &str = "chimes.toml";

/// When each chime of the session is due, in milliseconds from its beginning, as `show` tells it.
fn scheduled() -> Vec<(u64, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
    let home = home::Home::new();
    let command = command.envs(home.variables()).current_dir(folder).args([
        "show",
        FILE,
        "--timeline",
        "--json",
    ]);
    let shown = command.output().expect("it can be asked");
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).expect("it is JSON");
    let cues = shown["cues"].as_array().expect("there are cues");
    let chimes = cues.iter().filter(|cue| cue["kind"] == "chime");
    chimes
        .map(|cue| {
            let name = cue["name"].as_str().expect("a chime has a name");
            (cue["at_ms"].as_u64().expect("a chime has a time"), name.to_owned())
        })
        .collect()
}

/// Plays the session at full loudness, in a terminal, and tells when its first frame was seen: it
/// begins just after.
fn play(server: &PulseServer) -> (Terminal, Duration) {
    let opening =
        Opening::new(&format!("play {FILE} --volume 100 --voice none")).file(FILE, CHIMES);
    // Without the room tone, so that it is silent between chimes.
    let opening = opening.file(".config/unclench/settings.toml", "[mix]\nbed = 0\n");
    let terminal = opening.env("PULSE_SERVER", &server.name()).start();
    terminal.wait_until("a first frame is seen", |sight| sight.frames() > 0);
    (terminal, now())
}

/// When sound began after at least half a second without any: all chimes have rung out by then.
fn heard(recording: &Recording) -> Vec<Duration> {
    let onsets = recording.onsets(Duration::from_millis(500));
    onsets.into_iter().map(|onset| recording.time_of(onset)).collect()
}

fn record(server: &PulseServer) -> Recorder {
    let recorder = server.record();
    recorder.wait_until_running();
    recorder
}

fn millis_after(began: Duration, heard: &[Duration]) -> Vec<f64> {
    heard.iter().map(|it| (it.as_secs_f64() - began.as_secs_f64()) * 1_000.0).collect()
}

/// Checks that each chime was heard once and when it was due, in milliseconds from one beginning.
fn are_in_time(heard: &[f64], due: &[u64]) {
    assert_eq!(heard.len(), due.len(), "each is heard once: {heard:.0?} for {due:?}");
    let late: Vec<f64> = heard.iter().zip(due).map(|(heard, due)| heard - *due as f64).collect();
    assert!(late.iter().all(|late| late.abs() <= TOLERANCE), "late by {late:.1?} ms");
}

#[test]
fn the_chimes_of_a_played_session_are_heard_when_they_are_due() {
    let Some(server) = PulseServer::start() else {
        return;
    };
    let due = scheduled();
    for name in ["start", "next", "switch", "end"] {
        assert!(due.iter().any(|(_, due)| due == name), "a {name} chime is due: {due:?}");
    }
    let due: Vec<u64> = due.into_iter().map(|(at, _)| at).collect();

    let recorder = record(&server);
    let (terminal, began) = play(&server);
    terminal.wait_for("all the way through");
    terminal.wait_until_still(Duration::from_secs(1));

    let heard = millis_after(began, &heard(&recorder.so_far()));
    let beginning = heard[0] - due[0] as f64;
    assert!((-SEEN_LATE..=OPENING).contains(&beginning), "{beginning} ms after it was seen");
    let since_the_first: Vec<f64> = heard.iter().map(|heard| heard - beginning).collect();
    are_in_time(&since_the_first, &due);
}

#[test]
fn a_session_goes_on_without_its_server_and_sounds_again_with_it() {
    let Some(mut server) = PulseServer::start() else {
        return;
    };
    let due = scheduled();
    let length = due.last().expect("the end has a chime").0;
    let recorder = record(&server);
    let (terminal, _) = play(&server);
    let until = |moment: u64| {
        let left = ((length - moment) / 1_000) as u32;
        terminal.wait_until(&format!("{left} s are left"), |sight| {
            sight.time_left().is_some_and(|now| now <= left)
        })
    };
    let seen = until(5_000);
    assert!(seen.text.contains("♪ 100"), "{}", seen.text);
    let first = heard(&recorder.so_far())[0];
    let beginning = first.saturating_sub(Duration::from_millis(due[0].0));
    drop(recorder);

    server.kill();
    terminal.wait_for("♪ lost");
    // The session goes on, past a chime that is lost.
    let missed = due.iter().find(|(_, name)| name == "switch").expect("sides are switched").0;
    let seen = until(missed + 1_000);
    assert!(seen.text.contains("♪ lost"), "{}", seen.text);

    server.restart();
    let recorder = record(&server);
    let seen = terminal.wait_for("♪ 100");
    let now_in = length - u64::from(seen.time_left.expect("it plays")) * 1_000;
    terminal.wait_for("all the way through");
    terminal.wait_until_still(Duration::from_secs(1));

    let later: Vec<u64> = due.into_iter().map(|(at, _)| at).filter(|at| *at > now_in).collect();
    assert!(later.len() >= 3, "it is back in time for three chimes: {later:?} after {now_in} ms");
    let heard = heard(&recorder.so_far());
    are_in_time(&millis_after(beginning, &heard), &later);
}
