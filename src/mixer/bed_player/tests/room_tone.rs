//! Tests of the room tone: what is heard where a session has no bed.

use std::time::Duration;

use super::{level, loudness, settled};
use crate::choices::{Channels, SoundKind};
use crate::mixer::event::SoundEvent;
use crate::mixer::measure::{
    Spectrum, frames, is_silent, lost_through_small_speakers, peak, render,
};
use crate::mixer::render::Mixer;

fn without_bed(night: bool) -> Mixer {
    let mut mixer = Mixer::new();
    mixer.set_channels(Channels::Mono);
    mixer.set_night(night);
    mixer.play(SoundEvent::Bed { name: None }, Duration::ZERO);
    render(&mut mixer, 4_000);
    mixer
}

#[test]
fn it_is_at_minus_55_lufs_by_day_and_softer_and_deeper_at_night() {
    let [day, night] = [false, true].map(|night| render(&mut without_bed(night), 20_000));
    let [loud, soft] = [&day, &night].map(|it| loudness(it));
    assert!((loud + 55.0).abs() < 0.5 && (soft + 58.0).abs() < 0.5, "{loud} and {soft} LUFS");
    assert!(lost_through_small_speakers(&night) > lost_through_small_speakers(&day) + 2.0);
    assert!(peak(&day) < 0.02, "{}", peak(&day));
}

#[test]
fn it_is_no_hiss_and_stays_as_it_is() {
    let samples = render(&mut without_bed(false), 20_000);
    let spectrum = Spectrum::of(&samples[..frames(5_000)]);
    let high = spectrum.energy(2_000.0, 20_000.0) / spectrum.energy(20.0, 20_000.0);
    assert!(10.0 * high.log10() < -28.0, "{:.1} dB above 2 kHz", 10.0 * high.log10());
    let levels: Vec<f32> = samples.chunks(frames(1_000)).map(level).collect();
    let lowest = levels.iter().copied().fold(f32::MAX, f32::min);
    let highest = levels.iter().copied().fold(f32::MIN, f32::max);
    assert!(highest - lowest < 1.5, "{lowest} to {highest} dB");
}

#[test]
fn the_volume_of_beds_turns_it_off_and_a_pause_silences_it() {
    let mut mixer = without_bed(false);
    mixer.set_kind_volume(SoundKind::Bed, 0);
    render(&mut mixer, 100);
    assert!(is_silent(&render(&mut mixer, 500)));
    let mut mixer = without_bed(false);
    mixer.pause();
    render(&mut mixer, 500);
    assert!(mixer.is_silent());
    mixer.resume();
    assert!(!is_silent(&render(&mut mixer, 500)));
}

#[test]
fn a_bed_takes_its_place_and_gives_it_back() {
    let mut mixer = without_bed(false);
    mixer.play(SoundEvent::bed("rain"), Duration::ZERO);
    render(&mut mixer, 5_000);
    let expected = level(&render(&mut settled("rain"), 2_000));
    assert!((level(&render(&mut mixer, 2_000)) - expected).abs() < 1.0);
    mixer.play(SoundEvent::Bed { name: None }, Duration::ZERO);
    render(&mut mixer, 5_000);
    assert!((loudness(&render(&mut mixer, 5_000)) + 55.0).abs() < 1.0);
}

#[test]
fn it_follows_the_night_where_it_sounds_and_waits_in_a_pause() {
    let mut mixer = without_bed(false);
    mixer.set_night(true);
    render(&mut mixer, 5_000);
    assert!((loudness(&render(&mut mixer, 5_000)) + 58.0).abs() < 1.0);
    mixer.pause();
    render(&mut mixer, 500);
    mixer.set_night(false);
    assert!(is_silent(&render(&mut mixer, 500)));
    let mut unplayed = Mixer::new();
    unplayed.set_night(true);
    assert!(is_silent(&render(&mut unplayed, 500)), "no session, no room tone");
}
