//! What settings and sessions wish of the voice.

use crate::choices::EngineChoice;
use crate::conductor::voice::{manner, voice_report};
use crate::config::VoiceSettings;
use crate::timeline::Pace;

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
fn a_voice_that_is_not_wanted_is_reported_without_looking_for_one() {
    let settings = VoiceSettings { engine: EngineChoice::None, ..VoiceSettings::default() };
    assert_eq!(voice_report(&settings, None), "none: the settings ask for no voice");
}
