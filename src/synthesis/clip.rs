//! A piece of finished sound, such as a spoken line.

use std::sync::Arc;
use std::time::Duration;

use crate::synthesis::loudness::{hold_below, loudness, loudness_held_below};
use crate::synthesis::resample::resample;
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

/// One channel of finished samples at [`SAMPLE_RATE`]. A copy costs nothing: all share the samples.
#[derive(Clone)]
pub struct SoundClip(Arc<Vec<f32>>);

impl SoundClip {
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
            for sample in &mut samples {
                *sample *= gain;
            }
        }
        Self(Arc::new(samples))
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
        let mut samples = resample(samples, rate);
        let mut gain = 1.0;
        let mut found = loudness(&samples);
        for _ in 0..ROUNDS {
            let Some(missing) = found.map(|found| loudness_lufs - found) else {
                break;
            };
            if missing.abs() < CLOSE {
                break;
            }
            gain = (gain * amplitude(missing)).min(LARGEST_GAIN);
            found = loudness_held_below(&samples, gain as f32, LOUDEST);
        }
        hold_below(&mut samples, gain as f32, LOUDEST);
        Self::new(samples)
    }

    /// How long it lasts.
    pub fn length(&self) -> Duration {
        Duration::from_secs_f64(self.0.len() as f64 / f64::from(SAMPLE_RATE))
    }

    /// What is left of it from the word on that sounds after so much of it: it begins where the last
    /// gap between words ends. `None` where there was no gap before.
    pub fn rest_from_word_at(&self, heard: Duration) -> Option<Self> {
        let frames = (heard.as_secs_f64() * f64::from(SAMPLE_RATE)).round() as usize;
        let peak = self.0.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
        let is_quiet = |piece: &[f32]| piece.iter().all(|sample| sample.abs() <= GAP_PART * peak);
        let before = self.0.get(..frames.min(self.0.len())).unwrap_or_default();
        let pieces: Vec<bool> = before.chunks_exact(GAP_PIECE).map(is_quiet).collect();
        let ends = |end: &usize| {
            *end >= GAP_PIECES && pieces[end - GAP_PIECES..*end].iter().all(|quiet| *quiet)
        };
        let end = (1..=pieces.len()).rev().find(ends)?;
        Some(Self::new(self.0[end * GAP_PIECE..].to_vec()))
    }

    /// Its samples at [`SAMPLE_RATE`].
    pub fn samples(&self) -> &Arc<Vec<f32>> {
        &self.0
    }
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
