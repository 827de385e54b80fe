//! Tests of the mixer: every sample is looked at, and no device is needed.

mod night;

use std::time::Duration;

use proptest::prelude::*;

use super::Mixer;
use crate::choices::{Choice as _, Mix, SoundKind};
use crate::mixer::event::SoundEvent;
use crate::mixer::master::CEILING;
use crate::mixer::measure::{
    alone, channels, chime, decibels, frames, is_silent, largest_step, peak, render, render_stereo,
    to_mono, true_peak,
};
use crate::session::PhaseKind;
use crate::shipped_sounds::shipped_chime_names;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

/// No two neighbouring samples of a single event differ by more. A cut at full level would be a
/// step of 0.25.
const NO_CLICK: f32 = 0.02;
/// The same for any number of events at once, up to the ceiling.
const NO_CLICK_IN_A_CROWD: f32 = 0.12;

fn breath(phase: PhaseKind, millis: u64) -> SoundEvent {
    SoundEvent::breath(phase, Duration::from_millis(millis))
}

fn in_blocks(mixer: &mut Mixer, total: usize, block: usize) -> Vec<f32> {
    let mut heard = vec![StereoFrame::SILENT; total];
    for part in heard.chunks_mut(block) {
        mixer.render(part);
    }
    to_mono(&heard)
}

#[test]
fn a_mixer_without_notes_is_silent() {
    let mut mixer = Mixer::new();
    assert!(mixer.is_silent());
    assert!(is_silent(&render(&mut mixer, 500)));
    assert_eq!(mixer.position(), frames(500) as u64);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_chime_begins_at_exactly_its_frame(delay in 0..50_000_usize, block in 1..3_000_usize) {
        let reference = chime("switch", false, 300);
        let mut mixer = Mixer::new();
        mixer.play_at(SoundEvent::chime("switch"), delay as u64);
        let samples = in_blocks(&mut mixer, delay + reference.len(), block);
        prop_assert!(samples[..delay].iter().all(|&sample| sample == 0.0));
        prop_assert_eq!(&samples[delay..], reference);
    }

    #[test]
    fn a_delay_in_time_is_the_nearest_frame(micros in 0..2_000_000_u64) {
        let mut mixer = Mixer::new();
        mixer.play(SoundEvent::chime("next"), Duration::from_micros(micros));
        let nearest = (micros as f64 * f64::from(SAMPLE_RATE) / 1e6).round() as usize;
        let samples = in_blocks(&mut mixer, nearest + 100, 960);
        let reference = chime("next", false, 10);
        prop_assert!(samples[..nearest].iter().all(|&sample| sample == 0.0));
        prop_assert_eq!(&samples[nearest..], &reference[..100]);
    }

    #[test]
    fn whatever_is_played_stays_below_the_ceiling_and_never_clicks(
        moves in prop::collection::vec((0..8_u8, 0..700_u64, 0..8_usize, 0..=100_u8), 1..14)
    ) {
        let mut mixer = Mixer::new();
        let mut heard = Vec::new();
        let names = shipped_chime_names();
        for (kind, millis, name, volume) in moves {
            let after = Duration::from_millis(millis / 3);
            match kind {
                0..=2 => mixer.play(SoundEvent::chime(names[name % names.len()]), after),
                3 => mixer.play(breath(PhaseKind::Inhale, millis), after),
                4 => mixer.play(breath(PhaseKind::Exhale, millis * 2), after),
                5 => mixer.set_volume(volume),
                6 => mixer.set_muted(volume > 50),
                _ if volume > 50 => mixer.stop_all(),
                _ => mixer.cancel_pending(),
            }
            heard.extend(render_stereo(&mut mixer, (millis / 2) as usize));
        }
        heard.extend(render_stereo(&mut mixer, 400));
        for samples in channels(&heard) {
            prop_assert!(peak(&samples) <= CEILING);
            prop_assert!(true_peak(&samples) <= -3.0, "{} dBTP", true_peak(&samples));
            let step = largest_step(&samples);
            prop_assert!(step <= NO_CLICK_IN_A_CROWD, "a step of {step}");
        }
    }
}

#[test]
fn everything_at_once_stays_below_minus_three_decibels_true_peak() {
    let mut mixer = Mixer::new();
    for name in shipped_chime_names() {
        for after in [0, 5, 9] {
            mixer.play(SoundEvent::chime(name), Duration::from_millis(after));
        }
    }
    mixer.play(breath(PhaseKind::Inhale, 1_000), Duration::ZERO);
    let [samples, _] = channels(&render_stereo(&mut mixer, 2_000));
    assert!(peak(&samples) > 0.45, "the limiter works, or this shows nothing");
    assert!(true_peak(&samples) <= -3.0, "{} dBTP", true_peak(&samples));
}

