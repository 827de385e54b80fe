//! What an arrangement promises.

use std::time::Duration;

use super::{Arrangement, Speech};
use crate::audio::{Clip, Note};
use crate::body::Side;
use crate::session::{PhaseKind, Shelf, parse};
use crate::timeline::{CueKind, Timeline};

/// Speaks the lines it knows, and begins this much sooner.
struct Reader(&'static [(&'static str, u64)]);

impl Speech for Reader {
    fn head_start(&self, words: &str) -> Duration {
        let known = self.0.iter().find(|(line, _)| *line == words);
        known.map_or(Duration::ZERO, |(_, sooner)| Duration::from_millis(*sooner))
    }

    fn clip(&self, words: &str) -> Option<Clip> {
        self.0.iter().any(|(line, _)| *line == words).then(|| Clip::new(vec![0.1; 480]))
    }
}

#[test]
fn a_breath_lasts_as_long_as_its_phase_at_the_speed_of_play() {
    let arrangement = Arrangement { speed: 2.0, ..Arrangement::without_voice() };
    let inhale = CueKind::Breath {
        phase: PhaseKind::Inhale,
        label: "In".into(),
        millis: 4_000,
        fullness: 1_000,
    };
    let heard = Note::breath(PhaseKind::Inhale, Duration::from_secs(2));
    assert_eq!(arrangement.note(&inhale), Some(heard));
    assert_eq!(arrangement.frame_at(1_000), 24_000);
}

#[test]
fn words_sound_where_somebody_speaks_them() {
    let arrangement = Arrangement { speed: 1.0, speech: &Reader(&[("Rest.", 0)]) };
    let speech = |words: &str| CueKind::Speech(words.to_owned());
    assert!(matches!(arrangement.note(&speech("Rest.")), Some(Note::Clip(_))));
    assert_eq!(arrangement.note(&speech("Breathe.")), None);
}

/// A line is due a second after a chime.
const CLOSE: &str = r#"
format = 1
title = "Close"
summary = "A line shortly after a chime."
settings = ["desk"]
position = "any"
goals = ["focus"]
lead-in = "2s"

[[steps]]
kind = "rest"
title = "Rest"
length = "9s"
lines = [{ at = "1s", say = "Rest." }]
"#;

#[test]
fn a_line_with_a_head_start_comes_before_what_was_due_before_it() {
    let (session, problems) = parse("close.toml", CLOSE, &Shelf::default());
    let timeline = Timeline::new(&session.unwrap_or_else(|| panic!("{problems:?}")), Side::Left);
    let places = |sooner: &'static [(&str, u64)]| {
        let speech = Reader(sooner);
        let arrangement = Arrangement { speed: 1.0, speech: &speech };
        let notes: Vec<(u64, Note)> = arrangement.notes_at_frames(&timeline).collect();
        assert!(notes.is_sorted_by_key(|(frame, _)| *frame));
        let clip = notes.iter().position(|(_, note)| matches!(note, Note::Clip(_)));
        let chime = notes.iter().position(|(_, note)| *note == Note::chime("start"));
        let frame = clip.map(|clip| notes[clip].0);
        (frame, clip < chime)
    };
    assert_eq!(places(&[("Rest.", 0)]), (Some(3_000 * 48), false));
    assert_eq!(places(&[("Rest.", 1_200)]), (Some(1_800 * 48), true));
}
