//! The library: moving through it, and searching by typing.

use super::{LibraryHeading, LibraryItem};
use crate::canvas::ColorDepth;
use crate::library::AfterCare;
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};

#[test]
fn typing_narrows_the_list_and_escape_brings_all_back() {
    let mut person = Person::arriving();
    person.press("/ r o l l e r");
    assert!(person.sees("/ roller"));
    let all = person.app.shared.catalogue.len();
    assert!(person.library().sessions() < all);
    assert!(person.sees("Legs with a roller"));
    person.press("esc");
    assert_eq!((person.library().sessions(), person.library().searching), (all, false));
}

#[test]
fn a_search_that_finds_nothing_shows_what_is_near_or_says_how_to_widen_it() {
    let mut person = Person::arriving();
    person.press("/ f e e t x x");
    assert!(person.sees("Near it:") && person.sees("Feet"));
    person.press("esc / x x x");
    assert!(person.sees("Nothing by these words."));
    assert_eq!(person.press("enter"), []);
    person.press("backspace backspace backspace");
    assert!(!person.sees("Nothing by these words."));
}

#[test]
fn a_search_that_takes_a_word_for_another_says_so() {
    let mut person = Person::arriving();
    person.press("/ h e a d a k e");
    assert!(person.sees("Taken for “headache”:"));
    person.press("backspace backspace c h e");
    assert!(!person.sees("Taken for"));
}

#[test]
fn a_breath_that_is_found_is_played_and_a_page_that_is_found_is_read() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    person.press("/ b o x space b r e a t h i n g");
    let at = |person: &Person, wanted: fn(&LibraryItem) -> bool| {
        let rows = person.library().list.rows.iter();
        rows.map(|row| row.item).position(|item| wanted(&item)).expect("a line")
    };
    let breath = at(&person, |item| matches!(item, LibraryItem::Breath(it) if it.id == "box"));
    person.press(&"down ".repeat(breath));
    assert!(person.sees("hold 4"));
    person.press("enter");
    assert_eq!((person.place(), person.ready().id.as_str()), (Place::Ready, "breathe-box"));
    person.press("esc esc / b r u x i s m");
    let page = at(&person, |item| matches!(item, LibraryItem::Page(_)));
    person.press(&"down ".repeat(page));
    person.press("enter");
    assert_eq!(person.place(), Place::Reading);
    person.press("esc");
    assert_eq!(person.place(), Place::Searching);
}

#[test]
fn one_key_narrows_the_list_to_a_place_and_one_to_a_time() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    person.press("l");
    let all = person.library().sessions();
    person.press("s");
    let at_the_desk = person.library().sessions();
    assert!(person.sees("At the desk") && (1..all).contains(&at_the_desk));
    person.press("t");
    assert!(person.sees("up to 5 min") && (1..at_the_desk).contains(&person.library().sessions()));
    person.press("esc");
    assert_eq!((person.place(), person.library().sessions()), (Place::Library, all));
    person.press("t t t t");
    assert_eq!(person.library().sessions(), all);
}

#[test]
fn a_key_makes_a_favourite_that_stands_near_the_top_and_takes_it_back() {
    let mut person = Person::arriving();
    let listed = |person: &Person| -> Vec<String> {
        let rows = person.library().list.rows.iter();
        let favourites = rows.filter(|row| row.heading == Some(LibraryHeading::Favourites));
        favourites.filter_map(|row| row.item.session_id(&person.app.shared.catalogue)).collect()
    };
    person.press("l down");
    let chosen = person.library().chosen().expect("a line").item;
    let id = chosen.session_id(&person.app.shared.catalogue).expect("a session");
    let requests = person.press("f");
    assert!(requests.contains(&Request::KeepFavourites(vec![id.clone()])), "{requests:?}");
    assert_eq!(listed(&person), [id.as_str()]);
    assert_eq!(person.library().chosen().map(|row| row.item), Some(chosen), "it stays selected");
    assert!(person.sees("Favourites"));
    person.press("f");
    assert_eq!(listed(&person), Vec::<String>::new());
}

#[test]
fn what_fits_now_and_what_was_played_lately_stand_before_all_else() {
    let mut person = Person::arriving();
    let offered = person.home().suggested.len();
    person.app.suggest(&["feet".to_owned()], |_| AfterCare::Whole);
    person.press("l");
    let headings: Vec<_> = person.library().list.rows.iter().map(|row| row.heading).collect();
    let of = |heading| headings.iter().filter(|it| **it == Some(heading)).count();
    assert_eq!((of(LibraryHeading::Now), of(LibraryHeading::Lately)), (offered, 1));
    person.press("tab");
    assert_eq!(headings[person.library().selected], Some(LibraryHeading::Lately));
    assert_eq!(person.library().selection(&person.app.shared.catalogue).expect("one").id, "feet");
    person.press(&"tab ".repeat(7));
    assert_eq!(person.library().selected, 0);
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
    assert_eq!(person.library().preview.as_ref().map(|seen| &seen.id), Some(&id));
    let asked = person.press("down");
    assert!(matches!(&asked[..], [Request::Preview(other)] if *other != id), "{asked:?}");
}

#[test]
fn a_long_list_stays_where_it_was_clicked_until_a_key_moves_on() {
    let mut person = Person::arriving();
    person.press("l");
    person.press(&"down ".repeat(36));
    let catalogue = &person.app.shared.catalogue;
    let title = person.library().selection(catalogue).expect("one").title.clone();
    person.press(&"up ".repeat(4));
    let seen: String = title.chars().take(14).collect();
    let spot = person.spot(&seen);
    assert!(spot.1 > 11, "near the bottom, where the list would scroll");
    person.click(spot);
    assert_eq!(person.library().selected, 36);
    assert_eq!(person.spot(&seen), spot);
    person.click(spot);
    assert_eq!(person.ready().session.session().title, title);
    person.press("esc down");
    assert_eq!(person.library().selected, 37);
    assert_ne!(person.spot(&seen), spot);
}
