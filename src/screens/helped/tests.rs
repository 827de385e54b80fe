//! What helped: found from the first screen, read as pictures, and honest where there is little.

use super::HelpedView;
use crate::journal::WhatHelped;
use crate::screens::tests::checked_in::what_helped;
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};

/// A person who looks back on this.
fn looking_back(helped: WhatHelped) -> Person {
    let mut person = Person::arriving();
    let asked = person.press("w");
    assert!(asked.contains(&Request::LookBack), "{asked:?}");
    person.app.show_helped(helped);
    person
}

#[test]
fn it_is_a_key_away_from_the_first_screen_and_esc_leads_back() {
    let mut person = looking_back(what_helped());
    assert_eq!(person.place(), Place::Helped);
    person.press("esc");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn where_nothing_was_played_or_told_it_says_so() {
    assert!(looking_back(WhatHelped::default()).sees("Nothing is in your journal yet."));
    let untold = WhatHelped { overall: Vec::new(), ..what_helped() };
    assert!(looking_back(untold).sees("Nothing was told both before and after"));
}

#[test]
fn every_view_keeps_the_caveat_and_tells_worse_as_plainly_as_better() {
    let mut person = looking_back(what_helped());
    person.press("right");
    assert!(person.sees("worse after each of the last three"), "{}", person.screen());
    for _ in HelpedView::ALL {
        assert!(person.sees("tend to start a session"), "{}", person.screen());
        person.press("tab");
    }
}

#[test]
fn arrows_turn_from_measure_to_measure_and_round() {
    let mut person = looking_back(what_helped());
    assert!(person.sees("‹ tension ›"));
    person.press("right");
    assert!(person.sees("‹ pain ›"));
    person.press("right");
    assert!(person.sees("‹ tension ›"));
}
