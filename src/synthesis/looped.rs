//! A recording that goes round without a seam.

use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

use crate::synthesis::bed::{BedSource, BreathState};
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::{BLOCK, SAMPLE_RATE, amplitude};

/// How long the end crosses over into the beginning, at most, in frames: 4 s.
const SEAM: usize = 4 * SAMPLE_RATE as usize;
/// How much louder a recording is with full lungs than with empty ones, in dB.
const SWELL_DB: f64 = 9.0;

/// A recording whose end has been laid over its beginning. It is kept in 16 bits, since some are
/// minutes long, and in one channel where both ears hear the same.
#[derive(Debug)]
pub(crate) struct LoopedRecording {
    /// Of each frame one sample, or left and right.
    samples: Vec<i16>,
    channels: usize,
    gain: f32,
}

impl LoopedRecording {
    /// Makes a recording go round, and as loud as `gain` makes it.
    pub(crate) fn new(mut frames: Vec<StereoFrame>, gain: f32) -> Self {
        let seam = SEAM.min(frames.len() / 4);
        let kept = frames.len() - seam;
        for index in 0..seam {
            let way = FRAC_PI_2 * index as f32 / seam as f32;
            frames[index] = frames[index] * way.sin() + frames[kept + index] * way.cos();
        }
        frames.truncate(kept);
        let peak = frames.iter().fold(f32::MIN_POSITIVE, |peak, it| peak.max(it.peak()));
        let full = f32::from(i16::MAX);
        let channels =
            if frames.iter().all(|it| it.left.to_bits() == it.right.to_bits()) { 1 } else { 2 };
        let ears = frames.iter().flat_map(|it| [it.left, it.right].into_iter().take(channels));
        let samples = ears.map(|it| (it / peak * full) as i16).collect();
        Self { samples, channels, gain: gain * peak / full }
    }

    /// How many frames go round.
    fn frames(&self) -> usize {
        self.samples.len() / self.channels
    }

    fn frame(&self, index: usize) -> StereoFrame {
        let ear = |ear: usize| self.samples.get(index * self.channels + ear).copied();
        let left = f32::from(ear(0).unwrap_or(0));
        StereoFrame {
            left,
            right: if self.channels == 1 { left } else { ear(1).unwrap_or(0).into() },
        }
    }
}

/// A recording on its endless way round.
pub(crate) struct LoopedTone {
    recording: Arc<LoopedRecording>,
    position: usize,
    level: Option<f64>,
}

impl LoopedTone {
    pub(crate) fn new(recording: Arc<LoopedRecording>) -> Self {
        Self { recording, position: 0, level: None }
    }
}

impl BedSource for LoopedTone {
    fn fill(&mut self, block: &mut [StereoFrame; BLOCK], breath_state: BreathState) {
        let frames = self.recording.frames();
        let wanted =
            amplitude(SWELL_DB * (breath_state.fullness - 0.5)) * f64::from(self.recording.gain);
        let mut level = self.level.unwrap_or(wanted);
        let step = (wanted - level) / BLOCK as f64;
        for frame in block {
            level += step;
            *frame = self.recording.frame(self.position) * level as f32;
            self.position += 1;
            if self.position >= frames {
                self.position = 0;
            }
        }
        self.level = Some(wanted);
    }
}
