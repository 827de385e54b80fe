//! Samples of any rate brought to the rate of the mixer.

use std::vec;

use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Resampler as _};

use crate::synthesis::units::SAMPLE_RATE;

/// How many samples are turned into a spectrum at once, about.
const CHUNK: usize = 2_048;

/// Brings one channel of samples from a rate in frames per second to [`SAMPLE_RATE`]. What lies
/// above half of either rate is left out, the rest stays as it is and where it is.
pub(crate) fn resample(samples: Vec<f32>, from: u32) -> Vec<f32> {
    if from == SAMPLE_RATE {
        return samples;
    }
    let mut brought = Vec::with_capacity(brought_frames(samples.len(), from));
    brought.extend(ResampledSamples::new(samples.into_iter(), from));
    brought
}

/// How many samples at [`SAMPLE_RATE`] so many of another rate are.
pub(super) fn brought_frames(frames: usize, from: u32) -> usize {
    let frames = frames as u64 * u64::from(SAMPLE_RATE);
    frames.div_ceil(u64::from(from.max(1))) as usize
}

/// The same one by one, so that a long line need not lie in memory at both rates.
pub(super) struct ResampledSamples<Samples> {
    samples: Samples,
    /// `None` where they have the rate already.
    resampler: Option<Fft<f32>>,
    /// What is brought already.
    ready: vec::IntoIter<f32>,
    /// So many more come out before the first: the spectrum looks ahead.
    early: usize,
    /// So many more are to come.
    left: usize,
}

impl<Samples: ExactSizeIterator<Item = f32>> ResampledSamples<Samples> {
    pub(super) fn new(samples: Samples, from: u32) -> Self {
        let left = brought_frames(samples.len(), from);
        let (from, to) = (from.max(1) as usize, SAMPLE_RATE as usize);
        let resampler = (from != to).then(|| {
            Fft::new(from, to, CHUNK, 1, FixedSync::Both)
                .expect("invariant: both rates are above zero, and there is one channel")
        });
        let early = resampler.as_ref().map_or(0, Fft::output_delay);
        Self { samples, resampler, ready: Vec::new().into_iter(), early, left }
    }
}

impl<Samples: Iterator<Item = f32>> Iterator for ResampledSamples<Samples> {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        self.left = self.left.checked_sub(1)?;
        let Some(resampler) = &mut self.resampler else { return self.samples.next() };
        loop {
            if self.early < self.ready.len() {
                return self.ready.nth(std::mem::take(&mut self.early));
            }
            self.early -= self.ready.len();
            self.ready = next_chunk(resampler, &mut self.samples).into_iter();
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

/// The next samples brought, with silence behind the last.
fn next_chunk(resampler: &mut Fft<f32>, samples: &mut impl Iterator<Item = f32>) -> Vec<f32> {
    let count = resampler.input_frames_next();
    let mut chunk: Vec<f32> = samples.take(count).collect();
    chunk.resize(count, 0.0);
    let mut brought = vec![0.0; resampler.output_frames_next()];
    let frames = brought.len();
    let chunk = InterleavedSlice::new(&chunk, 1, count)
        .expect("invariant: one channel is as long as it is");
    let mut out = InterleavedSlice::new_mut(&mut brought, 1, frames)
        .expect("invariant: one channel is as long as it is");
    resampler
        .process_into_buffer(&chunk, &mut out, None)
        .expect("invariant: the buffers are as long as they were asked for");
    brought
}

#[cfg(test)]
mod tests;
