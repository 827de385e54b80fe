//! The width of a bed: how alike both ears hear it, and that what is low comes from the middle.

use std::f32::consts::FRAC_1_SQRT_2;

use super::filter::{Pass, ToneFilter, run_all};
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::BLOCK;

/// How alike both ears hear a bed above the crossover, as a correlation: wide, and still one sound.
pub(super) const CORRELATION: f32 = 0.25;
/// Below this many hertz both ears hear the same: low sounds have no direction, and would pull at
/// one ear in headphones.
const CROSSOVER_HZ: f64 = 165.0;
/// The tones of a drone are in the middle below the first, and apart from the second on, in hertz.
pub(super) const TONES_APART: [f64; 2] = [125.0, 195.0];
/// The Q of three filters in a row that are flat together (Butterworth, 36 dB to the octave).
const CROSSOVER_Q: [f32; 3] = [0.517_6, FRAC_1_SQRT_2, 1.931_9];
/// Below this what is in the middle is raised by as much as the sides lack there.
const LIFT_HZ: f64 = 150.0;

/// Two sounds that have nothing in common, as left and right that are alike as a bed is to be. The
/// energy is that of the first alone in the middle.
pub(super) fn spread(common: f32, apart: f32) -> StereoFrame {
    let middle = common * ((1.0 + CORRELATION) / 4.0).sqrt();
    let side = apart * ((1.0 - CORRELATION) / 4.0).sqrt();
    StereoFrame { left: middle + side, right: middle - side }
}

/// How much of the energy of a bed is the same in both ears, as a factor of its level.
pub(super) fn share_in_the_middle() -> f32 {
    f32::midpoint(1.0, CORRELATION).sqrt()
}

/// Takes the width from what is low.
pub(super) struct Width {
    crossover: [ToneFilter<f32>; 3],
    lift: [ToneFilter<f32>; 1],
}

impl Width {
    pub(super) fn new() -> Self {
        Self {
            crossover: CROSSOVER_Q.map(|q| ToneFilter::with_q(Pass::High, CROSSOVER_HZ, q)),
            lift: [ToneFilter::new(Pass::Low, LIFT_HZ)],
        }
    }

    pub(super) fn apply(&mut self, block: &mut [StereoFrame; BLOCK]) {
        let mut side = block.map(|it| (it.left - it.right) / 2.0);
        let middle = block.map(|it| f32::midpoint(it.left, it.right));
        let mut low = middle;
        run_all(&mut self.crossover, &mut side);
        run_all(&mut self.lift, &mut low);
        let lift = share_in_the_middle().recip() - 1.0;
        for (index, frame) in block.iter_mut().enumerate() {
            let middle = middle[index] + lift * low[index];
            *frame = StereoFrame { left: middle + side[index], right: middle - side[index] };
        }
    }
}
