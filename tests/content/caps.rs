//! No shipped session works a place for longer than its most, however it is stretched.

use unclench::for_tests::{
    Ending, LengthWish, Library, Region, Side, Wish, bounds, prepare, screened_for_anyone,
};

#[test]
fn stretched_as_far_as_it_goes_no_session_works_a_place_for_longer_than_its_most() {
    let library = Library::open(None);
    let mut over = Vec::new();
    for id in library.ids() {
        let session = library.load(id).expect("a shipped session").session;
        let screened = screened_for_anyone(&session);
        let longest = LengthWish::Millis(bounds(&session, None).1);
        for length in [LengthWish::AsWritten, longest] {
            for ending in [Ending::Day, Ending::Night { play_on: 0 }] {
                for first_side in [Side::Left, Side::Right] {
                    let wish = Wish { first_side, ending, length, ..Wish::default() };
                    let timeline = prepare(&screened, &wish).expect("it fits its own length");
                    let worked = timeline.worked();
                    let too_long = |region: &Region| worked.on(*region, None) > region.dose_cap();
                    let places = Region::ALL.into_iter().filter(too_long);
                    over.extend(places.map(|place| format!("{id}: {}, {wish:?}", place.name())));
                }
            }
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
