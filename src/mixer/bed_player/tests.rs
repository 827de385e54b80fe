//! Tests of beds: how loud they are, how they breathe, and that nothing about them clicks.

mod differences;
mod levels;
mod measured;
mod room_tone;
mod sweeps;
mod width;

use std::time::Duration;

use ebur128::{EbuR128, Mode};

use crate::choices::{Channels, SoundKind};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{
    self, channels, decibels, frames, is_silent, largest_step, render, render_stereo,
};
use crate::mixer::render::Mixer;
use crate::session::PhaseKind::Inhale;
use crate::shipped_sounds::{shipped_bed_names, shipped_chime_names};
use crate::synthesis::{SAMPLE_RATE, SoundClip, StereoFrame};

use measured::{
    BOX, CALM, EVEN, HELD, LONG, ONE_OF_EACH_KIND, Pattern, SIGH, breathed, left_alone, long_ocean,
};

/// What every bed is normalised to, in LUFS.
const MEANT_LUFS: f64 = -37.0;

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

/// A mixer on which this bed plays from the first frame, and nothing else is heard. It is in mono,
/// where all of it is one channel; its width has tests of its own.
fn mixer_with(bed: &str) -> Mixer {
    mixer_in(Channels::Mono, bed)
}

fn mixer_in(channels: Channels, bed: &str) -> Mixer {
    let mut mixer = Mixer::new();
    mixer.set_channels(channels);
    mixer.set_kind_volume(SoundKind::Breath, 0);
    mixer.play(SoundEvent::bed(bed), Duration::ZERO);
    mixer
}

/// A mixer on which this bed has come up.
fn settled(bed: &str) -> Mixer {
    let mut mixer = mixer_with(bed);
    render(&mut mixer, 4_000);
    mixer
}

fn loudness(samples: &[f32]) -> f64 {
    let mut meter = EbuR128::new(1, SAMPLE_RATE, Mode::I).unwrap();
    meter.add_frames_f32(samples).unwrap();
    meter.loudness_global().unwrap()
}

fn level(samples: &[f32]) -> f32 {
    decibels((samples.iter().map(|it| it * it).sum::<f32>() / samples.len() as f32).sqrt())
}

/// The level in dB of each tenth of a second, smoothed over half a second.
fn envelope(samples: &[f32]) -> Vec<f64> {
    smoothed(&tenths(samples))
}

/// The level in dB of each tenth of a second.
fn tenths(samples: &[f32]) -> Vec<f64> {
    samples.chunks(frames(100)).map(|it| f64::from(level(it))).collect()
}

/// Levels of tenths of a second, smoothed over half a second.
fn smoothed(levels: &[f64]) -> Vec<f64> {
    let smooth = |index: usize| {
        let around = &levels[index.saturating_sub(2)..(index + 3).min(levels.len())];
        around.iter().sum::<f64>() / around.len() as f64
    };
    (0..levels.len()).map(smooth).collect()
}

fn likeness(one: &[f64], other: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let sums = one.iter().zip(other).fold((0.0, 0.0, 0.0), |(both, first, second), (a, b)| {
        let (a, b) = (a - mean_one, b - mean_other);
        (both + a * b, first + a * a, second + b * b)
    });
    sums.0 / (sums.1 * sums.2).sqrt()
}

fn follows(bed: &str, pattern: &'static Pattern) {
    let breathed = breathed(bed, pattern);
    let likeness = likeness(&smoothed(&breathed.levels), &breathed.fullness);
    assert!(likeness >= 0.95, "{bed} follows {pattern:?} by {likeness}");
}

#[test]
fn every_bed_follows_the_breath_so_that_it_can_be_heard() {
    for bed in shipped_bed_names() {
        follows(bed, CALM);
    }
    for bed in ONE_OF_EACH_KIND {
        follows(bed, LONG);
        follows(bed, HELD);
    }
    for (bed, pattern) in ONE_OF_EACH_KIND.into_iter().zip([EVEN, BOX, SIGH]) {
        follows(bed, pattern);
    }
}

#[test]
fn a_bed_without_a_breath_neither_swells_nor_draws_back() {
    for bed in ["pink-noise", "brown-noise"] {
        let levels = &smoothed(&left_alone(bed).levels)[..300];
        let lowest = levels.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = levels.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!(highest - lowest < 3.0, "{bed}: {lowest} to {highest} dB");
    }
}

#[test]
fn a_bed_comes_back_to_its_level_when_nobody_breathes_any_more() {
    let before = level(&render(&mut settled("pink-noise"), 3_000));
    let mut mixer = settled("pink-noise");
    mixer.play(SoundEvent::breath(Inhale, seconds(4.0)), Duration::ZERO);
    let samples = render(&mut mixer, 12_000);
    let full = level(&samples[frames(3_800)..frames(4_800)]);
    let after = level(&render(&mut mixer, 3_000));
    assert!(full > before + 3.0, "{full} after {before} dB");
    assert!((after - before).abs() < 0.5, "{after} after {before} dB");
}

