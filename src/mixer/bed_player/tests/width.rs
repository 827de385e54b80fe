//! Tests of the width of beds: they lie around the head, and what is low in them comes from the middle.

use std::sync::LazyLock;

use ebur128::{EbuR128, Mode};

use super::measured::left_alone;
use super::mixer_in;
use crate::choices::Channels;
use crate::mixer::measure::{channels, correlations, render_stereo};
use crate::shipped_sounds::shipped_bed_names;
use crate::synthesis::SAMPLE_RATE;

/// How a bed lies around the head.
struct Around {
    /// How alike both ears are above 200 Hz and below 120 Hz, from −1 to 1.
    likeness: [f64; 2],
    /// In LUFS.
    loudness: f64,
    /// How much louder the left ear is, in dB.
    lean: f32,
}

impl Around {
    /// Of twelve seconds of a bed that has come up, the same as those that are measured in mono.
    fn of(bed: &str) -> Self {
        let mut mixer = mixer_in(Channels::Stereo, bed);
        render_stereo(&mut mixer, 4_000);
        let frames = render_stereo(&mut mixer, 12_000);
        let likeness = correlations(&frames, [(200.0, 16_000.0), (20.0, 120.0)]);
        let [left, right] = channels(&frames);
        let mut meter = EbuR128::new(2, SAMPLE_RATE, Mode::I).unwrap();
        meter.add_frames_planar_f32(&[&left, &right]).unwrap();
        let energy = |samples: Vec<f32>| samples.iter().map(|it| it * it).sum::<f32>();
        let lean = 10.0 * (energy(left) / energy(right)).log10();
        Self { likeness, loudness: meter.loudness_global().unwrap(), lean }
    }
}

/// Every bed, measured once for all that is told of its width.
static AROUND: LazyLock<Vec<(&str, Around)>> =
    LazyLock::new(|| shipped_bed_names().into_iter().map(|bed| (bed, Around::of(bed))).collect());

#[test]
fn every_bed_is_wide_above_200_hz_and_in_the_middle_below_120() {
    for (bed, around) in &*AROUND {
        let [wide, low] = around.likeness;
        assert!((0.1..=0.4).contains(&wide) && low >= 0.98, "{bed}: {wide} above, {low} below");
    }
}

#[test]
fn every_bed_is_as_loud_in_both_ears_and_in_stereo_as_in_mono() {
    for (bed, around) in &*AROUND {
        let difference = around.loudness - left_alone(bed).beginning;
        assert!(difference.abs() <= 0.8, "{bed}: {difference} LU");
        assert!(around.lean.abs() <= 3.0, "{bed} leans by {} dB", around.lean);
    }
}
