//! Tones computed live, a block at a time, and the voice that carries one to its bus.

mod bed;
mod breath;
mod chime;
mod clip;
mod seamless;
mod voice;

pub(super) use bed::{Air, Background, BedTone};
pub(super) use breath::BreathTone;
pub(super) use chime::ChimeTone;
pub(super) use clip::ClipTone;
pub(super) use seamless::{Seamless, SeamlessTone};
pub(super) use voice::Voice;

/// Frames computed at once: 1.3 ms.
pub(super) const BLOCK: usize = 64;

/// Something that can fill blocks with samples until it is over.
pub(super) trait Tone: Send + 'static {
    /// Writes the next samples and says how many there are; fewer than a block means the end.
    fn fill(&mut self, block: &mut [f32; BLOCK]) -> usize;
}

#[cfg(test)]
mod tests;
