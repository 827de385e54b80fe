//! What sounds beneath everything: beds that cross over, breathe, and draw back under words.

mod breath_path;

use std::f64::consts::FRAC_PI_2;
use std::time::Duration;

use crate::choices::Channels;
use crate::mixer::glide::GlidingGain;
use crate::session::PhaseKind;
use crate::synthesis::{BLOCK, BedSource, SAMPLE_RATE, StereoFrame, amplitude, room_tone};
use crate::tween::{Easing, Parameter};
use breath_path::BreathPath;

/// How long one bed takes to give way to another, a first one to come up, and a bed to leave when
/// none follows; in seconds.
const CROSS: f64 = 4.0;
const FIRST: f64 = 3.0;
const LEAVE: f64 = 4.0;
/// How long a bed takes to fall silent when a session pauses or stops, and to come back.
const PAUSE: f64 = 0.4;
const RESUME: f64 = 0.7;
const STOP: f64 = 0.06;
/// How far beds draw back under words, in dB; how long that takes, and how long coming back.
const DUCK_DB: f64 = 6.0;
const DUCK: f64 = 0.25;
const UNDUCK: f64 = 3.0;
/// Beds stay back this long after words, in seconds: often more words follow, and a bed that came up
/// between two sentences would pump.
const AFTER_WORDS: f64 = 2.0;
/// What the room tone is called among beds, by day and at night: no file has such a name.
const ROOM_TONE: [&str; 2] = ["", "\u{0}"];
/// The most beds that cross over at once; one more waits until there is room.
const MOST: usize = 4;

/// Beds, one of them or several on their way in or out.
pub(super) struct BedPlayer {
    beds: Vec<PlayingBed>,
    waiting: Option<PlayingBed>,
    /// Whether the room tone has a width.
    channels: Channels,
    volume: GlidingGain,
    breath: BreathPath,
    presence: Parameter<f64>,
    fade: Parameter<f64>,
    duck: Parameter<f64>,
    block: [StereoFrame; BLOCK],
    next: usize,
    /// The gain of all where the last block ended.
    gain: Option<f64>,
    /// The frame until which a line is spoken, and the one from which the next will be.
    speech_until: u64,
    speech_from: Option<u64>,
}

/// A bed that sounds, or is on its way in or out.
struct PlayingBed {
    name: String,
    sound: Box<dyn BedSource>,
    level: Parameter<f64>,
    gain: Option<f64>,
}

impl BedPlayer {
    pub(super) fn new() -> Self {
        Self {
            beds: Vec::new(),
            waiting: None,
            channels: Channels::default(),
            volume: GlidingGain::new(),
            breath: BreathPath::new(),
            presence: Parameter::resting(1.0),
            fade: Parameter::resting(1.0),
            duck: Parameter::resting(0.0),
            block: [StereoFrame::SILENT; BLOCK],
            next: BLOCK,
            gain: None,
            speech_until: 0,
            speech_from: None,
        }
    }

    pub(super) fn set_channels(&mut self, channels: Channels) {
        self.channels = channels;
    }

    pub(super) fn set_volume(&mut self, volume: u8) {
        self.volume.set(volume);
    }

    /// True while there is a bed that is to be heard, and not the room tone alone.
    pub(super) fn is_heard(&self) -> bool {
        self.name().is_some_and(|name| !ROOM_TONE.contains(&name)) && self.volume.is_open()
    }

    /// True while it is to stand still.
    pub(super) fn is_paused(&self) -> bool {
        is_leaving(self.presence)
    }

    /// The name of the bed that sounds or comes up, if there is one.
    pub(super) fn name(&self) -> Option<&str> {
        let coming = self.beds.iter().find(|it| !is_leaving(it.level));
        self.waiting.as_ref().or(coming).map(|it| it.name.as_str())
    }

