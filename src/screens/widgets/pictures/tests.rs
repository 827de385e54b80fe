//! Pictures lie where they were given room.

use proptest::prelude::*;

use super::*;

const SETS: [&[Picture]; 5] = [
    &[Picture::Front],
    &[Picture::Front, Picture::Back],
    &[Picture::Face, Picture::Hand, Picture::Foot],
    &[Picture::Head],
    &[],
];

proptest! {
    #[test]
    fn pictures_stay_within_their_area_and_never_meet(
        x in 0_u16..20, y in 0_u16..20, width in 0_u16..200, height in 0_u16..80, set in 0_usize..5,
    ) {
        let area = Rect { x, y, width, height };
        for placed in
            [side_by_side(area, SETS[set]), stacked(area, SETS[set]), arranged(area, SETS[set])]
        {
            for (number, (picture, place)) in placed.iter().enumerate() {
                prop_assert_eq!(place.intersection(area), *place, "{:?}", picture);
                for (_, other) in &placed[number + 1..] {
                    prop_assert!(place.intersection(*other).is_empty());
                }
            }
        }
    }

    #[test]
    fn pictures_keep_clear_of_the_words_they_stand_around(
        width in 0_u16..200, height in 0_u16..80, wide in 0_u16..200, high in 0_u16..80,
        set in 0_usize..5,
    ) {
        let area = Rect { x: 3, y: 2, width, height };
        let words = Rect { width: wide.min(width), height: high.min(height), ..area };
        for (_, place) in around(area, (wide, high), SETS[set]) {
            prop_assert!(place.intersection(words).is_empty());
            prop_assert_eq!(place.intersection(area), place);
            prop_assert!(place.height >= FEWEST_ROWS);
        }
    }
}

#[test]
fn a_tall_body_stands_beside_another_and_wide_hands_above_feet() {
    let area = Rect::new(0, 0, 60, 30);
    let bodies = arranged(area, &[Picture::Front, Picture::Back]);
    assert_eq!(bodies[0].1.y, bodies[1].1.y);
    let area = Rect::new(0, 0, 30, 40);
    let pairs = arranged(area, &[Picture::Hand, Picture::Foot]);
    assert!(pairs[0].1.bottom() <= pairs[1].1.y);
}

#[test]
fn where_there_is_too_little_room_there_are_no_pictures() {
    let area = Rect::new(0, 0, 40, 20);
    assert_eq!(around(area, (38, 15), &[Picture::Front]), []);
    assert_eq!(around(area, (10, 20), &[Picture::Front]).len(), 1);
}
