//! Spoken lines in a recording: each at its time, or a moment sooner where it has to.

use std::io::Cursor;
use std::ops::ControlFlow;
use std::time::Duration;

use super::{Decoded, laid_out, without_beds};
use crate::mixer::{Arrangement, SoundEvent, Speech};
use crate::recording::{Format, Label, record};
use crate::synthesis::SoundClip;
use crate::timeline::Phrase;

/// Speaks one line, and begins this many milliseconds sooner.
struct Reader(u64);

impl Speech for Reader {
    fn head_start(&self, words: &Phrase, _: u64) -> Duration {
        Duration::from_millis(if words.by_author() == Some("Rest.") { self.0 } else { 0 })
    }

    fn clip(&self, words: &Phrase, _: u64) -> Option<SoundClip> {
        let hum = (0..24_000).map(|frame| 0.2 * (frame as f32 / 48_000.0 * 1_400.0).sin());
        (words.by_author() == Some("Rest.")).then(|| SoundClip::new(hum.collect()))
    }
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

[chimes]
end = "none"

[[steps]]
kind = "rest"
title = "Rest"
length = "9s"
lines = [{ at = "1s", say = "Rest." }]
"#;

#[test]
fn a_line_with_a_head_start_comes_before_what_was_due_before_it() {
    let (_, timeline) = laid_out(CLOSE);
    let places = |sooner: u64| {
        let speech = Reader(sooner);
        let arrangement = Arrangement { speed: 1.0, speech: &speech };
        let notes: Vec<(u64, SoundEvent)> = arrangement.events_at_frames(&timeline).collect();
        assert!(notes.is_sorted_by_key(|(frame, _)| *frame));
        let clip = notes.iter().position(|(_, note)| matches!(note, SoundEvent::Clip(_)));
        let chime = notes.iter().position(|(_, note)| *note == SoundEvent::chime("start"));
        (clip.map(|clip| notes[clip].0), clip < chime)
    };
    // The chime at 2 s leads it by 2 s.
    assert_eq!(places(0), (Some(4_000 * 48), false));
    assert_eq!(places(2_200), (Some(1_800 * 48), true));
}

#[test]
fn a_line_is_in_the_file_at_its_time() {
    let (session, timeline) = laid_out(&CLOSE.replace("end =", "start = \"none\"\nend ="));
    let mut file = Cursor::new(Vec::new());
    let label = Label::of(&session, &timeline);
    let arrangement = Arrangement { speed: 1.0, speech: &Reader(0) };
    let go_on = &mut |_| ControlFlow::Continue(());
    record(&mut file, Format::Flac, &label, &timeline, &arrangement, without_beds(), go_on)
        .expect("it is recorded");
    let onsets = Decoded::from(file.get_ref()).onsets();
    assert_eq!(onsets.len(), 1, "{onsets:?}");
    let (_, line) = timeline.spoken().last().expect("a line");
    assert!(onsets[0].abs_diff(line.after * 48) <= 240, "{onsets:?}");
}
