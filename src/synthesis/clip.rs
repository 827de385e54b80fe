//! A piece of finished sound, such as a spoken line.

use std::sync::Arc;
use std::time::Duration;

use crate::synthesis::loudness::loudness_at;
use crate::synthesis::peak_holder::held_below;
use crate::synthesis::resample::{ResampledSamples, brought_frames};
use crate::synthesis::units::{SAMPLE_RATE, amplitude};

/// No sample of a clip is louder (−6 dBFS): this leaves room for what sounds with it.
const LOUDEST: f32 = 0.5;
/// A clip begins and ends within this many frames (5 ms): one that was cut would click.
const EDGE: usize = SAMPLE_RATE as usize / 200;
/// No line is made louder than this many times: what needs more is hardly speech.
const LARGEST_GAIN: f64 = 100.0;
/// A gap between words is this many pieces of so many frames (four of 10 ms), none of them above
/// this part of the highest peak (−34 dB).
const GAP_PIECES: usize = 4;
const GAP_PIECE: usize = SAMPLE_RATE as usize / 100;
const GAP_PART: f32 = 0.02;
/// Holding peaks down costs a little loudness; it is made up for so often, or until it is this
/// close in dB.
const ROUNDS: usize = 8;
const CLOSE: f64 = 0.05;

/// One channel of finished samples at [`SAMPLE_RATE`], of 16 bits each, since a line of a quarter of a
/// minute lies in memory while it is heard. A copy costs nothing: all share the samples.
#[derive(Clone)]
pub struct SoundClip(Arc<Vec<i16>>);

/// The number that stands for a sample.
fn kept(sample: f32) -> i16 {
    (sample.clamp(-LOUDEST, LOUDEST) / LOUDEST * f32::from(i16::MAX)).round() as i16
}

/// The sample that a number stands for.
fn sample(kept: i16) -> f32 {
    f32::from(kept) / f32::from(i16::MAX) * LOUDEST
}

impl SoundClip {
    /// A clip of these samples. One that is louder than −6 dBFS anywhere is made softer as a whole,
    /// its first and last 5 ms come and go softly, and what is no number becomes silence.
    pub fn new(samples: Vec<f32>) -> Self {
        let count = samples.len();
        let whole = |sample: f32| if sample.is_finite() { sample } else { 0.0 };
        let peak = samples.iter().fold(0.0_f32, |peak, it| peak.max(whole(*it).abs()));
        let gain = if peak > LOUDEST { LOUDEST / peak } else { 1.0 };
        Self::of(samples.into_iter().map(|sample| whole(sample) * gain), count)
    }

    /// A clip of so many samples, none of them louder than −6 dBFS.
    fn of(samples: impl Iterator<Item = f32>, count: usize) -> Self {
        let edge = EDGE.min(count / 2);
        let mut all = Vec::with_capacity(count);
        for (index, sample) in samples.enumerate() {
            let from_end = count.saturating_sub(index + 1);
            let gain = if edge == 0 { 1.0 } else { index.min(from_end) as f32 / edge as f32 };
            all.push(kept(sample * gain.min(1.0)));
        }
        Self(Arc::new(all))
    }

    /// A clip of a spoken line: one channel of samples at `rate` frames per second, as an engine or a
    /// microphone gave them.
    ///
    /// It is brought to [`SAMPLE_RATE`] and to a loudness in LUFS as EBU R 128 measures it, pauses
    /// left out, so that lines of one voice or of several are equally loud; for a line shorter than a
    /// second, as if it were said again and again. Peaks that would pass −6 dBFS are held down one by
    /// one within 3 ms, and the line as a whole stays as loud as was asked. Silence stays silence.
    pub fn from_speech(mut samples: Vec<f32>, rate: u32, loudness_lufs: f64) -> Self {
        for sample in &mut samples {
            *sample = if sample.is_finite() { *sample } else { 0.0 };
        }
        let gain = gain_for(&samples, rate, loudness_lufs);
        let count = brought_frames(samples.len(), rate);
        let louder = samples.into_iter().map(|sample| sample * gain);
        // Between two samples of a lower rate may lie a higher peak.
        Self::of(held_below(ResampledSamples::new(louder, rate), SAMPLE_RATE, LOUDEST), count)
    }

    /// How long it lasts.
    pub fn length(&self) -> Duration {
        Duration::from_secs_f64(self.0.len() as f64 / f64::from(SAMPLE_RATE))
    }

    /// What is left of it from the word on that sounds after so much of it: it begins where the last
    /// gap between words ends. `None` where there was no gap before.
    pub fn rest_from_word_at(&self, heard: Duration) -> Option<Self> {
        let frames = (heard.as_secs_f64() * f64::from(SAMPLE_RATE)).round() as usize;
        let samples = self.samples();
        let peak = samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
        let is_quiet = |piece: &[f32]| piece.iter().all(|sample| sample.abs() <= GAP_PART * peak);
        let before = samples.get(..frames.min(samples.len())).unwrap_or_default();
        let pieces: Vec<bool> = before.chunks_exact(GAP_PIECE).map(is_quiet).collect();
        let ends = |end: &usize| {
            *end >= GAP_PIECES && pieces[end - GAP_PIECES..*end].iter().all(|quiet| *quiet)
        };
        let end = (1..=pieces.len()).rev().find(ends)?;
        Some(Self::new(samples[end * GAP_PIECE..].to_vec()))
    }

    /// How many samples it has.
    pub(crate) fn frames(&self) -> usize {
        self.0.len()
    }

    /// Its samples at [`SAMPLE_RATE`].
    pub fn samples(&self) -> Vec<f32> {
        self.samples_from(0).collect()
    }

    /// Its samples from one of them on.
    pub(crate) fn samples_from(&self, first: usize) -> impl ExactSizeIterator<Item = f32> {
        self.0.get(first..).unwrap_or_default().iter().map(|it| sample(*it))
    }
}

/// How many times as loud speech is made for a loudness in LUFS, where its peaks are held down.
fn gain_for(samples: &[f32], rate: u32, loudness_lufs: f64) -> f32 {
    let mut gain = 1.0;
    let mut found = loudness_at(rate, samples.len(), &samples.iter().copied());
    for _ in 0..ROUNDS {
        let Some(missing) = found.map(|found| loudness_lufs - found) else {
            break;
        };
        if missing.abs() < CLOSE {
            break;
        }
        gain = (gain * amplitude(missing)).min(LARGEST_GAIN);
        let louder = samples.iter().map(|sample| sample * gain as f32);
        found = loudness_at(rate, samples.len(), &held_below(louder, rate, LOUDEST));
    }
    gain as f32
}

/// The same samples in the same place of memory.
impl PartialEq for SoundClip {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for SoundClip {}

impl std::fmt::Debug for SoundClip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SoundClip of {:?}", self.length())
    }
}

#[cfg(test)]
mod tests;
