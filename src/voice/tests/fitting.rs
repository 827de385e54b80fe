//! What makes a line fit.

use proptest::prelude::*;

use crate::voice::fit::{EARLIEST_MILLIS, LineFit, fit};

#[test]
fn a_line_with_room_enough_is_left_as_it_is() {
    assert_eq!(fit(3_000, 3_000, 110), LineFit::Fits);
    assert_eq!(fit(0, 0, 110), LineFit::Fits);
}

#[test]
fn a_line_is_spoken_a_quarter_faster_at_most() {
    assert_eq!(fit(3_300, 3_000, 100), LineFit::Faster(110));
    assert_eq!(fit(5_000, 4_000, 100), LineFit::Faster(125));
    assert_eq!(fit(5_001, 4_000, 100), LineFit::TooLong);
}

#[test]
fn a_short_line_begins_a_second_earlier_at_most() {
    assert_eq!(fit(2_000, 1_200, 100), LineFit::StartEarlier(800));
    assert_eq!(fit(2_000, 1_000, 100), LineFit::StartEarlier(1_000));
    assert_eq!(fit(2_000, 999, 100), LineFit::TooLong);
    assert_eq!(fit(500, 0, 100), LineFit::StartEarlier(500));
}

proptest! {
    #[test]
    fn what_is_said_to_fit_does_fit(clip in 0_u32..60_000, room in 0_u32..60_000, pace in 60_u32..300) {
        match fit(clip, room, pace) {
            LineFit::Fits => prop_assert!(clip <= room),
            LineFit::Faster(faster) => {
                prop_assert!(faster > pace && faster <= (pace * 5).div_ceil(4));
                prop_assert!(u64::from(clip) * u64::from(pace) <= u64::from(room) * u64::from(faster));
            }
            LineFit::StartEarlier(early) => {
                prop_assert!(early <= EARLIEST_MILLIS && clip - early == room);
            }
            LineFit::TooLong => prop_assert!(clip > room + EARLIEST_MILLIS),
        }
    }
}
