//! Who speaks, and why.

use super::{manner, utterance};
use crate::choices::{EngineChoice, EngineKind};
use crate::prosody::Pace;
use crate::voice::{EngineSearch, Manner, SpeechEngines};

/// Engines of other programs, made by a look into a folder with nothing in it.
fn nothing() -> SpeechEngines {
    let kinds = [EngineKind::Piper, EngineKind::Say, EngineKind::Sapi, EngineKind::EspeakNg];
    let search = EngineSearch {
        path: "relative:".into(),
        kinds: kinds.to_vec(),
        piper_folders: Vec::new(),
        limit: None,
        asking_limit: None,
        own_program: None,
    };
    SpeechEngines::find(&search)
}

#[test]
fn a_machine_without_engines_says_so() {
    let choice = nothing().choose(EngineChoice::Auto, &manner());
    assert_eq!(
        (choice.candidates.len(), choice.why.as_str()),
        (0, "neither espeak-ng nor Piper with a voice was found")
    );
}

#[test]
fn no_voice_is_a_choice_like_any_other() {
    let choice = nothing().choose(EngineChoice::None, &manner());
    assert_eq!(choice.why, "the settings ask for no voice");
}

fn script(text: &str) -> Result<String, &'static str> {
    utterance(text).script()
}

#[test]
fn words_are_made_one_plain_line() {
    assert_eq!(script(" Let\tgo,\n\nslowly.\u{1b}[2J ").as_deref(), Ok("Let go, slowly. (2J"));
    assert_eq!(script("Say [[slnc 9000]] this").as_deref(), Ok("Say ((slnc 9000)) this"));
    assert_eq!(script("--version").as_deref(), Ok("--version"));
}

#[test]
fn a_line_without_words_is_not_spoken() {
    assert!(script("… — !").is_err());
    assert!(script("").is_err());
    assert!(script(&"word ".repeat(5_000)).is_err());
}

#[test]
fn a_pace_beyond_reason_is_brought_back() {
    let pace = |words_per_minute| Manner { words_per_minute, ..manner() }.pace();
    assert_eq!([pace(0), pace(90), pace(9_000)].map(Pace::words_per_minute), [60, 90, 300]);
}
