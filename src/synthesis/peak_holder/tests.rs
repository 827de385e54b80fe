//! Tests of peaks: none passes the limit, and what lies away from them stays as it is.

use proptest::prelude::*;

use super::held_below;
use crate::synthesis::units::SAMPLE_RATE;

/// 3 ms in frames.
const NEAR: usize = SAMPLE_RATE as usize * 3 / 1_000;

fn held(samples: &[f32], limit: f32) -> Vec<f32> {
    held_below(samples.iter().copied(), SAMPLE_RATE, limit).collect()
}

proptest! {
    #[test]
    fn none_is_above_the_limit_and_as_many_come_out_as_went_in(
        samples in prop::collection::vec(-4.0_f32..4.0, 0..2_000),
    ) {
        let held = held(&samples, 0.5);
        prop_assert_eq!(held.len(), samples.len());
        prop_assert!(held.iter().all(|it| it.abs() <= 0.5 + 1e-6));
    }

    #[test]
    fn what_is_more_than_3_ms_from_a_peak_stays_as_it_is(peak in 0_usize..1_000) {
        let mut samples = vec![0.3_f32; 1_000];
        samples[peak] = 2.0;
        for (index, sample) in held(&samples, 0.5).iter().enumerate() {
            let is_unchanged = (sample - 0.3).abs() < 1e-6;
            prop_assert!(is_unchanged || index.abs_diff(peak) <= NEAR, "changed at {}", index);
            let limit = if index == peak { 0.5 } else { 0.3 };
            prop_assert!(*sample <= limit + 1e-6, "too loud at {}", index);
        }
    }
}
