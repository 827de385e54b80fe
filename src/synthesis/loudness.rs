//! How loud samples are by the broadcasters' standard, and peaks brought down without a trace.

use ebur128::{EbuR128, Mode};

use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::SAMPLE_RATE;

/// The meter looks at stretches of 400 ms; what is shorter is heard again and again until it lasts.
const LONG_ENOUGH: usize = SAMPLE_RATE as usize;
/// How far ahead of a peak and after it the level gives way, in frames: 1.5 ms.
const REACH: usize = 72;

/// The loudness in LUFS, pauses left out; `None` where there is hardly anything to be heard.
pub(crate) fn loudness(samples: &[f32]) -> Option<f64> {
    if samples.is_empty() {
        return None;
    }
    let mut meter = EbuR128::new(1, SAMPLE_RATE, Mode::I).ok()?;
    let rounds = if samples.len() < LONG_ENOUGH { LONG_ENOUGH.div_ceil(samples.len()) } else { 1 };
    for _ in 0..rounds {
        meter.add_frames_f32(samples).ok()?;
    }
    meter.loudness_global().ok().filter(|loudness| loudness.is_finite())
}

/// The loudness of what both ears hear, likewise; of something that lasts a second at least.
pub(crate) fn loudness_of_both(frames: &[StereoFrame]) -> Option<f64> {
    let mut meter = EbuR128::new(2, SAMPLE_RATE, Mode::I).ok()?;
    for piece in frames.chunks(LONG_ENOUGH) {
        let samples: Vec<f32> = piece.iter().flat_map(|it| [it.left, it.right]).collect();
        meter.add_frames_f32(&samples).ok()?;
    }
    meter.loudness_global().ok().filter(|loudness| loudness.is_finite())
}

/// Brings every peak above a limit down to it, and what is within 3 ms of it a little way with it.
pub(crate) fn hold_below(samples: &mut [f32], limit: f32) {
    let wanted: Vec<f32> =
        samples.iter().map(|it| if it.abs() > limit { limit / it.abs() } else { 1.0 }).collect();
    if wanted.iter().all(|&gain| gain >= 1.0) {
        return;
    }
    let lowest = lowest_around(&wanted);
    // The mean of the lowest around: it is smooth, and nowhere above what is wanted.
    let around = 2 * REACH + 1;
    let at = |index: usize| f64::from(index.checked_sub(REACH).map_or(1.0, |at| gain(&lowest, at)));
    let mut sum: f64 = (0..around).map(at).sum();
    for (index, sample) in samples.iter_mut().enumerate() {
        *sample *= (sum / around as f64) as f32;
        sum += at(index + around) - at(index);
    }
}

fn gain(gains: &[f32], index: usize) -> f32 {
    gains.get(index).copied().unwrap_or(1.0)
}

/// For each place the lowest of all that are within reach.
fn lowest_around(gains: &[f32]) -> Vec<f32> {
    let mut lowest = vec![1.0_f32; gains.len()];
    for (index, &gain) in gains.iter().enumerate().filter(|(_, gain)| **gain < 1.0) {
        let end = (index + REACH + 1).min(gains.len());
        for place in &mut lowest[index.saturating_sub(REACH)..end] {
            *place = place.min(gain);
        }
    }
    lowest
}
