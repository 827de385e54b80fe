//! What settings and sessions wish of the voice.

use crate::conductor::voice::{manner, voice_report, voice_wish};
use crate::config::{VoiceEngine, VoiceSettings};
use crate::timeline::Pace;
use crate::voice::{EngineKind, EngineWish};

#[test]
fn the_voice_speaks_at_the_pace_of_the_timeline() {
    let pace = |pace| manner(&VoiceSettings::default(), "en", pace).words_per_minute;
    assert_eq!((pace(Pace::DAY), pace(Pace::NIGHT)), (110, 80));
    assert_eq!(pace(Pace::by_day(Some(165))), 165);
}

#[test]
fn every_engine_of_the_settings_is_one_of_the_voice() {
    let wish = |engine| voice_wish(&VoiceSettings { engine, ..VoiceSettings::default() });
    assert_eq!(wish(VoiceEngine::Auto), EngineWish::Auto);
    assert_eq!(wish(VoiceEngine::None), EngineWish::None);
    let named =
        [VoiceEngine::Piper, VoiceEngine::Say, VoiceEngine::Sapi, VoiceEngine::EspeakNg].map(wish);
    assert_eq!(named, EngineKind::ALL.map(EngineWish::First));
}

#[test]
fn a_voice_that_is_not_wanted_is_reported_without_looking_for_one() {
    let settings = VoiceSettings { engine: VoiceEngine::None, ..VoiceSettings::default() };
    assert_eq!(voice_report(&settings, None), "none: the settings ask for no voice");
}
