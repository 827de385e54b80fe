//! What an arrangement promises.

use std::time::Duration;

use super::{Arrangement, Speech};
use crate::mixer::event::SoundEvent;
use crate::session::PhaseKind;
use crate::synthesis::SoundClip;
use crate::timeline::{Cue, CueKind, Phrase};

/// Speaks the lines it knows, and begins this much sooner.
struct Reader(&'static [(&'static str, u64)]);

impl Speech for Reader {
    fn head_start(&self, words: &Phrase, _: u64) -> Duration {
        let known = self.0.iter().find(|(line, _)| Some(*line) == words.by_author());
        known.map_or(Duration::ZERO, |(_, sooner)| Duration::from_millis(*sooner))
    }

    fn clip(&self, words: &Phrase, _: u64) -> Option<SoundClip> {
        self.0
            .iter()
            .any(|(line, _)| Some(*line) == words.by_author())
            .then(|| SoundClip::new(vec![0.1; 480]))
    }
}

#[test]
fn a_breath_lasts_as_long_as_its_phase_at_the_speed_of_play() {
    let arrangement = Arrangement { speed: 2.0, ..Arrangement::without_voice() };
    let kind = CueKind::Breath {
        phase: PhaseKind::Inhale,
        label: "In".into(),
        millis: 4_000,
        fullness: 1_000,
    };
    let heard = SoundEvent::breath(PhaseKind::Inhale, Duration::from_secs(2));
    assert_eq!(arrangement.event(&Cue { at: 0, kind }), Some(heard));
    assert_eq!(arrangement.frame_at(1_000), 24_000);
}

#[test]
fn words_sound_where_somebody_speaks_them() {
    let arrangement = Arrangement { speed: 1.0, speech: &Reader(&[("Rest.", 0)]) };
    let speech = |words: &str| Cue { at: 0, kind: CueKind::Speech(words.into()) };
    assert!(matches!(arrangement.event(&speech("Rest.")), Some(SoundEvent::Clip(_))));
    assert_eq!(arrangement.event(&speech("Breathe.")), None);
}
