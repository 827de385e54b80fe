//! The breath a bed follows: from phase to phase, and slowly back to steady when there is none.

use std::time::Duration;

use super::ramp::Ramp;
use crate::audio::SAMPLE_RATE;
use crate::audio::synth::Air;
use crate::session::PhaseKind;

/// The fullness of a bed that follows no breath.
const STEADY: f64 = 0.5;
/// How long after a phase ended the next one is still waited for, and how long the bed then takes
/// to come to rest, in seconds.
const PATIENCE: f64 = 1.5;
const COME_TO_REST: f64 = 4.0;
/// How long a bed takes to lay its own motion aside, in seconds.
const LISTEN: f64 = 2.0;
/// No phase is so short that the bed would jump, in seconds.
const SHORTEST: f64 = 0.05;

/// The way of the breath, as far as it is known.
pub(super) struct BreathPath {
    from: f64,
    to: f64,
    /// When the phase began, in frames, and how long it lasts.
    start: u64,
    length: u64,
    followed: Ramp,
}

impl BreathPath {
    pub(super) fn new() -> Self {
        Self { from: STEADY, to: STEADY, start: 0, length: 0, followed: Ramp::at(0.0) }
    }

    /// A phase begins at a frame. Whatever came before, it goes on from where the breath is.
    pub(super) fn follow(&mut self, phase: PhaseKind, length: Duration, end: f64, frame: u64) {
        self.from = self.fullness(frame);
        self.to = match phase {
            PhaseKind::Inhale | PhaseKind::Exhale => end.clamp(0.0, 1.0),
            PhaseKind::Hold | PhaseKind::Rest => self.from,
        };
        self.start = frame;
        self.length = frames(length.as_secs_f64().max(SHORTEST));
        self.followed.rise(LISTEN);
    }

    /// The phase is broken off: the breath stays where it is, and nothing more is known.
    pub(super) fn break_off(&mut self, frame: u64) {
        if self.followed.is_falling() {
            return;
        }
        self.from = self.fullness(frame);
        self.to = self.from;
        self.length = frame.saturating_sub(self.start).min(self.length);
    }

    /// How the breath stands at a frame; then a block of time passes.
    pub(super) fn advance(&mut self, frame: u64) -> Air {
        let rest = self.start + self.length + frames(PATIENCE);
        if frame >= rest && !self.followed.is_falling() && self.followed.value() > 0.0 {
            self.from = self.fullness(frame);
            self.followed.fall(COME_TO_REST);
        }
        let air = Air { fullness: self.fullness(frame), followed: self.followed.value() };
        self.followed.advance();
        air
    }

    fn fullness(&self, frame: u64) -> f64 {
        if self.followed.is_falling() {
            let left = self.followed.value();
            return STEADY + (self.to - STEADY) * left * left * (3.0 - 2.0 * left);
        }
        let since = frame.saturating_sub(self.start) as f64;
        let way = if self.length == 0 { 1.0 } else { (since / self.length as f64).min(1.0) };
        self.from + (self.to - self.from) * way
    }
}

fn frames(seconds: f64) -> u64 {
    (seconds * f64::from(SAMPLE_RATE)).round() as u64
}
