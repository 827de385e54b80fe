//! Sessions through outputs that are heard late, as wireless and network ones are: in order, in time
//! with each other and with what is seen.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::home::Home;
use crate::support::pty::Opening;
use crate::support::pulse::now;
use crate::support::quiet::in_a_quiet_moment;
use crate::support::slow_sink::SlowSink;

/// How late the outputs are, in milliseconds.
const LATE: [u64; 3] = [100, 1_100, 2_500];
/// How far what is heard may be from its time after the first, in milliseconds.
const TOLERANCE: f64 = 20.0;
/// How far what is seen may be from what is heard, in milliseconds.
const TOGETHER: f64 = 80.0;
/// Chimes, a spoken line and a breath.
const SESSION: &str = r#"
format = 1
title = "Late"
summary = "Chimes, a line and a breath."
settings = ["desk"]
position = "any"
goals = ["focus"]
lead-in = "1s"

[announcements]
lead-in = "none"

[chimes]
start = "next"

[[steps]]
kind = "rest"
title = "One"
length = "4s"
lines = [{ at = "2s", say = "Let go." }]

[[steps]]
kind = "breathe"
title = "Two"
breaths = 1
pattern = "2-2"

[[steps]]
kind = "rest"
title = "Three"
length = "2s"

[[steps]]
kind = "rest"
title = "Four"
length = "2s"
"#;
/// When something of it is heard, in milliseconds. The line is second, and fades in.
const HEARD: [u64; 6] = [1_000, 3_012, 5_000, 9_000, 11_000, 13_000];

/// The author's words alone, and neither room nor breath tone, so that it is silent in between.
const SETTINGS: &str = "guidance = \"author\"\nvolume = 100\nbreath-tone = false\n[mix]\nbed = 0\n";

/// A home with the session, and its line as half a second of a tone.
fn home() -> Home {
    let home = Home::new();
    fs::create_dir_all(home.config()).expect("a folder");
    fs::write(home.config().join("settings.toml"), SETTINGS).expect("a file");
    fs::write(home.path().join("late.toml"), SESSION).expect("a file");
    fs::create_dir(home.path().join("late.voice")).expect("a folder");
    let (channels, sample_rate, bits_per_sample) = (1, 16_000, 16);
    let sample_format = hound::SampleFormat::Int;
    let spec = hound::WavSpec { channels, sample_rate, bits_per_sample, sample_format };
    let path = home.path().join("late.voice/let-go.wav");
    let mut wav = hound::WavWriter::create(path, spec).expect("a file");
    for frame in 0..8_000_u32 {
        wav.write_sample(((f64::from(frame) * 0.3).sin() * 8_000.0) as i16).expect("written");
    }
    wav.finalize().expect("written");
    home
}

/// When sound was heard after half a second without any, by the clock of [`now`], in milliseconds.
fn heard(sink: &SlowSink) -> Vec<f64> {
    let recording = sink.so_far();
    let onsets = recording.onsets(Duration::from_millis(500));
    onsets.into_iter().map(|onset| recording.time_of(onset).as_secs_f64() * 1_000.0).collect()
}

/// Plays the session in plain lines; gives when each was printed, by the clock of [`now`], in
/// milliseconds.
fn played(home: &Home, sink: &SlowSink) -> Vec<(f64, String)> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_unclench"))
        .args(["play", "late.toml", "--plain", "--voice", "none"])
        .current_dir(home.path())
        .envs(home.variables())
        .env("PULSE_SERVER", sink.name())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let told = lines.map(|line| (now().as_secs_f64() * 1_000.0, line.expect("text"))).collect();
    assert!(child.wait().expect("it ends").success());
    told
}

/// Does this with each of the outputs at the same time.
fn through_each(through: impl Fn(u64) + Sync) {
    let through = &through;
    thread::scope(|scope| {
        for late in LATE {
            scope.spawn(move || through(late));
        }
    });
}

/// Plays the session through such an output, and holds what is heard to when it is due and to the lines.
fn is_in_time(sink: &SlowSink, late: u64) {
    let told = played(&home(), sink);
    thread::sleep(Duration::from_millis(late));
    let heard = heard(sink);
    assert_eq!(heard.len(), HEARD.len(), "{late} ms late: {heard:.0?} for {HEARD:?}");
    let since_first = |due: u64| (due - HEARD[0]) as f64;
    let times = heard.iter().zip(HEARD);
    let off: Vec<f64> = times.map(|(at, due)| at - heard[0] - since_first(due)).collect();
    let is_close = off.iter().all(|off| off.abs() <= TOLERANCE);
    assert!(is_close, "{late} ms late: {off:.1?} ms off");
    // Lines are looked at every 50 ms; any one of them may be where a busy machine takes the
    // processor away, so the one in the middle counts.
    let seen = |title: &str| told.iter().find(|(_, line)| line.contains(title)).expect(title).0;
    let mut apart = [("One", 0), ("Two", 2), ("Three", 3), ("Four", 4), ("The end", 5)]
        .map(|(title, index)| (seen(title) - heard[index]).abs());
    apart.sort_by(f64::total_cmp);
    assert!(apart[2] <= TOGETHER, "{late} ms late: {apart:.0?} ms between sight and sound");
}

#[test]
fn a_session_is_heard_whole_and_in_time_with_its_lines_however_late_the_output_is() {
    through_each(|late| {
        // A busy machine may take the processor from the sink itself.
        in_a_quiet_moment(|| {
            if let Some(sink) = SlowSink::start(Duration::from_millis(late)) {
                is_in_time(&sink, late);
            }
        });
    });
}

#[test]
fn the_breath_is_seen_when_it_is_heard_on_an_output_that_is_late() {
    in_a_quiet_moment(|| {
        let Some(sink) = SlowSink::start(Duration::from_millis(1_700)) else { return };
        let waits = SESSION.replace("title = \"Three\"", "title = \"Three\"\nwait = true");
        let opening = Opening::new("play late.toml --voice none").file("late.toml", &waits);
        let opening = opening.file(".config/unclench/settings.toml", SETTINGS);
        let terminal = opening.env("PULSE_SERVER", &sink.name()).start();
        let seen = ["then  two", "then  three", "then  four", "take your time"].map(|words| {
            terminal.wait_until(words, |sight| sight.text().to_lowercase().contains(words));
            now().as_secs_f64() * 1_000.0
        });
        thread::sleep(Duration::from_millis(500));
        let heard = heard(&sink);
        assert_eq!(heard.len(), seen.len(), "seen at {seen:.0?}, heard at {heard:.0?}");
        let mut apart = [0, 1, 2, 3].map(|index| (seen[index] - heard[index]).abs());
        apart.sort_by(f64::total_cmp);
        assert!(apart[2] <= TOGETHER, "{apart:.0?} ms: seen at {seen:.0?}, heard at {heard:.0?}");
    });
}

#[test]
fn a_sound_on_preview_is_heard_whole_however_late_the_output_is() {
    through_each(|late| {
        in_a_quiet_moment(|| {
            let Some(sink) = SlowSink::start(Duration::from_millis(late)) else { return };
            let home = home();
            let status = Command::new(env!("CARGO_BIN_EXE_unclench"))
                .args(["sounds", "play", "wood-block"])
                .envs(home.variables())
                .env("PULSE_SERVER", sink.name())
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .status();
            assert!(status.expect("it starts").success());
            assert_eq!(heard(&sink).len(), 1, "{late} ms late");
        });
    });
}
