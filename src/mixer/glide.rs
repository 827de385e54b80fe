//! A loudness that glides wherever it is set.

use crate::choices::Mix;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};
use crate::tween::Parameter;

/// How long a volume takes to glide from silence to full, in frames: 50 ms.
const GLIDE: f32 = 0.05 * SAMPLE_RATE as f32;
/// How long what is beside a volume takes to change by a whole, in frames: 1 s, since it is not asked
/// for and is not to be noticed.
const TRIM_GLIDE: f32 = SAMPLE_RATE as f32;

/// A volume that glides wherever it is set, while something sounds under it. Before that it is there
/// at once: what begins does so at the volume that was set, and never on the way to it.
#[derive(Debug)]
pub(super) struct GlidingGain {
    gain: Parameter<f32>,
    volume: f32,
    /// A factor beside the volume, such as that of the night.
    trim: Parameter<f32>,
    /// Whether something sounds under it.
    is_heard: bool,
}

impl GlidingGain {
    /// The gain of a kind of sound that is as it was meant.
    pub(super) fn new() -> Self {
        Self {
            gain: Parameter::resting(1.0),
            volume: 1.0,
            trim: Parameter::resting(1.0),
            is_heard: false,
        }
    }

    /// The square of the volume: half of it is 12 dB down, and sounds about half as loud.
    pub(super) fn set(&mut self, volume: u8) {
        self.volume = (f32::from(volume.min(100)) / f32::from(Mix::MEANT)).powi(2);
    }

    /// So many dB beside the volume.
    pub(super) fn set_trim(&mut self, db: f32) {
        self.trim.move_to(10_f32.powf(db / 20.0), TRIM_GLIDE);
    }

    /// True unless it is turned down to nothing.
    pub(super) fn is_open(&self) -> bool {
        self.volume > 0.0
    }

    /// Nothing sounds under it now: what comes next begins at the volume as it is set then.
    pub(super) fn settle(&mut self) {
        self.is_heard = false;
    }

    /// The gain of every frame from now on, while it stays as it is; `None` where it is on its way or
    /// nothing sounds under it yet.
    pub(super) fn steady(&self) -> Option<f32> {
        let is_there = |it: Parameter<f32>, at: f32| it.value().to_bits() == at.to_bits();
        let (trim, gain) = (self.trim, self.gain);
        let stays = is_there(trim, trim.target()) && is_there(gain, self.volume * trim.value());
        (self.is_heard && stays).then(|| gain.value())
    }

    /// Brings frames to it.
    pub(super) fn apply(&mut self, frames: &mut [StereoFrame]) {
        match self.steady() {
            Some(gain) => frames.iter_mut().for_each(|frame| *frame = *frame * gain),
            None => frames.iter_mut().for_each(|frame| *frame = *frame * self.next()),
        }
    }

    /// Adds frames, brought to it, to others.
    pub(super) fn add_to(&mut self, sum: &mut [StereoFrame], frames: &[StereoFrame]) {
        let pairs = sum.iter_mut().zip(frames);
        match self.steady() {
            Some(gain) => pairs.for_each(|(sum, frame)| *sum += *frame * gain),
            None => pairs.for_each(|(sum, frame)| *sum += *frame * self.next()),
        }
    }

    /// The gain of the next frame.
    pub(super) fn next(&mut self) -> f32 {
        if !self.is_heard {
            self.is_heard = true;
            self.trim.settle();
            self.gain = Parameter::resting(self.volume * self.trim.value());
        }
        let trim = self.trim.advance(1.0);
        self.gain.move_to(self.volume * trim, GLIDE);
        self.gain.advance(1.0)
    }
}
