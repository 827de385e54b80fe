//! The first chime and the first words are heard whole, however a session is started: through a real
//! PulseAudio server, with lines that were recorded beforehand.

use std::f64::consts::TAU;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::support::home;
use crate::support::pty::Opening;
use crate::support::pulse::{PulseServer, RATE, Recorder, now};
use crate::support::quiet::in_a_quiet_moment;

/// Words at the very beginning, and a chime and words where a step begins.
const SESSION: &str = r#"
format = 1
title = "First words"
summary = "Two lines."
settings = ["desk"]
position = "any"
goals = ["stress"]
lead-in = "4s"

[announcements]
lead-in = "Begin."

[[steps]]
kind = "rest"
title = "Rest"
length = "20s"
say = "Let go."
"#;
/// How long each line lasts, in seconds.
const LINE: f64 = 1.2;
/// How often each way to start is tried.
const TRIES: usize = 2;
/// How long a start may take on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

/// The session, and both of its lines as tones of 1,500 Hz.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("first.toml"), SESSION).expect("a file");
    let voice = folder.path().join("first.voice");
    fs::create_dir(&voice).expect("a folder");
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: 16_000,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    for name in ["begin", "let-go"] {
        let path = voice.join(name).with_extension("wav");
        let mut wav = hound::WavWriter::create(path, spec).expect("a file");
        for frame in 0..(LINE * 16_000.0) as u32 {
            let sample = (f64::from(frame) / 16_000.0 * 1_500.0 * TAU).sin();
            wav.write_sample((sample * 8_000.0) as i16).expect("written");
        }
        wav.finalize().expect("written");
    }
    folder
}

/// How many samples are looked at in one piece: 10 ms.
const PIECE: usize = RATE as usize / 100;

/// How many of these pieces hold the tone of a line.
fn pieces_of_line(samples: &[f32], tone: &[(f64, f64)]) -> usize {
    let is_strong = |piece: &&[f32]| {
        let (re, im) = piece.iter().zip(tone).fold((0.0, 0.0), |(re, im), (sample, (sin, cos))| {
            (re + f64::from(*sample) * cos, im + f64::from(*sample) * sin)
        });
        f64::hypot(re, im) / piece.len() as f64 > 0.02
    };
    samples.chunks_exact(PIECE).filter(is_strong).count()
}

/// Waits until the line is heard, or has not been for too long, and gives how much of it was, in
/// seconds.
fn wait_for_line(recorder: &Recorder) -> f64 {
    let turn = |index: usize| (TAU * 1_500.0 * index as f64 / f64::from(RATE)).sin_cos();
    let tone: Vec<(f64, f64)> = (0..PIECE).map(turn).collect();
    let (began, mut looked_at, mut strong) = (now(), 0, 0);
    loop {
        let samples = recorder.samples_after(looked_at);
        let whole = samples.len() / PIECE * PIECE;
        strong += pieces_of_line(&samples[..whole], &tone);
        looked_at += whole;
        let heard = strong as f64 * PIECE as f64 / f64::from(RATE);
        if heard >= 0.9 * LINE || now() > began + LIMIT {
            return heard;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Starts a session and stops it once its first line has been heard; gives how much was of it.
fn start(server: &PulseServer, folder: &Path, words: &str, is_plain: bool) -> f64 {
    let recorder = server.record();
    recorder.wait_until_running();
    let file = folder.join("first.toml");
    if is_plain {
        let home = home::Home::new();
        let mut child = Command::new(env!("CARGO_BIN_EXE_unclench"))
            .args(["play", &file.to_string_lossy(), "--plain"])
            .args(words.split_whitespace())
            .envs(home.variables())
            .env("PULSE_SERVER", server.name())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("it starts");
        let heard = wait_for_line(&recorder);
        child.kill().expect("it ends");
        child.wait().expect("it ends");
        return heard;
    }
    let opening = Opening::new(&format!("play {words}")).word(&file.to_string_lossy());
    let terminal = opening.env("PULSE_SERVER", &server.name()).start();
    let heard = wait_for_line(&recorder);
    drop(terminal);
    heard
}

/// Checks that the first words are heard whole each time a session is started in this way.
fn are_heard_whole(words: &str, is_plain: bool) {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else {
            return;
        };
        let folder = folder();
        for _ in 0..TRIES {
            let heard = start(&server, folder.path(), words, is_plain);
            assert!(heard >= 0.9 * LINE, "{heard} s of {LINE} s with `{words}`, plain: {is_plain}");
        }
    });
}

#[test]
fn the_first_words_are_heard_whole_in_plain_lines() {
    are_heard_whole("", true);
}

#[test]
fn the_first_words_are_heard_whole_in_plain_lines_that_begin_later() {
    are_heard_whole("--from 4s", true);
}

#[test]
fn the_first_words_are_heard_whole_on_the_screen() {
    are_heard_whole("", false);
}

#[test]
fn the_first_words_are_heard_whole_on_the_screen_where_it_begins_later() {
    are_heard_whole("--from 4s", false);
}
