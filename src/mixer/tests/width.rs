//! Tests of the width: voice, chimes and breath come from the middle, and each nostril is heard on its
//! side. That of beds has tests beside theirs.

use std::time::Duration;

use ebur128::{EbuR128, Mode};

use crate::body::Side;
use crate::choices::{Channels, SoundKind};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{channels, decibels, frames, peak, render_stereo};
use crate::mixer::render::Mixer;
use crate::session::PhaseKind;
use crate::shipped_sounds::shipped_chime_names;
use crate::synthesis::{SAMPLE_RATE, SPEECH_LUFS, SoundClip, StereoFrame};

/// So many milliseconds of an event.
fn heard(event: SoundEvent, wish: Channels, millis: usize) -> Vec<StereoFrame> {
    let mut mixer = Mixer::new();
    mixer.set_channels(wish);
    mixer.play(event, Duration::ZERO);
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
fn voice_chimes_and_breath_are_in_the_middle() {
    let breath = SoundEvent::breath(PhaseKind::Inhale, Duration::from_secs(2));
    let chimes = shipped_chime_names().into_iter().map(SoundEvent::chime);
    for event in chimes.chain([line(), breath]) {
        let heard = heard(event.clone(), Channels::Stereo, 2_000);
        assert!(heard.iter().any(|frame| frame.left.abs() > 0.01), "{event:?}");
        assert!(is_in_the_middle(&heard), "{event:?}");
    }
}

#[test]
fn each_nostril_is_heard_on_its_side_and_in_the_other_ear_too() {
    let level = |samples: Vec<f32>| decibels(peak(&samples));
    let [left, right] = channels(&heard(nostril(Side::Left), Channels::Stereo, 4_000)).map(level);
    assert!((8.0..=12.0).contains(&(left - right)), "{left} and {right} dB");
    let mirrored = channels(&heard(nostril(Side::Right), Channels::Stereo, 4_000)).map(level);
    assert!((mirrored[0] - right).abs() < 0.01 && (mirrored[1] - left).abs() < 0.01);
    let both = SoundEvent::breath(PhaseKind::Inhale, Duration::from_secs(4));
    let both = loudness(&heard(both, Channels::Stereo, 4_000));
    let one = loudness(&heard(nostril(Side::Left), Channels::Stereo, 4_000));
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
        let measured = loudness(&heard(line(), wish, 3_000));
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
