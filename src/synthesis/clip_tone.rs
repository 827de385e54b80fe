//! A finished clip on its way to the ear.

use crate::synthesis::clip::SoundClip;
use crate::synthesis::tone::Tone;
use crate::synthesis::units::BLOCK;

/// A clip, from its first sample to its last.
pub(crate) struct ClipTone {
    clip: SoundClip,
    position: usize,
    gain: f32,
}

impl ClipTone {
    pub(crate) fn new(clip: &SoundClip) -> Self {
        Self { clip: clip.clone(), position: 0, gain: 1.0 }
    }

    /// The same so many times as loud.
    pub(crate) fn with_gain(self, gain: f32) -> Self {
        Self { gain, ..self }
    }
}

impl Tone for ClipTone {
    fn fill(&mut self, block: &mut [f32; BLOCK]) -> usize {
        let rest = self.clip.samples_from(self.position);
        let count = rest.len().min(BLOCK);
        for (sample, given) in block.iter_mut().zip(rest) {
            *sample = given * self.gain;
        }
        self.position += count;
        count
    }
}
