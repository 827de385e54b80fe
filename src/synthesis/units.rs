//! How sound is counted: its rate, the blocks it is computed in, and decibels.

/// The sample rate of everything that is synthesised, in frames per second. The server or the
/// device converts if it wants another.
pub const SAMPLE_RATE: u32 = 48_000;

/// How loud words are spoken by day, in LUFS: softer than a broadcast (−16 to −19 in one channel), so
/// that they startle no one, and louder than what would make one turn them up.
pub const SPEECH_LUFS: f64 = -20.0;

/// Frames computed at once: 1.3 ms.
pub(crate) const BLOCK: usize = 64;

/// How long a block lasts, in seconds.
pub(crate) const BLOCK_SECONDS: f64 = BLOCK as f64 / SAMPLE_RATE as f64;

/// A level in dB as a factor.
pub(crate) fn amplitude(db: f64) -> f64 {
    10_f64.powf(db / 20.0)
}
