//! What every tone can do: fill blocks of samples until it is over.

use crate::synthesis::units::BLOCK;

/// A sound that is computed a block at a time and has an end.
pub(crate) trait Tone: Send + 'static {
    /// Writes the next samples and says how many there are; fewer than a block means the end.
    fn fill(&mut self, block: &mut [f32; BLOCK]) -> usize;
}
