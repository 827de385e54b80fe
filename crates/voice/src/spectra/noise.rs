//! Noise that is the same each time, so that the same words make the same sound.

use std::f32::consts::TAU;

use realfft::num_complex::Complex32;

/// Marsaglia's xorshift generator of 64 bits.
pub(crate) struct Noise(u64);

impl Noise {
    pub(crate) fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// A number between 0 and 1, neither of them.
    fn uniform(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 41) as f32 + 0.5) / (1_u32 << 23) as f32
    }

    /// Two numbers of a normal distribution with variance 1, by Box and Muller.
    pub(crate) fn normal(&mut self) -> Complex32 {
        let radius = (-2.0 * self.uniform().ln()).sqrt();
        Complex32::from_polar(radius, TAU * self.uniform())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_has_no_mean_and_the_variance_of_one() {
        let mut noise = Noise::new();
        let values: Vec<f32> =
            (0..20_000).map(|_| noise.normal()).flat_map(|it| [it.re, it.im]).collect();
        let count = values.len() as f32;
        let mean = values.iter().sum::<f32>() / count;
        let variance = values.iter().map(|value| value * value).sum::<f32>() / count;
        assert!(mean.abs() < 0.02 && (variance - 1.0).abs() < 0.03, "{mean} {variance}");
    }
}
