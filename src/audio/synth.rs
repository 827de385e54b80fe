//! Tones computed live, a block at a time, and the voice that carries one to the mixer.

mod breath;
mod chime;
mod voice;

pub(super) use breath::BreathTone;
pub(super) use chime::ChimeTone;
pub(super) use voice::{Hush, Voice};

/// Frames computed at once: 1.3 ms.
const BLOCK: usize = 64;

/// Something that can fill blocks with samples until it is over.
pub(super) trait Tone: Send + 'static {
    /// Writes the next samples and says how many there are; fewer than a block means the end.
    fn fill(&mut self, block: &mut [f32; BLOCK]) -> usize;
}

#[cfg(test)]
mod tests;
