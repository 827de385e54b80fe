//! The mixer at night: softer and lower chimes, a quieter voice, and no click on the way there.

use super::*;
use crate::choices::SoundKind;
use crate::mixer::measure::Spectrum;
use crate::synthesis::{Recipe, SoundClip, Sounds};

fn recipe(name: &str) -> Recipe {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sounds");
    let text = std::fs::read_to_string(folder.join(format!("{name}.toml"))).expect("a recipe");
    Recipe::parse(name, &text).expect("a good recipe")
}

fn energy(samples: &[f32]) -> f32 {
    samples.iter().map(|sample| sample * sample).sum()
}

#[test]
fn every_chime_is_about_six_decibels_softer() {
    for name in shipped_chime_names() {
        let [day, night] = [false, true].map(|night| chime(name, night, 5_000));
        let softer = 10.0 * (energy(day) / energy(night)).log10();
        assert!((4.8..=7.2).contains(&softer), "{name}: {softer} dB");
        assert!(largest_step(night) <= NO_CLICK, "{name}");
    }
}

#[test]
fn every_chime_is_lower_and_none_leaves_easy_hearing() {
    for name in shipped_chime_names() {
        let (day, night) = (recipe(name), recipe(name).by_night());
        for (before, after) in day.strikes.iter().zip(&night.strikes) {
            let (before, after) = (before.pitch_hz, after.pitch_hz);
            assert!(after <= before && after >= 0.83 * before, "{name}: {before} to {after} Hz");
            assert!((199.9..=500.0).contains(&after), "{name}: {after} Hz");
        }
    }
}

#[test]
fn a_lower_chime_is_heard_as_lower() {
    let share_below = |samples: &[f32], hertz: f64| {
        let spectrum = Spectrum::of(samples);
        spectrum.energy(60.0, hertz) / spectrum.energy(60.0, 5_000.0)
    };
    // By day it lies at 349 Hz, and a minor third lower at 293.
    assert!(share_below(chime("next", false, 2_000), 300.0) < 0.05);
    assert!(share_below(chime("next", true, 2_000), 300.0) > 0.5);
}

#[test]
fn a_chime_that_rings_already_rings_on_as_it_was() {
    let reference = chime("bowl", false, 2_000);
    let mut mixer = Mixer::new();
    mixer.play(SoundEvent::chime("bowl"), Duration::ZERO);
    let mut samples = render(&mut mixer, 500);
    mixer.set_night(true);
    samples.extend(render(&mut mixer, 1_500));
    assert_eq!(samples, reference);
}

#[test]
fn the_voice_glides_four_decibels_down_and_back() {
    let tone: Vec<f32> = (0..frames(3_000)).map(|it| 0.3 * (it as f32 * 0.03).sin()).collect();
    let mut mixer = Mixer::new();
    mixer.play(SoundEvent::Clip(SoundClip::new(tone.clone())), Duration::ZERO);
    let mut samples = render(&mut mixer, 1_000);
    let day = decibels(peak(&samples[frames(500)..]));
    mixer.set_night(true);
    samples.extend(render(&mut mixer, 1_000));
    let night = decibels(peak(&samples[frames(1_500)..]));
    assert!((day - night - 4.0).abs() < 0.1, "{day} and {night} dB");
    mixer.set_night(false);
    samples.extend(render(&mut mixer, 900));
    assert!((decibels(peak(&samples[frames(2_500)..])) - day).abs() < 0.1);
    assert!(largest_step(&samples) <= 1.5 * largest_step(&tone));
}

#[test]
fn the_breath_tone_glides_six_decibels_down_while_there_is_a_bed() {
    let breath = |bed: Option<&str>, bed_volume| {
        let mut mixer = Mixer::new();
        mixer.set_kind_volume(SoundKind::Bed, bed_volume);
        render(&mut mixer, 100);
        if let Some(bed) = bed {
            mixer.play(SoundEvent::bed(bed), Duration::ZERO);
        }
        mixer.play(SoundEvent::breath(PhaseKind::Inhale, Duration::from_secs(6)), Duration::ZERO);
        render(&mut mixer, 6_000)
    };
    let level = |samples: &[f32]| decibels(peak(&samples[frames(2_500)..frames(3_500)]));
    let alone = breath(None, 70);
    assert!(breath(Some("ocean"), 0) == alone, "a bed that is turned down drowns nothing");
    let over_bed = breath(Some("ocean"), 1);
    let softer = level(&alone) - level(&over_bed);
    assert!((softer - 6.0).abs() < 0.2, "{softer} dB");
    assert!(largest_step(&over_bed) <= 1.1 * largest_step(&alone));
}

#[test]
fn a_recording_used_as_a_chime_is_softer_too() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sounds");
    let sounds = Sounds::open(Some(&folder)).0;
    let play = |night: bool| {
        let mut mixer = Mixer::with_sounds(sounds.clone());
        mixer.set_night(night);
        let file = mixer.file_to_load(&SoundEvent::chime("drop")).expect("a file");
        mixer.insert_file(file.run());
        mixer.play(SoundEvent::chime("drop"), Duration::ZERO);
        energy(&render(&mut mixer, 1_000))
    };
    let softer = 10.0 * (play(false) / play(true)).log10();
    assert!((softer - 6.0).abs() < 0.1, "{softer} dB");
}
