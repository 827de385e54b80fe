//! A bus: voices that sound together, under one volume.

use crate::audio::mix::Glide;
use crate::audio::synth::{Tone, Voice};

/// The most voices that sound at once on one bus; what is beyond is left out.
const MOST_SOUNDING: usize = 24;

/// Voices under one volume.
pub(super) struct Channel {
    voices: Vec<Voice>,
    volume: Glide,
    sum: Vec<f32>,
}

impl Channel {
    pub(super) fn new() -> Self {
        Self { voices: Vec::new(), volume: Glide::new(), sum: Vec::new() }
    }

    pub(super) fn set_volume(&mut self, volume: u8) {
        self.volume.set(volume);
    }

    /// So many dB beside its volume.
    pub(super) fn set_trim(&mut self, db: f32) {
        self.volume.set_trim(db);
    }

    pub(super) fn sound(&mut self, tone: impl Tone) {
        if self.voices.len() < MOST_SOUNDING {
            self.voices.push(Voice::new(tone));
        }
    }

    pub(super) fn is_silent(&self) -> bool {
        self.voices.is_empty()
    }

    /// Lets all voices fade.
    pub(super) fn hush(&mut self) {
        self.voices.iter_mut().for_each(Voice::hush);
    }

    /// Ends all voices at once.
    pub(super) fn clear(&mut self) {
        self.voices.clear();
    }

    pub(super) fn add_to(&mut self, out: &mut [f32]) {
        if self.voices.is_empty() {
            self.volume.settle();
            return;
        }
        self.sum.clear();
        self.sum.resize(out.len(), 0.0);
        self.voices.retain_mut(|voice| voice.add_to(&mut self.sum));
        for (sample, sum) in out.iter_mut().zip(&self.sum) {
            *sample += *sum * self.volume.next();
        }
    }
}
