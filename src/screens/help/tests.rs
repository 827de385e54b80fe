//! The keys of a screen: what they lie over, and the way back.

use crate::player::{PauseReason, State};
use crate::screens::Place;
use crate::screens::tests::person::Person;

#[test]
fn help_pauses_a_session_and_closing_it_goes_on_with_it() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(3);
    person.press("?");
    assert!(person.sees("30 s more"));
    assert_eq!(person.wait(30), []);
    person.press("esc");
    assert_eq!((person.player().state(), person.player().position()), (State::Playing, 3000));
}

#[test]
fn what_a_person_paused_stays_paused_after_help_and_pages() {
    for keys in ["? esc", "? ?", "i esc", "v ? esc esc"] {
        let mut person = Person::arriving();
        person.press("enter enter");
        person.wait(3);
        person.press("space");
        person.press(keys);
        assert_eq!(person.player().state(), State::Paused(PauseReason::Asked), "{keys}");
    }
}

#[test]
fn help_over_a_page_over_a_session_lets_it_wait_until_the_page_is_closed() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(3);
    person.press("i ? esc");
    assert_eq!(person.player().state(), State::Paused(PauseReason::Asked));
    person.press("esc");
    while person.place() != Place::Playing {
        person.press("esc");
    }
    assert_eq!(person.player().state(), State::Playing);
}

#[test]
fn help_over_the_library_keeps_the_place_in_its_list() {
    let mut person = Person::arriving();
    person.press("l down down ? ?");
    assert_eq!(person.library().selected, 2);
}
