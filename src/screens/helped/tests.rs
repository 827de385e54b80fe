//! What helped: found from the first screen, read as pictures, and honest where there is little.

use super::HelpedView;
use crate::canvas::ColorDepth;
use crate::journal::WhatHelped;
use crate::screens::tests::checked_in::what_helped;
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};

/// A person who looks back on this.
fn looking_back(helped: WhatHelped) -> Person {
    let mut person = Person::arriving();
    let asked = person.press("w");
    assert!(asked.contains(&Request::LookBack), "{asked:?}");
    person.app.show_helped(helped, None);
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

#[test]
fn a_goal_is_a_band_that_the_weeks_stand_before_and_nothing_without_one() {
    let mut person = looking_back(what_helped()).at(100, 40, ColorDepth::Mono);
    assert!(!person.sees("would suit you"), "{}", person.screen());
    person.app.show_helped(what_helped(), Some(3));
    assert!(person.sees("About 3 a week would suit you"), "{}", person.screen());
    assert!(person.sees("░") && person.sees("█"), "{}", person.screen());
}

#[test]
fn while_the_journal_is_still_read_nothing_is_said_to_be_untold() {
    let days = WhatHelped { overall: Vec::new(), is_whole: false, ..what_helped() };
    let person = looking_back(days);
    assert!(person.sees("17 sessions") && !person.sees("Nothing was told"), "{}", person.screen());
}
