//! As at night by itself in sessions for bed, and whenever it is asked for; and the dark after it.

use crate::choices::Night;
use crate::player::{Effect, SleepTimerState};
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};
use crate::timeline::Ending;

fn playing(id: &str) -> Person {
    let mut person = Person::arriving();
    person.answer(&[Request::Load(id.to_owned())]);
    person.press("enter");
    person
}

#[test]
fn a_session_for_bed_is_dim_and_one_for_the_desk_is_not() {
    let is_dim = |person: &Person| person.app.after_dark(&person.now).is_some();
    assert!(is_dim(&playing("quiet-in-bed")));
    assert!(!is_dim(&playing("short-breath")));
    assert!(!is_dim(&Person::arriving()));
}

#[test]
fn a_key_dims_any_session_and_lights_it_again() {
    let mut person = playing("short-breath");
    person.press("n");
    assert!(person.app.after_dark(&person.now).is_some());
    person.press("n");
    assert_eq!(person.app.after_dark(&person.now), None);
}

#[test]
fn the_light_sinks_as_the_session_goes_by_and_stays_so_at_its_end() {
    let mut person = playing("quiet-in-bed");
    let before = person.app.after_dark(&person.now);
    person.pass(1_000);
    assert!(person.app.after_dark(&person.now) > before);
    person.press("esc");
    assert_eq!(person.app.after_dark(&person.now), Some(1.0));
}

#[test]
fn what_is_read_over_a_session_at_night_is_dim_too() {
    for key in ["?", "i"] {
        let mut person = playing("quiet-in-bed");
        person.press(key);
        assert!(person.app.after_dark(&person.now).is_some(), "{key}");
    }
}

#[test]
fn by_the_clock_every_session_of_the_night_is_dim() {
    let mut person = Person::arriving();
    person.app.shared.environment.night = Night::Clock;
    for dim in [false, true] {
        person.app.shared.environment.is_night_hour = dim;
        person.answer(&[Request::Load("short-breath".to_owned())]);
        person.press("enter");
        assert_eq!(person.app.after_dark(&person.now).is_some(), dim);
    }
    person.app.shared.environment.night = Night::Never;
    person.answer(&[Request::Load("quiet-in-bed".to_owned())]);
    person.press("enter");
    assert_eq!(person.app.after_dark(&person.now), None);
}

#[test]
fn the_sound_hears_of_every_turn_of_the_switch() {
    let mut person = Person::arriving();
    person.answer(&[Request::Load("quiet-in-bed".to_owned())]);
    for (key, is_night) in [("enter", true), ("n", false), ("n", true)] {
        person.press(key);
        assert_eq!(person.followed()[0], Effect::Night(is_night));
    }
}

#[test]
fn the_switch_changes_the_ending_too() {
    let mut person = playing("short-breath");
    assert_eq!(person.player().timeline().ending(), Ending::Day);
    person.press("n");
    assert_eq!(person.player().timeline().ending(), Ending::Night { play_on: 20 * 60_000 });
}

/// A person after a whole session at night, with a bed that plays on.
fn in_the_dark() -> Person {
    let mut person = playing("quiet-in-bed");
    while person.is_playing() {
        person.wait(1);
    }
    person
}

fn sleep_timer(person: &Person) -> SleepTimerState {
    person.now.sleep_timer().expect("a bed").state()
}

/// The fades that were asked for since this was asked last.
fn fades(person: &mut Person) -> Vec<u64> {
    let effects = person.followed().into_iter();
    let millis = |effect| match effect {
        Effect::FadeBed { millis } => Some(millis),
        _ => None,
    };
    effects.filter_map(millis).collect()
}

#[test]
fn after_a_session_at_night_the_screen_goes_dark_within_ten_seconds() {
    let mut person = in_the_dark();
    assert!(person.sees("night, 20 minutes left   + longer   esc end   q leave"));
    assert!(!person.sees("all the way through"));
    person.wait(10);
    assert!(person.is_dark());
    assert_eq!(person.app.frame_millis(&person.now), None);
}

