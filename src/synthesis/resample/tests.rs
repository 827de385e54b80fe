//! Tests of bringing samples to the mixer's rate.

use std::f64::consts::TAU;

use super::resample;
use crate::synthesis::measure::{Spectrum, pitch};
use crate::synthesis::units::SAMPLE_RATE;

/// A second of a tone at half of full level.
fn tone(rate: u32, hertz: f64) -> Vec<f32> {
    let step = TAU * hertz / f64::from(rate);
    (0..rate).map(|it| 0.5 * (f64::from(it) * step).sin() as f32).collect()
}

/// The rates that engines and recorders use.
const RATES: [u32; 7] = [8_000, 16_000, 22_050, 24_000, 44_100, 96_000, 192_000];

#[test]
fn a_tone_stays_the_tone_it_was_to_a_thousandth() {
    for rate in RATES {
        for hertz in [110.0, 1_000.0, 3_300.0] {
            let (brought, wanted) = (resample(tone(rate, hertz), rate), tone(SAMPLE_RATE, hertz));
            assert!(brought.len().abs_diff(wanted.len()) <= 1, "{rate} Hz: {}", brought.len());
            let middle = brought.iter().zip(&wanted).skip(4_800).take(38_400);
            let error = middle.map(|(is, was)| (is - was).abs()).fold(0.0, f32::max);
            assert!(error < 0.000_5, "{hertz} Hz from {rate} Hz is off by {error}");
        }
    }
}

#[test]
fn nothing_is_heard_that_was_not_there() {
    // Speech at 22,050 Hz: what a plain curve through its samples would mirror to above 11 kHz.
    let mut heard = resample(tone(22_050, 8_000.0), 22_050)[4_800..37_568].to_vec();
    for (index, sample) in heard.iter_mut().enumerate() {
        *sample *= (std::f32::consts::PI * index as f32 / 32_768.0).sin().powi(4);
    }
    let heard = Spectrum::of(&heard);
    let share = heard.energy(11_100.0, 24_000.0) / heard.energy(7_000.0, 9_000.0);
    assert!(share < 1e-7, "{share}");
    // And what our rate cannot hold is left out instead of coming back as something else.
    let heard = resample(tone(96_000, 30_000.0), 96_000);
    let loudest = heard[4_800..43_200].iter().fold(0.0_f32, |most, it| most.max(it.abs()));
    assert!(loudest < 0.000_5, "{loudest}");
}

#[test]
fn a_rate_that_has_nothing_in_common_with_ours_keeps_its_pitch() {
    let heard = pitch(&resample(tone(47_999, 440.0), 47_999)[4_800..43_200]);
    assert!((heard - 440.0).abs() < 0.1, "{heard} Hz");
}

#[test]
fn a_single_sample_and_none_at_all_are_fine() {
    assert_eq!(resample(Vec::new(), 8_000), Vec::<f32>::new());
    assert_eq!(resample(vec![0.5], 8_000).len(), 6);
    assert_eq!(resample(vec![0.5, -0.5], SAMPLE_RATE), [0.5, -0.5]);
}
