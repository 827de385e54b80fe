//! The first screen: what its keys come to.

use crate::screens::tests::person::Person;

#[test]
fn the_first_screen_offers_three_and_its_list_ends_at_both_ends() {
    let mut person = Person::arriving();
    assert!(person.sees("Good morning."));
    let expected = [("up", 0), ("down", 1), ("j", 2), ("j", 2), ("k", 1), ("G", 2), ("g", 0)];
    for (key, selected) in expected {
        person.press(key);
        assert_eq!(person.home().selected, selected, "after {key}");
    }
}
