//! Dim and warm by itself in sessions for bed, and whenever it is asked for.

use super::super::*;
use super::Person;

fn playing(id: &str) -> Person {
    let mut person = Person::arriving();
    person.answer(&[Request::Load(id.to_owned())]);
    person.press("enter");
    person
}

#[test]
fn a_session_for_bed_is_dim_and_one_for_the_desk_is_not() {
    assert!(playing("three-minutes-in-bed").app.after_dark().is_some());
    assert_eq!(playing("three-minute-breath").app.after_dark(), None);
    assert_eq!(Person::arriving().app.after_dark(), None);
}

#[test]
fn a_key_dims_any_session_and_lights_it_again() {
    let mut person = playing("three-minute-breath");
    person.press("n");
    assert!(person.app.after_dark().is_some());
    person.press("n");
    assert_eq!(person.app.after_dark(), None);
}

#[test]
fn the_light_sinks_as_the_session_goes_by_and_stays_so_at_its_end() {
    let mut person = playing("three-minutes-in-bed");
    let before = person.app.after_dark();
    person.app.advance(1_000);
    assert!(person.app.after_dark() > before);
    person.press("esc");
    assert_eq!(person.app.place(), Place::Summary);
    assert_eq!(person.app.after_dark(), Some(1.0));
}

#[test]
fn by_the_clock_every_session_of_the_night_is_dim() {
    let mut person = Person::arriving();
    person.app.circumstances.night = Night::Clock;
    for (hour, dim) in [(12, false), (23, true)] {
        person.app.circumstances.part_of_day = PartOfDay::at(hour);
        person.answer(&[Request::Load("three-minute-breath".to_owned())]);
        person.press("enter");
        assert_eq!(person.app.after_dark().is_some(), dim, "{hour} o'clock");
    }
    person.app.circumstances.night = Night::Never;
    person.answer(&[Request::Load("three-minutes-in-bed".to_owned())]);
    person.press("enter");
    assert_eq!(person.app.after_dark(), None);
}
