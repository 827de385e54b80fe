//! Tests of the room and the soft cut of a bare voice.

use super::*;

const RATE: u32 = 22_050;

fn polished_tone(hertz: f64, seconds: f64) -> DecodedSound {
    let frames = (seconds * f64::from(RATE)) as u32;
    let samples = (0..frames)
        .map(|at| (0.3 * (TAU * hertz * f64::from(at) / f64::from(RATE)).sin()) as f32)
        .collect();
    polished(&DecodedSound { samples, rate: RATE })
}

fn level(samples: &[f32]) -> f64 {
    10.0 * (power(samples) / samples.len() as f64).log10()
}

#[test]
fn a_bare_voice_is_softer_above_5_khz_and_as_it_was_below_2() {
    let [low, high, highest] = [1_000.0, 5_000.0, 9_000.0].map(|hertz| {
        let sound = polished_tone(hertz, 1.0);
        level(&sound.samples[4_000..18_000])
    });
    let given = 20.0 * (0.3 * FRAC_1_SQRT_2).log10();
    assert!((low - given).abs() < 1.5, "{low} for {given} dB");
    assert!((2.0..=4.5).contains(&(given - high)), "{}", given - high);
    assert!(given - highest > 9.0, "{}", given - highest);
}

/// A click, and what comes after it.
#[test]
fn its_room_is_18_db_below_it_and_fades_by_60_db_in_three_to_five_tenths_of_a_second() {
    let mut click = vec![0.0_f32; 100];
    click.extend([0.5, 0.5, 0.5, 0.5]);
    click.extend(std::iter::repeat_n(0.0, 12_000));
    let heard = room(&click, f64::from(RATE));
    let energy_after = |seconds: f64| power(&heard[104 + frames(seconds * 1_000.0, 22_050.0)..]);
    let fall = 10.0 * (energy_after(0.05) / energy_after(0.25)).log10();
    let seconds = 0.2 * 60.0 / fall;
    assert!((0.25..=0.5).contains(&seconds), "60 dB in {seconds} s");
    let dry = polished_tone(400.0, 0.5);
    assert!(dry.samples.iter().all(|it| it.is_finite() && it.abs() <= 0.5));
}

#[test]
fn a_bare_voice_is_as_long_as_it_was_and_ends_in_silence() {
    let sound = polished_tone(300.0, 1.0);
    assert_eq!(sound.samples.len(), RATE as usize);
    let spoken: Vec<f32> = (0..2_000_u32).map(|at| 0.3 * (at as f32 * 0.1).sin()).collect();
    let samples = [spoken, vec![0.0; 1_102]].concat();
    let sound = polished(&DecodedSound { samples, rate: RATE });
    let (after, end) = (&sound.samples[2_200..2_400], &sound.samples[3_090..]);
    assert!(level(after) > -60.0, "the room is heard after the words: {}", level(after));
    assert!(level(end) < -60.0, "{}", level(end));
}

#[test]
fn any_rate_and_length_is_fine() {
    for rate in [8_000, 48_000, 192_000] {
        for length in [1, 7, 5_000] {
            let sound = polished(&DecodedSound { samples: vec![0.4; length], rate });
            assert!(sound.samples.iter().all(|it| it.is_finite()), "{length} at {rate} Hz");
        }
    }
}