    /// Lets this bed come up and every other one leave. The same one goes on as it was.
    pub(super) fn play(&mut self, name: &str, sound: impl FnOnce() -> Option<Box<dyn BedSource>>) {
        self.presence.move_to(1.0, whole(RESUME));
        self.fade.move_to(1.0, whole(FIRST));
        if self.name() == Some(name) {
            return;
        }
        self.waiting = None;
        let first = self.beds.is_empty();
        if let Some(known) = self.beds.iter().position(|it| it.name == name) {
            self.fade_out_all_but(Some(known));
            self.beds[known].level.move_to(1.0, whole(CROSS));
            return;
        }
        self.fade_out_all_but(None);
        let Some(sound) = sound() else {
            return;
        };
        let mut level = Parameter::resting(0.0);
        level.move_to(1.0, whole(if first { FIRST } else { CROSS }));
        if first {
            (self.fade, self.presence) = (Parameter::resting(1.0), Parameter::resting(1.0));
        }
        let new = PlayingBed { name: name.to_owned(), sound, level, gain: None };
        if self.beds.len() < MOST {
            self.beds.push(new);
        } else {
            self.waiting = Some(new);
        }
    }

    /// Lets every bed leave, and the room tone come up.
    pub(super) fn play_room_tone(&mut self, night: bool) {
        let channels = self.channels;
        self.play(ROOM_TONE[usize::from(night)], || room_tone(night, channels));
    }

    /// Where the room tone is what sounds, it is from now on as by day or as at night.
    pub(super) fn set_night(&mut self, night: bool) {
        let sounds = self.name().is_some_and(|name| ROOM_TONE.contains(&name));
        if sounds && self.fade.target() > 0.0 {
            let is_paused = self.is_paused();
            self.play_room_tone(night);
            if is_paused {
                self.pause();
            }
        }
    }

    fn fade_out_all_but(&mut self, stays: Option<usize>) {
        for (index, bed) in self.beds.iter_mut().enumerate() {
            if Some(index) != stays && !is_leaving(bed.level) {
                bed.level.move_to(0.0, whole(LEAVE));
            }
        }
    }

    /// Lets all fade away for good.
    pub(super) fn fade_out(&mut self, length: Duration) {
        if self.is_at_rest() {
            self.clear();
        }
        self.waiting = None;
        self.fade.arrive_at(0.0, whole(length.as_secs_f64()));
    }

    /// Stops all at once, but softly.
    pub(super) fn stop(&mut self) {
        self.fade_out(Duration::from_secs_f64(STOP));
    }

    /// Falls silent and stands still.
    pub(super) fn pause(&mut self) {
        self.presence.move_to(0.0, whole(PAUSE));
    }

    /// Goes on where it stood.
    pub(super) fn resume(&mut self) {
        self.presence.move_to(1.0, whole(RESUME));
    }

    /// Ends all at once, for when it is not heard.
    pub(super) fn clear(&mut self) {
        self.beds.clear();
        self.waiting = None;
        self.next = BLOCK;
    }

    /// Begins anew from silence, for when another output takes over.
    pub(super) fn restart(&mut self) {
        self.beds.retain(|it| !is_leaving(it.level));
        self.beds.extend(self.waiting.take());
        for bed in &mut self.beds {
            bed.level = Parameter::resting(0.0);
            bed.level.move_to(1.0, whole(FIRST));
            bed.gain = None;
        }
        (self.gain, self.next) = (None, BLOCK);
        self.volume.settle();
    }

    /// A phase of the breath begins at a frame.
    pub(super) fn follow(&mut self, phase: PhaseKind, length: Duration, end: f64, frame: u64) {
        self.breath.follow(phase, length, end, frame);
    }

    /// No more is known of the breath.
    pub(super) fn stop_following(&mut self, frame: u64) {
        self.breath.break_off(frame);
    }

    /// A line is spoken until a frame.
    pub(super) fn speech_until(&mut self, frame: u64) {
        self.speech_until = frame;
    }

    /// The spoken line is cut off at a frame.
    pub(super) fn cut_speech_at(&mut self, frame: u64) {
        self.speech_until = self.speech_until.min(frame);
    }

    /// The next spoken line begins at a frame, or none is known of.
    pub(super) fn speech_from(&mut self, frame: Option<u64>) {
        self.speech_from = frame;
    }

