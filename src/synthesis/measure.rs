//! Measuring instruments for tests: peaks, steps, pitch and spectra of samples.

use std::f64::consts::{PI, TAU};

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

/// The peak of the signal between its samples too: oversampled fourfold with a windowed sinc, in dB.
pub(crate) fn true_peak(samples: &[f32]) -> f32 {
    const REACH: isize = 12;
    let loud = peak(samples) * 0.9;
    let mut highest = peak(samples);
    for index in (0..samples.len()).filter(|&index| samples[index].abs() >= loud) {
        for quarter in -3..4 {
            let offset = f64::from(quarter) / 4.0;
            let between: f64 = (-REACH..=REACH)
                .filter_map(|tap| {
                    let sample = samples.get(index.checked_add_signed(tap)?)?;
                    Some(
                        f64::from(*sample) * windowed_sinc(tap as f64 - offset, REACH as f64 + 1.0),
                    )
                })
                .sum();
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
        let bins = transform(&values);
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

/// How alike both ears hear what lies between two frequencies in hertz: 1 is the same, 0 has nothing
/// in common.
pub(crate) fn correlation(frames: &[StereoFrame], from: f64, to: f64) -> f64 {
    const SIZE: usize = 16_384;
    let bin = |hertz: f64| (hertz * SIZE as f64 / f64::from(SAMPLE_RATE)).round() as usize;
    let (mut both, mut left, mut right) = (0.0, 0.0, 0.0);
    for part in frames.chunks_exact(SIZE) {
        // Both ears in one transform: left as the real part, right as the other.
        let value = |(index, frame): (usize, &StereoFrame)| {
            let window = 0.5 - 0.5 * (TAU * index as f64 / SIZE as f64).cos();
            (window * f64::from(frame.left), window * f64::from(frame.right))
        };
        let bins = transform(&part.iter().enumerate().map(value).collect::<Vec<_>>());
        for index in bin(from).max(1)..bin(to) {
            let (one, other) = (bins[index], bins[SIZE - index]);
            let l = (f64::midpoint(one.0, other.0), f64::midpoint(one.1, -other.1));
            let r = (f64::midpoint(one.1, other.1), f64::midpoint(other.0, -one.0));
            both += l.0 * r.0 + l.1 * r.1;
            left += l.0 * l.0 + l.1 * l.1;
            right += r.0 * r.0 + r.1 * r.1;
        }
    }
    both / (left * right).sqrt()
}

/// A plain fast Fourier transform, for a power of two.
fn transform(values: &[(f64, f64)]) -> Vec<(f64, f64)> {
    if values.len() <= 1 {
        return values.to_vec();
    }
    let pick = |odd| values.iter().copied().skip(odd).step_by(2).collect::<Vec<_>>();
    let (even, odd) = (transform(&pick(0)), transform(&pick(1)));
    let half = even.len();
    let mut result = vec![(0.0, 0.0); values.len()];
    for k in 0..half {
        let (sin, cos) = (-TAU * k as f64 / values.len() as f64).sin_cos();
        let turned = (odd[k].0 * cos - odd[k].1 * sin, odd[k].0 * sin + odd[k].1 * cos);
        result[k] = (even[k].0 + turned.0, even[k].1 + turned.1);
        result[k + half] = (even[k].0 - turned.0, even[k].1 - turned.1);
    }
    result
}
