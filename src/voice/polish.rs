//! What an engine's speech is given before it is kept: a bare synthetic voice becomes warmer and
//! stands in a small room.

use std::f64::consts::{FRAC_1_SQRT_2, TAU};

use super::clip;
use crate::choices::EngineKind;
use crate::decoding::DecodedSound;

/// Raise it whenever the same words of an engine are to sound in another way: it is part of what
/// clips are kept under.
pub(super) const VERSION: u64 = 1;

/// From here on a voice grows softer, by 12 dB with each octave, in hertz.
const CUT_HZ: f64 = 5_000.0;
/// How long a sound takes to fade in the room by 60 dB, in seconds.
const ROOM_SECONDS: f64 = 0.4;
/// How loud the room is against the voice, in dB.
const ROOM_DB: f64 = -18.0;
/// Above this the room is darker than the voice, in hertz.
const ROOM_CUT_HZ: f64 = 2_500.0;
/// How long each way through the room is, in milliseconds: they have no factor in common, so that no
/// pitch stands out.
const WAYS: [f64; 4] = [23.3, 29.1, 34.7, 41.9];
/// The ways that scatter what comes in, in milliseconds, and how strongly.
const SCATTER: [f64; 2] = [4.3, 9.7];
const SCATTERING: f32 = 0.6;

/// Whether what an engine writes is given a room and a soft cut. The built-in voice, Piper and the
/// voices of a system are of people who spoke in rooms.
pub(super) fn is_bare(engine: EngineKind) -> bool {
    engine == EngineKind::EspeakNg
}

/// The speech of a bare voice with a soft cut above 5 kHz, in a small room. It is as long as it was:
/// what is heard of the room after the words fades with the silence that follows them.
pub(super) fn polished(sound: &DecodedSound) -> DecodedSound {
    let rate = f64::from(sound.rate);
    let mut samples = sound.samples.clone();
    if CUT_HZ < 0.45 * rate {
        low_pass(&mut samples, CUT_HZ / rate);
    }
    let room = room(&samples, rate);
    let level = 10_f64.powf(ROOM_DB / 20.0) * (power(&samples) / power(&room)).sqrt();
    let end = samples.len();
    let fade = frames(clip::MARGIN_MILLIS as f64, rate) as f32;
    for (at, (sample, room)) in samples.iter_mut().zip(room).enumerate() {
        let left = ((end - 1 - at) as f32 / fade).min(1.0);
        *sample += level as f32 * left * room;
    }
    DecodedSound { samples, rate: sound.rate }
}

fn power(samples: &[f32]) -> f64 {
    samples.iter().map(|it| f64::from(*it).powi(2)).sum::<f64>().max(1e-12)
}

/// A Butterworth low-pass of second order, at a fraction of the sample rate.
fn low_pass(samples: &mut [f32], cut: f64) {
    let (sin, cos) = (TAU * cut).sin_cos();
    let alpha = sin * FRAC_1_SQRT_2;
    let (mut before, mut made) = ([0.0; 2], [0.0; 2]);
    for sample in samples {
        let now = f64::from(*sample);
        let ahead = (1.0 - cos) / 2.0 * (now + 2.0 * before[0] + before[1]);
        let next = (ahead + 2.0 * cos * made[0] - (1.0 - alpha) * made[1]) / (1.0 + alpha);
        (before, made) = ([now, before[0]], [next, made[0]]);
        *sample = next as f32;
    }
}

/// The room alone: what comes in is scattered, and goes round on four ways.
fn room(samples: &[f32], rate: f64) -> Vec<f32> {
    let mut scattered = samples.to_vec();
    for millis in SCATTER {
        scatter(&mut scattered, frames(millis, rate));
    }
    let mut heard = vec![0.0; samples.len()];
    let dark = (-TAU * ROOM_CUT_HZ / rate).exp() as f32;
    for (index, millis) in WAYS.into_iter().enumerate() {
        let kept = 10_f64.powf(-3.0 * millis / 1_000.0 / ROOM_SECONDS) as f32;
        let sign = if index % 2 == 0 { 1.0 } else { -1.0 };
        go_round(&scattered, &mut heard, frames(millis, rate), kept * sign, dark);
    }
    heard
}

fn frames(millis: f64, rate: f64) -> usize {
    ((millis / 1_000.0 * rate) as usize).max(1)
}

/// Spreads each moment over those after it, and keeps every frequency as loud as it was.
fn scatter(samples: &mut [f32], way: usize) {
    let mut line = vec![0.0; way];
    for (at, sample) in samples.iter_mut().enumerate() {
        let before = line[at % way];
        let now = *sample - SCATTERING * before;
        line[at % way] = now;
        *sample = before + SCATTERING * now;
    }
}

/// Adds what comes round on one way again and again, darker each time.
fn go_round(samples: &[f32], heard: &mut [f32], way: usize, kept: f32, dark: f32) {
    let mut line = vec![0.0; way];
    let mut last = 0.0;
    for (at, (sample, heard)) in samples.iter().zip(heard).enumerate() {
        let round = line[at % way];
        last += (1.0 - dark) * (round - last);
        line[at % way] = sample + kept * last;
        *heard += round;
    }
}

#[cfg(test)]
mod tests;
