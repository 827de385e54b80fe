//! What keys and clicks come to: what is on screen, and what is asked for.

mod charting;
mod mixing;
mod night;
mod person;
mod reading;

use proptest::prelude::*;

use super::*;
use crate::player::State;
use person::Person;

#[test]
fn the_first_screen_offers_three_and_its_list_ends_at_both_ends() {
    let mut person = Person::arriving();
    assert!(person.sees("Good morning."));
    let expected = [("up", 0), ("down", 1), ("j", 2), ("j", 2), ("k", 1), ("G", 2), ("g", 0)];
    for (key, selected) in expected {
        person.press(key);
        assert_eq!(person.home().selected, selected, "after {key}");
    }
}

#[test]
fn enter_shows_the_chosen_session_and_enter_again_plays_it() {
    let mut person = Person::arriving();
    let asked = person.press("down enter");
    assert!(matches!(&asked[..], [Request::Load(_)]), "{asked:?}");
    assert!(person.sees("enter begin"));
    person.press("enter");
    let begun = [Effect::Night(false), Effect::Begun, Effect::Entered(0)];
    assert!(person.effects.starts_with(&begun), "{:?}", person.effects);
    assert_eq!(person.place(), Place::Playing);
}

#[test]
fn escape_goes_back_to_where_one_came_from() {
    let mut person = Person::arriving();
    person.press("enter esc");
    assert_eq!(person.place(), Place::Home);
    person.press("l enter esc");
    assert_eq!(person.place(), Place::Browse);
    person.press("esc");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn typing_narrows_the_list_and_escape_brings_all_back() {
    let mut person = Person::arriving();
    person.press("/ r o l l e r");
    assert!(person.sees("/ roller"));
    let all = person.app.catalogue.len();
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
fn a_search_stops_growing_where_nobody_would_type_on() {
    let mut person = Person::arriving();
    person.press("/");
    person.press(&"a ".repeat(100));
    assert_eq!(person.library().query.len(), 60);
}

#[test]
fn whoever_opens_the_library_sees_what_is_in_the_selected_session() {
    let mut person = Person::arriving();
    let asked = person.press("l");
    assert_eq!(asked, [Request::Refresh]);
    let id = person.library().selection(&person.app.catalogue).expect("one").id.clone();
    assert_eq!(person.library().preview.as_ref().map(|(id, _)| id), Some(&id));
    let asked = person.press("down");
    assert!(matches!(&asked[..], [Request::Preview(other)] if *other != id), "{asked:?}");
}

#[test]
fn a_length_changes_by_whole_minutes_and_stays_within_what_the_session_allows() {
    let mut person = Person::arriving();
    person.press("enter");
    let (shortest, longest) = person.ready().bounds;
    person.press(&"right ".repeat(90));
    assert_eq!(person.ready().timeline.millis(), longest);
    person.press("left");
    let length = person.ready().timeline.millis();
    assert!(length < longest && longest - length <= 60_000, "{length} of {longest}");
    person.press(&"h ".repeat(90));
    assert_eq!(person.ready().timeline.millis(), shortest);
}

#[test]
fn the_chosen_length_is_the_one_that_is_played() {
    let mut person = Person::arriving();
    person.press("enter left");
    let chosen = person.ready().timeline.millis();
    person.press("enter");
    assert_eq!(person.player().timeline().millis(), chosen);
}

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
fn a_session_played_to_its_end_says_so_and_can_be_played_again() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(20 * 60);
    assert!(person.sees("all the way through."), "{}", person.screen());
    person.press("a");
    assert_eq!(person.player().position(), 0);
}

#[test]
fn a_session_ended_early_counts_for_what_it_was_and_enter_goes_home() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(65);
    person.press("esc");
    assert!(person.sees("1:05. A part of it is something too."), "{}", person.screen());
    person.press("enter");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn skipping_past_the_last_step_ends_the_session() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.press(&"right ".repeat(60));
    assert_eq!(person.place(), Place::Summary);
}

#[test]
fn help_pauses_a_session_and_closing_it_returns_there() {
    let mut person = Person::arriving();
    person.press("enter enter");
    person.wait(3);
    person.press("?");
    assert!(person.sees("30 s more"));
    assert_eq!(person.wait(30), []);
    person.press("esc");
    let expected = (State::Paused(PauseReason::Asked), 3000);
    assert_eq!((person.player().state(), person.player().position()), expected);
}

#[test]
fn help_over_the_library_keeps_the_place_in_its_list() {
    let mut person = Person::arriving();
    person.press("l down down ? ?");
    assert_eq!(person.library().selected, 2);
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
fn a_first_click_chooses_and_a_second_opens() {
    for open_library in ["", "l"] {
        let mut person = Person::arriving();
        person.press(open_library);
        let entry = if open_library.is_empty() { person.home().suggested[2] } else { 1 };
        let title = person.app.catalogue[entry].title.clone();
        let spot = person.spot(&title);
        let asked = person.click(spot);
        assert!(!asked.iter().any(|request| matches!(request, Request::Load(_))), "{asked:?}");
        let asked = person.click(spot);
        assert!(matches!(&asked[..], [Request::Load(_), ..]), "{asked:?}");
        assert_eq!(person.ready().session.title, title);
    }
}

#[test]
fn a_long_list_stays_where_it_was_clicked_until_a_key_moves_on() {
    let mut person = Person::arriving();
    person.press("l");
    person.press(&"down ".repeat(30));
    let title = person.app.catalogue[person.library().found[36]].title.clone();
    let spot = person.spot(&title);
    assert!(spot.1 > 12, "near the bottom, where the list would scroll");
    person.click(spot);
    assert_eq!(person.library().selected, 36);
    assert_eq!(person.spot(&title), spot);
    person.click(spot);
    assert_eq!(person.ready().session.title, title);
    person.press("esc down");
    assert_eq!(person.library().selected, 37);
    assert_ne!(person.spot(&title), spot);
}

#[test]
fn a_click_beside_the_list_does_nothing() {
    let mut person = Person::arriving();
    let before = person.screen();
    assert_eq!(person.click((79, 23)), []);
    assert_eq!(person.screen(), before);
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
}
