//! From samples to whole numbers of 16 bits, with the rounding error turned into even noise.

/// What a full sample is as a number.
const FULL: f32 = 32_767.0;
/// Where the noise begins. Always the same, so that the same session gives the same file.
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// Rounds samples to 16 bits. A noise of at most one step either way is added first, triangular in
/// its spread, so that a fading chime ends in a breath of noise instead of a rasp. Pure silence
/// stays pure.
pub(super) struct Dither {
    noise: u64,
}

impl Dither {
    pub(super) fn new() -> Self {
        Self { noise: SEED }
    }

    pub(super) fn round(&mut self, sample: f32) -> i16 {
        if sample == 0.0 {
            return 0;
        }
        // The conversion keeps within the bounds of the type.
        (sample * FULL + self.next()).round() as i16
    }

    /// The difference of two even noises, in steps of the result.
    fn next(&mut self) -> f32 {
        self.noise ^= self.noise << 13;
        self.noise ^= self.noise >> 7;
        self.noise ^= self.noise << 17;
        let (one, other) = (self.noise as u32, (self.noise >> 32) as u32);
        (f64::from(one) - f64::from(other)) as f32 / u32::MAX as f32
    }
}
