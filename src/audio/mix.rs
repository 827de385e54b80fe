//! A loudness that glides wherever it is set.

use crate::audio::SAMPLE_RATE;
use crate::choices::Mix;

/// How long a volume takes to glide from silence to full, in seconds.
const GLIDE: f32 = 0.05;
/// How long what is beside a volume takes to change by a whole, in seconds: nobody has asked for it,
/// and nobody is to notice.
const TRIM_GLIDE: f32 = 1.0;

/// A volume that glides wherever it is set.
#[derive(Debug)]
pub(super) struct Glide {
    gain: f32,
    volume: f32,
    /// A factor beside the volume, such as that of the night.
    trim: f32,
    wanted_trim: f32,
}

impl Glide {
    /// The gain of a bus that is as it was meant.
    pub(super) fn new() -> Self {
        Self { gain: 1.0, volume: 1.0, trim: 1.0, wanted_trim: 1.0 }
    }

    /// The square of the volume: half of it is 12 dB down, and sounds about half as loud.
    pub(super) fn set(&mut self, volume: u8) {
        self.volume = (f32::from(volume.min(100)) / f32::from(Mix::MEANT)).powi(2);
    }

    /// So many dB beside the volume.
    pub(super) fn set_trim(&mut self, db: f32) {
        self.wanted_trim = 10_f32.powf(db / 20.0);
    }

    /// True unless it is turned down to nothing.
    pub(super) fn is_open(&self) -> bool {
        self.volume > 0.0
    }

    fn target(&self) -> f32 {
        self.volume * self.trim
    }

    /// Takes on the volume at once, for when nothing sounds.
    pub(super) fn settle(&mut self) {
        self.trim = self.wanted_trim;
        self.gain = self.target();
    }

    pub(super) fn next(&mut self) -> f32 {
        self.trim = toward(self.trim, self.wanted_trim, step(TRIM_GLIDE));
        let target = self.target();
        self.gain = toward(self.gain, target, step(GLIDE));
        self.gain
    }
}

/// How far a gain glides from one frame to the next where a whole takes so many seconds.
const fn step(seconds: f32) -> f32 {
    1.0 / (seconds * SAMPLE_RATE as f32)
}

fn toward(value: f32, target: f32, step: f32) -> f32 {
    if value < target { (value + step).min(target) } else { (value - step).max(target) }
}
