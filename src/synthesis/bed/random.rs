//! Random numbers that repeat: the same seed gives the same numbers, on every machine.

/// A stream of numbers that look random.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// Streams of one seed have nothing in common.
    pub(super) fn new(seed: u32, stream: u64) -> Self {
        let mut chance = Self((u64::from(seed) << 32) ^ stream.wrapping_mul(0xD1B5_4A32_D192_ED03));
        chance.next();
        chance
    }

    /// A step of the generator known as `SplitMix64`: it never repeats within any session.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Evenly between two numbers.
    pub(super) fn between(&mut self, [from, to]: [f64; 2]) -> f64 {
        from + (to - from) * self.unit()
    }

    /// Twice 24 bits around zero, for noise.
    pub(super) fn pair(&mut self) -> [i32; 2] {
        let drawn = self.next();
        [(drawn >> 40) as i32 - (1 << 23), (drawn >> 8 & 0xFF_FFFF) as i32 - (1 << 23)]
    }

    /// Two samples of white noise, from −1 to below 1.
    pub(super) fn whites(&mut self) -> [f32; 2] {
        self.pair().map(|whole| whole as f32 / (1_u32 << 23) as f32)
    }
}
