//! The library: moving through it, and searching by typing.

use crate::screens::Request;
use crate::screens::tests::person::Person;

#[test]
fn typing_narrows_the_list_and_escape_brings_all_back() {
    let mut person = Person::arriving();
    person.press("/ r o l l e r");
    assert!(person.sees("/ roller"));
    let all = person.app.shared.catalogue.len();
    assert!(person.library().found.len() < all);
    assert!(person.sees("Legs with a roller"));
    person.press("esc");
    assert_eq!((person.library().found.len(), person.library().searching), (all, false));
}

#[test]
fn a_search_that_finds_nothing_says_how_to_widen_it() {
    let mut person = Person::arriving();
    person.press("/ f e e t x x");
    assert!(person.sees("Nothing by these words."));
    assert_eq!(person.press("enter"), []);
    person.press("backspace backspace");
    assert!(person.sees("Feet"));
}

#[test]
fn while_searching_every_letter_is_typed_even_those_that_mean_something_elsewhere() {
    let mut person = Person::arriving();
    person.press("/");
    let asked = person.press("q ? l h j k g / +");
    assert!(!asked.contains(&Request::Quit));
    assert_eq!(person.library().query, "q?lhjkg/+");
}

#[test]
fn a_search_stops_growing_after_sixty_letters() {
    let mut person = Person::arriving();
    person.press("/");
    person.press(&"a ".repeat(100));
    assert_eq!(person.library().query.len(), 60);
}

#[test]
fn the_library_shows_what_is_in_the_selected_session() {
    let mut person = Person::arriving();
    let asked = person.press("l");
    assert_eq!(asked, [Request::Refresh]);
    let id = person.library().selection(&person.app.shared.catalogue).expect("one").id.clone();
    assert_eq!(person.library().preview.as_ref().map(|(id, _)| id), Some(&id));
    let asked = person.press("down");
    assert!(matches!(&asked[..], [Request::Preview(other)] if *other != id), "{asked:?}");
}

#[test]
fn a_long_list_stays_where_it_was_clicked_until_a_key_moves_on() {
    let mut person = Person::arriving();
    person.press("l");
    person.press(&"down ".repeat(30));
    let title = person.app.shared.catalogue[person.library().found[36].index].title.clone();
    let seen: String = title.chars().take(14).collect();
    let spot = person.spot(&seen);
    assert!(spot.1 > 12, "near the bottom, where the list would scroll");
    person.click(spot);
    assert_eq!(person.library().selected, 36);
    assert_eq!(person.spot(&seen), spot);
    person.click(spot);
    assert_eq!(person.ready().session.session().title, title);
    person.press("esc down");
    assert_eq!(person.library().selected, 37);
    assert_ne!(person.spot(&seen), spot);
}
