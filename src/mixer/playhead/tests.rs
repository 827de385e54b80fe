//! Tests of the line from frames to the clock.

use std::time::Duration;

use super::Playhead;

const NO_DOUBT: Duration = Duration::ZERO;

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

#[test]
fn nothing_is_known_before_the_first_report() {
    assert_eq!(Playhead::new(48_000).frame_at(millis(5)), None);
}

#[test]
fn a_time_is_the_frame_that_is_heard_then() {
    let mut playhead = Playhead::new(48_000);
    playhead.observe(1_000, millis(2_000), NO_DOUBT);
    assert_eq!(playhead.frame_at(millis(2_100)), Some(5_800));
    assert_eq!(playhead.frame_at(millis(1_900)), Some(-3_800));
}

#[test]
fn small_errors_are_taken_over_gently_and_within_doubt_not_at_all() {
    let mut playhead = Playhead::new(48_000);
    playhead.observe(0, millis(1_000), NO_DOUBT);
    playhead.observe(0, millis(1_004), millis(5));
    assert_eq!(playhead.frame_at(millis(1_000)), Some(0));
    playhead.observe(0, millis(1_010), NO_DOUBT);
    assert_eq!(playhead.frame_at(millis(1_003)), Some(0), "three tenths of ten");
}

#[test]
fn a_gap_in_the_stream_is_taken_over_at_once() {
    let mut playhead = Playhead::new(48_000);
    playhead.observe(0, millis(1_000), NO_DOUBT);
    playhead.observe(0, millis(1_500), millis(2));
    assert_eq!(playhead.frame_at(millis(1_500)), Some(0));
}

#[test]
fn eight_hours_of_reports_do_not_drift() {
    let mut playhead = Playhead::new(48_000);
    for second in 0..8 * 3_600_u64 {
        let jitter = second * 7 % 5;
        playhead.observe(second * 48_000, millis(second * 1_000 + jitter), millis(2));
    }
    let error = playhead.frame_at(millis(8 * 3_600_000)).unwrap() - 8 * 3_600 * 48_000;
    assert!(error.abs() < 48 * 5, "off by {error} frames");
}
