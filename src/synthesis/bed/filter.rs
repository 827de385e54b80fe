//! Filters whose cut-off may move while they run, one after the other.

use std::f32::consts::PI;

use crate::synthesis::units::{BLOCK, SAMPLE_RATE};

/// The highest cut-off, in hertz: beyond it no difference is heard.
const HIGHEST: f64 = 18_000.0;
/// Neither dull nor ringing at the cut-off.
const FLAT: f32 = std::f32::consts::FRAC_1_SQRT_2;
/// What rings on more softly than this (−300 dB) is at rest. Processors take a hundred times as long
/// over numbers that are nearly nothing.
const AT_REST: f32 = 1e-15;

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
pub(super) struct ToneFilter {
    pass: Pass,
    damping: f32,
    state: [f32; 2],
    /// What the two states and a sample make of the next states, and of the sample that goes out:
    /// written out like this, hardly anything has to wait for anything else.
    next: [[f32; 3]; 2],
    out: [f32; 3],
}

impl ToneFilter {
    pub(super) fn new(pass: Pass, hertz: f64) -> Self {
        Self::with_q(pass, hertz, FLAT)
    }

    pub(super) fn with_q(pass: Pass, hertz: f64, q: f32) -> Self {
        let (state, next, out) = ([0.0; 2], [[0.0; 3]; 2], [0.0; 3]);
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

    fn run(&mut self, sample: f32) -> f32 {
        let [first, second] = self.state;
        let (out, next) = (&self.out, &self.next);
        self.state = [
            (next[0][2] * sample + next[0][1] * second) + next[0][0] * first,
            (next[1][2] * sample + next[1][0] * first) + next[1][1] * second,
        ];
        (out[2] * sample + out[0] * first) + out[1] * second
    }

    fn come_to_rest(&mut self) {
        for state in &mut self.state {
            if state.abs() < AT_REST {
                *state = 0.0;
            }
        }
    }
}

/// Sends a block through filters, one after the other. Several at once take hardly longer than one.
pub(super) fn run_all(filters: &mut [ToneFilter], block: &mut [f32; BLOCK]) {
    match filters {
        [] => {}
        [one] => run_each([one], block),
        [one, two] => run_each([one, two], block),
        [one, two, three, ..] => run_each([one, two, three], block),
    }
}

fn run_each<const COUNT: usize>(filters: [&mut ToneFilter; COUNT], block: &mut [f32; BLOCK]) {
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
