//! The body map: the way there, choosing places, and the ways on from them.

use super::*;
use crate::body::{Side, View as Picture};
use crate::canvas::ColorDepth;
use crate::learn::Topic;
use crate::screens::Environment;
use crate::screens::LibraryItem;
use crate::screens::learn::Sheet;
use crate::screens::tests::person::Person;
use crate::screens::{Panel, Place};
use crate::words::Language;

/// A person before the map, with colours.
fn at_the_map() -> Person {
    let mut person = Person::arriving().at(100, 30, ColorDepth::True);
    person.press("m");
    person
}

fn finger(person: &Person) -> (Picture, Region, Option<Side>) {
    let at = person.body_map().at;
    (at.view, at.region, at.side)
}

/// A cell in the midst of a place on the pictures.
fn cell_of(person: &Person, region: Region, side: Option<Side>) -> (u16, u16) {
    let frame = person.view().frame;
    let spot = |(column, row)| person.body_map().spot_under(&frame.hit(column, row)?);
    let is_it = |spot: Spot| (spot.region, spot.side) == (region, side);
    let cells = (0..30).flat_map(|row| (0..100).map(move |column| (column, row)));
    let hits: Vec<_> = cells.filter(|cell| spot(*cell).is_some_and(is_it)).collect();
    hits[hits.len() / 2]
}

#[test]
fn the_map_opens_from_home_and_from_the_library_and_escape_goes_back_there() {
    let mut person = at_the_map();
    assert_eq!(person.place(), Place::BodyMap);
    person.press("esc");
    assert_eq!(person.place(), Place::Home);
    person.press("l down down m");
    assert_eq!(person.place(), Place::BodyMap);
    person.press("esc");
    assert_eq!((person.place(), person.library().selected), (Place::Library, 2));
}

#[test]
fn arrows_move_over_front_and_back_and_letters_do_the_same() {
    let mut person = at_the_map();
    let left = Some(Side::Left);
    assert_eq!(finger(&person), (Picture::Back, Region::UpperTrapezius, left));
    person.press("down down");
    assert_eq!(finger(&person), (Picture::Back, Region::LowBack, left));
    person.press("k k l");
    assert_eq!(finger(&person), (Picture::Back, Region::UpperTrapezius, Some(Side::Right)));
    person.press("h h h");
    assert_eq!(finger(&person).0, Picture::Front);
}

#[test]
fn the_words_name_the_place_its_side_and_what_works_there() {
    let mut person = at_the_map();
    person.press("down down");
    let count = person.body_map().found.len();
    assert!(person.sees("Low back"));
    assert!(person.sees(&format!("on your left · {count} sessions")));
    let first = person.app.shared.catalogue[person.body_map().found[0]].title.clone();
    assert!(person.sees(&first), "{}", person.screen());
}

#[test]
fn more_sessions_than_fit_are_counted() {
    let mut person = at_the_map().at(80, 24, ColorDepth::True);
    person.press("left left left down");
    let region = person.body_map().at.region;
    let (all, listed) = (person.body_map().found.len(), person.screen().matches(" min").count());
    assert!(listed < all, "{listed} of {all} at {region:?}");
    assert!(person.sees(&format!("+ {} more", all - listed)), "{}", person.screen());
}

#[test]
fn tab_goes_to_the_sessions_and_enter_opens_one_and_escape_comes_back_to_it() {
    let mut person = at_the_map();
    person.press("tab down");
    assert_eq!((person.place(), person.body_map().selected), (Place::PlaceSessions, Some(1)));
    let title = person.app.shared.catalogue[person.body_map().found[1]].title.clone();
    person.press("enter");
    assert_eq!(person.ready().session.session().title, title);
    person.press("esc");
    assert_eq!((person.place(), person.body_map().selected), (Place::PlaceSessions, Some(1)));
    person.press("esc");
    assert_eq!((person.place(), person.body_map().selected), (Place::BodyMap, None));
}

/// The sessions the library lists.
fn found(person: &Person) -> Vec<usize> {
    let rows = person.library().list.rows.iter();
    let sessions = rows.filter_map(|row| match row.item {
        LibraryItem::Session(found) => Some(found.index),
        _ => None,
    });
    sessions.collect()
}

