//! Tests of how things sound: the breath tone, and the character of the shipped chimes.

use std::time::Duration;

use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{
    Spectrum, alone, chime, decibels, frames, is_silent, lost_through_small_speakers, peak, pitch,
    render,
};
use crate::mixer::render::Mixer;
use crate::session::PhaseKind;
use crate::shipped_sounds::shipped_chime_names;
use crate::synthesis::{Chime, Recipe, SAMPLE_RATE, Sounds, amplitude};

const CUES: [&str; 5] = ["start", "next", "switch", "halfway", "end"];

fn breath(phase: PhaseKind, millis: u64) -> Vec<f32> {
    alone(SoundEvent::breath(phase, Duration::from_millis(millis)), millis as usize + 500)
}

fn recipe(name: &str) -> Recipe {
    match Sounds::shipped().find_chime(name).unwrap() {
        Chime::Recipe(recipe) => recipe.as_ref().clone(),
        Chime::Clip(_) => panic!("{name} is no recipe"),
    }
}

/// Pitch and peak of a tenth of the phase that begins at `percent`.
fn at(samples: &[f32], millis: usize, percent: usize) -> (f64, f32) {
    let begin = frames(millis * percent / 100);
    let part = &samples[begin..begin + frames(millis / 10)];
    (pitch(part), peak(part))
}

#[test]
fn the_tone_rises_and_swells_with_the_inhale() {
    let samples = breath(PhaseKind::Inhale, 4_000);
    let parts: Vec<_> = [5, 25, 45, 65].map(|percent| at(&samples, 4_000, percent)).to_vec();
    assert!(parts.windows(2).all(|it| it[0].0 < it[1].0 && it[0].1 < it[1].1), "{parts:?}");
}

#[test]
fn the_tone_sinks_and_fades_with_the_exhale() {
    let samples = breath(PhaseKind::Exhale, 6_000);
    let parts: Vec<_> = [20, 40, 60, 80].map(|percent| at(&samples, 6_000, percent)).to_vec();
    assert!(parts.windows(2).all(|it| it[0].0 > it[1].0 && it[0].1 > it[1].1), "{parts:?}");
}

#[test]
fn the_tone_stays_between_150_and_450_hz_and_spans_a_third_to_a_fifth() {
    let samples = breath(PhaseKind::Inhale, 8_000);
    let pitches: Vec<f64> = (0..90).step_by(5).map(|it| at(&samples, 8_000, it).0).collect();
    let lowest = pitches.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = pitches.iter().copied().fold(0.0, f64::max);
    assert!(lowest >= 150.0 && highest <= 450.0, "{lowest} to {highest} Hz");
    let semitones = 12.0 * (highest / lowest).log2();
    assert!((3.0..=7.1).contains(&semitones), "{semitones} semitones");
}

#[test]
fn the_tone_is_silent_at_its_turns_and_exactly_as_long_as_the_phase() {
    for phase in [PhaseKind::Inhale, PhaseKind::Exhale] {
        for millis in [500, 1_000, 5_500, 11_000] {
            let samples = breath(phase, millis);
            let end = frames(millis as usize);
            assert!(peak(&samples[..frames(5)]) < 0.004, "{phase:?} of {millis} ms begins silent");
            assert!(peak(&samples[end - frames(5)..end]) < 0.004, "and ends so");
            assert!(peak(&samples[..end]) > 0.1, "and is heard between");
            assert!(is_silent(&samples[end..]), "and is over");
        }
    }
}

#[test]
fn holds_and_rests_are_silent() {
    for phase in [PhaseKind::Hold, PhaseKind::Rest] {
        assert!(is_silent(&breath(phase, 4_000)));
    }
}

#[test]
fn a_breath_of_no_length_is_no_sound() {
    assert!(is_silent(&breath(PhaseKind::Inhale, 0)));
}

#[test]
fn every_shipped_recipe_is_clean_and_named_for_its_file() {
    let names = shipped_chime_names();
    assert!(CUES.iter().all(|cue| names.contains(cue)), "{names:?}");
    for name in names {
        let title = recipe(name).title.to_lowercase().replace(' ', "-");
        assert_eq!(title, name);
    }
}

#[test]
fn every_shipped_chime_is_as_loud_as_its_recipe_says_and_never_louder() {
    for name in shipped_chime_names() {
        let stated = recipe(name).peak_dbfs as f32;
        let measured = decibels(peak(chime(name, false, 4_000)));
        assert!(measured <= stated, "{name}: {measured} dBFS for {stated}");
        assert!(measured > stated - 6.0, "{name}: {measured} dBFS for {stated}");
    }
}

#[test]
fn every_shipped_chime_is_soft_and_has_little_between_2_and_5_khz() {
    for name in shipped_chime_names() {
        let recipe = recipe(name);
        assert!((10.0..=40.0).contains(&recipe.attack_ms), "{name}");
        assert!(recipe.strikes.iter().all(|it| (200.0..=500.0).contains(&it.pitch_hz)), "{name}");
        let spectrum = Spectrum::of(chime(name, false, 3_000));
        let harsh = spectrum.energy(2_000.0, 5_000.0) / spectrum.energy(20.0, 20_000.0);
        assert!(harsh < 0.001, "{name} has {harsh} of its energy there");
    }
}