#[test]
fn however_it_is_asked_for_a_bed_has_the_same_samples() {
    for bed in shipped_bed_names() {
        let play = |block: usize| {
            let mut mixer = mixer_in(Channels::Stereo, bed);
            mixer.play(SoundEvent::breath(Inhale, seconds(1.0)), seconds(0.3));
            mixer.play(SoundEvent::Clip(SoundClip::new(vec![0.0; 9_000])), seconds(0.8));
            mixer.play(SoundEvent::bed("fire"), seconds(1.1));
            let mut heard = vec![StereoFrame::SILENT; 96_000];
            heard.chunks_mut(block).for_each(|part| mixer.render(part));
            heard
        };
        let whole = play(96_000);
        assert!(whole.iter().any(|frame| *frame != StereoFrame::SILENT));
        assert!(whole == play(777) && whole == play(2_400), "{bed}");
    }
}

/// A hundred seconds of levels: of any half minute there is no other like it.
fn never_repeats(bed: &str, levels: &[f64]) {
    for lag in 40..500 {
        let likeness = likeness(&levels[..500], &levels[lag..lag + 500]);
        assert!(likeness < 0.9, "{bed} is like itself by {likeness} after {lag} tenths");
    }
}

#[test]
fn no_bed_repeats_itself() {
    never_repeats("ocean", long_ocean());
    never_repeats("fire", &envelope(&render(&mut settled("fire"), 100_000)));
    for bed in shipped_bed_names() {
        assert!(left_alone(bed).largest_step > 0.0, "{bed}");
    }
}

#[test]
fn a_first_bed_comes_up_within_three_seconds() {
    let samples = render(&mut mixer_with("pink-noise"), 5_000);
    let steady = level(&samples[frames(4_000)..]);
    assert!(level(&samples[..frames(100)]) < steady - 20.0);
    assert!(level(&samples[frames(1_000)..frames(1_200)]) < steady - 3.0);
    assert!((level(&samples[frames(3_100)..frames(4_000)]) - steady).abs() < 1.0);
}

#[test]
fn one_bed_gives_way_to_another_without_a_click_or_a_hole() {
    let mut mixer = settled("pink-noise");
    mixer.play(SoundEvent::bed("brown-noise"), seconds(1.0));
    let samples = render(&mut mixer, 7_000);
    let loudnesses: Vec<f64> = samples.chunks(frames(1_000)).map(loudness).collect();
    let meant = loudnesses.iter().all(|it| (it - MEANT_LUFS).abs() < 2.0);
    assert!(meant, "{loudnesses:?}");
    let mut alone = settled("brown-noise");
    let alone = level(&render(&mut alone, 1_000));
    assert!((level(&samples[frames(6_000)..]) - alone).abs() < 1.0, "only the other is left");
}

/// Two drones hardly differ from sample to sample, so that any click would show.
#[test]
fn nothing_that_is_done_to_a_bed_clicks() {
    let settled = || {
        let mut mixer = mixer_in(Channels::Stereo, "warm-pad");
        render(&mut mixer, 4_000);
        mixer
    };
    let step = |heard: &[StereoFrame]| largest_step(&channels(heard)[0]);
    let quiet = step(&render_stereo(&mut settled(), 4_000));
    let mut mixer = settled();
    let mut heard = Vec::new();
    let steps: [fn(&mut Mixer); 9] = [
        Mixer::pause,
        Mixer::resume,
        |mixer| mixer.play(SoundEvent::bed("bowl-drone"), Duration::ZERO),
        |mixer| mixer.play(SoundEvent::bed("warm-pad"), Duration::ZERO),
        |mixer| mixer.set_kind_volume(SoundKind::Bed, 20),
        |mixer| mixer.set_volume(60),
        |mixer| mixer.play(SoundEvent::Clip(SoundClip::new(vec![0.0; 4_800])), Duration::ZERO),
        |mixer| mixer.play(SoundEvent::Bed { name: None }, Duration::ZERO),
        Mixer::stop_all,
    ];
    for act in steps {
        act(&mut mixer);
        heard.extend(render_stereo(&mut mixer, 730));
    }
    let step = step(&heard);
    assert!(step < 2.0 * quiet, "a step of {step}, and {quiet} where nothing is done");
    assert!(mixer.is_silent());
}

#[test]
fn a_pause_silences_the_bed_within_half_a_second_and_resuming_brings_it_back() {
    let mut mixer = settled("rain");
    mixer.pause();
    let falling = render(&mut mixer, 600);
    assert!(level(&falling[..frames(50)]) > -60.0, "it fades, and is not cut");
    assert!(is_silent(&falling[frames(420)..]));
    assert!(mixer.is_silent(), "and so the output may rest");
    mixer.resume();
    render(&mut mixer, 1_000);
    let back = loudness(&render(&mut mixer, 3_000));
    assert!((back - MEANT_LUFS).abs() < 2.0, "{back} LUFS");
}

