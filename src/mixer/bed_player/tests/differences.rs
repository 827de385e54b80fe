//! Tests of how beds differ: in spectrum or in texture, and in waves that nothing announces; and that
//! the breath tone is heard above each of them.

use super::measured::{left_alone, long_ocean};
use super::{level, likeness, mixer_with, seconds};
use crate::choices::{Mix, SoundKind};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{Spectrum, frames, render};
use crate::session::PhaseKind::Inhale;
use crate::shipped_sounds::shipped_bed_names;

/// How far apart two beds are to be, in dB, in spectrum or in texture.
const APART_DB: f64 = 8.0;
/// What is so much softer than the loudest third of an octave, in dB, counts as that soft.
const INAUDIBLE_DB: f64 = 30.0;

/// What an ear would tell a bed by, in dB.
pub(super) struct BedCharacter {
    /// The level of each third of an octave from 60 Hz to 8 kHz, at equal loudness.
    spectrum: Vec<f64>,
    /// How strongly the level of pieces of 10 ms moves at each speed, from 0.02 to 30 Hz.
    texture: Vec<f64>,
}

impl BedCharacter {
    /// Of a minute of a bed that is so loud.
    pub(super) fn of(samples: &[f32], loudness: f64) -> Self {
        Self { spectrum: spectrum(samples, loudness), texture: texture(samples) }
    }
}

fn spectrum(samples: &[f32], loudness: f64) -> Vec<f64> {
    let spectra: Vec<_> = samples.chunks_exact(16_384).step_by(4).map(Spectrum::of).collect();
    let gain = -loudness;
    let third = |band: i32| {
        let middle = 1_000.0 * 2_f64.powf(f64::from(band) / 3.0);
        let (from, to) = (middle / 2_f64.powf(1.0 / 6.0), middle * 2_f64.powf(1.0 / 6.0));
        let energy: f64 = spectra.iter().map(|it| it.energy(from, to)).sum();
        gain + 10.0 * energy.max(1e-9).log10()
    };
    let bands: Vec<f64> = (-12..10).map(third).collect();
    let loudest = bands.iter().copied().fold(f64::MIN, f64::max);
    bands.into_iter().map(|it| it.max(loudest - INAUDIBLE_DB)).collect()
}

fn texture(samples: &[f32]) -> Vec<f64> {
    let levels: Vec<f32> = samples.chunks_exact(frames(10)).map(level).collect();
    let mean = levels.iter().sum::<f32>() / levels.len() as f32;
    let moves: Vec<f32> = levels.iter().map(|it| it - mean).collect();
    // The spectrum counts in the rate of sound; levels come 100 to a second.
    let rate = 480.0;
    let spectrum = Spectrum::of(&moves);
    let speeds = [0.02, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0];
    let energy = |pair: &[f64]| spectrum.energy(pair[0] * rate, pair[1] * rate).max(1e-9);
    speeds.windows(2).map(|pair| 10.0 * energy(pair).log10()).collect()
}

/// The root mean square of the differences.
fn distance(one: &[f64], other: &[f64]) -> f64 {
    let squares: f64 = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum();
    (squares / one.len() as f64).sqrt()
}

#[test]
fn any_two_beds_are_far_apart_in_spectrum_or_in_texture() {
    let character = |bed| left_alone(bed).character.as_ref().expect("nobody breathes over it");
    let beds: Vec<_> = shipped_bed_names().into_iter().map(|bed| (bed, character(bed))).collect();
    for (index, (one, it)) in beds.iter().enumerate() {
        for (other, against) in &beds[index + 1..] {
            let spectrum = distance(&it.spectrum, &against.spectrum);
            let texture = distance(&it.texture, &against.texture);
            assert!(
                spectrum >= APART_DB || texture >= APART_DB,
                "{one} and {other}: {spectrum:.1} dB in spectrum, {texture:.1} in texture"
            );
        }
    }
}

#[test]
fn no_wave_comes_when_it_is_expected() {
    let levels = long_ocean();
    for lag in 30..=600 {
        let likeness = likeness(&levels[..levels.len() - lag], &levels[lag..]);
        assert!(likeness <= 0.3, "waves are alike by {likeness:.2} after {lag} tenths");
    }
}

/// In the third of an octave about one of the first four harmonics of its tone.
#[test]
fn an_inhale_is_heard_within_three_tenths_of_a_second_above_every_bed() {
    for bed in shipped_bed_names() {
        for night in [false, true] {
            let begin = |breath: u8| {
                let mut mixer = mixer_with(bed);
                mixer.set_night(night);
                mixer.set_kind_volume(SoundKind::Breath, breath);
                // Once the bed has come up.
                mixer.play(SoundEvent::breath(Inhale, seconds(5.0)), seconds(3.0));
                Spectrum::of(&render(&mut mixer, 3_300)[frames(3_100)..])
            };
            let (alone, both) = (begin(0), begin(Mix::MEANT));
            let heard = (1..=4).map(|harmonic| {
                let middle = 198.0 * f64::from(harmonic);
                let (from, to) = (middle / 2_f64.powf(1.0 / 6.0), middle * 2_f64.powf(1.0 / 6.0));
                10.0 * (both.energy(from, to) / alone.energy(from, to)).log10()
            });
            let heard = heard.fold(f64::MIN, f64::max);
            assert!(heard >= 3.0, "{bed}: {heard:.1} dB, at night: {night}");
        }
    }
}
