//! Numbers are given with few keys, and nothing has to be said.

use super::*;
use crate::body::Side;
use crate::canvas::ColorDepth;
use crate::choices::Background;
use crate::journal::RatingMoment;
use crate::library::shipped::shipped_session;
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};
use crate::session::{Goal, Session};
use crate::timeline::LengthWish;
use crate::words::{Texts, place};

fn form() -> CheckInForm {
    CheckInForm::before(&[Measure::Tension, Measure::Pain], &[Region::Calf])
}

fn press(form: &mut CheckInForm, actions: &[Action]) {
    for action in actions {
        form.act(*action);
    }
}

#[test]
fn a_digit_is_the_number_and_one_and_nought_are_ten() {
    let mut form = form();
    press(&mut form, &[Action::Digit(7)]);
    assert_eq!(form.said().answers[0].value, Some(7));
    press(&mut form, &[Action::Digit(1), Action::Digit(0)]);
    assert_eq!(form.said().answers[0].value, Some(10));
    press(&mut form, &[Action::Digit(0)]);
    assert_eq!(form.said().answers[0].value, Some(0));
}

#[test]
fn arrows_begin_in_the_middle_and_stay_within_0_and_10() {
    let mut form = form();
    press(&mut form, &[Action::Left]);
    assert_eq!(form.said().answers[0].value, Some(5));
    press(&mut form, &[Action::Right; 9]);
    assert_eq!(form.said().answers[0].value, Some(10));
    press(&mut form, &[Action::Left; 19]);
    assert_eq!(form.said().answers[0].value, Some(0));
}

#[test]
fn what_was_said_can_be_taken_back() {
    let mut form = form();
    press(&mut form, &[Action::Digit(4), Action::Erase]);
    assert!(form.said().is_empty());
}

#[test]
fn where_it_hurts_is_asked_only_where_it_does_and_begins_with_the_places_of_the_session() {
    let mut form = form();
    press(&mut form, &[Action::Next, Action::Digit(0), Action::Next]);
    assert_eq!(form.chosen, 0, "there is no third row");
    press(&mut form, &[Action::Next, Action::Digit(3), Action::Next]);
    press(&mut form, &[Action::Right, Action::Right]);
    let left = PainPlace { region: Region::Calf, side: Some(Side::Left) };
    assert_eq!(form.said().pain_at, Some(left));
    press(&mut form, &[Action::Previous, Action::Digit(0)]);
    assert_eq!(form.said().pain_at, None, "it no longer hurts");
}

#[test]
fn every_place_is_there_once_and_is_left_again_at_either_end() {
    let mut form = CheckInForm::before(&[Measure::Pain], &[Region::Jaw]);
    press(&mut form, &[Action::Digit(5), Action::Next]);
    let all = PainPlace::all().count();
    let mut seen = Vec::new();
    for _ in 0..all {
        form.act(Action::Right);
        seen.push(form.said().pain_at.expect("a place").word());
    }
    form.act(Action::Right);
    assert_eq!(form.said().pain_at, None);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all);
}

#[test]
fn after_a_session_only_that_is_asked_of_which_something_was_said_before() {
    let mut before = form();
    press(&mut before, &[Action::Next, Action::Digit(3)]);
    let after = CheckInForm::after(&before.said());
    let asked: Vec<_> = after.said.answers.iter().map(|answer| answer.measure).collect();
    assert_eq!(asked, [Measure::Pain]);
    assert!(CheckInForm::after(&form().said()).is_empty());
}

#[test]
fn a_click_on_a_dot_is_its_number() {
    for value in 0..=10_u16 {
        let column = 13 + usize::from(value) * 2;
        assert_eq!(drawing::value_at(column), Some(value));
    }
    assert_eq!(drawing::value_at(5), None);
}

