//! A piece of finished sound, such as a spoken line.

use std::sync::Arc;
use std::time::Duration;

use crate::audio::SAMPLE_RATE;

/// No sample of a clip is louder (−6 dBFS): this leaves room for what sounds with it.
const LOUDEST: f32 = 0.5;
/// A clip begins and ends within this many frames (5 ms): one that was cut would click.
const EDGE: usize = SAMPLE_RATE as usize / 200;

/// One channel of finished samples at [`SAMPLE_RATE`]. A copy costs nothing: all share the samples.
#[derive(Clone)]
pub struct Clip(Arc<[f32]>);

impl Clip {
    /// A clip of these samples. One that is louder than −6 dBFS anywhere is made softer as a whole,
    /// its first and last 5 ms come and go softly, and what is no number becomes silence.
    pub fn new(mut samples: Vec<f32>) -> Self {
        for sample in &mut samples {
            if !sample.is_finite() {
                *sample = 0.0;
            }
        }
        let edge = EDGE.min(samples.len() / 2);
        for index in 0..edge {
            let gain = index as f32 / edge as f32;
            samples[index] *= gain;
            if let Some(sample) = samples.iter_mut().nth_back(index) {
                *sample *= gain;
            }
        }
        let peak = samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
        if peak > LOUDEST {
            let gain = LOUDEST / peak;
            samples.iter_mut().for_each(|sample| *sample *= gain);
        }
        Self(samples.into())
    }

    /// How long it lasts.
    pub fn length(&self) -> Duration {
        Duration::from_secs_f64(self.0.len() as f64 / f64::from(SAMPLE_RATE))
    }

    pub(super) fn samples(&self) -> &Arc<[f32]> {
        &self.0
    }
}

/// The same samples in the same place of memory.
impl PartialEq for Clip {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Clip {}

impl std::fmt::Debug for Clip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clip of {:?}", self.length())
    }
}
