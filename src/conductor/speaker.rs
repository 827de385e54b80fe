//! What the player wants heard, handed to the sound.

use std::time::Duration;

use crate::audio::{Arrangement, Note, Sound, Status};
use crate::player::Effect;

/// The chime that says a step is done and waits for the person.
const WAITING_CHIME: &str = "next";

/// Something that can be heard.
pub(super) trait Speaker {
    /// Plays a note this long from now.
    fn play(&mut self, note: Note, after: Duration);
    /// Forgets what has not begun.
    fn cancel_pending(&mut self);
    /// Lets the bed stand still, and the output rest once all has rung out.
    fn rest(&mut self);
    /// Lets the bed fade away, and the output rest once all has rung out.
    fn finish(&mut self, fade: Duration);
    /// Wakes the output.
    fn wake(&mut self);
    /// Softer and lower chimes and a quieter voice, or as by day.
    fn set_night(&mut self, night: bool);
    /// Sets the loudness, 0–100.
    fn set_volume(&mut self, volume: u8);
    /// Sound off or on.
    fn set_muted(&mut self, muted: bool);
    /// A quiet word on why nothing is heard, if nothing is.
    fn note(&self) -> Option<String>;
}

impl Speaker for Sound {
    fn play(&mut self, note: Note, after: Duration) {
        Sound::play(self, note, after);
    }

    fn cancel_pending(&mut self) {
        Sound::cancel_pending(self);
    }

    fn rest(&mut self) {
        Sound::pause(self);
    }

    fn finish(&mut self, fade: Duration) {
        Sound::finish(self, fade);
    }

    fn wake(&mut self) {
        Sound::resume(self);
    }

    fn set_night(&mut self, night: bool) {
        Sound::set_night(self, night);
    }

    fn set_volume(&mut self, volume: u8) {
        Sound::set_volume(self, volume);
    }

    fn set_muted(&mut self, muted: bool) {
        Sound::set_muted(self, muted);
    }

    fn note(&self) -> Option<String> {
        match self.status() {
            Status::Starting => None,
            Status::Playing { .. } => self.complaint().map(|_| "one sound left out".to_owned()),
            Status::Lost { .. } => Some("♪ lost, going on".to_owned()),
            Status::None { .. } => Some("no sound".to_owned()),
        }
    }
}

/// Makes the player's effects heard. Spoken lines are for the screen alone as long as there is no
/// voice.
pub(super) fn sound(speaker: &mut impl Speaker, effects: &[Effect], speed: f64) {
    let arrangement = Arrangement { speed, ..Arrangement::without_voice() };
    for effect in effects {
        match effect {
            Effect::Cue { cue, after } => {
                if let Some(note) = arrangement.note(&cue.kind) {
                    speaker.play(note, Duration::from_millis(*after));
                }
            }
            Effect::CancelPending => speaker.cancel_pending(),
            Effect::Resumed => speaker.wake(),
            Effect::Waiting => speaker.play(Note::chime(WAITING_CHIME), Duration::ZERO),
            Effect::Paused(_) => speaker.rest(),
            Effect::FadeBed { millis } => speaker.finish(Duration::from_millis(*millis)),
            Effect::Entered(_) | Effect::Extended { .. } | Effect::Finished { .. } => {}
        }
    }
}
