//! Engines that hang, crash, lie, or leave something behind.

use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::stand_in::StandIn;
use super::utterance;
use crate::choices::{Choice as _, EngineChoice, EngineKind};
#[cfg(target_os = "linux")]
use crate::processes::start;
use crate::voice::cache::Cache;
use crate::voice::process::{ProcessError, RunLimits, StopSignal, ask, run};
use crate::voice::synthesis::{Synthesized, Synthesizer};
use crate::voice::{EngineSearch, Recordings, SpeechEngines};

const LIMIT: Duration = Duration::from_millis(300);
const ESPEAK: [EngineKind; 1] = [EngineKind::EspeakNg];

/// Longer than anything here takes that does not hang, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why the made-up engine did not speak, when it behaves in this way.
fn why(stand_in: &StandIn) -> String {
    why_not(stand_in.engines(&ESPEAK))
}

fn why_not(engines: SpeechEngines) -> String {
    match spoken_by(engines) {
        Synthesized::Failed { by: Some(EngineKind::EspeakNg), why } => why,
        other => panic!("{other:?}"),
    }
}

fn spoken_by(engines: SpeechEngines) -> Synthesized {
    let cache = Cache::passing().expect("a cache");
    let (stop, none) = (StopSignal::default(), Recordings::none());
    let mut synthesizer = Synthesizer::new(engines, EngineChoice::Auto, &cache, &none, &stop);
    synthesizer.synthesize(&utterance("Rest."))
}

fn at_most(time: Duration) -> RunLimits<'static> {
    RunLimits { time, file: None }
}

#[test]
fn every_way_to_fail_has_its_quiet_reason() {
    let reasons = [
        ("crashes", "espeak-ng: it crashed, or was ended from outside"),
        ("fails", "espeak-ng: it ended with its error number 7"),
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

/// An engine that behaves in this way until its time is over, in which it has left two programs
/// running. A busy machine is given more time to start them.
fn hung(mode: &str) -> StandIn {
    for seconds in [1, 4, 30] {
        let stand_in = StandIn::new(mode);
        let limit = Some(Duration::from_secs(seconds));
        let search = EngineSearch { limit, ..stand_in.search(&ESPEAK) };
        let why = why_not(SpeechEngines::find(&search));
        assert_eq!(why, format!("espeak-ng: it took longer than {seconds} s"), "{mode}");
        if stand_in.noted("stays").split_whitespace().count() == 2 {
            return stand_in;
        }
    }
    panic!("{mode}: it started nothing in half a minute");
}

#[test]
fn an_engine_that_hangs_is_ended_with_all_it_started() {
    let stand_in = hung("hangs");
    assert_eq!(stand_in.left_running(), Vec::<u32>::new());
}

#[test]
fn no_engine_is_waited_for_longer_than_half_a_minute_a_line() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&["en_GB-alba-medium.onnx"]);
    let search = EngineSearch { limit: None, ..stand_in.search(EngineKind::ALL) };
    let engines = SpeechEngines::find(&search);
    assert!(engines.all().len() >= 2);
    for engine in engines.all() {
        assert!(engine.limit() <= Duration::from_secs(30), "{:?}", engine.kind);
    }
    let espeak = engines.of(EngineKind::EspeakNg).expect("it is there");
    assert_eq!(espeak.limit(), Duration::from_secs(10));
}

#[test]
fn what_an_engine_leaves_running_is_ended_too() {
    let stand_in = StandIn::new("leaves");
    let spoken = spoken_by(stand_in.engines(&ESPEAK));
    assert!(matches!(spoken, Synthesized::Done { .. }), "{spoken:?}");
    assert_eq!(stand_in.noted("stays").split_whitespace().count(), 2, "it did leave something");
    assert_eq!(stand_in.left_running(), Vec::<u32>::new());
}

/// Set for a test that runs alone.
#[cfg(target_os = "linux")]
const ALONE: &str = "UNCLENCH_TEST_ALONE";

