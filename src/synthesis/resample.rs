//! Samples of any rate brought to the rate of the mixer.

use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Resampler as _};

use crate::synthesis::units::SAMPLE_RATE;

/// How many samples are turned into a spectrum at once, about.
const CHUNK: usize = 2_048;

/// Brings one channel of samples from a rate in frames per second to [`SAMPLE_RATE`]. What lies
/// above half of either rate is left out, the rest stays as it is and where it is.
pub(crate) fn resample(samples: Vec<f32>, from: u32) -> Vec<f32> {
    if from == SAMPLE_RATE || samples.is_empty() {
        return samples;
    }
    let (from, to) = (from.max(1) as usize, SAMPLE_RATE as usize);
    let mut resampler = Fft::<f32>::new(from, to, CHUNK, 1, FixedSync::Both)
        .expect("invariant: both rates are above zero, and there is one channel");
    let all = InterleavedSlice::new(&samples, 1, samples.len())
        .expect("invariant: one channel is as long as it is");
    let brought = resampler.process_all(&all, samples.len(), None);
    brought.expect("invariant: the buffers are as long as they were asked for").take_data()
}

#[cfg(test)]
mod tests;
