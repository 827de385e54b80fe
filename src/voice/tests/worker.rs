//! The lines of a session, spoken ahead.

use std::fs;
use std::time::Duration;

use super::sounds::{tone, wav};
use super::stand_in::{MILLIS, StandIn};
use super::{manner, utterance};
use crate::choices::{EngineChoice, EngineKind};
use crate::decoding::DecodedSound;
use crate::voice::{
    LineFit, LineState, Manner, Recordings, SpeechOptions, SpeechWorker, Utterance,
};

/// Long enough for anything here, on any machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// What a made-up clip lasts once it is trimmed, in milliseconds.
const TRIMMED: u32 = MILLIS + 100;

/// These lines, due at 0, 1, 2 … ms.
fn lines(words: &[&str]) -> Vec<Utterance> {
    words.iter().zip(0..).map(|(words, due)| Utterance { due, ..utterance(words) }).collect()
}

fn options(stand_in: &StandIn) -> SpeechOptions {
    SpeechOptions {
        cache: Some(stand_in.path("cache")),
        ..SpeechOptions::new(stand_in.search(&[EngineKind::EspeakNg]))
    }
}

/// A worker that has settled all its lines.
fn settled(options: SpeechOptions, lines: Vec<Utterance>) -> SpeechWorker {
    let worker = SpeechWorker::open(options, lines);
    assert!(worker.wait(PATIENCE), "{:?}", worker.progress());
    worker
}

fn reason(worker: &SpeechWorker, index: usize) -> String {
    match worker.line(index) {
        LineState::None { why } => why,
        other => panic!("{other:?}"),
    }
}

fn is_ready(worker: &SpeechWorker, index: usize) -> bool {
    matches!(worker.line(index), LineState::Ready { .. })
}

#[test]
fn every_line_is_handed_over_with_its_length() {
    let stand_in = StandIn::new("speaks");
    let worker = settled(options(&stand_in), lines(&["One.", "Two."]));
    for index in 0..2 {
        let LineState::Ready { millis, fit } = worker.line(index) else {
            panic!("{:?}", worker.line(index));
        };
        let clip = worker.clip(index).expect("a clip");
        assert_eq!((clip.millis(), clip.rate, fit), (millis, 22_050, LineFit::Fits));
        assert!(millis.abs_diff(TRIMMED) <= 4, "{millis} ms");
    }
    let progress = worker.progress();
    assert_eq!((progress.done, progress.of, progress.silent, progress.why), (2, 2, 0, None));
    assert_eq!(worker.clip(2), None);
}

#[test]
fn what_was_spoken_once_starts_no_engine_again() {
    let stand_in = StandIn::new("speaks");
    drop(settled(options(&stand_in), lines(&["One.", "Two.", "One."])));
    assert_eq!(stand_in.starts(), 2, "the same line twice is spoken once");
    let worker = settled(options(&stand_in), lines(&["Two.", "One."]));
    assert_eq!(stand_in.starts(), 2);
    assert!(worker.clip(0).is_some());

    let faster = Manner { words_per_minute: 115, ..manner() };
    drop(settled(options(&stand_in), vec![Utterance::new("One.", faster)]));
    assert_eq!(stand_in.starts(), 3, "another pace is another clip");
}

#[test]
fn a_clip_that_was_damaged_or_lost_is_spoken_again() {
    let stand_in = StandIn::new("speaks");
    let worker = settled(options(&stand_in), lines(&["One."]));
    let entries = fs::read_dir(stand_in.path("cache")).expect("a folder");
    for entry in entries.flatten() {
        fs::write(entry.path(), "damaged").expect("damaged");
    }
    assert_eq!(worker.clip(0), None, "nobody hears a damaged clip");
    assert!(worker.wait(PATIENCE));
    assert!(worker.clip(0).is_some());
    assert_eq!(stand_in.starts(), 2);
}

#[test]
fn lines_are_spoken_in_order_and_after_a_jump_those_to_come_first() {
    let stand_in = StandIn::new("slow");
    let words = ["One.", "Two.", "Three.", "Four.", "Five.", "Six."];
    let worker = SpeechWorker::open(options(&stand_in), lines(&words));
    while !is_ready(&worker, 0) {
        assert!(!is_ready(&worker, 1));
        worker.wait(Duration::from_millis(5));
    }
    worker.needed_from(4);
    while !is_ready(&worker, 4) {
        worker.wait(Duration::from_millis(5));
    }
    assert!(!is_ready(&worker, 3), "the last come before those that were skipped");
    assert!(worker.wait(PATIENCE));
    assert_eq!(worker.progress().silent, 0);
}

