//! What the settings and a session wish of the voice, in the voice's own words.

use crate::config::{Paths, VoiceEngine, VoiceSettings};
use crate::timeline::Pace;
use crate::voice::{EngineKind, EngineWish, Engines, Manner, Search};

/// The engine that the settings ask for.
pub fn voice_wish(settings: &VoiceSettings) -> EngineWish {
    match settings.engine {
        VoiceEngine::Auto => EngineWish::Auto,
        VoiceEngine::None => EngineWish::None,
        VoiceEngine::Piper => EngineWish::First(EngineKind::Piper),
        VoiceEngine::EspeakNg => EngineWish::First(EngineKind::EspeakNg),
        VoiceEngine::Say => EngineWish::First(EngineKind::Say),
        VoiceEngine::Sapi => EngineWish::First(EngineKind::Sapi),
    }
}

/// Where engines are looked for.
pub fn voice_search(paths: Option<&Paths>) -> Search {
    Search::of_this_machine(paths.map(Paths::piper_voices).unwrap_or_default())
}

/// How a language is spoken, by day or by night.
pub fn manner(settings: &VoiceSettings, language: &str, pace: Pace) -> Manner {
    let usual = pace.words_per_minute();
    let day = Pace::DAY.words_per_minute();
    let words_per_minute = settings.words_per_minute.map_or(usual, |set| set * usual / day);
    Manner {
        words_per_minute,
        pitch: settings.pitch,
        voice: settings.name.clone(),
        language: language.to_owned(),
    }
}

/// Who would speak English, or why nobody would, for a report. It asks the engines, which may take
/// a second or two.
pub fn voice_report(settings: &VoiceSettings, paths: Option<&Paths>) -> String {
    let engines = match settings.engine {
        VoiceEngine::None => Engines::default(),
        _ => Engines::find(&voice_search(paths)),
    };
    let manner = manner(settings, "en", Pace::DAY);
    let casting = engines.cast(voice_wish(settings), &manner);
    match casting.casts.first() {
        Some(cast) => format!("{}, {}: {}", cast.engine.name(), cast.voice.name, casting.why),
        None => format!("none: {}", casting.why),
    }
}
