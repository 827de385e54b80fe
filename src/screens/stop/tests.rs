//! A session that is stopped at once, and what helps.

use crate::player::Effect;
use crate::screens::Place;
use crate::screens::tests::person::Person;

/// A person in the middle of a session that works the neck.
fn stopped() -> Person {
    let mut person = Person::arriving().at(100, 40, crate::canvas::ColorDepth::Mono);
    let session = crate::library::Library::open(None).load("neck-and-shoulders");
    let session = session.expect("a shipped session").session;
    person.app.show_ready("neck".to_owned(), &session, &crate::choices::Background::AsWritten);
    person.press("enter");
    person.wait(100);
    person.press("!");
    person
}

#[test]
fn one_key_stops_a_session_at_once_and_asks_what_was_felt() {
    let mut person = stopped();
    assert_eq!(person.place(), Place::Stop);
    let position = person.player().position();
    person.wait(30);
    assert_eq!(person.player().position(), position, "time stands still");
    assert!(person.sees("What did you feel?") && person.sees("A drooping face"));
    assert!(!person.sees("one calf, thigh or arm"), "no leg is worked here");
}

#[test]
fn a_sign_leads_to_whom_to_call_and_anything_else_to_rest() {
    let mut person = stopped();
    person.press("1");
    assert!(person.sees("call your emergency"));
    let last = person.app.screens.iter().find_map(|screen| match screen {
        crate::screens::Screen::Stop(stop) => Some(stop.signs.len() + 1),
        _ => None,
    });
    person.press(&last.expect("it is stopped").to_string());
    assert!(person.sees("Let the place be for today"));
}

#[test]
fn from_there_it_goes_back_past_the_step_or_to_the_end() {
    let mut person = stopped();
    person.press("esc");
    assert_eq!(person.place(), Place::Playing);
    let mut person = stopped();
    let before = person.player().position();
    person.press("right");
    assert_eq!(person.place(), Place::Playing);
    assert!(person.player().position() > before);
    let mut person = stopped();
    person.press("enter");
    assert!(person.effects.iter().any(|effect| matches!(effect, Effect::Ended(_))));
    assert_eq!(person.place(), Place::Summary);
}
