//! A finished clip on its way to the ear.

use std::sync::Arc;

use super::{BLOCK, Tone};
use crate::audio::clip::Clip;

/// A clip, from its first sample to its last.
pub(in crate::audio) struct ClipTone {
    samples: Arc<[f32]>,
    position: usize,
}

impl ClipTone {
    pub(in crate::audio) fn new(clip: &Clip) -> Self {
        Self { samples: Arc::clone(clip.samples()), position: 0 }
    }
}

impl Tone for ClipTone {
    fn fill(&mut self, block: &mut [f32; BLOCK]) -> usize {
        let rest = &self.samples[self.position..];
        let count = rest.len().min(BLOCK);
        block[..count].copy_from_slice(&rest[..count]);
        self.position += count;
        count
    }
}
