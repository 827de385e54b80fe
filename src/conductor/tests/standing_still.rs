//! A terminal that takes nothing for a while, or is gone, under a clock that a test can turn.

use std::io;
use std::time::Duration;

use crossterm::event::Event;
use tokio::sync::mpsc::channel;

use super::{EndSignal, Outcome, TestProgram};

#[tokio::test(start_paused = true)]
async fn a_terminal_that_takes_nothing_changes_nothing_that_is_heard() {
    let heard = async |stalled: u64, script: &str| {
        let mut program = TestProgram::new();
        program.load("neck-and-shoulders");
        program.screen.canvas.stalled_until = Duration::from_millis(stalled);
        let outcome = program.play(script).await;
        let log = program.log.lines();
        let heard: Vec<String> = log.into_iter().filter(|line| line != "drawn").collect();
        (outcome, heard, program.screen())
    };
    let (outcome, usual, _) = heard(0, "enter 40000 j 60000 q").await;
    let (stalled, silent, screen) = heard(100_000, "enter 40000 j 60000 q").await;
    assert!(usual.iter().any(|line| line.starts_with("chime")), "{usual:?}");
    assert_eq!((stalled, silent), (outcome, usual));
    assert!(!screen.contains("Paused"), "{screen}");
}

#[tokio::test(start_paused = true)]
async fn once_the_terminal_takes_something_it_shows_what_is_so_by_then() {
    let mut program = TestProgram::new();
    program.screen.canvas.stalled_until = Duration::from_secs(30);
    program.play("enter enter 8000 space 12000 mark 60000 q").await;
    assert_eq!(program.log.after_mark("drawn"), 1);
    assert!(program.screen().contains("Paused"), "{}", program.screen());
}

#[tokio::test(start_paused = true)]
async fn a_terminal_that_takes_nothing_is_left_by_key_and_by_signal() {
    for (script, outcome) in [
        ("enter enter 8000 q q", Outcome::Done),
        ("enter enter 8000 ctrl-c", Outcome::Interrupted(EndSignal::INTERRUPT)),
        ("enter enter 8000 HUP", Outcome::Interrupted(EndSignal::HANG_UP)),
    ] {
        let mut program = TestProgram::new();
        program.screen.canvas.stalled_until = Duration::from_secs(3_600);
        assert_eq!(program.play(script).await, outcome, "{script}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_terminal_that_is_gone_ends_the_program() {
    let mut program = TestProgram::new();
    let (_sender, signals) = channel(1);
    let gone = tokio_stream::empty::<io::Result<Event>>();
    let outcome = program.screen.run(gone, signals).await.expect("no failure");
    assert_eq!(outcome, Outcome::Interrupted(EndSignal::HANG_UP));
}

/// A breath of four seconds in and six out: a turn every 4 or 6 s. Frames come at full and half
/// seconds; it is counted between them, since what comes at the same moment has no order.
#[tokio::test(start_paused = true)]
async fn with_reduced_motion_a_breath_is_drawn_at_most_twice_a_second() {
    let mut program = TestProgram::new();
    program.screen.app.shared.environment.reduced_motion = true;
    program.load("short-breath");
    program.play("enter 39900 mark 10000 q").await;
    let drawn = program.log.after_mark("drawn");
    assert!((15..=20).contains(&drawn), "{drawn} frames in 10 s");
}
