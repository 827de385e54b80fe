//! A whole session through a real PulseAudio server: the program in a terminal, and what is heard.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::home;
use crate::support::pty::{Opening, Terminal};
use crate::support::pulse::{PulseServer, Recorder, Recording, now};
use crate::support::quiet::in_a_quiet_moment;
use crate::support::sight::Seen;

/// How far a chime may be from its time, in milliseconds.
const TOLERANCE: f64 = 40.0;
/// How late the first frame may be seen on a busy machine, in milliseconds.
const SEEN_LATE: f64 = 1_500.0;
/// How long the output may take to run: a session's time begins with it, in milliseconds.
const OPENING: f64 = 2_500.0;
/// A session with a chime of each kind, which has rung out before the next begins.
const PLAYED: &str = include_str!("../sessions/played.toml");
/// One whose second chime is missed without a server, long before the three that follow.
const OUTLIVED: &str = include_str!("../sessions/outlived.toml");

/// When each chime of the session is due, in milliseconds from its beginning, as `show` tells it.
fn scheduled(session: &str) -> Vec<(u64, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
    let home = home::Home::new();
    let command = command.envs(home.variables()).current_dir(folder).args([
        "show",
        session,
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
fn play(server: &PulseServer, session: &str) -> (Terminal, Duration) {
    let opening =
        Opening::new("play mine.toml --volume 100 --voice none").file("mine.toml", session);
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
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let due = scheduled("played.toml");
        for name in ["start", "next", "switch", "end"] {
            assert!(due.iter().any(|(_, due)| due == name), "a {name} chime is due: {due:?}");
        }
        let due: Vec<u64> = due.into_iter().map(|(at, _)| at).collect();

        let recorder = record(&server);
        let (terminal, began) = play(&server, PLAYED);
        terminal.wait_for("all the way through");
        terminal.wait_until_still(Duration::from_secs(1));

        let heard = millis_after(began, &heard(&recorder.so_far()));
        let beginning = heard[0] - due[0] as f64;
        assert!((-SEEN_LATE..=OPENING).contains(&beginning), "{beginning} ms after it was seen");
        let since_the_first: Vec<f64> = heard.iter().map(|heard| heard - beginning).collect();
        are_in_time(&since_the_first, &due);
    });
}

#[test]
fn a_session_goes_on_without_its_server_and_sounds_again_with_it() {
    in_a_quiet_moment(|| {
        let Some(mut server) = PulseServer::start() else {
            return;
        };
        let due = scheduled("outlived.toml");
        let length = due.last().expect("the end has a chime").0;
        let recorder = record(&server);
        let (terminal, _) = play(&server, OUTLIVED);
        let beginning = recorder.wait_until_heard().saturating_sub(Duration::from_millis(due[0].0));
        let seen = terminal.wait_for("♪ 100");
        assert!(seen.time_left.is_some(), "{}", seen.text);
        drop(recorder);

        server.kill();
        let seen = terminal.wait_for("♪ lost");
        let moment = |seen: &Seen| length - u64::from(seen.time_left.expect("it plays")) * 1_000;
        // The session goes on, past a chime that is lost.
        let lost_at = moment(&seen);
        let missed = due.iter().skip(1).find(|(at, _)| *at > lost_at);
        let missed = missed.expect("a chime is still to come").0;
        let seen = terminal.wait_until("it is past a chime", |sight| {
            sight.time_left().is_some_and(|left| length - u64::from(left) * 1_000 > missed)
        });
        assert!(seen.text.contains("♪ lost"), "{}", seen.text);

        server.restart();
        let recorder = record(&server);
        let now_in = moment(&terminal.wait_for("♪ 100"));
        terminal.wait_for("all the way through");
        terminal.wait_until_still(Duration::from_secs(1));

        let later: Vec<u64> = due.into_iter().map(|(at, _)| at).filter(|at| *at > now_in).collect();
        assert!(
            later.len() >= 3,
            "it is back in time for three chimes: {later:?} after {now_in} ms"
        );
        let heard = heard(&recorder.so_far());
        are_in_time(&millis_after(beginning, &heard), &later);
    });
}
