//! A frame of two channels, and the ways between one channel and two.

use std::f32::consts::{FRAC_1_SQRT_2, FRAC_PI_4};
use std::ops::{Add, AddAssign, Mul};

/// One frame: a sample for each ear.
///
/// Broadcasters' meters add up the energy of both channels. So a sound of one channel is as loud in
/// the middle as it was alone when each ear gets it 3 dB softer, and every pan keeps its energy.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StereoFrame {
    /// For the left ear.
    pub left: f32,
    /// For the right ear.
    pub right: f32,
}

impl StereoFrame {
    /// Nothing in either ear.
    pub(crate) const SILENT: Self = Self { left: 0.0, right: 0.0 };

    /// A sample of one channel in the middle.
    pub(crate) fn centred(sample: f32) -> Self {
        let each = sample * FRAC_1_SQRT_2;
        Self { left: each, right: each }
    }

    /// Both ears as one channel: what was put in the middle comes back as it was.
    pub fn to_mono(self) -> f32 {
        (self.left + self.right) * FRAC_1_SQRT_2
    }

    /// The louder of both samples, as its distance from zero.
    pub(crate) fn peak(self) -> f32 {
        self.left.abs().max(self.right.abs())
    }
}

impl Add for StereoFrame {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { left: self.left + other.left, right: self.right + other.right }
    }
}

impl AddAssign for StereoFrame {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Mul<f32> for StereoFrame {
    type Output = Self;

    fn mul(self, gain: f32) -> Self {
        Self { left: self.left * gain, right: self.right * gain }
    }
}

/// Where a sound of one channel is heard: how much of it each ear gets. Its energy stays the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pan(StereoFrame);

impl Pan {
    /// In the middle.
    pub(crate) const CENTRE: Self = Self(StereoFrame { left: FRAC_1_SQRT_2, right: FRAC_1_SQRT_2 });

    /// So far to one side, from −1, all left, to 1, all right.
    pub(crate) fn at(side: f32) -> Self {
        let (right, left) = (FRAC_PI_4 * (1.0 + side.clamp(-1.0, 1.0))).sin_cos();
        Self(StereoFrame { left, right })
    }

    /// What each ear would hear, weighed as it is heard there.
    pub(crate) fn weigh(self, frame: StereoFrame) -> StereoFrame {
        StereoFrame { left: self.0.left * frame.left, right: self.0.right * frame.right }
    }

    /// A sample as it is heard there.
    pub(crate) fn place(self, sample: f32) -> StereoFrame {
        self.0 * sample
    }
}
