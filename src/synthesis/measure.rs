//! Measuring instruments for tests: peaks, steps, pitch and spectra of samples.

use std::f64::consts::{PI, TAU};
use std::sync::{LazyLock, OnceLock};

use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::SAMPLE_RATE;

/// Frames in this many milliseconds.
pub(crate) fn frames(millis: usize) -> usize {
    millis * SAMPLE_RATE as usize / 1_000
}

pub(crate) fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
}

pub(crate) fn is_silent(samples: &[f32]) -> bool {
    samples.iter().all(|&sample| sample == 0.0)
}

/// The largest difference between neighbours; a click is a large one.
pub(crate) fn largest_step(samples: &[f32]) -> f32 {
    samples.windows(2).fold(0.0, |step, pair| step.max((pair[1] - pair[0]).abs()))
}

pub(crate) fn decibels(amplitude: f32) -> f32 {
    20.0 * amplitude.max(1e-9).log10()
}

/// How many samples on either side have a part in a point between two of them.
const REACH: usize = 12;

/// What the samples around one make of the points by quarters before and after it.
static AROUND: LazyLock<[[f64; 2 * REACH + 1]; 7]> = LazyLock::new(|| {
    [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0].map(|quarters| {
        let part = |tap: usize| tap as f64 - REACH as f64 - quarters / 4.0;
        std::array::from_fn(|tap| windowed_sinc(part(tap), REACH as f64 + 1.0))
    })
});

/// The peak of the signal between its samples too: oversampled fourfold with a windowed sinc, in dB.
pub(crate) fn true_peak(samples: &[f32]) -> f32 {
    let mut highest = peak(samples);
    // Beside what is soft no point is the highest, and in silence there is none.
    let loud = (highest * 0.9).max(f32::MIN_POSITIVE);
    let beyond = [0.0; REACH];
    let padded = [&beyond[..], samples, &beyond].concat();
    for near in padded.windows(2 * REACH + 1).filter(|near| near[REACH].abs() >= loud) {
        for parts in AROUND.iter() {
            let between: f64 = parts.iter().zip(near).map(|(part, it)| part * f64::from(*it)).sum();
            highest = highest.max(between.abs() as f32);
        }
    }
    decibels(highest)
}

fn windowed_sinc(x: f64, reach: f64) -> f64 {
    if x.abs() < 1e-9 {
        return 1.0;
    }
    let window = 0.5 + 0.5 * (PI * x / reach).cos();
    (PI * x).sin() / (PI * x) * window
}

/// The pitch of a tone, from how often it rises through zero.
pub(crate) fn pitch(samples: &[f32]) -> f64 {
    let rises: Vec<usize> =
        (1..samples.len()).filter(|&i| samples[i - 1] < 0.0 && samples[i] >= 0.0).collect();
    let (Some(first), Some(last)) = (rises.first(), rises.last()) else {
        return 0.0;
    };
    (rises.len() - 1) as f64 * f64::from(SAMPLE_RATE) / (last - first).max(1) as f64
}

/// How much of a sound is lost where nothing below 500 Hz is heard, in dB: the energy of all of it over
/// what a Butterworth high-pass of fourth order leaves of it.
pub(crate) fn lost_through_small_speakers(samples: &[f32]) -> f64 {
    const HERTZ: f64 = 500.0;
    let energy = |samples: &[f64]| samples.iter().map(|it| it * it).sum::<f64>();
    let mut left: Vec<f64> = samples.iter().map(|&it| f64::from(it)).collect();
    let all = energy(&left);
    // The filter is two of second order, with the poles of one of fourth.
    for pole in [PI / 8.0, 3.0 * PI / 8.0] {
        let (sin, cos) = (TAU * HERTZ / f64::from(SAMPLE_RATE)).sin_cos();
        let alpha = sin * pole.cos();
        let (mut before, mut made) = ([0.0; 2], [0.0; 2]);
        for sample in &mut left {
            let ahead = f64::midpoint(1.0, cos) * (*sample - 2.0 * before[0] + before[1]);
            let next = (ahead + 2.0 * cos * made[0] - (1.0 - alpha) * made[1]) / (1.0 + alpha);
            (before, made) = ([*sample, before[0]], [next, made[0]]);
            *sample = next;
        }
    }
    10.0 * (all / energy(&left)).log10()
}