#[test]
fn no_note_clicks() {
    for name in shipped_chime_names() {
        let step = largest_step(chime(name, false, 12_000));
        assert!(step <= NO_CLICK, "{name} has a step of {step}");
    }
    for phase in [PhaseKind::Inhale, PhaseKind::Exhale] {
        for millis in [30, 333, 1_000, 4_001] {
            let step = largest_step(&alone(breath(phase, millis), 5_000));
            assert!(step <= NO_CLICK, "{phase:?} of {millis} ms has a step of {step}");
        }
    }
}

#[test]
fn a_cancelled_breath_fades_within_50_ms_without_a_click() {
    let mut mixer = Mixer::new();
    mixer.play(breath(PhaseKind::Inhale, 4_000), Duration::ZERO);
    let mut samples = render(&mut mixer, 3_000);
    assert!(peak(&samples[frames(2_900)..]) > 0.1);
    mixer.cancel_pending();
    samples.extend(render(&mut mixer, 200));
    assert!(largest_step(&samples) <= NO_CLICK);
    assert!(is_silent(&samples[frames(3_050)..]));
    assert!(mixer.is_silent());
}

#[test]
fn cancelling_leaves_nothing_pending_and_lets_chimes_ring() {
    let mut mixer = Mixer::new();
    mixer.play(SoundEvent::chime("bowl"), Duration::ZERO);
    mixer.play(SoundEvent::chime("switch"), Duration::from_millis(150));
    mixer.play(breath(PhaseKind::Exhale, 2_000), Duration::from_millis(150));
    let mut samples = render(&mut mixer, 100);
    mixer.cancel_pending();
    samples.extend(render(&mut mixer, 1_900));
    assert_eq!(samples, chime("bowl", false, 2_000));
}

#[test]
fn stopping_all_fades_the_chimes_too() {
    let mut mixer = Mixer::new();
    mixer.play(SoundEvent::chime("bowl"), Duration::ZERO);
    mixer.play(SoundEvent::chime("end"), Duration::from_millis(50));
    let mut samples = render(&mut mixer, 500);
    mixer.stop_all();
    samples.extend(render(&mut mixer, 200));
    assert!(largest_step(&samples) <= NO_CLICK);
    assert!(is_silent(&samples[frames(550)..]));
    assert!(mixer.is_silent());
}

#[test]
fn notes_that_overlap_are_added() {
    let mut mixer = Mixer::new();
    mixer.play(SoundEvent::chime("bowl"), Duration::ZERO);
    mixer.play(breath(PhaseKind::Inhale, 1_000), Duration::from_millis(333));
    let together = render(&mut mixer, 2_000);
    let bowl = chime("bowl", false, 2_000);
    let tone = alone(breath(PhaseKind::Inhale, 1_000), 2_000);
    let shift = frames(333);
    for (index, sample) in together.iter().enumerate() {
        let tone = index.checked_sub(shift).map_or(0.0, |index| tone[index]);
        assert!((sample - bowl[index] - tone).abs() < 1e-6, "at frame {index}");
    }
}

#[test]
fn a_breath_gives_way_to_the_next_one() {
    let mut mixer = Mixer::new();
    mixer.play(breath(PhaseKind::Inhale, 60_000), Duration::ZERO);
    mixer.play(breath(PhaseKind::Hold, 4_000), Duration::from_secs(20));
    let samples = render(&mut mixer, 21_000);
    assert!(peak(&samples[frames(19_000)..frames(20_000)]) > 0.01);
    assert!(is_silent(&samples[frames(20_050)..]), "a hold is silent");
}

#[test]
fn the_volume_glides_and_follows_the_ear() {
    let mut mixer = Mixer::new();
    mixer.play(breath(PhaseKind::Inhale, 100_000), Duration::ZERO);
    render(&mut mixer, 79_000);
    let full = decibels(peak(&render(&mut mixer, 1_000)));
    let mut samples = Vec::new();
    let mut levels = Vec::new();
    for volume in [Mix::MEANT / 2, 0, Mix::MEANT] {
        mixer.set_volume(volume);
        samples.extend(render(&mut mixer, 100));
        let steady = render(&mut mixer, 400);
        levels.push(decibels(peak(&steady)) - full);
        samples.extend(steady);
    }
    assert!((levels[0] + 12.0).abs() < 1.0, "half is 12 dB down, not {}", levels[0]);
    assert!(levels[1] < -100.0, "zero is silent");
    assert!(levels[2].abs() < 1.0, "full is full again");
    assert!(largest_step(&samples) <= NO_CLICK);
}

