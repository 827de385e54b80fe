//! What settings and sessions wish of the voice.

use crate::config::{VoiceEngine, VoiceSettings};
use crate::playback::voice::{manner, voice_report, voice_wish};
use crate::timeline::Pace;
use crate::voice::{EngineKind, EngineWish};

#[test]
fn in_bed_the_voice_is_slower_in_proportion() {
    let pace = |words_per_minute, pace| {
        let settings = VoiceSettings { words_per_minute, ..VoiceSettings::default() };
        manner(&settings, "en", pace).words_per_minute
    };
    assert_eq!((pace(None, Pace::DAY), pace(None, Pace::NIGHT)), (110, 80));
    assert_eq!((pace(Some(165), Pace::DAY), pace(Some(165), Pace::NIGHT)), (165, 120));
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
