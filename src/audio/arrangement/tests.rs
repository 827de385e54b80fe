//! What an arrangement promises.

use std::time::Duration;

use super::Arrangement;
use crate::audio::Note;
use crate::session::PhaseKind;
use crate::timeline::CueKind;

fn inhale() -> CueKind {
    CueKind::Breath { phase: PhaseKind::Inhale, label: "In".into(), millis: 4_000, fullness: 1_000 }
}

#[test]
fn a_breath_tone_lasts_as_long_as_its_phase_at_the_speed_of_play() {
    let arrangement = Arrangement { speed: 2.0, ..Arrangement::without_voice() };
    let length = Duration::from_secs(2);
    assert_eq!(arrangement.note(&inhale()), Some(Note::breath(PhaseKind::Inhale, length)));
    assert_eq!(arrangement.frame_at(1_000), 24_000);
}

#[test]
fn words_sound_where_there_is_a_clip_for_them() {
    let clip_of = |words: &str| (words == "Rest.").then(|| Note::chime("bowl"));
    let arrangement = Arrangement { speed: 1.0, clip_of: &clip_of };
    let speech = |words: &str| CueKind::Speech(words.to_owned());
    assert_eq!(arrangement.note(&speech("Rest.")), Some(Note::chime("bowl")));
    assert_eq!(arrangement.note(&speech("Breathe.")), None);
}
