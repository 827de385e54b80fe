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
/// minutes long.
#[derive(Debug)]
pub(crate) struct LoopedRecording {
    samples: Vec<i16>,
    gain: f32,
}

impl LoopedRecording {
    /// Makes a recording go round, and as loud as `gain` makes it.
    pub(crate) fn new(mut samples: Vec<f32>, gain: f32) -> Self {
        let seam = SEAM.min(samples.len() / 4);
        let kept = samples.len() - seam;
        for index in 0..seam {
            let way = FRAC_PI_2 * index as f32 / seam as f32;
            samples[index] = samples[index] * way.sin() + samples[kept + index] * way.cos();
        }
        samples.truncate(kept);
        let peak = samples.iter().fold(f32::MIN_POSITIVE, |peak, it| peak.max(it.abs()));
        let full = f32::from(i16::MAX);
        let samples = samples.iter().map(|it| (it / peak * full) as i16).collect();
        Self { samples, gain: gain * peak / full }
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
        let samples = &self.recording.samples;
        let wanted =
            amplitude(SWELL_DB * (breath_state.fullness - 0.5)) * f64::from(self.recording.gain);
        let mut level = self.level.unwrap_or(wanted);
        let step = (wanted - level) / BLOCK as f64;
        for frame in block {
            level += step;
            let sample = samples.get(self.position).map_or(0.0, |&it| f32::from(it));
            *frame = StereoFrame::centred(sample * level as f32);
            self.position += 1;
            if self.position >= samples.len() {
                self.position = 0;
            }
        }
        self.level = Some(wanted);
    }
}