#[test]
fn beds_draw_back_before_the_words_begin_and_come_back_after() {
    let mut mixer = settled("pink-noise");
    mixer.play(SoundEvent::Clip(SoundClip::new(vec![0.0; frames(2_000)])), seconds(2.0));
    let samples = render(&mut mixer, 12_000);
    let around = |from: usize, to: usize| level(&samples[frames(from)..frames(to)]);
    let before = around(0, 1_600);
    assert!(around(1_950, 2_050) < before - 4.5, "it has drawn back when the words begin");
    assert!((around(2_100, 3_900) - (before - 6.0)).abs() < 0.7);
    assert!((around(9_300, 12_000) - before).abs() < 0.7, "and comes back");
}

#[test]
fn a_bed_draws_back_for_words_and_for_nothing_else() {
    let mut mixer = settled("pink-noise");
    let before = level(&render(&mut mixer, 500));
    mixer.cancel_pending();
    let after = level(&render(&mut mixer, 1_000));
    assert!((after - before).abs() < 0.7, "{after} after {before} dB");
}

#[test]
fn words_in_a_row_keep_the_bed_back() {
    let mut mixer = settled("pink-noise");
    for at in [1.0, 3.4, 6.9] {
        mixer.play(SoundEvent::Clip(SoundClip::new(vec![0.0; frames(1_000)])), seconds(at));
    }
    let levels = envelope(&render(&mut mixer, 8_000));
    let (loudest, before) = (levels[14..76].iter().copied().fold(f64::MIN, f64::max), levels[3]);
    assert!(loudest < before - 4.0, "{loudest} between words after {before} dB");
}

#[test]
fn a_bed_fades_for_as_long_as_it_is_asked_to() {
    let mut mixer = settled("rain");
    mixer.play(SoundEvent::FadeOut { length: seconds(20.0) }, Duration::ZERO);
    let samples = render(&mut mixer, 21_000);
    let levels: Vec<f32> = samples.chunks(frames(5_000)).map(level).collect();
    assert!(levels.windows(2).all(|it| it[1] < it[0]), "{levels:?}");
    assert!(levels[3] > -90.0, "{levels:?}");
    assert!(is_silent(&samples[frames(20_100)..]) && mixer.is_silent());
}

#[test]
fn a_fade_has_taken_twelve_decibels_at_its_half() {
    let mut mixer = settled("brown-noise");
    let before = level(&render(&mut mixer, 4_000));
    mixer.play(SoundEvent::FadeOut { length: seconds(20.0) }, Duration::ZERO);
    render(&mut mixer, 9_500);
    let lost = before - level(&render(&mut mixer, 1_000));
    assert!((lost - 12.0).abs() < 2.0, "{lost} dB");
}

#[test]
fn the_same_bed_asked_for_again_goes_on_as_if_nothing_was_said() {
    let expected = render(&mut settled("ocean"), 2_000);
    let mut mixer = settled("ocean");
    mixer.play(SoundEvent::bed("ocean"), seconds(0.5));
    assert_eq!(render(&mut mixer, 2_000), expected);
}

#[test]
fn a_bed_that_nothing_has_is_silence() {
    let mut mixer = settled("ocean");
    mixer.play(SoundEvent::bed("song-of-oz"), Duration::ZERO);
    render(&mut mixer, 4_100);
    assert!(is_silent(&render(&mut mixer, 100)) && mixer.is_silent());
}

#[test]
fn a_bus_at_zero_is_not_heard_and_the_others_are() {
    let mut mixer = settled("ocean");
    mixer.set_kind_volume(SoundKind::Bed, 0);
    render(&mut mixer, 100);
    assert!(is_silent(&render(&mut mixer, 500)));
    mixer.play(SoundEvent::chime("next"), Duration::ZERO);
    assert!(!is_silent(&render(&mut mixer, 500)));
}

#[test]
fn many_changes_at_once_are_bounded_and_end_with_the_last_one() {
    let mut mixer = settled("ocean");
    for (index, bed) in shipped_bed_names().iter().cycle().take(60).enumerate() {
        mixer.play(SoundEvent::bed(*bed), seconds(0.01 * index as f64));
    }
    mixer.play(SoundEvent::bed("brown-noise"), seconds(1.0));
    render(&mut mixer, 12_000);
    let expected = level(&render(&mut settled("brown-noise"), 2_000));
    assert!((level(&render(&mut mixer, 2_000)) - expected).abs() < 1.0);
}

#[test]
fn a_bed_begins_anew_on_another_output() {
    let mut mixer = settled("rain");
    mixer.clear();
    let samples = render(&mut mixer, 4_000);
    assert!(level(&samples[..frames(100)]) < -60.0);
    assert!((loudness(&samples[frames(3_000)..]) - MEANT_LUFS).abs() < 2.0);
}

/// Hushed in the middle of its ring, and everything else with it.
#[test]
fn a_chime_that_is_cut_off_steps_no_further_than_it_did_by_itself() {
    for chime in shipped_chime_names() {
        let own = largest_step(measure::chime(chime, false, 1_500));
        let mut mixer = Mixer::new();
        mixer.play(SoundEvent::chime(chime), Duration::ZERO);
        let mut samples = render(&mut mixer, 150);
        mixer.stop_all();
        samples.extend(render(&mut mixer, 200));
        assert!(largest_step(&samples) <= 1.05 * own, "{chime}");
        assert!(mixer.is_silent(), "{chime}");
    }
}
