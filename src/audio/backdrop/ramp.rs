//! A value that moves evenly from 0 to 1 and back.

use crate::audio::SAMPLE_RATE;
use crate::audio::synth::BLOCK;

/// A value between 0 and 1 on its way to one end, a block at a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ramp {
    value: f64,
    step: f64,
}

impl Ramp {
    pub(super) fn at(value: f64) -> Self {
        Self { value, step: 0.0 }
    }

    /// Sends it up; all the way would take this long, in seconds.
    pub(super) fn rise(&mut self, seconds: f64) {
        self.step = step(seconds);
    }

    /// Sends it down; all the way would take this long, in seconds.
    pub(super) fn fall(&mut self, seconds: f64) {
        self.step = -step(seconds);
    }

    /// Sends it down; it arrives after this long, in seconds, from wherever it is.
    pub(super) fn fall_within(&mut self, seconds: f64) {
        self.step = -step(seconds) * self.value.max(f64::EPSILON);
    }

    pub(super) fn is_falling(self) -> bool {
        self.step < 0.0
    }

    pub(super) fn value(self) -> f64 {
        self.value
    }

    /// Lets a block of time pass.
    pub(super) fn advance(&mut self) {
        self.value = (self.value + self.step).clamp(0.0, 1.0);
    }
}

fn step(seconds: f64) -> f64 {
    BLOCK as f64 / (seconds.max(0.005) * f64::from(SAMPLE_RATE))
}
