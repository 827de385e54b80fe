//! Filters whose cut-off may move while they run, one after the other.

use std::f32::consts::PI;
use std::ops::{Add, Mul};

use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::{BLOCK, SAMPLE_RATE};

/// The highest cut-off, in hertz: beyond it no difference is heard.
const HIGHEST: f64 = 18_000.0;
/// Neither dull nor ringing at the cut-off.
const FLAT: f32 = std::f32::consts::FRAC_1_SQRT_2;
/// What rings on more softly than this (−300 dB) is at rest. Processors take a hundred times as long
/// over numbers that are nearly nothing.
const AT_REST: f32 = 1e-15;

/// What can be filtered: one channel, or two side by side, which takes hardly longer.
pub(super) trait FilterInput:
    Copy + Default + Add<Output = Self> + Mul<f32, Output = Self>
{
    /// How far from silence it is at most.
    fn peak(self) -> f32;
}

impl FilterInput for f32 {
    fn peak(self) -> f32 {
        self.abs()
    }
}

impl FilterInput for StereoFrame {
    fn peak(self) -> f32 {
        self.left.abs().max(self.right.abs())
    }
}

/// What a filter lets through.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pass {
    Low,
    High,
    Band,
}

/// A state-variable filter with 12 dB to the octave. It stays calm while its cut-off moves, which
/// is why it is no plain biquad.
#[derive(Clone)]
pub(super) struct ToneFilter<S> {
    pass: Pass,
    damping: f32,
    state: [S; 2],
    /// What the two states and a sample make of the next states, and of the sample that goes out:
    /// written out like this, hardly anything has to wait for anything else.
    next: [[f32; 3]; 2],
    out: [f32; 3],
}

impl<S: FilterInput> ToneFilter<S> {
    pub(super) fn new(pass: Pass, hertz: f64) -> Self {
        Self::with_q(pass, hertz, FLAT)
    }

    pub(super) fn with_q(pass: Pass, hertz: f64, q: f32) -> Self {
        let (state, next, out) = ([S::default(); 2], [[0.0; 3]; 2], [0.0; 3]);
        let mut filter = Self { pass, damping: 1.0 / q, state, next, out };
        filter.move_to(hertz);
        filter
    }

    pub(super) fn move_to(&mut self, hertz: f64) {
        let warped = (PI * hertz.clamp(20.0, HIGHEST) as f32 / SAMPLE_RATE as f32).tan();
        let damping = self.damping;
        let whole = 1.0 / (1.0 + warped * (warped + damping));
        let once = warped * whole;
        let twice = warped * once;
        self.next = [
            [2.0 * whole - 1.0, -2.0 * once, 2.0 * once],
            [2.0 * once, 1.0 - 2.0 * twice, 2.0 * twice],
        ];
        let low = [once, 1.0 - twice, twice];
        let band = [damping * whole, -damping * once, damping * once];
        self.out = match self.pass {
            Pass::Low => low,
            Pass::Band => band,
            Pass::High => [-band[0] - low[0], -band[1] - low[1], 1.0 - band[2] - low[2]],
        };
    }

    fn run(&mut self, sample: S) -> S {
        let [first, second] = self.state;
        let (out, next) = (&self.out, &self.next);
        self.state = [
            (sample * next[0][2] + second * next[0][1]) + first * next[0][0],
            (sample * next[1][2] + first * next[1][0]) + second * next[1][1],
        ];
        (sample * out[2] + first * out[0]) + second * out[1]
    }

    fn come_to_rest(&mut self) {
        for state in &mut self.state {
            if state.peak() < AT_REST {
                *state = S::default();
            }
        }
    }
}

/// Sends a block through filters, one after the other. Several at once take hardly longer than one.
pub(super) fn run_all<S: FilterInput>(filters: &mut [ToneFilter<S>], block: &mut [S; BLOCK]) {
    match filters {
        [] => {}
        [one] => run_each([one], block),
        [one, two] => run_each([one, two], block),
        [one, two, three, ..] => run_each([one, two, three], block),
    }
}

fn run_each<S: FilterInput, const COUNT: usize>(
    filters: [&mut ToneFilter<S>; COUNT],
    block: &mut [S; BLOCK],
) {
    let mut running = filters.each_ref().map(|filter| (*filter).clone());
    for sample in block {
        for filter in &mut running {
            *sample = filter.run(*sample);
        }
    }
    for (filter, ran) in filters.into_iter().zip(running) {
        *filter = ran;
        filter.come_to_rest();
    }
}