#[test]
fn lines_laid_out_otherwise_are_served_by_what_is_there_if_all_are_and_fit() {
    let stand_in = StandIn::new("speaks");
    let roomy = |words| Utterance { room_millis: Some(5_000), ..utterance(words) };
    let worker = settled(options(&stand_in), vec![roomy("One."), roomy("Two.")]);
    let pace = manner().words_per_minute;
    assert_eq!((worker.find("Two.", pace), worker.find("Three.", pace)), (Some(1), None));
    assert_eq!(worker.find("Two.", pace - 1), None, "at another pace it is another line");
    let later = |words| Utterance { due: 9_000, ..roomy(words) };
    assert!(worker.follow(&[later("Two.")]), "one may be missing");
    assert!(worker.follow(&[Utterance { room_millis: None, ..later("One.") }]));
    assert!(!worker.follow(&[later("One."), later("Three.")]), "none may be new");
    assert!(!worker.follow(&[Utterance { room_millis: Some(4_000), ..later("One.") }]));
    let manner = Manner { words_per_minute: 90, ..manner() };
    assert!(!worker.follow(&[Utterance { manner, ..later("One.") }]));
}

#[test]
fn a_machine_without_a_voice_is_silent_with_a_reason() {
    let stand_in = StandIn::new("speaks");
    let nothing = SpeechOptions::new(stand_in.search(&[]));
    let worker = settled(nothing, lines(&["One."]));
    assert_eq!(reason(&worker, 0), "neither espeak-ng nor Piper with a voice was found");
    let unwanted = SpeechOptions { wish: EngineChoice::None, ..options(&stand_in) };
    let worker = settled(unwanted, lines(&["One."]));
    assert_eq!(reason(&worker, 0), "the settings ask for no voice");
    assert_eq!(stand_in.starts(), 0);
}

#[test]
fn a_line_that_fails_is_silent_and_the_next_is_spoken() {
    let stand_in = StandIn::new("fails");
    let worker = SpeechWorker::open(options(&stand_in), lines(&["One.", "Two.", "Three."]));
    while worker.line(0) == LineState::Coming {
        worker.wait(Duration::from_millis(1));
    }
    stand_in.behaves("speaks");
    assert!(worker.wait(PATIENCE));
    assert_eq!(reason(&worker, 0), "espeak-ng: it ended with its error number 7");
    assert!(is_ready(&worker, 2));
    assert_eq!(worker.progress().why, None, "one line is no reason to worry anybody");
}

#[test]
fn an_engine_that_keeps_failing_is_left_alone() {
    let stand_in = StandIn::new("fails");
    let worker = settled(options(&stand_in), lines(&["1", "2", "3", "4", "5", "6", "7"]));
    assert_eq!(stand_in.starts(), 3);
    let why = "espeak-ng: it ended with its error number 7; it is left out for now";
    assert_eq!(worker.progress().why.as_deref(), Some(why));
    assert!((0..7).all(|index| reason(&worker, index) == why));
}

#[test]
fn another_engine_steps_in_for_one_that_is_left_alone() {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&["en_GB-alba-medium.onnx"]);
    // Piper is asked for its help and then for speech; what it is then given is no program's voice.
    let kinds = [EngineKind::Piper, EngineKind::EspeakNg];
    let broken = StandIn::new("fails");
    broken.also_called("piper").has_models(&["en_GB-alba-medium.onnx"]);
    fs::remove_file(broken.path("espeak-ng")).expect("removed");
    let mut search = broken.search(&kinds);
    search.path = std::env::join_paths([broken.path(""), stand_in.path("")]).expect("a path");
    let worker = settled(SpeechOptions::new(search), lines(&["1", "2", "3", "4"]));
    assert_eq!((broken.starts(), stand_in.starts()), (3, 4));
    assert!((0..4).all(|index| is_ready(&worker, index)));
    let why = worker.progress().why.expect("a reason");
    assert!(why.starts_with("Piper: ") && why.ends_with("it is left out for now"), "{why}");
}

#[test]
fn dropping_it_ends_an_engine_at_work() {
    let stand_in = StandIn::new("hangs");
    let mut options = options(&stand_in);
    options.search.limit = Some(Duration::from_secs(10 * 60));
    let worker = SpeechWorker::open(options, lines(&["One."]));
    while stand_in.noted("stays").is_empty() {
        worker.wait(Duration::from_millis(2));
    }
    drop(worker);
    assert_eq!(stand_in.left_running(), Vec::<u32>::new());
}

