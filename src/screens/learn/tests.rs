//! Pages to read: how one gets there, moves on, and comes back.

use super::*;
use crate::player::{Effect, PauseReason, State};
use crate::screens::Place;
use crate::screens::tests::person::Person;

fn open_page(person: &Person) -> &Reading {
    match &person.learn().sheet {
        Sheet::Page(reading) => reading,
        Sheet::Topics { .. } => panic!("a page is open, not the list"),
    }
}

fn id(person: &Person) -> &'static str {
    open_page(person).topic.id()
}

/// A person at the first massage step of a session that has one.
fn at_a_massage() -> Person {
    let mut person = Person::arriving();
    person.press("/ n e c k enter");
    if person.place() == Place::Library {
        person.press("enter");
    }
    person.press("enter");
    for _ in 0..20 {
        if person.player().moment().segment.massage().is_some() {
            return person;
        }
        person.press("right");
    }
    panic!("no step of it is a massage");
}

#[test]
fn the_page_about_a_step_pauses_the_session_and_escape_comes_back_to_it_exactly() {
    let mut person = at_a_massage();
    person.wait(3);
    let position = person.player().position();
    let region = person.player().moment().segment.region().expect("a region");
    person.followed();
    person.press("i");
    let paused = [Effect::CancelPending, Effect::Paused(PauseReason::Asked)];
    assert_eq!(person.followed(), paused);
    assert_eq!(open_page(&person).topic, Topic::Place(region));
    assert_eq!((person.app.frame_millis(&person.now), person.wait(30)), (None, vec![]));
    person.press("esc");
    assert_eq!((person.player().state(), person.player().position()), (State::Playing, position));
}

#[test]
fn the_topics_of_a_session_stand_before_all_others() {
    for keys in ["i", "l i", "enter i"] {
        let mut person = Person::arriving();
        person.press(keys);
        assert_eq!(person.place(), Place::Topics, "{keys}");
        assert!(person.sees("In “"), "{keys}: {}", person.screen());
        let learn = person.learn();
        let all = learn.topics().skip(learn.sections[0].topics.len());
        assert!(all.eq(Topic::all()), "{keys}");
    }
}

#[test]
fn escape_goes_back_page_by_page_to_where_one_came_from() {
    let mut person = Person::arriving();
    person.press("l down down i enter");
    let first = id(&person);
    person.press("1");
    assert_ne!(id(&person), first);
    person.press("1 esc esc");
    assert_eq!(id(&person), first);
    person.press("esc");
    assert_eq!(person.place(), Place::Topics);
    person.press("esc");
    assert_eq!(person.library().selected, 2);
}

#[test]
fn leafing_goes_through_the_group_and_ends_at_both_ends() {
    let mut person = Person::arriving();
    // To the techniques, past the session's own topics and what is good to know.
    person.press("i right right enter");
    let ids: Vec<_> = TopicGroup::Techniques.topics().into_iter().map(Topic::id).collect();
    assert_eq!(id(&person), ids[0]);
    person.press("left");
    assert_eq!(id(&person), ids[0]);
    person.press(&"right ".repeat(9));
    assert_eq!(id(&person), ids[ids.len() - 1]);
    person.press("h");
    assert_eq!(id(&person), ids[ids.len() - 2]);
    person.press("esc");
    assert_eq!(person.place(), Place::Topics);
}

#[test]
fn arrows_go_from_group_to_group_in_the_list_of_topics() {
    let mut person = Person::arriving();
    person.press("i right");
    assert!(person.sees("› What is said"));
    person.press("down l");
    assert!(person.sees("› Glide and knead"));
    person.press("left left left left");
    assert!(matches!(person.learn().sheet, Sheet::Topics { selected: 0, .. }));
}

#[test]
fn a_page_scrolls_to_its_end_and_no_farther() {
    let mut person = Person::arriving();
    person.press("i right enter G");
    let end = open_page(&person).scroll;
    assert!(end > 10 && !person.sees("↓ more"), "{}", person.screen());
    person.press("down space enter");
    assert_eq!(open_page(&person).scroll, end);
    person.press("up");
    assert_eq!(open_page(&person).scroll, end - 1);
    person.press("g down j");
    assert_eq!(open_page(&person).scroll, 2);
    person.press("space b b");
    assert_eq!(open_page(&person).scroll, 0);
}

#[test]
fn from_a_page_all_topics_are_one_key_away_and_escape_still_finds_the_session() {
    let mut person = at_a_massage();
    person.press("i t");
    assert_eq!(person.place(), Place::Topics);
    person.press("G enter t esc");
    assert_eq!(person.player().state(), State::Playing);
}

#[test]
fn a_number_without_a_page_behind_it_does_nothing() {
    let mut person = Person::arriving();
    person.press("i right right enter");
    let related = open_page(&person).page.related().len();
    let before = id(&person);
    if related < 5 {
        person.press("5");
    }
    assert_eq!(id(&person), before);
}

#[test]
fn a_click_on_a_topic_chooses_it_and_a_second_opens_it() {
    let mut person = Person::arriving();
    person.press("i");
    let spot = person.spot("How hard to press");
    person.click(spot);
    assert!(person.sees("› How hard to press"));
    person.click(spot);
    assert_eq!(id(&person), "pressure");
}

#[test]
fn help_over_a_page_explains_its_keys_and_closes_to_it() {
    let mut person = Person::arriving();
    person.press("i right enter down ?");
    assert!(person.sees("see also"));
    person.press("esc");
    assert_eq!((id(&person), open_page(&person).scroll), ("massage", 1));
}

#[test]
fn the_first_screen_is_up_to_date_when_one_comes_back_to_it() {
    let mut person = Person::arriving();
    let entries = std::mem::take(&mut person.app.shared.catalogue);
    person.press("i");
    person.app.set_catalogue(entries);
    person.press("esc");
    assert_eq!(person.home().suggested.len(), 3);
}

#[test]
fn a_way_to_breathe_is_tried_from_its_page_and_escape_comes_back_to_it() {
    let mut person = Person::arriving();
    person.press("b i enter");
    assert_eq!(person.place(), Place::ReadingBreath);
    let title = open_page(&person).topic.title();
    person.press("enter");
    assert_eq!(person.ready().session.session().title, title);
    person.press("esc");
    assert_eq!(open_page(&person).topic.title(), title);
}

#[test]
fn while_a_session_is_on_no_page_begins_another() {
    let mut person = at_a_massage();
    person.press("i t");
    let breath = person.learn().topics().position(|it| matches!(it, Topic::Breathing(_)));
    person.press("g");
    person.press(&"down ".repeat(breath.expect("a way to breathe")));
    person.press("enter");
    assert!(matches!(open_page(&person).topic, Topic::Breathing(_)));
    assert_eq!(person.place(), Place::Reading);
}

#[test]
fn page_down_moves_by_what_is_seen_of_the_topics() {
    let mut person = Person::arriving().at(80, 24, crate::canvas::ColorDepth::Mono);
    person.press("i");
    let seen = person.view().frame.list_lines;
    person.press("pagedown");
    assert!(matches!(person.learn().sheet, Sheet::Topics { selected, .. } if selected == seen - 1));
}
