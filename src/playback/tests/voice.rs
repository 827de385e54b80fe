//! What settings and sessions wish of the voice.

use crate::choices::EngineChoice;
use crate::config::VoiceSettings;
use crate::playback::voice::{manner, voice_report};
use crate::prosody::Pace;
use crate::voice::StopSignal;

#[test]
fn the_voice_speaks_at_the_pace_of_the_timeline() {
    let pace = |pace| manner(&VoiceSettings::default(), "en", pace).words_per_minute;
    assert_eq!((pace(Pace::DAY), pace(Pace::NIGHT)), (110, 80));
    assert_eq!(pace(Pace::by_day(Some(165))), 165);
}

#[test]
fn a_voice_that_is_not_wanted_is_reported_without_looking_for_one() {
    let settings = VoiceSettings { engine: EngineChoice::None, ..VoiceSettings::default() };
    let report = voice_report(&settings, None, &StopSignal::default());
    assert_eq!(report, "none: the settings ask for no voice");
}

#[test]
fn the_voice_is_the_one_that_is_set_and_as_high_as_it_is_set() {
    let settings =
        VoiceSettings { name: Some("Robin".to_owned()), pitch: 30, ..VoiceSettings::default() };
    let manner = manner(&settings, "de", Pace::DAY);
    assert_eq!((manner.voice.as_deref(), manner.pitch), (Some("Robin"), 30));
    assert_eq!(manner.language, "de");
}
