//! The keys of a screen: what they lie over, and the way back.

use crate::canvas::ColorDepth;
use crate::player::{PauseReason, State};
use crate::screens::tests::person::Person;
use crate::screens::{App, Environment, Place};
use crate::words::Language;

#[test]
fn help_pauses_a_session_and_closing_it_goes_on_with_it() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(3);
    person.press("?");
    assert!(person.sees("30 s more"));
    assert_eq!(person.wait(30), []);
    person.press("esc");
    assert_eq!((person.player().state(), person.player().position()), (State::Playing, 3000));
}

#[test]
fn what_a_person_paused_stays_paused_after_help_and_pages() {
    for keys in ["? esc", "? ?", "i esc", "v ? esc esc"] {
        let mut person = Person::arriving();
        person.press("enter enter");
        person.wait(3);
        person.press("space");
        person.press(keys);
        assert_eq!(person.player().state(), State::Paused(PauseReason::Asked), "{keys}");
    }
}

#[test]
fn help_over_a_page_over_a_session_lets_it_wait_until_the_page_is_closed() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(3);
    person.press("i ? esc");
    assert_eq!(person.player().state(), State::Paused(PauseReason::Asked));
    person.press("esc");
    while person.place() != Place::Playing {
        person.press("esc");
    }
    assert_eq!(person.player().state(), State::Playing);
}

#[test]
fn help_over_the_library_keeps_the_place_in_its_list() {
    let mut person = Person::arriving();
    person.press("l down down ? ?");
    assert_eq!(person.library().selected, 2);
}

#[test]
fn all_keys_and_the_note_are_read_in_the_smallest_window_and_in_the_language_of_the_person() {
    let mut person = Person::arriving().at(40, 12, ColorDepth::Mono);
    person.press("?");
    let mut seen = String::new();
    for _ in 0..8 {
        seen.push_str(&person.screen());
        person.press("pagedown");
    }
    for words in ["not this one", "q         leave", "no medical device", "look at you first"] {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    let mut german = Person::arriving().at(100, 30, ColorDepth::Mono);
    german.app =
        App::new(Environment { language: Some(Language::German), ..german.app.shared.environment });
    german.press("?");
    for words in ["Tasten", "Gesundheit", "nicht diese", "kein Medizinprodukt"] {
        assert!(german.sees(words), "{words}: {}", german.screen());
    }
}
