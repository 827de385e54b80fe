//! What the settings and a session wish of the voice, in the voice's own words.

use crate::choices::EngineChoice;
use crate::config::{Paths, VoiceSettings};
use crate::prosody::Pace;
use crate::voice::{EngineSearch, Manner, SpeechEngines, StopSignal};

/// Where engines are looked for.
pub fn voice_search(paths: Option<&Paths>) -> EngineSearch {
    EngineSearch {
        own_program: paths.and_then(|paths| paths.own_program.clone()),
        ..EngineSearch::of_this_machine(paths.map(Paths::piper_voices).unwrap_or_default())
    }
}

/// How a language is spoken at this pace.
pub fn manner(settings: &VoiceSettings, language: &str, pace: Pace) -> Manner {
    Manner {
        words_per_minute: pace.words_per_minute(),
        pitch: settings.pitch,
        voice: settings.name.clone(),
        language: language.to_owned(),
    }
}

/// Which voice would speak English, or why none would, for a report. It asks the engines, which may
/// take a second or two unless it is to end before.
pub fn voice_report(settings: &VoiceSettings, paths: Option<&Paths>, stop: &StopSignal) -> String {
    let engines = match settings.engine {
        EngineChoice::None => SpeechEngines::default(),
        _ => SpeechEngines::find_until(&voice_search(paths).for_report(), stop),
    };
    let manner = manner(settings, "en", Pace::by_day(settings.words_per_minute));
    let choice = engines.choose(settings.engine, &manner);
    let mut lines = vec![match choice.candidates.first() {
        Some(speaker) => {
            format!("{}, {}: {}", speaker.engine.name(), speaker.voice.name, choice.why)
        }
        None => format!("none: {}", choice.why),
    }];
    let problems = engines.problems().iter().map(|problem| &problem.what);
    lines.extend(problems.filter(|what| !choice.why.contains(*what)).cloned());
    lines.join("\n")
}
