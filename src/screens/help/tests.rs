//! The keys of a screen: what they lie over, and the way back.

use crate::player::{PauseReason, State};
use crate::screens::tests::person::Person;

#[test]
fn help_pauses_a_session_and_closing_it_returns_there() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(3);
    person.press("?");
    assert!(person.sees("30 s more"));
    assert_eq!(person.wait(30), []);
    person.press("esc");
    let expected = (State::Paused(PauseReason::Asked), 3000);
    assert_eq!((person.player().state(), person.player().position()), expected);
}

#[test]
fn help_over_the_library_keeps_the_place_in_its_list() {
    let mut person = Person::arriving();
    person.press("l down down ? ?");
    assert_eq!(person.library().selected, 2);
}
