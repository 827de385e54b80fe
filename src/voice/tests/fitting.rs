//! What makes a line fit.

use proptest::prelude::*;

use crate::voice::fit::{EARLIEST_MILLIS, LineFit, SHORTEST_PAUSE, faster, fit, pause};

#[test]
fn a_line_with_room_enough_is_left_as_it_is() {
    assert_eq!(fit(3_000, Some(3_000)), LineFit::Fits);
    assert_eq!(fit(u32::MAX, None), LineFit::Fits);
    assert_eq!(pause(3_000, 2, 1_500, Some(6_000)), 1_500);
    assert_eq!(pause(3_000, 2, 1_500, None), 1_500);
    assert_eq!(faster(3_000, 2, 3_800), None);
}

#[test]
fn pauses_become_shorter_before_words_become_faster() {
    assert_eq!(pause(3_000, 2, 1_500, Some(5_000)), 1_000);
    assert_eq!(pause(3_000, 2, 1_500, Some(3_100)), SHORTEST_PAUSE);
    assert_eq!(faster(3_000, 2, 3_700), Some(104));
    assert_eq!(faster(3_000, 2, 3_200), Some(125));
    assert_eq!(faster(3_000, 2, 3_199), None, "a quarter at most");
}

#[test]
fn a_short_line_begins_a_second_earlier_at_most() {
    assert_eq!(fit(2_000, Some(1_200)), LineFit::StartEarlier(800));
    assert_eq!(fit(2_000, Some(1_000)), LineFit::StartEarlier(1_000));
    assert_eq!(fit(2_000, Some(999)), LineFit::TooLong);
    assert_eq!(fit(500, Some(0)), LineFit::StartEarlier(500));
}

proptest! {
    #[test]
    fn what_is_said_to_fit_does_fit(
        words in 0_u32..60_000, pauses in 0_u32..20, wanted in 400_u32..3_000, room in 0_u32..60_000,
    ) {
        let pause = pause(words, pauses, wanted, Some(room));
        prop_assert!((SHORTEST_PAUSE..=wanted).contains(&pause));
        match fit(words + pauses * pause, Some(room)) {
            LineFit::Fits => prop_assert!(words + pauses * pause <= room),
            LineFit::StartEarlier(early) => {
                prop_assert!(early <= EARLIEST_MILLIS && words + pauses * pause - early == room);
            }
            LineFit::TooLong => prop_assert!(words + pauses * SHORTEST_PAUSE > room),
        }
        if let Some(percent) = faster(words, pauses, room) {
            let spoken = u64::from(words) * 100 / percent;
            prop_assert!(spoken + u64::from(pauses * SHORTEST_PAUSE) <= u64::from(room));
        }
    }
}
