//! How loud samples are by the broadcasters' standard, as they are and with their peaks held down.

use ebur128::{EbuR128, Mode};

use crate::synthesis::peak_holder::PeakHolder;
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::SAMPLE_RATE;

/// The meter looks at stretches of 400 ms; what is shorter is heard again and again until it lasts.
const LONG_ENOUGH: usize = SAMPLE_RATE as usize;
/// The meter is given so many samples at once.
const METERED: usize = 4_096;

/// The loudness in LUFS, pauses left out; `None` where there is hardly anything to be heard.
pub(crate) fn loudness(samples: &[f32]) -> Option<f64> {
    measured(samples.len(), &samples.iter().copied())
}

/// The loudness of samples as [`hold_below`] would make them, likewise. They stay as they are.
pub(crate) fn loudness_held_below(samples: &[f32], gain: f32, limit: f32) -> Option<f64> {
    measured(samples.len(), &held_below(samples, gain, limit))
}

/// The loudness of so many samples, which are taken piece by piece, since a line is long.
fn measured(count: usize, samples: &(impl Iterator<Item = f32> + Clone)) -> Option<f64> {
    if count == 0 {
        return None;
    }
    let mut meter = EbuR128::new(1, SAMPLE_RATE, Mode::I).ok()?;
    let rounds = if count < LONG_ENOUGH { LONG_ENOUGH.div_ceil(count) } else { 1 };
    let mut again = std::iter::repeat_n(samples, rounds).flat_map(Clone::clone);
    let mut piece = Vec::with_capacity(METERED);
    loop {
        piece.clear();
        piece.extend(again.by_ref().take(METERED));
        if piece.is_empty() {
            break;
        }
        meter.add_frames_f32(&piece).ok()?;
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

/// Makes samples so many times as loud, and brings every peak above a limit down to it, and what is
/// within 3 ms of it a little way with it.
pub(crate) fn hold_below(samples: &mut [f32], gain: f32, limit: f32) {
    let mut holder = PeakHolder::new(limit);
    for index in 0..samples.len() + PeakHolder::DELAY {
        let next = samples.get(index).map_or(0.0, |sample| sample * gain);
        if let Some(held) = holder.hold(next) {
            samples[index - PeakHolder::DELAY] = held;
        }
    }
}

/// The same, for those who only look.
fn held_below(
    samples: &[f32],
    gain: f32,
    limit: f32,
) -> impl Iterator<Item = f32> + Clone + use<'_> {
    let after = std::iter::repeat_n(0.0, PeakHolder::DELAY);
    let mut holder = PeakHolder::new(limit);
    let louder = samples.iter().map(move |sample| sample * gain);
    louder.chain(after).filter_map(move |sample| holder.hold(sample))
}