#[test]
fn sentences_are_parted_by_the_pause_of_their_pace_and_each_is_spoken_once() {
    let stand_in = StandIn::new("speaks");
    let worker = settled(options(&stand_in), lines(&["Rest. Lie. Rest.", "Lie. Rest. Lie."]));
    assert_eq!(stand_in.starts(), 2);
    let clip = worker.clip(0).expect("a clip");
    let gaps = silences(&clip);
    let planned = u64::from(clip.rate) * manner().pace().plan("Rest. Lie. Rest.").pause_millis;
    let expected = (planned / 1000) as usize;
    assert_eq!(gaps.len(), 2, "{gaps:?}");
    assert!(gaps.iter().all(|gap| gap.abs_diff(expected) < 200), "{gaps:?}, not {expected}");
    let LineState::Ready { millis, .. } = worker.line(0) else { panic!("{:?}", worker.line(0)) };
    assert!(millis.abs_diff(clip.millis()) <= 3, "{millis} and {}", clip.millis());
}

/// The silences of more than 0.2 s inside a clip, in frames.
fn silences(clip: &DecodedSound) -> Vec<usize> {
    let is_heard = |sample: &f32| sample.abs() > 0.004;
    let heard: Vec<usize> =
        (0..clip.samples.len()).filter(|at| is_heard(&clip.samples[*at])).collect();
    let gaps = heard.windows(2).map(|pair| pair[1] - pair[0]);
    gaps.filter(|gap| *gap > clip.rate as usize / 5).collect()
}

#[test]
fn where_room_is_short_pauses_shrink_first_then_words_and_then_it_begins_earlier() {
    let stand_in = StandIn::new("speaks");
    let line = |words, room| Utterance { room_millis: Some(room), ..utterance(words) };
    // Three words of 308 ms with an edge of 50 ms on either side.
    let words = "Rest. Lie. Sit.";
    let worker = settled(
        options(&stand_in),
        vec![line(words, 9_000), line("Rest. Lie. Hang.", 3_000), line("Rest. Sit. Lie.", 1_724)],
    );
    assert_eq!(stand_in.starts(), 4 + 6, "only the sentences of the last are worth another try");
    let ready = [0, 1, 2].map(|index| match worker.line(index) {
        LineState::Ready { millis, fit } => (millis, fit),
        other => panic!("{other:?}"),
    });
    assert_eq!((ready[0].1, ready[1].1), (LineFit::Fits, LineFit::Fits));
    assert!(ready[0].0 > 4_000 && (2_990..=3_000).contains(&ready[1].0), "{ready:?}");
    // The made-up engine speaks no faster, however it is asked. Its room is heard for up to 50 ms after
    // each sentence, and a pause begins after that.
    assert!(matches!(ready[2].1, LineFit::StartEarlier(90..=200)), "{ready:?}");
}

#[test]
fn a_line_without_room_begins_earlier_or_is_too_long() {
    let stand_in = StandIn::new("speaks");
    let line = |words, room| Utterance { room_millis: Some(room), ..utterance(words) };
    let worker = settled(options(&stand_in), vec![line("Rest.", 200), line("Lie.", 0)]);
    let fits = [0, 1].map(|index| match worker.line(index) {
        LineState::Ready { fit, .. } => fit,
        other => panic!("{other:?}"),
    });
    assert!(matches!(fits[0], LineFit::StartEarlier(200..=215)), "{fits:?}");
    assert!(matches!(fits[1], LineFit::StartEarlier(400..=415)), "{fits:?}");
}

#[test]
fn a_recording_is_heard_instead_of_an_engine() {
    let stand_in = StandIn::new("speaks");
    let folder = stand_in.path("feet.voice");
    fs::create_dir(&folder).expect("a folder");
    let spoken = wav(&tone(16_000, 200, 400, 200), 1, 16_000, 24);
    fs::write(folder.join("and-let-go.wav"), spoken).expect("a file");
    fs::write(folder.join("rest.wav"), "no sound at all").expect("a file");
    let recordings = Recordings::beside(&stand_in.path("feet.toml"));
    let worker = settled(
        SpeechOptions { recordings, ..options(&stand_in) },
        lines(&["And let go.", "Rest.", "Three."]),
    );
    let rates = [0, 1, 2].map(|index| worker.clip(index).expect("a clip").rate);
    assert_eq!(rates, [16_000, 22_050, 22_050]);
    assert_eq!(stand_in.starts(), 2);
    let why = worker.progress().why.expect("a reason");
    assert!(why.starts_with("the recording “rest.wav” cannot be used: "), "{why}");
}

