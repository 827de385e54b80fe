//! What the player wants heard, handed to the sound.

use std::time::Duration;

use unicode_width::UnicodeWidthStr as _;

use super::narrator::Narrator;
use crate::audio::{Sound, Status};
use crate::choices::SoundKind;
use crate::mixer::{Arrangement, SoundEvent};
use crate::player::{Effect, Player, State};
use crate::synthesis::{LeftOut, SoundClip};
use crate::timeline::CueKind;

/// The chime that says a step is done and waits for the person.
const WAITING_CHIME: &str = "next";

/// The longest name of a sound file that the quiet line on the screen has room for, in columns.
const LONGEST_NAME: usize = 20;

/// Something that can be heard.
pub(super) trait AudioSink {
    /// Plays a note this long from now.
    fn play(&mut self, note: SoundEvent, after: Duration);
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
    /// Sets the loudness of one bus, 0–100.
    fn set_bus_volume(&mut self, bus: SoundKind, volume: u8);
    /// Sound off or on.
    fn set_muted(&mut self, muted: bool);
    /// Whether there is an output, or may soon be one.
    fn is_heard(&self) -> bool;
    /// The sound files that could not be used so far.
    fn left_out(&self) -> Vec<LeftOut>;
    /// A quiet word on what is not heard, if anything is not.
    fn note(&self) -> Option<String>;
}

impl AudioSink for Sound {
    fn play(&mut self, note: SoundEvent, after: Duration) {
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

    fn set_bus_volume(&mut self, bus: SoundKind, volume: u8) {
        Sound::set_bus_volume(self, bus, volume);
    }

    fn set_muted(&mut self, muted: bool) {
        Sound::set_muted(self, muted);
    }

    fn is_heard(&self) -> bool {
        matches!(self.status(), Status::Starting | Status::Playing { .. })
    }

    fn left_out(&self) -> Vec<LeftOut> {
        Sound::left_out(self)
    }

    fn note(&self) -> Option<String> {
        match self.status() {
            Status::Starting => None,
            Status::Playing { .. } => {
                let file = Sound::left_out(self).pop()?.file;
                let fits = file.width() <= LONGEST_NAME;
                Some(if fits {
                    format!("{file} left out")
                } else {
                    "one sound left out".to_owned()
                })
            }
            Status::Lost { .. } => Some("♪ lost, going on".to_owned()),
            Status::None { .. } => Some("no sound".to_owned()),
        }
    }
}

/// Makes a line heard that was not there in time.
pub(super) fn catch_up(sink: &mut impl AudioSink, narrator: &mut Narrator, player: &Player) {
    if player.state() != State::Playing {
        return;
    }
    if let Some((line, after)) = narrator.caught_up(player.position()) {
        sink.play(SoundEvent::Clip(line), Duration::from_millis(after).div_f64(player.speed()));
    }
}

/// Makes the effects of a player heard, with the words as the narrator speaks them.
pub(super) fn sound(
    sink: &mut impl AudioSink,
    narrator: &mut Narrator,
    effects: &[Effect],
    player: Option<&Player>,
) {
    if let Some(player) = player {
        narrator.follow(player.shared_timeline());
    }
    let speed = player.map_or(1.0, Player::speed);
    for effect in effects {
        match effect {
            Effect::Cue { cue, after } => {
                let arrangement = Arrangement { speed, speech: narrator };
                let sooner = arrangement.head_start(&cue.kind);
                match (arrangement.event(&cue.kind), &cue.kind) {
                    (Some(note), _) => {
                        sink.play(note, Duration::from_millis(*after).saturating_sub(sooner));
                    }
                    (None, CueKind::Speech(words)) => narrator.wait_for(words, cue.at),
                    (None, _) => {}
                }
            }
            Effect::CancelPending => {
                narrator.forget();
                sink.cancel_pending();
            }
            Effect::Resumed => {
                sink.wake();
                say(sink, player.and_then(|player| narrator.resume(player.position())));
            }
            Effect::Waiting => sink.play(SoundEvent::chime(WAITING_CHIME), Duration::ZERO),
            Effect::Paused(_) => {
                if let Some(player) = player {
                    narrator.pause(player.position());
                }
                sink.rest();
            }
            // To lay it out anew, what was being said was broken off too.
            Effect::Extended { .. } => {
                let playing = player.filter(|player| player.state() == State::Playing);
                say(sink, playing.and_then(|player| narrator.broken_off(player.position())));
            }
            Effect::FadeBed { millis } => sink.finish(Duration::from_millis(*millis)),
            Effect::Entered(index) => {
                let segment = player.and_then(|it| it.timeline().segments().get(*index));
                narrator.jump_to(segment.map_or(0, |segment| segment.start));
            }
            Effect::Finished { .. } => narrator.forget(),
        }
    }
}

/// Says a line that was broken off.
fn say(sink: &mut impl AudioSink, line: Option<(SoundClip, Duration)>) {
    if let Some((line, after)) = line {
        sink.play(SoundEvent::Clip(line), after);
    }
}
