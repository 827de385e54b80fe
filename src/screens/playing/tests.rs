//! A session playing: what its keys come to.

use crate::canvas::ColorDepth;
use crate::choices::SoundKind;
use crate::player::{Command, Control, Effect, PauseReason, State};
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};

#[test]
fn space_pauses_and_goes_on_and_nothing_moves_meanwhile() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(2);
    person.followed();
    person.press("space");
    let paused = [Effect::CancelPending, Effect::Paused(PauseReason::Asked)];
    assert_eq!(person.followed(), paused);
    assert!(person.sees("Paused."));
    assert_eq!((person.app.frame_millis(&person.now), person.wait(60)), (None, vec![]));
    person.press("space");
    assert_eq!((person.player().position(), person.player().state()), (2000, State::Playing));
}

#[test]
fn what_to_do_is_read_while_paused_however_early_in_its_step() {
    for keys in ["enter enter space", "enter enter space right", "enter enter right space"] {
        let mut person = Person::arriving().at(80, 24, ColorDepth::True);
        person.press(keys);
        assert_eq!(person.unseen_letters(), 0, "{keys}: {}", person.screen());
    }
    let mut person = Person::arriving().at(80, 24, ColorDepth::True);
    person.press("enter enter right");
    assert!(person.unseen_letters() > 0, "words arrive out of the dark");
}

#[test]
fn skipping_past_the_last_step_ends_the_session() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.press(&"right ".repeat(60));
    assert_eq!(person.place(), Place::Summary);
}

#[test]
fn loudness_stays_between_nothing_and_all() {
    let mut person = Person::arriving();
    person.press("enter enter");
    assert_eq!(person.press("up"), [Control::Volume(75)].map(Request::Control));
    person.press(&"k ".repeat(30));
    assert_eq!(person.now.levels().volume, 100);
    person.press(&"j ".repeat(30));
    assert_eq!(person.now.levels().volume, 0);
    assert_eq!(person.press("m m"), [true, false].map(|it| Request::Control(Control::Mute(it))));
}

#[test]
fn a_session_that_was_away_says_so() {
    let mut person = Person::arriving();
    person.press("enter enter");
    let pause = Command::Pause(PauseReason::Gap);
    person.answer(&[Request::Control(Control::Command(pause))]);
    assert!(person.sees("Paused while the machine was away."));
}

#[test]
fn the_keys_fade_while_a_session_plays_and_any_key_brings_them_back() {
    let mut person = Person::arriving();
    person.press("enter enter");
    assert!(person.sees("space pause"));
    person.wait(7);
    assert!(!person.sees("space pause"));
    person.press("m");
    assert!(person.sees("space pause"));
}

#[test]
fn a_key_that_does_nothing_brings_the_keys_back() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(10);
    assert!(!person.sees("? help"), "{}", person.screen());
    assert_eq!(person.press("z"), []);
    assert!(person.sees("? help"), "{}", person.screen());
}

#[test]
fn one_enter_too_many_does_not_pause_what_has_just_begun() {
    let mut person = Person::arriving();
    person.press("enter enter enter");
    assert_eq!(person.place(), Place::Playing);
    assert_eq!(person.player().state(), State::Playing);
    person.wait(3);
    person.press("enter");
    assert_eq!(person.player().state(), State::Paused(PauseReason::Asked));
}

#[test]
fn that_the_voice_is_off_is_said_beside_the_loudness() {
    let mut person = Person::arriving();
    person.press("enter enter");
    assert!(person.sees("♪ 70") && !person.sees("voice off"));
    person.answer(&[Request::Control(Control::Level(SoundKind::Voice, 0))]);
    assert!(person.sees("♪ 70, voice off"), "{}", person.screen());
}