#[test]
fn every_recording_that_cannot_be_used_is_named_once() {
    let stand_in = StandIn::new("speaks");
    let folder = stand_in.path("feet.voice");
    fs::create_dir(&folder).expect("a folder");
    for name in ["one.wav", "two.m4a"] {
        fs::write(folder.join(name), "no sound at all").expect("a file");
    }
    let recordings = Recordings::beside(&stand_in.path("feet.toml"));
    let worker = settled(
        SpeechOptions { recordings, ..options(&stand_in) },
        lines(&["One.", "Two.", "One!"]),
    );
    let why = worker.progress().why.expect("a reason");
    assert!(why.starts_with("some recordings cannot be used: “one.wav” ("), "{why}");
    assert_eq!((why.matches("one.wav").count(), why.matches("two.m4a").count()), (1, 1), "{why}");
    fs::remove_dir_all(&folder).expect("it is gone");
    fs::write(&folder, "in the way").expect("a file");
    let recordings = Recordings::beside(&stand_in.path("feet.toml"));
    let worker = settled(SpeechOptions { recordings, ..options(&stand_in) }, lines(&["One."]));
    let why = worker.progress().why.expect("a reason");
    assert!(why.ends_with("feet.voice cannot be read: it is no folder"), "{why}");
}

#[test]
fn recordings_are_heard_on_a_machine_without_a_voice() {
    let stand_in = StandIn::new("speaks");
    let folder = stand_in.path("feet.voice");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("rest.flac"), include_bytes!("tone.flac")).expect("a file");
    let recordings = Recordings::beside(&stand_in.path("feet.toml"));
    let silent = SpeechOptions { recordings, wish: EngineChoice::None, ..options(&stand_in) };
    let worker = settled(silent, lines(&["Rest.", "And let go."]));
    assert!(worker.clip(0).is_some());
    assert_eq!(reason(&worker, 1), "the settings ask for no voice");
}

#[test]
fn a_cache_that_cannot_be_written_keeps_nobody_silent() {
    let stand_in = StandIn::new("speaks");
    fs::write(stand_in.path("cache"), "in the way").expect("a file");
    let worker = settled(options(&stand_in), lines(&["One."]));
    assert!(worker.clip(0).is_some());
}

#[test]
fn what_is_spoken_is_heard_though_the_cache_is_removed_on_the_way() {
    let stand_in = StandIn::new("slow");
    let worker = SpeechWorker::open(options(&stand_in), lines(&["One.", "Two.", "Three."]));
    while !is_ready(&worker, 0) {
        worker.wait(Duration::from_millis(5));
    }
    while stand_in.path("cache").exists() {
        // Something may be written there at that very moment.
        let _ = fs::remove_dir_all(stand_in.path("cache"));
    }
    fs::write(stand_in.path("cache"), "in the way").expect("a file");
    assert!(worker.wait(PATIENCE));
    // What was in the folder is spoken again.
    for index in 0..3 {
        while worker.clip(index).is_none() {
            assert!(worker.wait(PATIENCE));
            assert!(is_ready(&worker, index), "{:?}", worker.line(index));
        }
    }
    assert_eq!(worker.progress().silent, 0);
}

#[test]
fn a_small_cache_keeps_what_the_session_needs() {
    let stand_in = StandIn::new("speaks");
    drop(settled(options(&stand_in), lines(&["Lie."])));
    let small = SpeechOptions { cache_bytes: 1, ..options(&stand_in) };
    let worker = settled(small, lines(&["One.", "Two."]));
    assert!(worker.clip(0).is_some() && worker.clip(1).is_some());
    assert_eq!(fs::read_dir(stand_in.path("cache")).expect("a folder").count(), 2);
}

#[test]
fn a_cache_of_no_size_keeps_nothing_once_the_session_is_over() {
    let stand_in = StandIn::new("speaks");
    let none = SpeechOptions { cache_bytes: 0, ..options(&stand_in) };
    let worker = settled(none, lines(&["One."]));
    assert!(worker.clip(0).is_some());
    drop(worker);
    assert!(!stand_in.path("cache").exists());
}

#[test]
fn an_empty_session_has_nothing_to_wait_for() {
    let stand_in = StandIn::new("speaks");
    let worker = settled(options(&stand_in), Vec::new());
    assert_eq!(worker.progress().of, 0);
}
