//! No shipped session works a place for longer than its most, however it is stretched.

use unclench::for_tests::{Ending, LengthWish, Region, Side, Wish, bounds};

use super::shipped::loaded;

#[test]
fn stretched_as_far_as_it_goes_no_session_works_a_place_for_longer_than_its_most() {
    let mut over = Vec::new();
    for shipped in loaded() {
        let longest = LengthWish::Millis(bounds(&shipped.session, None).1);
        for length in [LengthWish::AsWritten, longest] {
            for ending in [Ending::Day, Ending::Night { play_on: 0 }] {
                for first_side in [Side::Left, Side::Right] {
                    let wish = Wish { first_side, ending, length, ..Wish::default() };
                    let timeline = shipped.timeline(&wish);
                    let worked = timeline.worked();
                    let too_long = |region: &Region| worked.on(*region, None) > region.dose_cap();
                    let places = Region::ALL.into_iter().filter(too_long);
                    over.extend(
                        places.map(|place| format!("{}: {}, {wish:?}", shipped.id, place.name())),
                    );
                }
            }
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
