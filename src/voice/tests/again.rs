//! Engines that fail, hang or are missing are looked for again while a session plays.

use std::fs;
use std::thread;
use std::time::Duration;

use super::stand_in::StandIn;
use super::utterance;
use crate::choices::EngineKind;
use crate::voice::{LineState, SpeechOptions, SpeechWorker, Utterance};

/// Long enough for anything here, on any machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// A worker of two lines that looks for espeak-ng again every tenth of a second.
fn worker(stand_in: &StandIn) -> SpeechWorker {
    let lines = ["One.", "Two."].iter().zip(0..);
    let lines = lines.map(|(words, due)| Utterance { due, ..utterance(words) }).collect();
    let look_again = Some(Duration::from_millis(100));
    let options = SpeechOptions::new(stand_in.search(&[EngineKind::EspeakNg]));
    SpeechWorker::open(SpeechOptions { look_again, ..options }, lines)
}

/// Waits until both lines are silent, or both are spoken.
fn wait_until(worker: &SpeechWorker, silent: bool) {
    let mut left = PATIENCE;
    let is_so = |state: LineState| match state {
        LineState::None { .. } => silent,
        LineState::Ready { .. } => !silent,
        LineState::Coming => false,
    };
    while !(is_so(worker.line(0)) && is_so(worker.line(1))) {
        let pause = Duration::from_millis(20);
        thread::sleep(pause);
        left = left.checked_sub(pause).unwrap_or_else(|| panic!("{:?}", worker.progress()));
    }
}

#[test]
fn an_engine_that_failed_or_hung_is_asked_again_and_heard_once_it_speaks() {
    let recovers_from = |fault| {
        let stand_in = StandIn::new(fault);
        let worker = worker(&stand_in);
        wait_until(&worker, true);
        stand_in.behaves("speaks");
        wait_until(&worker, false);
        assert!(worker.clip(0).is_some() && worker.clip(1).is_some(), "{fault}");
        assert_eq!(worker.progress().why, None, "{fault}");
    };
    // All at once, since they mostly wait.
    thread::scope(|scope| {
        for fault in ["fails", "crashes", "empty", "hangs"] {
            scope.spawn(move || recovers_from(fault));
        }
    });
}

#[test]
fn an_engine_that_is_installed_while_a_session_plays_is_found() {
    let stand_in = StandIn::new("speaks");
    fs::rename(stand_in.path("espeak-ng"), stand_in.path("elsewhere")).expect("it is moved");
    let worker = worker(&stand_in);
    wait_until(&worker, true);
    fs::rename(stand_in.path("elsewhere"), stand_in.path("espeak-ng")).expect("it is moved");
    wait_until(&worker, false);
}

#[test]
fn a_recording_is_made_with_what_there_is_at_its_beginning() {
    let stand_in = StandIn::new("fails");
    let options = SpeechOptions::new(stand_in.search(&[EngineKind::EspeakNg]));
    let worker = SpeechWorker::open(options, vec![utterance("One.")]);
    assert!(worker.wait(PATIENCE));
    stand_in.behaves("speaks");
    thread::sleep(Duration::from_millis(300));
    assert!(matches!(worker.line(0), LineState::None { .. }));
}
