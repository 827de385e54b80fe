//! A line spoken by the real espeak-ng.

#[path = "support/need.rs"]
mod need;

use std::time::Duration;

use unclench::choices::EngineKind;
use unclench::voice::{
    EngineSearch, LineState, Manner, SpeechEngines, SpeechOptions, SpeechWorker, SpokenClip,
    Utterance,
};

/// Long enough for any machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Fifteen words.
const WORDS: &str =
    "Sit back, both feet on the floor. Let your shoulders drop, and notice your breath.";

fn search() -> Option<EngineSearch> {
    let mut search = EngineSearch::of_this_machine(Vec::new());
    search.kinds = vec![EngineKind::EspeakNg];
    let engines = SpeechEngines::find(&search);
    let found = engines.of(EngineKind::EspeakNg).map(|_| ()).ok_or("it is not installed");
    need::part(found, "espeak-ng").map(|()| search)
}

fn spoken(search: EngineSearch, text: &str, words_per_minute: u32, language: &str) -> SpokenClip {
    let manner = Manner { words_per_minute, pitch: 50, voice: None, language: language.to_owned() };
    let lines = vec![Utterance::new(text, manner)];
    let worker = SpeechWorker::open(SpeechOptions::new(search), lines);
    assert!(worker.wait(PATIENCE), "it is spoken in time");
    assert!(matches!(worker.line(0), LineState::Ready { .. }), "{:?}", worker.line(0));
    worker.clip(0).expect("a clip")
}

#[test]
fn a_line_is_spoken_at_the_pace_that_is_asked_for() {
    let Some(search) = search() else {
        return;
    };
    for pace in [80, 110, 160] {
        let clip = spoken(search.clone(), WORDS, pace, "en");
        let words_per_minute = 15 * 60_000 / clip.millis();
        let off = words_per_minute.abs_diff(pace);
        assert!(off * 100 <= pace * 15, "{pace} were asked for, {words_per_minute} spoken");
    }
}

#[test]
fn hostile_lines_are_spoken_and_not_obeyed() {
    let Some(search) = search() else {
        return;
    };
    for words in ["--version", "-w nowhere.wav now", "<speak><break time='50s'/>now</speak>"] {
        let clip = spoken(search.clone(), words, 160, "en");
        assert!((300..20_000).contains(&clip.millis()), "{words}: {} ms", clip.millis());
    }
}

#[test]
fn another_language_is_another_voice() {
    let Some(search) = search() else {
        return;
    };
    let words = "Lass die Schultern sinken, wenn du magst.";
    let (german, english) =
        (spoken(search.clone(), words, 110, "de-AT"), spoken(search, words, 110, "en"));
    assert_ne!(german.samples, english.samples);
}
