//! Tests of the width of beds: they lie around the head, and what is low in them comes from the middle.

use std::sync::{LazyLock, OnceLock};

use ebur128::{EbuR128, Mode};

use super::measured::left_alone;
use super::{loudness, mixer_in};
use crate::choices::Channels;
use crate::mixer::measure::{channels, correlations, render_stereo};
use crate::shipped_sounds::shipped_bed_names;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

/// A bed, and how it sounds around the head once a test has asked.
type Around = (&'static str, OnceLock<Vec<StereoFrame>>);

static AROUND: LazyLock<Vec<Around>> =
    LazyLock::new(|| shipped_bed_names().into_iter().map(|bed| (bed, OnceLock::new())).collect());

/// Twelve seconds of a bed that has come up, the same as those that are kept of it in mono.
fn around(bed: &str) -> &'static [StereoFrame] {
    let around = AROUND.iter().find(|it| it.0 == bed).expect("a bed");
    around.1.get_or_init(|| {
        let mut mixer = mixer_in(Channels::Stereo, bed);
        render_stereo(&mut mixer, 4_000);
        render_stereo(&mut mixer, 12_000)
    })
}

#[test]
fn every_bed_is_wide_above_200_hz_and_in_the_middle_below_120() {
    for bed in shipped_bed_names() {
        let [wide, low] = correlations(around(bed), [(200.0, 16_000.0), (20.0, 120.0)]);
        assert!((0.1..=0.4).contains(&wide) && low >= 0.98, "{bed}: {wide} above, {low} below");
    }
}

#[test]
fn every_bed_is_as_loud_in_both_ears_and_in_stereo_as_in_mono() {
    for bed in shipped_bed_names() {
        let [left, right] = channels(around(bed));
        let mut meter = EbuR128::new(2, SAMPLE_RATE, Mode::I).unwrap();
        meter.add_frames_planar_f32(&[&left, &right]).unwrap();
        let mono = loudness(&left_alone(bed).beginning);
        let difference = meter.loudness_global().unwrap() - mono;
        assert!(difference.abs() <= 0.8, "{bed}: {difference} LU");
        let energy = |samples: Vec<f32>| samples.iter().map(|it| it * it).sum::<f32>();
        let side = 10.0 * (energy(left) / energy(right)).log10();
        assert!(side.abs() <= 3.0, "{bed} leans by {side} dB");
    }
}
