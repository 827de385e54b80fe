//! Filters whose cut-off may move while they run.

use std::f32::consts::PI;

use crate::audio::SAMPLE_RATE;

/// The highest cut-off, in hertz: beyond it nobody hears a difference.
const HIGHEST: f64 = 18_000.0;
/// Neither dull nor ringing at the cut-off.
const FLAT: f32 = std::f32::consts::FRAC_1_SQRT_2;

/// What a filter lets through.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pass {
    Low,
    High,
    Band,
}

/// A state-variable filter with 12 dB to the octave. It stays calm while its cut-off moves, which
/// is why it is no plain biquad.
pub(super) struct Filter {
    pass: Pass,
    damping: f32,
    gains: [f32; 3],
    first: f32,
    second: f32,
}

impl Filter {
    pub(super) fn new(pass: Pass, hertz: f64) -> Self {
        Self::with_q(pass, hertz, FLAT)
    }

    pub(super) fn with_q(pass: Pass, hertz: f64, q: f32) -> Self {
        let mut filter = Self { pass, damping: 1.0 / q, gains: [0.0; 3], first: 0.0, second: 0.0 };
        filter.move_to(hertz);
        filter
    }

    pub(super) fn move_to(&mut self, hertz: f64) {
        let warped = (PI * hertz.clamp(20.0, HIGHEST) as f32 / SAMPLE_RATE as f32).tan();
        let whole = 1.0 / (1.0 + warped * (warped + self.damping));
        self.gains = [whole, warped * whole, warped * warped * whole];
    }

    pub(super) fn run(&mut self, block: &mut [f32]) {
        let [whole, once, twice] = self.gains;
        for sample in block {
            let rest = *sample - self.second;
            let band = whole * self.first + once * rest;
            let low = self.second + once * self.first + twice * rest;
            self.first = 2.0 * band - self.first;
            self.second = 2.0 * low - self.second;
            *sample = match self.pass {
                Pass::Low => low,
                Pass::High => *sample - self.damping * band - low,
                Pass::Band => self.damping * band,
            };
        }
    }
}