#[test]
fn where_it_hurts_is_pointed_at_on_the_body_map_which_leads_back() {
    let mut person = hurting();
    person.press("5 m");
    assert_eq!(person.place(), Place::PainMap);
    assert!(person.sees("Where does it hurt most?"), "{}", person.screen());
    person.press("down left");
    let at = person.body_map().at;
    person.press("enter");
    assert_eq!(person.place(), Place::Ratings);
    let place = PainPlace { region: at.region, side: at.side };
    assert_eq!(person.questions().form.said().pain_at, Some(place));
    person.press("m down esc");
    assert_eq!(person.place(), Place::Ratings);
    assert_eq!(person.questions().form.said().pain_at, Some(place), "nothing else was said");
}

#[test]
fn without_room_for_pictures_places_and_sides_are_chosen_from_a_list() {
    let mut person = hurting().at(40, 12, ColorDepth::Mono);
    person.press("5 m");
    assert_eq!(person.place(), Place::PainList);
    person.press("g down down down right");
    let region = person.body_map().at.region;
    assert!(region.has_sides(), "{region:?}");
    let texts = Texts::of(crate::words::Language::English);
    let named = crate::words::upper_first(&texts.text(&place(region, Some(Side::Left))));
    assert!(person.sees(&named), "{}", person.screen());
    person.press("enter");
    let place = PainPlace { region, side: Some(Side::Left) };
    assert_eq!(person.questions().form.said().pain_at, Some(place));
}

#[test]
fn where_nothing_hurts_no_map_is_offered() {
    let mut person = hurting();
    assert!(!person.sees("m map"), "{}", person.screen());
    person.press("0 m");
    assert_eq!(person.place(), Place::Ratings);
    person.press("3");
    assert!(person.sees("m map"), "{}", person.screen());
}

/// A person who is asked how much it hurts, with the keys there.
fn hurting() -> Person {
    let mut person = Person::arriving().at(80, 24, ColorDepth::True);
    person.app.shared.environment.checks_in = true;
    let session = shipped_session("neck-and-shoulders").session;
    let session = Session { goals: vec![Goal::EasePain], ..session };
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready("neck-and-shoulders".to_owned(), &session, as_written);
    person.press("enter");
    person
}

/// A person who is asked, at the ready page of a session for stress.
fn asked() -> Person {
    let mut person = Person::arriving();
    person.app.shared.environment.checks_in = true;
    let session = shipped_session("neck-and-shoulders").session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready("neck-and-shoulders".to_owned(), &session, as_written);
    person
}

#[test]
fn one_key_skips_it_before_and_then_nothing_is_asked_after() {
    let mut person = asked();
    person.press("enter");
    assert_eq!(person.place(), Place::Ratings);
    let requests = person.press("enter");
    assert_eq!(person.place(), Place::Playing);
    assert!(!requests.iter().any(|it| matches!(it, Request::Say(..))), "{requests:?}");
    person.wait(2);
    person.press("esc");
    assert_eq!(person.place(), Place::Summary);
}

#[test]
fn what_was_said_before_is_kept_with_the_session_and_asked_after_it() {
    let mut person = asked();
    let requests = person.press("enter 7 enter");
    let said = requests.iter().find_map(|request| match request {
        Request::Say(RatingMoment::Before, said) => Some(said),
        _ => None,
    });
    let said = said.expect("it is kept").ratings(RatingMoment::Before);
    assert_eq!(said.iter().map(|rating| rating.value).collect::<Vec<_>>(), [7]);
    person.wait(2);
    person.press("esc");
    assert_eq!(person.place(), Place::SummaryRatings);
    let after = person.press("4");
    assert!(matches!(&after[..], [Request::Say(RatingMoment::After, _)]), "{after:?}");
    person.press("enter");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn a_session_that_ends_at_night_or_goes_on_in_its_middle_asks_nothing() {
    let mut person = asked();
    person.app.shared.environment.night = crate::choices::Night::Clock;
    person.app.shared.environment.is_night_hour = true;
    let session = shipped_session("neck-and-shoulders").session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready("neck-and-shoulders".to_owned(), &session, as_written);
    person.press("enter");
    assert_eq!(person.place(), Place::Playing);
}
