//! How a pixel rounds where colours are few: as if at random, so that neighbours blend in the eye.

/// Even noise without clumps, 0–1: interleaved gradient noise (Jorge Jimenez, “Next generation
/// post-processing in Call of Duty: Advanced Warfare”, 2014).
pub(crate) fn grain(column: usize, row: usize) -> f32 {
    (52.982_918 * (0.067_110_56 * column as f32 + 0.005_837_15 * row as f32).fract()).fract()
}