/// Runs a test of this file again in a process of its own, where no other test ends an engine: what
/// escapes from one engine is ended with any other.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "started within `start`")]
fn alone(test: &str) {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command.args(["--exact", &format!("voice::tests::troubles::{test}")]).env(ALONE, "");
    let said = start(|| command.output()).expect("a second run");
    let out = String::from_utf8_lossy(&said.stdout);
    assert!(said.status.success() && out.contains("1 passed"), "{out}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_an_engine_starts_in_sessions_of_their_own_is_ended_whether_it_speaks_or_hangs() {
    if std::env::var_os(ALONE).is_none() {
        let own =
            "what_an_engine_starts_in_sessions_of_their_own_is_ended_whether_it_speaks_or_hangs";
        return alone(own);
    }
    let speaks = StandIn::new("escapes");
    let spoken = spoken_by(speaks.engines(&ESPEAK));
    assert!(matches!(spoken, Synthesized::Done { .. }), "{spoken:?}");
    let hangs = hung("escapes-and-hangs");
    for stand_in in [speaks, hangs] {
        assert_eq!(stand_in.noted("stays").split_whitespace().count(), 2, "two did escape");
        assert_eq!(stand_in.left_running(), Vec::<u32>::new());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_engine_leads_a_session_of_its_own_without_a_terminal() {
    let mut command = Command::new("sh");
    command.args(["-c", "cat /proc/$$/stat; (: </dev/tty) 2>/dev/null && echo a terminal"]);
    let about = ask(command, PATIENCE, &StopSignal::default());
    // It ends with whether there is a terminal: with an error where there is none.
    assert!(matches!(about, Err(ProcessError::Failed(_))), "{about:?}");
    let mut command = Command::new("sh");
    command.args(["-c", "cat /proc/$$/stat"]);
    let about = ask(command, PATIENCE, &StopSignal::default()).expect("it says so");
    let fields: Vec<&str> = about.split_whitespace().collect();
    let (pid, group, session, terminal) = (fields[0], fields[4], fields[5], fields[6]);
    assert_eq!((group, session, terminal), (pid, pid, "0"), "{about}");
}

#[test]
fn a_word_to_stop_ends_an_engine_at_once() {
    let stand_in = StandIn::new("hangs");
    let stop = StopSignal::default();
    let wav = stand_in.path("out.wav");
    let stopped = thread::scope(|scope| {
        let running = scope.spawn(|| {
            let mut command = Command::new(stand_in.path("espeak-ng"));
            command.arg("-w").arg(&wav);
            run(command, None, at_most(Duration::from_secs(60)), &stop)
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
    let limits = at_most(LIMIT);
    let missing = run(Command::new("/nowhere/engine"), None, limits, &StopSignal::default());
    assert!(matches!(missing, Err(ProcessError::NotStarted(_))), "{missing:?}");
    let input = PathBuf::from("/nowhere/line.txt");
    let missing = run(Command::new("/bin/cat"), Some(&input), limits, &StopSignal::default());
    assert!(matches!(missing, Err(ProcessError::NotStarted(_))), "{missing:?}");
}

#[test]
fn an_engine_that_prints_without_end_is_ended_at_once_and_believed_nothing() {
    let endless =
        ask(Command::new("/usr/bin/yes"), Duration::from_secs(10 * 60), &StopSignal::default());
    assert!(matches!(endless, Err(ProcessError::TooMuch(1_000_000))), "{endless:?}");
}

#[test]
fn a_megabyte_is_read_and_a_byte_more_is_too_much() {
    let printed = |bytes: &str| {
        let mut command = Command::new("head");
        command.args(["-c", bytes, "/dev/zero"]);
        ask(command, PATIENCE, &StopSignal::default()).map(|printed| printed.len())
    };
    assert_eq!(printed("1000000").expect("it is read"), 1_000_000);
    let more = printed("1000001");
    assert!(matches!(more, Err(ProcessError::TooMuch(1_000_000))), "{more:?}");
}

#[test]
fn an_engine_that_is_asked_and_says_nothing_is_given_up_in_time() {
    let mut silent = Command::new("sleep");
    silent.arg("1000");
    let silent = ask(silent, LIMIT, &StopSignal::default());
    assert!(matches!(silent, Err(ProcessError::TooLate(_))), "{silent:?}");
}

#[test]
fn an_engine_that_writes_its_file_without_end_is_ended() {
    let stand_in = StandIn::new("endless");
    let mut search = stand_in.search(&ESPEAK);
    search.limit = Some(PATIENCE);
    let engines = SpeechEngines::find(&search);
    assert_eq!(why_not(engines), "espeak-ng: it wrote more than 50 MB");
}

#[test]
fn what_a_program_prints_is_read_even_if_it_is_no_text() {
    let mut command = Command::new("/usr/bin/printf");
    command.arg(r"a\377b");
    let printed = ask(command, PATIENCE, &StopSignal::default()).expect("it prints");
    assert_eq!(printed, "a\u{fffd}b");
}

#[test]
fn a_list_of_voices_that_makes_no_sense_is_no_engine() {
    let stand_in = StandIn::new("speaks");
    for nonsense in ["", "\0\0\0", "one line\n\n \nx\n", "a b c\nd e\n"] {
        stand_in.prints_voices(nonsense);
        let engines = stand_in.engines(&ESPEAK);
        assert!(engines.all().is_empty(), "{nonsense:?}");
        let [problem] = engines.problems() else { panic!("{nonsense:?}: {engines:?}") };
        assert!(problem.what.ends_with("espeak-ng does not tell its voices: it names none"));
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
    assert!(matches!(synthesizer.synthesize(&utterance("Rest.")), Synthesized::Failed { .. }));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}
