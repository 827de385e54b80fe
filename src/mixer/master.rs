//! The last hands on the sound: volume that glides, a limiter, and a ceiling that rounds.

use crate::mixer::limiter::Limiter;
use crate::synthesis::SAMPLE_RATE;
use crate::tween::Parameter;

/// No sample ever leaves the mixer louder than this (−3.9 dBFS). The rest up to −3 dBTP is left for
/// what lies between samples.
pub(super) const CEILING: f32 = 0.64;

/// Below this level nothing is touched; above it samples bend softly towards the ceiling.
const KNEE: f32 = 0.42;
/// How long the volume takes to glide from silence to full, in frames: 50 ms.
const GLIDE: f32 = 0.05 * SAMPLE_RATE as f32;

/// Volume and ceiling.
#[derive(Debug)]
pub(super) struct Master {
    volume: u8,
    muted: bool,
    gain: Parameter<f32>,
    limiter: Limiter,
}

impl Master {
    pub(super) fn new() -> Self {
        Self { volume: 100, muted: false, gain: Parameter::resting(1.0), limiter: Limiter::new() }
    }

    pub(super) fn set_volume(&mut self, volume: u8) {
        self.volume = volume.min(100);
    }

    pub(super) fn set_muted(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// Takes on the volume at once, for when nothing sounds.
    pub(super) fn settle(&mut self) {
        self.gain.move_to(self.target(), GLIDE);
        self.gain.settle();
    }

    pub(super) fn apply(&mut self, samples: &mut [f32]) {
        self.gain.move_to(self.target(), GLIDE);
        for sample in samples {
            *sample = below_ceiling(self.limiter.limit(*sample * self.gain.advance(1.0)));
        }
    }

    /// The square of the volume: half of it is 12 dB down, and sounds about half as loud.
    fn target(&self) -> f32 {
        if self.muted { 0.0 } else { (f32::from(self.volume) / 100.0).powi(2) }
    }
}

fn below_ceiling(sample: f32) -> f32 {
    let level = sample.abs();
    if level <= KNEE {
        return sample;
    }
    let room = CEILING - KNEE;
    (KNEE + room * ((level - KNEE) / room).tanh()).copysign(sample)
}
