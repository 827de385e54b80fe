//! What pauses and jumps come to for the ear, and words that begin before they are due.

use std::fs;
use std::time::Duration;

use tempfile::TempDir;

use super::TestProgram;
use crate::config::Paths;

#[tokio::test(start_paused = true)]
async fn a_pause_lets_the_bed_rest_and_going_on_wakes_it() {
    let mut program = TestProgram::new();
    program.load("quiet-in-bed");
    program.play("enter 8000 mark space 5000 q").await;
    assert_eq!(program.log.after_mark("rests"), 1);
    let mut program = TestProgram::new();
    program.load("quiet-in-bed");
    program.play("enter 8000 space 5000 mark space 100 q").await;
    assert!(program.log.after_mark("wakes") >= 1);
    assert_eq!(program.log.after_mark("rests"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_jump_and_a_pause_take_back_what_was_handed_out_ahead() {
    for key in ["right", "space"] {
        let mut program = TestProgram::new();
        program.play(&format!("enter enter 8000 mark {key} 10 ctrl-c")).await;
        assert!(program.log.after_mark("cancelled") >= 1, "{key}: {:?}", program.log.lines());
    }
}

/// Two lines close together, of which the first is recorded and too long for the time it has.
const CLOSE: &str = r#"
format = 1
title = "Close"
summary = "Two lines close together."
settings = ["desk"]
position = "any"
goals = ["stress"]
lead-in = "5s"

[chimes]
start = "none"
end = "none"

[[steps]]
kind = "rest"
title = "Rest"
length = "20s"
lines = [{ at = "5s", say = "Let go." }, { at = "6s", say = "Rest." }]
"#;

/// A home with that session, and a recording of a second for its first line.
fn home() -> (TempDir, Paths) {
    let home = TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    let recordings = paths.sessions().join("close.voice");
    fs::create_dir_all(&recordings).expect("a folder");
    fs::write(paths.sessions().join("close.toml"), CLOSE).expect("a file");
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: 16_000,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut wav = hound::WavWriter::create(recordings.join("let-go.wav"), spec).expect("a file");
    for frame in 0..16_000 {
        let sample = (f64::from(frame) / 16_000.0 * 220.0 * std::f64::consts::TAU).sin();
        wav.write_sample((sample * 8_000.0) as i16).expect("written");
    }
    wav.finalize().expect("written");
    (home, paths)
}

#[tokio::test(start_paused = true)]
async fn words_that_are_too_long_for_their_time_begin_earlier() {
    let (_home, paths) = home();
    let mut program = TestProgram::at_home(Some(paths));
    // The folder and the recording are read on threads of their own, by the clock on the wall.
    for _ in 0..6_000 {
        let progress = program.screen.playback.speech_progress();
        if progress.of > 0 && progress.done == progress.of {
            break;
        }
        if progress.of == 0 {
            program.screen.library.show_found(&mut program.screen.app);
            program.load("close");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    program.play("enter 20000 ctrl-c").await;
    let log = program.log.lines();
    let begun = log.iter().find_map(|line| line.strip_prefix("words at ")?.parse::<u64>().ok());
    let early = 10_000 - begun.expect("it is heard");
    // It lasts a second, and there are 200 ms of silence before the next line.
    assert!((100..=300).contains(&early), "{early} ms early");
}

#[tokio::test(start_paused = true)]
async fn ctrl_z_pauses_and_stands_aside() {
    let mut program = TestProgram::new();
    program.play("enter enter 7000 ctrl-z 1000 q").await;
    assert_eq!(program.log.count("stood aside"), 1);
    assert!(program.screen().contains("Paused"), "{}", program.screen());
}

#[tokio::test(start_paused = true)]
async fn a_stop_from_outside_stands_aside_too() {
    let mut program = TestProgram::new();
    program.play("TSTP 10 q").await;
    assert_eq!(program.log.count("stood aside"), 1);
}