#[test]
fn every_chime_and_the_breath_tone_come_through_small_speakers() {
    for name in shipped_chime_names() {
        for is_night in [false, true] {
            let lost = lost_through_small_speakers(chime(name, is_night, 6_000));
            assert!(lost <= 8.0, "{name} loses {lost:.1} dB, at night: {is_night}");
        }
    }
    for phase in [PhaseKind::Inhale, PhaseKind::Exhale] {
        let event = SoundEvent::breath(phase, Duration::from_secs(4));
        let lost = lost_through_small_speakers(&alone(event, 4_000));
        assert!(lost <= 8.0, "{phase:?} loses {lost:.1} dB");
    }
}

#[test]
fn bells_ring_for_four_to_eight_seconds_and_steps_are_short() {
    let ring = |name: &str| recipe(name).partials.iter().fold(0.0, |it: f64, p| it.max(p.decay_s));
    for name in ["start", "halfway", "end", "bowl", "deep-bell", "small-bell", "soft-gong"] {
        assert!((4.0..=8.0).contains(&ring(name)), "{name} rings {} s", ring(name));
    }
    for name in ["next", "switch", "wood-block"] {
        assert!(ring(name) < 2.0, "{name} rings {} s", ring(name));
    }
}

#[test]
fn the_start_rises_the_end_falls_and_the_switch_alternates() {
    let pitches = |name| recipe(name).strikes.iter().map(|it| it.pitch_hz).collect::<Vec<_>>();
    let heard = |name| {
        let samples = chime(name, false, 6_000);
        recipe(name)
            .strikes
            .iter()
            .map(|strike| strongest(&samples[frames(strike.at_ms as usize)..][..frames(240)]))
            .collect::<Vec<_>>()
    };
    for (name, expected) in [("start", "rise"), ("end", "fall"), ("switch", "alternate")] {
        for pitches in [pitches(name), heard(name)] {
            let steps: Vec<bool> = pitches.windows(2).map(|it| it[1] > it[0]).collect();
            let good = match expected {
                "rise" => steps.iter().all(|&up| up),
                "fall" => steps.iter().all(|&up| !up),
                _ => steps.windows(2).all(|it| it[0] != it[1]),
            };
            assert!(good && !steps.is_empty(), "{name} should {expected}: {pitches:?}");
        }
    }
}

/// The strongest frequency between 150 and 600 Hz.
fn strongest(samples: &[f32]) -> f64 {
    let spectrum = Spectrum::of(samples);
    (0..36)
        .map(|it| 150.0 * 2_f64.powf(f64::from(it) / 18.0))
        .max_by(|a, b| around(&spectrum, *a).total_cmp(&around(&spectrum, *b)))
        .unwrap()
}

fn around(spectrum: &Spectrum, centre: f64) -> f64 {
    spectrum.energy(centre * 0.98, centre * 1.02)
}

/// What an ear would go by: how the energy lies over time and pitch, without the loudness.
fn fingerprint(name: &str) -> Vec<f64> {
    let print: Vec<f64> = chime(name, false, 2_000)
        .chunks(frames(125))
        .flat_map(|slice| {
            let spectrum = Spectrum::of(slice);
            (0..12).map(move |band| {
                let from = 100.0 * 2_f64.powf(f64::from(band) / 3.0);
                spectrum.energy(from, from * 2_f64.powf(1.0 / 3.0)).sqrt()
            })
        })
        .collect();
    let length = print.iter().map(|it| it * it).sum::<f64>().sqrt();
    print.into_iter().map(|it| it / length).collect()
}

#[test]
fn no_two_shipped_chimes_sound_alike() {
    let prints: Vec<_> =
        shipped_chime_names().into_iter().map(|it| (it, fingerprint(it))).collect();
    for (index, (one, print)) in prints.iter().enumerate() {
        for (other, against) in &prints[index + 1..] {
            let likeness: f64 = print.iter().zip(against).map(|(a, b)| a * b).sum();
            assert!(likeness < 0.9, "{one} and {other} are alike by {likeness}");
        }
    }
}

#[test]
fn a_ringing_partial_fades_by_60_db_in_its_decay() {
    let mut sounds = Sounds::shipped();
    sounds
        .add(
            "pure",
            "pure.toml",
            "format = 1\nkind = \"chime\"\ntitle = \"Pure\"\nsummary = \"One tone\"\npeak_dbfs = -12\n\
             attack_ms = 10\nstrikes = [{ pitch_hz = 400 }]\n\
             partials = [{ ratio = 1, level_db = 0, decay_s = 1 }]",
        )
        .unwrap();
    let mut mixer = Mixer::with_sounds(sounds);
    mixer.play(SoundEvent::chime("pure"), Duration::ZERO);
    let samples = render(&mut mixer, 1_100);
    let level = |millis| decibels(peak(&samples[frames(millis)..frames(millis + 5)]));
    let fall = level(100) - level(600);
    assert!((fall - 30.0).abs() < 0.5, "30 dB in half of the decay, not {fall}");
    let stated = amplitude(-12.0) as f32;
    assert!(peak(&samples) <= stated && peak(&samples) > 0.8 * stated);
    assert!((pitch(&samples[..SAMPLE_RATE as usize / 2]) - 400.0).abs() < 0.5);
}
