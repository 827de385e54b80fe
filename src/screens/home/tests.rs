//! The first screen: what its keys come to.

use crate::canvas::ColorDepth;
use crate::care::CareTable;
use crate::library::{AfterCare, PartOfDay, SessionKind};
use crate::screens::tests::person::Person;
use crate::screens::{App, Environment, Request};
use crate::words::Language;

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

#[test]
fn each_offer_says_why_it_fits() {
    let mut person = Person::arriving();
    assert!(person.sees("short, "));
    assert!(person.sees("for the morning") || person.sees("at the desk"));
    let german = Environment {
        language: Some(Language::German),
        part_of_day: PartOfDay::Night,
        ..Environment::of_a_morning()
    };
    person.app = App::new(german);
    person.answer(&[Request::Refresh]);
    assert!(person.sees("im Bett"));
}

#[test]
fn with_a_fever_no_touch_is_offered_and_once_it_is_over_there_is_again() {
    let mut person = Person::arriving();
    let touches = |person: &Person| {
        let offers = person.home().suggested.iter();
        let kinds = offers.map(|offer| person.app.shared.catalogue[offer.index].kind);
        kinds.filter(|kind| *kind == SessionKind::Touch).count()
    };
    assert!(touches(&person) >= 1);
    let fever = CareTable::shipped().condition("fever").expect("a row of the table");
    person.app.shared.person.profile.add(fever, &[]);
    person.press("i esc");
    assert_eq!(touches(&person), 0);
    person.app.shared.person.profile.remove(fever, &[]);
    person.press("i esc");
    assert!(touches(&person) >= 1);
}

#[test]
fn what_was_played_last_gives_way_to_another_kind() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    let ids = |person: &Person| -> Vec<String> {
        let offers = person.home().suggested.iter();
        offers.map(|offer| person.app.shared.catalogue[offer.index].id.clone()).collect()
    };
    let before = ids(&person);
    person.app.suggest(&before, |_| AfterCare::Whole);
    let after = ids(&person);
    assert!(after.iter().all(|id| !before.contains(id)), "{before:?}, then {after:?}");
    person.app.suggest(&["neck-and-shoulders".to_owned()], |_| AfterCare::Whole);
    assert!(person.sees("for a change"));
}
