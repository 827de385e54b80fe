//! Why a place is not in a plan: what stands in the way of every move there, told once.

use super::{minutes, places, planned_for, with};
use crate::planner::{CannotPlan, PlanRequest};
use crate::words::{Language, Texts};

#[test]
fn a_place_that_is_left_out_is_told_with_what_no_gentler_move_would_mend() {
    let mut person = with("fever");
    person.today.extend(with("bleeds-easily").today);
    let request = PlanRequest { places: places(&["neck"]), ..minutes(10) };
    let Err(CannotPlan::NoPlace { left_out }) = planned_for(&person, &request) else {
        panic!("a fever lets no place be worked")
    };
    let texts = Texts::of(Language::English);
    for place in &left_out {
        let told = texts.text(&place.message(texts));
        assert_eq!(told.matches("fever").count(), 1, "{told}");
        assert!(!told.contains("thinners"), "{told}");
    }
    assert!(!left_out.is_empty());
}
