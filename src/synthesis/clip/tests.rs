//! Tests of clips: spoken lines come out equally loud, whatever went in.

use super::{LOUDEST, SoundClip};
use crate::synthesis::loudness::loudness;
use crate::synthesis::measure::{decibels, is_silent, largest_step, peak};
use crate::synthesis::units::SAMPLE_RATE;

/// Something like a voice: syllables of a buzz at 130 Hz with a quick beginning, then a slow end.
fn speech(rate: u32, seconds: f32, level: f32) -> Vec<f32> {
    let count = (rate as f32 * seconds) as usize;
    let sample = |index: usize| {
        let time = index as f32 / rate as f32;
        let syllable = (time % 0.25) / 0.25;
        let envelope = (-5.0 * syllable).exp() * (40.0 * syllable).min(1.0);
        let turn = std::f32::consts::TAU * 130.0 * time;
        let buzz: f32 =
            (1_u8..12).map(f32::from).map(|it| (it * turn + 1.7 * it * it).cos() / it).sum();
        level * envelope * buzz / 3.0
    };
    (0..count).map(sample).collect()
}

fn lufs(clip: &SoundClip) -> f64 {
    loudness(&clip.samples()).expect("it is heard")
}

#[test]
fn lines_are_equally_loud_whoever_speaks_and_at_any_rate() {
    for rate in [16_000, 22_050, 44_100, 48_000] {
        let speech = speech(rate, 3.0, 1.0);
        for level in [0.03, 0.2, 0.9] {
            let softer: Vec<f32> = speech.iter().map(|sample| level * sample).collect();
            for wanted in [-20.0, -24.0] {
                let clip = SoundClip::from_speech(softer.clone(), rate, wanted);
                let found = lufs(&clip);
                assert!((found - wanted).abs() < 0.2, "{found} LUFS from {level} at {rate} Hz");
                assert!((clip.length().as_secs_f64() - 3.0).abs() < 0.001);
            }
        }
    }
}

#[test]
fn a_short_word_is_as_loud_as_a_sentence_while_it_lasts() {
    let word = SoundClip::from_speech(speech(22_050, 0.25, 0.3), 22_050, -20.0);
    let sentence = SoundClip::from_speech(speech(22_050, 4.0, 0.3), 22_050, -20.0);
    let difference = decibels(peak(&word.samples())) - decibels(peak(&sentence.samples()));
    assert!(difference.abs() < 1.0, "{difference} dB");
}

#[test]
fn one_loud_moment_is_held_down_by_itself_and_without_a_click() {
    let plain = speech(SAMPLE_RATE, 3.0, 0.2);
    let mut popping = plain.clone();
    for (index, sample) in popping[70_000..70_480].iter_mut().enumerate() {
        *sample += 0.9 * (std::f32::consts::PI * index as f32 / 480.0).sin();
    }
    let clip = SoundClip::from_speech(popping.clone(), SAMPLE_RATE, -28.0);
    assert!((lufs(&clip) + 28.0).abs() < 0.2, "{} LUFS", lufs(&clip));
    let heard = clip.samples();
    assert!(peak(&heard) <= LOUDEST, "{}", peak(&heard));
    // Away from the moment it is the same line under one gain.
    let gains = (10_000..60_000).filter(|&it| plain[it].abs() > 0.01);
    let gains: Vec<f32> = gains.map(|it| heard[it] / plain[it]).collect();
    let (lowest, highest) =
        gains.iter().fold((f32::MAX, 0.0_f32), |(low, high), &it| (low.min(it), high.max(it)));
    assert!(highest / lowest < 1.001, "from {lowest} to {highest}");
    assert!(largest_step(&heard) <= highest * largest_step(&popping) * 1.01);
}

#[test]
fn silence_stays_silence_and_what_is_no_number_is_silence_too() {
    let still = SoundClip::from_speech(vec![0.0; 22_050], 22_050, -20.0);
    assert!(is_silent(&still.samples()));
    assert_eq!(SoundClip::from_speech(Vec::new(), 22_050, -20.0).samples().len(), 0);
    let odd = SoundClip::from_speech(vec![f32::NAN; 48_000], 48_000, -20.0);
    assert!(is_silent(&odd.samples()));
    let hum = vec![1e-6; 48_000];
    assert!(peak(&SoundClip::from_speech(hum, 48_000, -20.0).samples()) < 0.001);
}
