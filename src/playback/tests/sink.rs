//! What a front end plays through asks the sound of the program for the same.

use std::time::Duration;

use crate::audio::Sound;
use crate::choices::SoundKind;
use crate::mixer::SoundEvent;
use crate::playback::AudioSink;

/// What the sound is asked for where this is done to it.
fn asked(act: impl FnOnce(&mut Sound)) -> Vec<String> {
    let (mut sound, asked) = Sound::overheard();
    act(&mut sound);
    asked()
}

#[test]
fn everything_that_is_asked_of_the_output_reaches_it() {
    let second = Duration::from_secs(1);
    assert_eq!(asked(AudioSink::rest), ["Pause"]);
    assert_eq!(asked(AudioSink::wake), ["Resume"]);
    assert_eq!(asked(AudioSink::cancel_pending), ["CancelPending"]);
    assert_eq!(asked(|sound| AudioSink::finish(sound, second)), ["Finish { fade: 1s }"]);
    assert_eq!(asked(|sound| AudioSink::set_night(sound, true)), ["Night(true)"]);
    assert_eq!(asked(|sound| AudioSink::set_volume(sound, 30)), ["Volume(30)"]);
    assert_eq!(asked(|sound| AudioSink::set_muted(sound, true)), ["Muted(true)"]);
    let bed = asked(|sound| AudioSink::set_level(sound, SoundKind::Bed, 40));
    assert_eq!(bed, ["KindVolume { kind: Bed, volume: 40 }"]);
    let chime = asked(|sound| AudioSink::play(sound, SoundEvent::chime("start"), second));
    assert_eq!(chime, ["Play(TimedEvent { at: 1s, event: Chime { name: \"start\" } })"]);
}