#[test]
fn enter_opens_what_is_looked_at_first_the_place_and_then_a_session() {
    let mut person = at_the_map();
    person.press("down down enter");
    assert_eq!((person.place(), person.body_map().selected), (Place::PlaceSessions, Some(0)));
    let title = person.app.shared.catalogue[person.body_map().found[0]].title.clone();
    person.press("enter");
    assert_eq!(person.ready().session.session().title, title);
}

#[test]
fn where_no_session_works_enter_opens_the_page_of_the_place() {
    use crate::library::Catalogue;
    let mut person = at_the_map();
    person.app.set_catalogue(Catalogue::default());
    person.press("enter");
    assert!(matches!(&person.learn().sheet, Sheet::Page(page) if page.topic
        == Topic::Place(Region::UpperTrapezius)));
}

#[test]
fn numbers_turn_to_the_body_the_face_the_hands_and_the_feet() {
    let mut person = at_the_map();
    for (key, panel) in
        [("2", Panel::Face), ("3", Panel::Hands), ("4", Panel::Feet), ("1", Panel::Body)]
    {
        person.press(key);
        assert_eq!(Panel::of(person.body_map().at.view), panel, "after {key}");
    }
}

#[test]
fn the_library_with_what_works_there_shows_all_after_escape() {
    let mut person = at_the_map();
    person.press("down down");
    let expected = person.body_map().found.clone();
    person.press("/ esc");
    assert_eq!(found(&person), expected);
    assert!(person.sees("works: low back"));
    person.press("esc");
    assert_eq!(person.library().sessions(), person.app.shared.catalogue.len());
    assert!(!person.sees("works: low back"));
    person.press("esc");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn a_search_looks_only_among_what_works_there_and_clearing_it_keeps_the_place() {
    let mut person = at_the_map();
    person.press("down down / esc");
    let all = person.library().sessions();
    person.press("/ b a l l");
    assert!(person.sees("works: low back   / ball"), "{}", person.screen());
    let found = found(&person);
    assert!(!found.is_empty() && found.len() < all, "{} of {all}", found.len());
    let works =
        |index: &usize| person.app.shared.catalogue[*index].regions.contains(&Region::LowBack);
    assert!(found.iter().all(works));
    person.press("esc");
    assert_eq!(
        (person.library().sessions(), person.library().region),
        (all, Some(Region::LowBack))
    );
}

#[test]
fn a_slash_on_the_map_searches_among_what_works_there() {
    let mut person = at_the_map();
    person.press("/ o n e");
    assert_eq!(person.place(), Place::Searching);
    assert_eq!(person.library().region, Some(Region::UpperTrapezius));
}

#[test]
fn the_map_comes_back_to_the_place_that_the_library_is_narrowed_to() {
    let mut person = at_the_map();
    person.press("down down / esc m");
    assert_eq!(finger(&person).1, Region::LowBack);
    person.press("esc");
    assert_eq!(person.library().region, Some(Region::LowBack));
}

#[test]
fn brackets_turn_to_the_face_the_hands_and_the_feet() {
    let mut person = at_the_map();
    for (key, panel) in [
        ("]", Panel::Face),
        ("]", Panel::Hands),
        ("]", Panel::Feet),
        ("]", Panel::Body),
        ("[", Panel::Feet),
    ] {
        person.press(key);
        assert_eq!(Panel::of(person.body_map().at.view), panel, "after {key}");
    }
}

#[test]
fn the_place_under_the_finger_has_its_page() {
    let mut person = at_the_map();
    person.press("down down i");
    assert!(person.sees("This place"), "{}", person.screen());
    person.press("enter");
    assert!(person.sees("Low back"));
    person.press("esc esc");
    assert_eq!(finger(&person).1, Region::LowBack);
}

#[test]
fn a_click_on_the_body_chooses_a_place_and_a_second_one_opens_it() {
    let mut person = at_the_map();
    for (region, side) in [
        (Region::Calf, Some(Side::Right)),
        (Region::Abdomen, None),
        (Region::Hand, Some(Side::Left)),
        (Region::Forehead, None),
    ] {
        let cell = cell_of(&person, region, side);
        assert_eq!(person.click(cell), []);
        assert_eq!((finger(&person).1, finger(&person).2), (region, side));
        person.click(cell);
        assert_eq!((person.place(), finger(&person).1), (Place::PlaceSessions, region));
        person.press("esc");
    }
}

#[test]
fn a_click_beside_the_body_changes_nothing() {
    let mut person = at_the_map();
    let before = finger(&person);
    for cell in [(0, 0), (29, 3), (99, 29), (50, 28)] {
        assert_eq!(person.click(cell), []);
        assert_eq!(finger(&person), before, "{cell:?}");
    }
}

#[test]
fn a_click_on_a_session_chooses_it_and_a_second_one_opens_it() {
    let mut person = at_the_map();
    let title = person.app.shared.catalogue[person.body_map().found[2]].title.clone();
    let spot = person.spot(&title);
    assert_eq!(person.click(spot), []);
    assert_eq!(person.body_map().selected, Some(2));
    person.click(spot);
    assert_eq!(person.ready().session.session().title, title);
}

#[test]
fn a_click_on_how_many_more_there_are_opens_the_library() {
    let mut person = at_the_map().at(80, 24, ColorDepth::True);
    let more = person.spot("more");
    person.click(more);
    assert_eq!(person.library().region, Some(Region::UpperTrapezius));
}

#[test]
fn a_click_on_the_name_of_a_picture_turns_to_it() {
    let mut person = at_the_map();
    let hands = person.spot("hands");
    person.click(hands);
    assert_eq!(Panel::of(person.body_map().at.view), Panel::Hands);
}

#[test]
fn in_a_small_terminal_the_places_are_a_list_from_head_to_foot() {
    for depth in [ColorDepth::True, ColorDepth::Mono] {
        let mut person = Person::arriving().at(40, 12, depth);
        person.press("m g");
        assert!(person.sees("› Scalp"), "{}", person.screen());
        assert_eq!(person.place(), Place::PlaceList);
        for region in &Region::ALL[1..] {
            person.press("down");
            assert_eq!(person.body_map().at.region, *region);
        }
        let count = person.body_map().found.len();
        assert!(person.sees("› Foot"), "{}", person.screen());
        assert!(person.sees(&format!("{count}")));
        person.press("tab");
        assert_eq!(person.place(), Place::PlaceSessions);
        let first = person.app.shared.catalogue[person.body_map().found[0]].title.clone();
        assert!(person.sees(&format!("› {first}")), "{}", person.screen());
        person.press("esc enter");
        assert_eq!(person.place(), Place::PlaceSessions);
    }
}

#[test]
fn a_click_in_the_list_of_places_chooses_and_a_second_one_opens() {
    let mut person = Person::arriving().at(40, 12, ColorDepth::True);
    person.press("m g");
    person.press(&"down ".repeat(8));
    let back = person.spot("Low back");
    person.click(back);
    assert_eq!(person.body_map().at.region, Region::LowBack);
    assert_eq!(person.spot("Low back"), back, "what lies under a pointer stays there");
    person.click(back);
    assert_eq!(person.place(), Place::PlaceSessions);
}

#[test]
fn in_german_the_map_says_nothing_in_english_beside_the_titles_of_sessions() {
    let mut environment = Environment::of_a_morning();
    environment.language = Some(Language::German);
    for (purpose, width) in [("m", 100), ("m", 60)] {
        let mut person = Person::in_surroundings(environment).at(width, 24, ColorDepth::True);
        person.press(purpose);
        let screen = person.screen();
        assert!(screen.contains("Körperkarte"), "{screen}");
        for word in ["Body map", " sessions ", "search", "leave"] {
            assert!(!screen.contains(word), "{word}: {screen}");
        }
    }
}

#[test]
fn nothing_moves_on_the_map() {
    let person = at_the_map();
    assert_eq!(person.app.frame_millis(&person.now), None);
}

#[test]
fn a_library_that_arrives_later_keeps_the_chosen_session_chosen() {
    use crate::courses::Courses;
    use crate::library::{Catalogue, working};
    let mut person = at_the_map();
    person.press("down down tab down");
    let chosen = person.body_map().selection(&person.app.shared.catalogue).expect("one").clone();
    let first = working(&person.app.shared.catalogue, Region::LowBack)[0];
    let mut entries = person.app.shared.catalogue.to_vec();
    entries.remove(first);
    person.app.set_catalogue(Catalogue::new(entries, Courses::shipped(), 0));
    assert_eq!(person.body_map().selection(&person.app.shared.catalogue), Some(&chosen));
    assert_eq!(person.body_map().selected, Some(0));
    person.app.set_catalogue(Catalogue::default());
    assert_eq!((person.body_map().selected, person.place()), (None, Place::BodyMap));
    assert!(person.sees("no session works here yet"), "{}", person.screen());
}
