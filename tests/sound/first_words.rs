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
const TRIES: usize = 4;
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

/// How much of a line has been heard, in seconds: pieces of 10 ms in which its tone is strong.
fn heard_of_line(samples: &[f32]) -> f64 {
    let strong = samples.chunks_exact(RATE as usize / 100).filter(|piece| {
        let (mut re, mut im) = (0.0, 0.0);
        for (index, sample) in piece.iter().enumerate() {
            let (sin, cos) = (TAU * 1_500.0 * index as f64 / f64::from(RATE)).sin_cos();
            re += f64::from(*sample) * cos;
            im += f64::from(*sample) * sin;
        }
        re.hypot(im) / piece.len() as f64 > 0.02
    });
    strong.count() as f64 / 100.0
}

/// Waits until the line is heard, or has not been for too long, and gives how much of it was.
fn wait_for_line(recorder: &Recorder) -> f64 {
    let began = now();
    loop {
        let heard = heard_of_line(&recorder.so_far().samples);
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
    let opening = Opening::new(&format!("play {} {words}", file.display()));
    let terminal = opening.env("PULSE_SERVER", &server.name()).start();
    let heard = wait_for_line(&recorder);
    drop(terminal);
    heard
}

#[test]
fn the_first_words_are_heard_whole_however_a_session_is_started() {
    let Some(server) = PulseServer::start() else {
        return;
    };
    let folder = folder();
    for (words, is_plain) in [("", true), ("--from 4s", true), ("", false), ("--from 4s", false)] {
        for _ in 0..TRIES {
            let heard = start(&server, folder.path(), words, is_plain);
            assert!(heard >= 0.9 * LINE, "{heard} s of {LINE} s with `{words}`, plain: {is_plain}");
        }
    }
}
