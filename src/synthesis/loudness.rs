//! How loud samples are by the broadcasters' standard.

use ebur128::{EbuR128, Mode};

use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::SAMPLE_RATE;

/// The meter looks at stretches of 400 ms; what is shorter than a second is heard again and again.
const LONG_ENOUGH: usize = SAMPLE_RATE as usize;
/// The meter is given so many samples at once.
const METERED: usize = 4_096;

/// The loudness in LUFS of samples at [`SAMPLE_RATE`], pauses left out; `None` where there is hardly
/// anything to be heard.
#[cfg(test)]
pub(crate) fn loudness(samples: &[f32]) -> Option<f64> {
    loudness_at(SAMPLE_RATE, samples.len(), &samples.iter().copied())
}

/// The loudness of so many samples at a rate, likewise. They are taken piece by piece, since a line is
/// long.
pub(crate) fn loudness_at(
    rate: u32,
    count: usize,
    samples: &(impl Iterator<Item = f32> + Clone),
) -> Option<f64> {
    if count == 0 {
        return None;
    }
    let mut meter = EbuR128::new(1, rate, Mode::I).ok()?;
    let long_enough = rate as usize;
    let rounds = if count < long_enough { long_enough.div_ceil(count) } else { 1 };
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
