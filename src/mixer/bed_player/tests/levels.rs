//! Tests of levels: beds as loud as each other, below the voice, and nothing that could startle.

use std::time::Duration;

use ebur128::{EbuR128, Mode};

use super::measured::{CALM, HELD, LONG, ONE_OF_EACH_KIND, Pattern, breathed, left_alone};
use super::{MEANT_LUFS, mixer_in, seconds};
use crate::choices::{Channels, Choice as _, SoundKind};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{channels, chime, decibels, frames, render, render_stereo};
use crate::session::PhaseKind::Inhale;
use crate::shipped_sounds::{shipped_bed_names, shipped_chime_names};
use crate::synthesis::{SAMPLE_RATE, SoundClip};

#[test]
fn every_bed_is_as_loud_as_the_others() {
    assert_eq!(shipped_bed_names().len(), 10);
    for bed in shipped_bed_names() {
        let measured = left_alone(bed).loudness;
        assert!((measured - MEANT_LUFS).abs() < 0.5, "{bed}: {measured} LUFS");
    }
}

/// Spoken lines are −20 LUFS by day and −24 at night.
pub(super) fn stay_below_the_voice(pattern: &Pattern, loudnesses: &[f64], at_night: f64) {
    let loudest = loudnesses.iter().copied().fold(f64::MIN, f64::max);
    let softest = loudnesses.iter().copied().fold(f64::MAX, f64::min);
    assert!(loudest - softest <= 1.0, "{pattern:?}: {loudnesses:?}");
    for voice in [-20.0, at_night] {
        let below = (voice - loudest)..=(voice - softest);
        assert!(*below.start() >= 12.0 && *below.end() <= 18.0, "{pattern:?}: {below:?}");
    }
}

#[test]
fn beds_stay_equally_loud_and_below_the_voice_while_they_breathe() {
    let beds = shipped_bed_names().into_iter();
    let calm: Vec<f64> = beds.map(|bed| breathed(bed, CALM).loudness).collect();
    stay_below_the_voice(CALM, &calm, -24.0);
    let long = ONE_OF_EACH_KIND.map(|bed| breathed(bed, LONG).loudness);
    stay_below_the_voice(LONG, &long, -20.0);
}

pub(super) fn swells_as_it_is_meant_to(bed: &str) {
    let breathed = breathed(bed, HELD);
    // The mean is that of their powers.
    let mean = |is: fn(f64) -> bool| {
        let tenths = breathed.levels.iter().zip(&breathed.fullness).filter(|it| is(*it.1));
        let powers: Vec<f64> = tenths.map(|it| 10.0_f64.powf(it.0 / 10.0)).collect();
        10.0 * (powers.iter().sum::<f64>() / powers.len() as f64).log10()
    };
    let swell = mean(|full| full >= 1.0) - mean(|full| full <= 0.0);
    assert!((6.0..=16.0).contains(&swell), "{bed} swells by {swell} dB");
}

#[test]
fn a_full_breath_is_as_much_louder_than_an_empty_one_as_the_beds_are_meant_to_be() {
    ONE_OF_EACH_KIND.into_iter().for_each(swells_as_it_is_meant_to);
}

/// The true peak of all kinds of sound at 100 with everything at once on them, in dB.
fn fullest(bed: &str) -> f32 {
    // As loud and as shrill as anything could be.
    let shriek: Vec<f32> = (0..96_000_u32)
        .map(|it| if it.wrapping_mul(2_654_435_761) >> 31 == 0 { 1.0 } else { -1.0 })
        .collect();
    let mut mixer = mixer_in(Channels::Stereo, bed);
    render(&mut mixer, 4_000);
    for &kind in SoundKind::ALL {
        mixer.set_kind_volume(kind, 100);
    }
    mixer.play(SoundEvent::Clip(SoundClip::from_speech(shriek, SAMPLE_RATE, -10.0)), seconds(0.2));
    for (index, name) in shipped_chime_names().into_iter().enumerate() {
        mixer.play(SoundEvent::chime(name), seconds(0.2 * index as f64));
    }
    mixer.play(SoundEvent::breath(Inhale, seconds(3.0)), Duration::ZERO);
    let [left, right] = channels(&render_stereo(&mut mixer, 3_000));
    let mut meter = EbuR128::new(2, SAMPLE_RATE, Mode::TRUE_PEAK).unwrap();
    meter.add_frames_planar_f32(&[&left, &right]).unwrap();
    let highest = meter.true_peak(0).unwrap().max(meter.true_peak(1).unwrap());
    decibels(highest as f32)
}

#[test]
fn whatever_sounds_together_stays_below_minus_three_decibels_true_peak() {
    for bed in ONE_OF_EACH_KIND {
        let peak = fullest(bed);
        assert!(peak <= -3.0 && peak > -9.0, "{bed}: {peak} dBTP");
    }
}

#[test]
fn no_chime_is_more_than_three_units_louder_than_the_voice() {
    for name in shipped_chime_names() {
        let mut meter = EbuR128::new(1, SAMPLE_RATE, Mode::M).unwrap();
        let tenths = chime(name, false, 4_000).chunks(frames(100));
        let loudest = tenths.fold(f64::MIN, |loudest, tenth| {
            meter.add_frames_f32(tenth).unwrap();
            loudest.max(meter.loudness_momentary().unwrap())
        });
        assert!((-33.0..=-20.0 + 3.0).contains(&loudest), "{name}: {loudest} LUFS");
    }
}
