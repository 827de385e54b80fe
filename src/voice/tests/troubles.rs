//! Engines that hang, crash, lie, or leave something behind.

use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::stand_in::StandIn;
use super::utterance;
use crate::choices::{EngineChoice, EngineKind};
use crate::voice::process::{ProcessError, StopSignal, ask, run};
use crate::voice::synthesis::{Synthesized, Synthesizer};
use crate::voice::{Cache, Recordings};

const LIMIT: Duration = Duration::from_millis(300);
const ESPEAK: [EngineKind; 1] = [EngineKind::EspeakNg];

/// Why the made-up engine did not speak, when it behaves in this way.
fn why(stand_in: &StandIn) -> String {
    let cache = Cache::passing().expect("a cache");
    let (stop, none) = (StopSignal::default(), Recordings::none());
    let mut synthesizer =
        Synthesizer::new(stand_in.engines(&ESPEAK), EngineChoice::Auto, &cache, &none, &stop);
    match synthesizer.synthesize(&utterance("Let go.")) {
        Synthesized::Failed { by: Some(EngineKind::EspeakNg), why } => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_way_to_fail_has_its_quiet_reason() {
    let reasons = [
        ("crashes", "espeak-ng: it ended with signal: 11 (SIGSEGV)"),
        ("fails", "espeak-ng: it ended with exit status: 7"),
        ("garbage", "espeak-ng: what it spoke cannot be used: it is no sound file"),
        ("broken", "espeak-ng: what it spoke cannot be used: it is no sound file"),
        ("empty", "espeak-ng: what it spoke cannot be used: it is no sound file"),
        ("nothing", "espeak-ng: what it spoke cannot be used: it is silent"),
    ];
    for (mode, reason) in reasons {
        let why = why(&StandIn::new(mode));
        assert!(why.starts_with(reason), "{mode}: {why}");
    }
}

#[test]
fn an_engine_that_hangs_is_ended_with_all_it_started() {
    let stand_in = StandIn::new("hangs");
    assert!(why(&stand_in).starts_with("espeak-ng: it took longer than"));
    assert_eq!(stand_in.noted("stays").split_whitespace().count(), 2, "it did hang");
    assert_eq!(stand_in.left_running(), Vec::<u32>::new());
}

#[test]
fn what_an_engine_leaves_running_is_ended_too() {
    let stand_in = StandIn::new("leaves");
    let cache = Cache::passing().expect("a cache");
    let (stop, none) = (StopSignal::default(), Recordings::none());
    let mut synthesizer =
        Synthesizer::new(stand_in.engines(&ESPEAK), EngineChoice::Auto, &cache, &none, &stop);
    assert!(matches!(synthesizer.synthesize(&utterance("Let go.")), Synthesized::Done { .. }));
    assert_eq!(stand_in.noted("stays").split_whitespace().count(), 2, "it did leave something");
    assert_eq!(stand_in.left_running(), Vec::<u32>::new());
}

#[test]
fn a_word_to_stop_ends_an_engine_at_once() {
    let stand_in = StandIn::new("hangs");
    let stop = StopSignal::default();
    let wav = stand_in.path("out.wav");
    let stopped = thread::scope(|scope| {
        let running = scope.spawn(|| {
            let mut command = Command::new(stand_in.path("espeak-ng"));
            run(command.arg("-w").arg(&wav), None, Duration::from_secs(60), &stop)
        });
        while stand_in.noted("stays").is_empty() {
            thread::sleep(Duration::from_millis(2));
        }
        stop.now();
        running.join().expect("it ended")
    });
    assert!(matches!(stopped, Err(ProcessError::Stopped)), "{stopped:?}");
    assert_eq!(stand_in.left_running(), Vec::<u32>::new());
}

#[test]
fn a_program_that_is_not_there_is_told_as_such() {
    let missing = run(&mut Command::new("/nowhere/engine"), None, LIMIT, &StopSignal::default());
    assert!(matches!(missing, Err(ProcessError::NotStarted(_))), "{missing:?}");
    let input = PathBuf::from("/nowhere/line.txt");
    let missing = run(&mut Command::new("/bin/cat"), Some(&input), LIMIT, &StopSignal::default());
    assert!(matches!(missing, Err(ProcessError::NotStarted(_))), "{missing:?}");
}

#[test]
fn an_engine_that_prints_without_end_is_ended_and_believed_nothing() {
    let endless = ask(&mut Command::new("/usr/bin/yes"), LIMIT, &StopSignal::default());
    assert!(matches!(endless, Err(ProcessError::TooLate(_))), "{endless:?}");
}

#[test]
fn what_a_program_prints_is_read_even_if_it_is_no_text() {
    let mut command = Command::new("/usr/bin/printf");
    let printed = ask(command.arg(r"a\377b"), LIMIT, &StopSignal::default()).expect("it prints");
    assert_eq!(printed, "a\u{fffd}b");
}

#[test]
fn a_list_of_voices_that_makes_no_sense_is_no_engine() {
    let stand_in = StandIn::new("speaks");
    for nonsense in ["", "\0\0\0", "one line\n\n \nx\n", "a b c\nd e\n"] {
        stand_in.prints_voices(nonsense);
        assert!(stand_in.engines(&ESPEAK).all().is_empty(), "{nonsense:?}");
    }
}

#[test]
fn nothing_is_left_in_the_cache_by_an_engine_that_fails() {
    let stand_in = StandIn::new("broken");
    let folder = tempfile::TempDir::new().expect("a folder");
    let cache = Cache::open(folder.path(), 1_000_000).expect("a cache");
    let (stop, none) = (StopSignal::default(), Recordings::none());
    let mut synthesizer =
        Synthesizer::new(stand_in.engines(&ESPEAK), EngineChoice::Auto, &cache, &none, &stop);
    assert!(matches!(synthesizer.synthesize(&utterance("Let go.")), Synthesized::Failed { .. }));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}