    /// True when nothing is heard of it: there is none, or it stands still.
    pub(super) fn is_silent(&self) -> bool {
        self.beds.is_empty() || self.is_at_rest()
    }

    fn is_at_rest(&self) -> bool {
        self.presence.value() <= 0.0 && is_leaving(self.presence) && self.next >= BLOCK
    }

    /// Adds the samples from a frame on.
    pub(super) fn add_to(&mut self, out: &mut [StereoFrame], frame: u64) {
        let mut frame = frame;
        let mut rest = out;
        while !rest.is_empty() {
            if self.next >= BLOCK {
                if self.is_silent() {
                    self.volume.settle();
                    self.gain = None;
                    return;
                }
                self.fill(frame);
            }
            let count = (BLOCK - self.next).min(rest.len());
            let (now, later) = rest.split_at_mut(count);
            self.volume.add_to(now, &self.block[self.next..]);
            self.next += count;
            frame += count as u64;
            rest = later;
        }
    }

    /// Computes the block that begins at a frame.
    fn fill(&mut self, frame: u64) {
        let breath_state = self.breath.advance(frame);
        self.block = [StereoFrame::SILENT; BLOCK];
        self.next = 0;
        let mut own = [StereoFrame::SILENT; BLOCK];
        for bed in &mut self.beds {
            bed.level.advance(BLOCK as f64);
            bed.sound.fill(&mut own, breath_state);
            // A quarter of a sine up and the other one down: together they are as loud as one.
            let wanted = (FRAC_PI_2 * bed.level.value()).sin();
            let from = bed.gain.unwrap_or(0.0);
            for ((sum, frame), gain) in self.block.iter_mut().zip(&own).zip(gliding(from, wanted)) {
                *sum += *frame * gain;
            }
            bed.gain = Some(wanted);
        }
        self.beds.retain(|it| it.level.value() > 0.0 || !is_leaving(it.level));
        self.apply_gain(frame);
        if self.fade.value() <= 0.0 {
            self.beds.clear();
            self.waiting = None;
        } else if self.beds.len() < MOST {
            self.beds.extend(self.waiting.take());
        }
    }

    fn apply_gain(&mut self, frame: u64) {
        let ahead = |seconds: f64| (seconds * f64::from(SAMPLE_RATE)) as u64;
        let speaks =
            frame < self.speech_until.saturating_add(ahead(AFTER_WORDS)) && self.speech_until > 0;
        let will = self.speech_from.is_some_and(|from| from <= frame + ahead(DUCK));
        if speaks || will {
            self.duck.move_to(1.0, whole(DUCK));
        } else {
            self.duck.move_to(0.0, whole(UNDUCK));
        }
        for ramp in [&mut self.presence, &mut self.fade, &mut self.duck] {
            ramp.advance(BLOCK as f64);
        }
        let presence = Easing::Smoothstep.apply(self.presence.value());
        let duck = amplitude(-DUCK_DB * Easing::Smoothstep.apply(self.duck.value()));
        // Slower towards the end, as a fading sound is to the ear.
        let fade = self.fade.value().powi(2);
        let wanted = presence * duck * fade;
        let gains = gliding(self.gain.unwrap_or(wanted), wanted);
        for (frame, gain) in self.block.iter_mut().zip(gains) {
            *frame = *frame * gain;
        }
        self.gain = Some(wanted);
    }
}

/// The gains of a block, in which they move evenly.
fn gliding(from: f64, to: f64) -> impl Iterator<Item = f32> {
    let step = (to - from) / BLOCK as f64;
    let mut gain = from;
    std::iter::repeat_with(move || {
        gain += step;
        gain as f32
    })
}

/// So many seconds as frames, which is how time is counted here. No change is so short that it clicks.
fn whole(seconds: f64) -> f64 {
    seconds.max(0.005) * f64::from(SAMPLE_RATE)
}

/// True while a level is on its way to silence, or there.
fn is_leaving(level: Parameter<f64>) -> bool {
    level.target() <= 0.0
}

#[cfg(test)]
mod tests;