/// What each kind of sound is made of, for a test of all.
fn one_of(kind: SoundKind) -> SoundEvent {
    match kind {
        SoundKind::Voice => SoundEvent::Clip(crate::synthesis::SoundClip::new(vec![0.4; 48_000])),
        SoundKind::Chimes => SoundEvent::chime("next"),
        SoundKind::Breath => breath(PhaseKind::Inhale, 700),
        SoundKind::Bed => SoundEvent::bed("pink-noise"),
    }
}

#[test]
fn what_begins_with_the_first_frame_does_so_at_the_volume_that_was_set() {
    for &kind in SoundKind::ALL {
        for all in [false, true] {
            let mut quiet = Mixer::new();
            if all {
                quiet.set_volume(7);
            } else {
                quiet.set_kind_volume(kind, 7);
            }
            quiet.play(one_of(kind), Duration::ZERO);
            let softer = peak(&alone(one_of(kind), 40)) / peak(&render(&mut quiet, 40));
            assert!((softer - 100.0).abs() < 2.0, "{kind:?}: {softer} times softer, not 100");

            let mut closed = Mixer::new();
            if all {
                closed.set_volume(0);
            } else {
                closed.set_kind_volume(kind, 0);
            }
            closed.play(one_of(kind), Duration::ZERO);
            assert!(is_silent(&render(&mut closed, 200)), "{kind:?} leaves a blip");
        }
    }
}

#[test]
fn an_output_that_takes_over_begins_at_the_volume_that_is_set_by_then() {
    let mut mixer = Mixer::new();
    mixer.play(SoundEvent::bed("pink-noise"), Duration::ZERO);
    mixer.play(SoundEvent::chime("end"), Duration::ZERO);
    render(&mut mixer, 500);
    mixer.set_volume(0);
    mixer.clear();
    mixer.play(SoundEvent::chime("end"), Duration::ZERO);
    assert!(is_silent(&render(&mut mixer, 500)));
}

#[test]
fn louder_than_it_was_meant_is_six_decibels_more_and_never_clips() {
    let level = |volume| {
        let mut mixer = Mixer::new();
        mixer.set_volume(volume);
        mixer.play(SoundEvent::chime("halfway"), Duration::ZERO);
        peak(&render(&mut mixer, 500))
    };
    let louder = decibels(level(100)) - decibels(level(Mix::MEANT));
    assert!((5.5..6.5).contains(&louder), "{louder} dB");
    let mut mixer = Mixer::new();
    mixer.set_volume(100);
    let loud = (0..96_000).map(|frame| 0.5 * (frame as f32 * 0.06).sin()).collect();
    mixer.play(SoundEvent::Clip(crate::synthesis::SoundClip::new(loud)), Duration::ZERO);
    mixer.play(SoundEvent::chime("start"), Duration::ZERO);
    let [samples, _] = channels(&render_stereo(&mut mixer, 2_000));
    assert!(true_peak(&samples) <= -3.0, "{} dBTP", true_peak(&samples));
}

#[test]
fn a_muted_chime_goes_on_unheard_and_comes_back_in_time() {
    let reference = chime("end", false, 3_000);
    let mut mixer = Mixer::new();
    mixer.play(SoundEvent::chime("end"), Duration::ZERO);
    let mut samples = render(&mut mixer, 500);
    mixer.set_muted(true);
    samples.extend(render(&mut mixer, 1_000));
    mixer.set_muted(false);
    samples.extend(render(&mut mixer, 1_500));
    assert!(is_silent(&samples[frames(600)..frames(1_500)]));
    assert_eq!(samples[frames(1_600)..], reference[frames(1_600)..]);
    assert!(largest_step(&samples) <= NO_CLICK);
}

#[test]
fn an_unknown_chime_sounds_as_the_bowl() {
    assert_eq!(alone(SoundEvent::chime("gong-of-oz"), 500), chime("bowl", false, 500));
}

#[test]
fn a_flood_of_notes_is_bounded() {
    let mut mixer = Mixer::new();
    for _ in 0..10_000 {
        mixer.play(SoundEvent::chime("next"), Duration::from_millis(10));
    }
    let [samples, _] = channels(&render_stereo(&mut mixer, 3_000));
    assert!(peak(&samples) <= CEILING);
    assert!(mixer.is_silent());
}
