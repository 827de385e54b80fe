//! What is heard goes here: the sound outputs, or what a test listens with.

use std::time::Duration;

use crate::words::Message;

use unicode_width::UnicodeWidthStr as _;

use crate::audio::{Readiness, Sound, Status};
use crate::choices::SoundKind;
use crate::mixer::SoundEvent;
use crate::synthesis::LeftOut;

/// The longest name of a sound file that the quiet line on the screen has room for, in columns.
const LONGEST_NAME: usize = 20;

/// Something that can be heard.
pub trait AudioSink {
    /// Plays a sound this long from now.
    fn play(&mut self, event: SoundEvent, after: Duration);
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
    /// Sets the loudness of one kind of sound, 0–100.
    fn set_level(&mut self, kind: SoundKind, volume: u8);
    /// Sound off or on.
    fn set_muted(&mut self, muted: bool);
    /// Whether what is called for now will be heard, and how soon.
    fn readiness(&self) -> Readiness;
    /// Whether there is an output, or may soon be one.
    fn is_heard(&self) -> bool;
    /// The sound files that could not be used so far.
    fn left_out(&self) -> Vec<LeftOut>;
    /// A quiet word on what is not heard, if anything is not.
    fn note(&self) -> Option<Message>;
    /// Ends the sound, and waits a moment for that.
    fn close(self);
}

impl AudioSink for Sound {
    fn play(&mut self, event: SoundEvent, after: Duration) {
        Sound::play(self, event, after);
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

    fn set_level(&mut self, kind: SoundKind, volume: u8) {
        Sound::set_kind_volume(self, kind, volume);
    }

    fn set_muted(&mut self, muted: bool) {
        Sound::set_muted(self, muted);
    }

    fn readiness(&self) -> Readiness {
        Sound::readiness(self)
    }

    fn is_heard(&self) -> bool {
        matches!(self.status(), Status::Starting | Status::Playing { .. })
    }

    fn left_out(&self) -> Vec<LeftOut> {
        Sound::left_out(self)
    }

    fn note(&self) -> Option<Message> {
        match self.status() {
            Status::Starting => None,
            Status::Playing { .. } => {
                let file = Sound::left_out(self).pop()?.file;
                let fits = file.width() <= LONGEST_NAME;
                Some(if fits {
                    Message::new("sound-left-out").with("file", file)
                } else {
                    Message::new("sound-one-left-out")
                })
            }
            Status::Lost { .. } => Some(Message::new("sound-lost")),
            Status::None { .. } => Some(Message::new("sound-none")),
        }
    }

    fn close(self) {
        Sound::close(self);
    }
}
