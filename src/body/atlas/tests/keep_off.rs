//! What every picture shows as to be kept clear.

use super::*;
use KeepOff::{
    Armpit, BackOfKnee, Breast, CollarboneHollow, Eyes, Groin, InnerElbow, Kidneys, Kneecap,
    NeckFront, NeckSide, Shinbone, Spine,
};

/// What is to be kept clear on a view, from head to foot.
fn wanted(view: View) -> &'static [KeepOff] {
    match view {
        View::Front => &[
            NeckFront,
            NeckSide,
            CollarboneHollow,
            Armpit,
            Breast,
            InnerElbow,
            Groin,
            Kneecap,
            Shinbone,
        ],
        View::Back => &[NeckSide, Armpit, Spine, Kidneys, BackOfKnee],
        View::Face | View::Head => &[Eyes, NeckFront, NeckSide],
        View::Hand | View::Foot => &[],
    }
}

/// The places that lie in the middle of the body and so are drawn once.
fn is_in_the_middle(place: KeepOff, view: View) -> bool {
    matches!(place, NeckFront | Spine) && !view.is_pair()
}

#[test]
fn every_picture_shows_all_that_is_to_be_kept_clear_on_it_and_nothing_else() {
    for plate in plates() {
        let drawn: BTreeSet<_> = plate.keep_off.iter().map(|area| area.place).collect();
        let wanted: BTreeSet<_> = wanted(plate.view).iter().copied().collect();
        assert_eq!(drawn, wanted, "{:?}", plate.view);
    }
}

#[test]
fn what_is_to_be_kept_clear_is_drawn_on_both_sides_or_in_the_middle() {
    for plate in plates() {
        for place in wanted(plate.view) {
            let areas = plate.keep_off.iter().filter(|area| area.place == *place);
            let mut sides: Vec<_> = areas.map(|area| area.side).collect();
            sides.sort_unstable_by_key(|side| *side == Some(Side::Right));
            let middle = is_in_the_middle(*place, plate.view);
            let both = vec![Some(Side::Left), Some(Side::Right)];
            assert_eq!(sides, if middle { vec![None] } else { both }, "{place:?}");
        }
    }
}

#[test]
fn nothing_that_is_to_be_kept_clear_has_shrunk_to_a_speck() {
    for plate in plates() {
        let whole = plate.areas.iter().map(|area| area.shape.bounds().height());
        let largest = whole.fold(0.0, f32::max);
        for area in &plate.keep_off {
            let bounds = area.shape.bounds();
            let (width, height) = (bounds.width(), bounds.height());
            assert!(height > largest / 40.0, "{:?} on {:?}", area.place, plate.view);
            assert!(width > 1.0 && width * height > 100.0, "{:?} {width}", area.place);
        }
    }
}

#[test]
fn every_place_to_be_kept_clear_is_shown_somewhere() {
    let shown: BTreeSet<_> =
        View::ALL.into_iter().flat_map(|view| wanted(view).iter().copied()).collect();
    assert_eq!(shown, KeepOff::ALL.into_iter().collect());
}