/// How the energy of some samples lies over frequency.
pub(crate) struct Spectrum {
    energies: Vec<f64>,
    hertz_per_bin: f64,
}

impl Spectrum {
    pub(crate) fn of(samples: &[f32]) -> Self {
        let size = samples.len().next_power_of_two();
        let mut values: Vec<_> = samples.iter().map(|&it| (f64::from(it), 0.0)).collect();
        values.resize(size, (0.0, 0.0));
        let bins = transform(values);
        Self {
            energies: bins[..size / 2].iter().map(|(re, im)| re * re + im * im).collect(),
            hertz_per_bin: f64::from(SAMPLE_RATE) / size as f64,
        }
    }

    /// The energy between two frequencies in hertz.
    pub(crate) fn energy(&self, from: f64, to: f64) -> f64 {
        let bin = |hertz: f64| ((hertz / self.hertz_per_bin) as usize).min(self.energies.len());
        self.energies[bin(from)..bin(to)].iter().sum()
    }
}

/// How alike both ears hear what lies in each band between two frequencies in hertz: 1 is the same, 0
/// has nothing in common.
pub(crate) fn correlations<const BANDS: usize>(
    frames: &[StereoFrame],
    bands: [(f64, f64); BANDS],
) -> [f64; BANDS] {
    const SIZE: usize = 16_384;
    let bin = |hertz: f64| (hertz * SIZE as f64 / f64::from(SAMPLE_RATE)).round() as usize;
    let mut sums = [(0.0, 0.0, 0.0); BANDS];
    for part in frames.chunks_exact(SIZE) {
        // Both ears in one transform: left as the real part, right as the other.
        let value = |(index, frame): (usize, &StereoFrame)| {
            let window = 0.5 - 0.5 * (TAU * index as f64 / SIZE as f64).cos();
            (window * f64::from(frame.left), window * f64::from(frame.right))
        };
        let bins = transform(part.iter().enumerate().map(value).collect());
        for ((from, to), (both, left, right)) in bands.into_iter().zip(&mut sums) {
            for index in bin(from).max(1)..bin(to) {
                let (one, other) = (bins[index], bins[SIZE - index]);
                let l = (f64::midpoint(one.0, other.0), f64::midpoint(one.1, -other.1));
                let r = (f64::midpoint(one.1, other.1), f64::midpoint(other.0, -one.0));
                *both += l.0 * r.0 + l.1 * r.1;
                *left += l.0 * l.0 + l.1 * l.1;
                *right += r.0 * r.0 + r.1 * r.1;
            }
        }
    }
    sums.map(|(both, left, right)| both / (left * right).sqrt())
}

/// Half a turn in 1, 2, 4 … even steps, once a transform has needed them.
static TURNS: [OnceLock<Vec<(f64, f64)>>; 32] = [const { OnceLock::new() }; 32];

fn half_a_turn(steps: usize) -> &'static [(f64, f64)] {
    let turn = |step: usize| {
        let (sin, cos) = (-PI * step as f64 / steps as f64).sin_cos();
        (cos, sin)
    };
    TURNS[steps.ilog2() as usize].get_or_init(|| (0..steps).map(turn).collect())
}

/// A plain fast Fourier transform, for a power of two.
fn transform(mut values: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let size = values.len();
    for index in 1..size {
        let mirrored = index.reverse_bits() >> (usize::BITS - size.ilog2());
        if index < mirrored {
            values.swap(index, mirrored);
        }
    }
    let mut half = 1;
    while half < size {
        let turns = half_a_turn(half);
        for part in values.chunks_exact_mut(2 * half) {
            let (even, odd) = part.split_at_mut(half);
            for ((even, odd), (cos, sin)) in even.iter_mut().zip(odd).zip(turns) {
                let turned = (odd.0 * cos - odd.1 * sin, odd.0 * sin + odd.1 * cos);
                *odd = (even.0 - turned.0, even.1 - turned.1);
                *even = (even.0 + turned.0, even.1 + turned.1);
            }
        }
        half *= 2;
    }
    values
}
