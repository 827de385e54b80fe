//! What keys and clicks come to on any screen: where one goes, and what is asked for.

use proptest::prelude::*;

use super::*;
use crate::canvas::ColorDepth;
use crate::screens::tests::person::Person;

#[test]
fn escape_goes_back_to_where_one_came_from() {
    let mut person = Person::arriving();
    person.press("enter esc");
    assert_eq!(person.place(), Place::Home);
    person.press("l enter esc");
    assert_eq!(person.place(), Place::Library);
    person.press("esc");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn every_screen_below_stays_as_it_was_left() {
    let mut person = Person::arriving();
    person.press("down enter v ? esc");
    assert_eq!(person.place(), Place::Volumes);
    person.press("esc esc");
    assert_eq!((person.place(), person.home().selected), (Place::Home, 1));
    person.press("l down down m tab down enter esc");
    assert_eq!((person.place(), person.body_map().selected), (Place::PlaceSessions, Some(1)));
    person.press("esc esc");
    assert_eq!((person.place(), person.library().selected), (Place::Library, 2));
}

#[test]
fn a_session_that_begins_leaves_nothing_below_to_go_back_to() {
    let mut person = Person::arriving();
    person.press("l enter enter");
    assert!(person.app.screens.below().is_none());
    person.press("esc esc");
    assert_eq!((person.place(), person.app.screens.below().is_none()), (Place::Home, true));
}

#[test]
fn a_click_on_what_another_screen_has_covered_does_not_reach_it() {
    let mut person = Person::arriving();
    let first =
        person.spot(&person.app.shared.catalogue[person.home().suggested[2].index].title.clone());
    person.press("?");
    assert_eq!(person.click(first), []);
    person.press("esc");
    assert_eq!(person.home().selected, 0);
}

#[test]
fn a_first_click_chooses_and_a_second_opens() {
    for open_library in ["", "l"] {
        let mut person = Person::arriving();
        person.press(open_library);
        let title = if open_library.is_empty() {
            let catalogue = &person.app.shared.catalogue;
            catalogue[person.home().suggested[2].index].title.clone()
        } else {
            person.press("down");
            let second = person.library().selection(&person.app.shared.catalogue);
            let title = second.expect("a session").title.clone();
            person.press("up");
            title
        };
        let seen: String = title.chars().take(14).collect();
        let spot = person.spot(&seen);
        let asked = person.click(spot);
        assert!(!asked.iter().any(|request| matches!(request, Request::Load(_))), "{asked:?}");
        let asked = person.click(spot);
        assert!(matches!(&asked[..], [Request::Load(_), ..]), "{asked:?}");
        assert_eq!(person.ready().session.session().title, title);
    }
}

#[test]
fn a_click_beside_the_list_does_nothing() {
    let mut person = Person::arriving();
    let before = person.screen();
    assert_eq!(person.click((79, 23)), []);
    assert_eq!(person.screen(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_keys_in_any_order_lead_to_a_panic_or_to_a_screen_that_cannot_be_drawn(
        keys in prop::collection::vec(0_usize..22, 0..60), pauses in prop::collection::vec(0_u64..4000, 60),
    ) {
        const KEYS: [&str; 22] = [
            "enter", "esc", "up", "down", "left", "right", "space", "/", "?", "a", "+", "r", "l",
            "backspace", "shift-right", "G", "i", "2", "m", "tab", "]", "v",
        ];
        let mut person = Person::arriving();
        for (key, pause) in keys.iter().zip(pauses) {
            person.press(KEYS[*key]);
            person.pass(pause);
        }
        let _ = person.screen();
    }

    #[test]
    fn no_clicks_and_keys_in_any_order_lead_to_a_panic(
        steps in prop::collection::vec((0_usize..10, 0_u16..100, 0_u16..30), 0..40),
        large in any::<bool>(),
    ) {
        const KEYS: [&str; 10] = ["enter", "esc", "down", "v", "i", "m", "l", "tab", "?", "/"];
        let (width, height) = if large { (100, 30) } else { (40, 12) };
        let mut person = Person::arriving().at(width, height, ColorDepth::True);
        for (key, column, row) in steps {
            person.press(KEYS[key]);
            person.click((column.min(width - 1), row.min(height - 1)));
            person.pass(300);
        }
        let _ = person.screen();
    }
}