#[test]
fn the_bed_plays_on_for_the_sleep_timer_and_then_fades_for_three_minutes() {
    let mut person = in_the_dark();
    person.followed();
    person.wait(20 * 60 - 1);
    assert_eq!(fades(&mut person), [0; 0]);
    person.followed();
    person.wait(1);
    assert_eq!(fades(&mut person), [180_000]);
    person.wait(179);
    assert_eq!(sleep_timer(&person), SleepTimerState::Fading);
    person.wait(1);
    assert_eq!(sleep_timer(&person), SleepTimerState::Over);
    assert!(person.is_dark());
    assert_eq!(person.app.wait_millis(&person.now, &person.view()), None);
}

#[test]
fn any_key_lights_one_line_for_a_few_seconds() {
    for key in ["x", "space", "up", "tab", "?"] {
        let mut person = in_the_dark();
        person.wait(170);
        person.followed();
        person.press(key);
        assert_eq!(fades(&mut person), [0; 0], "{key}");
        assert!(person.sees("night, 18 minutes left"), "{key}: {}", person.screen());
        person.wait(8);
        assert!(person.is_dark());
    }
}

#[test]
fn plus_adds_a_quarter_of_an_hour_and_brings_a_fading_bed_back() {
    let mut person = in_the_dark();
    person.press("+");
    assert!(person.sees("night, 35 minutes left"));
    person.wait(35 * 60 + 60);
    assert_eq!(sleep_timer(&person), SleepTimerState::Fading);
    person.followed();
    person.press("+");
    let asked = format!("{:?}", person.followed());
    assert!(asked.contains(r#"Bed(Some("night"))"#), "{asked}");
    assert!(person.sees("night, 15 minutes left"));
}

#[test]
fn however_often_it_is_asked_for_the_bed_does_not_play_all_night() {
    let mut person = in_the_dark();
    for _ in 0..40 {
        person.press("+");
    }
    assert!(person.sees("night, 90 minutes left"));
}

#[test]
fn escape_ends_the_bed_softly_and_stays_in_the_dark() {
    let mut person = in_the_dark();
    person.wait(60);
    person.followed();
    person.press("esc");
    assert_eq!(fades(&mut person), [2_000]);
    person.wait(3);
    assert!(person.sees("Sleep well.   enter home   q leave"));
    person.wait(10);
    assert!(person.is_dark());
    person.press("enter");
    assert_eq!(person.place(), Place::Silent, "the first key in the dark only lights");
    person.press("enter");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn leaving_waits_until_the_bed_has_faded_and_asked_twice_it_does_not() {
    let mut person = in_the_dark();
    person.followed();
    person.press("q");
    assert_eq!(fades(&mut person), [2_000]);
    assert!(!person.wait(1).contains(&Request::Quit));
    assert!(person.wait(1).contains(&Request::Quit));
    let mut person = in_the_dark();
    person.press("q");
    assert!(person.press("q").contains(&Request::Quit));
}

#[test]
fn a_machine_that_sleeps_lets_the_bed_expire() {
    let mut person = in_the_dark();
    person.wait(60);
    person.followed();
    person.pass(8 * 3_600_000);
    assert_eq!(fades(&mut person), [400]);
    assert_eq!(sleep_timer(&person), SleepTimerState::Over);
    let mut person = in_the_dark();
    person.wait(20 * 60 + 30);
    person.followed();
    person.pass(100_000);
    assert_eq!(fades(&mut person), [50_000], "it goes on fading in time");
}

#[test]
fn a_session_at_night_that_is_ended_early_goes_dark_in_silence() {
    let mut person = playing("quiet-in-bed");
    person.wait(30);
    person.followed();
    person.press("esc");
    assert_eq!(fades(&mut person), [2_000]);
    assert_eq!(person.place(), Place::Silent);
    person.wait(10);
    assert!(person.is_dark());
}

#[test]
fn with_the_sleep_timer_at_0_the_bed_fades_before_the_end() {
    let mut person = Person::arriving();
    person.app.shared.environment.sleep_timer = 0;
    person.answer(&[Request::Load("quiet-in-bed".to_owned())]);
    person.press("enter");
    let millis = person.player().timeline().millis();
    assert_eq!(person.player().timeline().fade_left(millis), Some(0));
    while person.is_playing() {
        person.wait(1);
    }
    assert_eq!(person.place(), Place::Silent);
}
