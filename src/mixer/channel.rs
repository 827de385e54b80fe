//! A channel: tones that sound together, under one volume.

use crate::mixer::glide::GlidingGain;
use crate::mixer::playing_tone::PlayingTone;
use crate::synthesis::{Pan, StereoFrame, Tone};

/// The most tones that sound at once in one channel; what is beyond is left out.
const MOST_SOUNDING: usize = 24;

/// Tones under one volume.
pub(super) struct Channel {
    tones: Vec<PlayingTone>,
    volume: GlidingGain,
    sum: Vec<StereoFrame>,
}

impl Channel {
    pub(super) fn new() -> Self {
        Self { tones: Vec::new(), volume: GlidingGain::new(), sum: Vec::new() }
    }

    pub(super) fn set_volume(&mut self, volume: u8) {
        self.volume.set(volume);
    }

    /// So many dB beside its volume.
    pub(super) fn set_trim(&mut self, db: f32) {
        self.volume.set_trim(db);
    }

    pub(super) fn play(&mut self, tone: impl Tone, pan: Pan) {
        if self.tones.len() < MOST_SOUNDING {
            self.tones.push(PlayingTone::new(tone, pan));
        }
    }

    pub(super) fn is_silent(&self) -> bool {
        self.tones.is_empty()
    }

    /// Lets all tones fade.
    pub(super) fn fade_out(&mut self) {
        self.tones.iter_mut().for_each(PlayingTone::fade_out);
    }

    /// Ends all tones at once.
    pub(super) fn clear(&mut self) {
        self.tones.clear();
        self.volume.settle();
    }

    pub(super) fn add_to(&mut self, out: &mut [StereoFrame]) {
        if self.tones.is_empty() {
            self.volume.settle();
            return;
        }
        self.sum.clear();
        self.sum.resize(out.len(), StereoFrame::SILENT);
        self.tones.retain_mut(|tone| tone.add_to(&mut self.sum));
        self.volume.add_to(out, &self.sum);
    }
}
