//! Tests of the width: beds lie around the head, drops and crackles have their places, what is low
//! comes from the middle, and so do voice, chimes and breath; each nostril is heard on its side.

use std::time::Duration;

use ebur128::{EbuR128, Mode};

use crate::body::Side;
use crate::choices::{Channels, SoundKind};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{channels, correlation, decibels, frames, peak, render_stereo};
use crate::mixer::render::Mixer;
use crate::session::PhaseKind;
use crate::shipped_sounds::{shipped_bed_names, shipped_chime_names};
use crate::synthesis::{SAMPLE_RATE, SPEECH_LUFS, SoundClip, StereoFrame};

/// So many seconds of an event, from a moment after its first frame.
fn heard(event: SoundEvent, wish: Channels, from: usize, millis: usize) -> Vec<StereoFrame> {
    let mut mixer = Mixer::new();
    mixer.set_channels(wish);
    mixer.play(event, Duration::ZERO);
    render_stereo(&mut mixer, from);
    render_stereo(&mut mixer, millis)
}

fn loudness(heard: &[StereoFrame]) -> f64 {
    let [left, right] = channels(heard);
    let mut meter = EbuR128::new(2, SAMPLE_RATE, Mode::I).unwrap();
    meter.add_frames_planar_f32(&[&left, &right]).unwrap();
    meter.loudness_global().unwrap()
}

/// Whether both ears hear the very same.
fn is_in_the_middle(heard: &[StereoFrame]) -> bool {
    let [left, right] = channels(heard);
    left == right
}

fn nostril(side: Side) -> SoundEvent {
    let (phase, length) = (PhaseKind::Inhale, Duration::from_secs(4));
    SoundEvent::Breath { phase, length, fullness: 1_000, nostril: Some(side) }
}

/// A tone as loud as a spoken line.
fn line() -> SoundEvent {
    let hum = (0..3 * SAMPLE_RATE).map(|it| 0.3 * (it as f32 * 0.06).sin());
    SoundEvent::Clip(SoundClip::from_speech(hum.collect(), SAMPLE_RATE, SPEECH_LUFS))
}

#[test]
fn every_bed_is_wide_above_200_hz_and_in_the_middle_below_120() {
    for bed in shipped_bed_names() {
        let heard = heard(SoundEvent::bed(bed), Channels::Stereo, 3_500, 12_000);
        let wide = correlation(&heard, 200.0, 16_000.0);
        let low = correlation(&heard, 20.0, 120.0);
        assert!((0.1..=0.4).contains(&wide) && low >= 0.98, "{bed}: {wide} above, {low} below");
    }
}

#[test]
fn every_bed_is_as_loud_in_both_ears_and_in_stereo_as_in_mono() {
    for bed in shipped_bed_names() {
        let play = |wish| heard(SoundEvent::bed(bed), wish, 3_500, 12_000);
        let (stereo, mono) = (play(Channels::Stereo), play(Channels::Mono));
        let difference = loudness(&stereo) - loudness(&mono);
        assert!(difference.abs() <= 0.8, "{bed}: {difference} LU");
        let energy = |samples: &[f32]| samples.iter().map(|it| it * it).sum::<f32>();
        let [left, right] = channels(&stereo).map(|it| energy(&it));
        let side = 10.0 * (left / right).log10();
        assert!(side.abs() <= 3.0, "{bed} leans by {side} dB");
    }
}

#[test]
fn voice_chimes_and_breath_are_in_the_middle() {
    let breath = SoundEvent::breath(PhaseKind::Inhale, Duration::from_secs(2));
    let chimes = shipped_chime_names().into_iter().map(SoundEvent::chime);
    for event in chimes.chain([line(), breath]) {
        let heard = heard(event.clone(), Channels::Stereo, 0, 2_000);
        assert!(heard.iter().any(|frame| frame.left.abs() > 0.01), "{event:?}");
        assert!(is_in_the_middle(&heard), "{event:?}");
    }
}

#[test]
fn each_nostril_is_heard_on_its_side_and_in_the_other_ear_too() {
    let level = |samples: Vec<f32>| decibels(peak(&samples));
    let [left, right] =
        channels(&heard(nostril(Side::Left), Channels::Stereo, 0, 4_000)).map(level);
    assert!((8.0..=12.0).contains(&(left - right)), "{left} and {right} dB");
    let mirrored = channels(&heard(nostril(Side::Right), Channels::Stereo, 0, 4_000)).map(level);
    assert!((mirrored[0] - right).abs() < 0.01 && (mirrored[1] - left).abs() < 0.01);
    let both = SoundEvent::breath(PhaseKind::Inhale, Duration::from_secs(4));
    let both = loudness(&heard(both, Channels::Stereo, 0, 4_000));
    let one = loudness(&heard(nostril(Side::Left), Channels::Stereo, 0, 4_000));
    assert!((both - one).abs() < 0.1, "as loud as the breath of both: {one} and {both} LUFS");
}

#[test]
fn in_mono_both_ears_hear_the_same() {
    let mut mixer = Mixer::new();
    mixer.set_channels(Channels::Mono);
    mixer.play(SoundEvent::bed("rain"), Duration::ZERO);
    mixer.play(nostril(Side::Right), Duration::from_millis(300));
    mixer.play(SoundEvent::chime("bowl"), Duration::from_millis(600));
    let heard = render_stereo(&mut mixer, 5_000);
    assert!(heard.iter().any(|frame| frame.left.abs() > 0.01));
    assert!(is_in_the_middle(&heard));
}

#[test]
fn words_are_as_loud_as_they_are_meant_on_two_channels() {
    for wish in [Channels::Stereo, Channels::Mono] {
        let measured = loudness(&heard(line(), wish, 0, 3_000));
        assert!((measured - SPEECH_LUFS).abs() <= 0.2, "{wish}: {measured} LUFS");
    }
}

/// A bed of one channel, at the level of the limit, and a shriek in one ear: nothing moves aside.
#[test]
fn what_is_held_down_stays_where_it_was() {
    let mut mixer = Mixer::new();
    for kind in [SoundKind::Voice, SoundKind::Breath] {
        mixer.set_kind_volume(kind, 100);
    }
    let loud = (0..96_000).map(|it| 0.5 * (it as f32 * 0.06).sin()).collect();
    mixer.set_volume(100);
    mixer.play(SoundEvent::Clip(SoundClip::new(loud)), Duration::ZERO);
    let heard = render_stereo(&mut mixer, 1_500);
    let settled = &heard[frames(200)..];
    let loudest = settled.iter().fold(0.0_f32, |peak, frame| peak.max(frame.peak()));
    assert!((0.45..0.51).contains(&loudest), "the limiter works: {loudest}");
    assert!(is_in_the_middle(settled));
}
