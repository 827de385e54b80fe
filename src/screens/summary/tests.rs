//! After a session: what is said, and where one goes from there.

use crate::screens::Place;
use crate::screens::tests::person::Person;

#[test]
fn a_session_played_to_its_end_says_so_and_can_be_played_again() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(20 * 60);
    assert!(person.sees("all the way through."), "{}", person.screen());
    person.press("a");
    assert_eq!(person.player().position(), 0);
}

#[test]
fn a_session_ended_early_counts_for_what_it_was_and_enter_goes_home() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(65);
    person.press("esc");
    assert!(person.sees("1:05. A part of it is something too."), "{}", person.screen());
    person.press("enter");
    assert_eq!(person.place(), Place::Home);
}
