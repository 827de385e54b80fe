//! The volumes over a session: what keys and clicks ask for, and what is seen.

use super::*;
use crate::canvas::ColorDepth;
use crate::choices::Background;
use crate::player::{Control, Effect, PauseReason, State};
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};
use crate::timeline::{Cue, CueKind};

/// Eight seconds into a session of its own background, with two others to choose from.
fn in_bed() -> Person {
    let mut person = ready_for_bed();
    person.press("enter");
    person.wait(8);
    person
}

fn ready_for_bed() -> Person {
    let mut person = Person::arriving();
    person.app.shared.beds = ["ocean", "warm-pad"].map(str::to_owned).to_vec();
    person.answer(&[Request::Load("quiet-in-bed".to_owned())]);
    person
}

fn bed_now(person: &Person, name: Option<&str>) -> Vec<Effect> {
    let at = person.player().position();
    let cue = Cue { at, kind: CueKind::Bed(name.map(str::to_owned)) };
    vec![Effect::Cue { cue, after: 0 }]
}

fn background(choice: Background) -> Request {
    Request::Control(Control::Background(choice))
}

fn level(kind: SoundKind, volume: u8) -> Request {
    Request::Control(Control::Level(kind, volume))
}

fn named(name: &str) -> Request {
    background(Background::Named(name.to_owned()))
}

#[test]
fn the_session_plays_on_under_the_volumes_and_closing_them_keeps_what_was_set() {
    for close in ["v", "esc", "enter"] {
        let mut person = in_bed();
        assert_eq!(person.press("v"), []);
        assert_eq!(person.place(), Place::Volumes);
        person.wait(2);
        assert_eq!((person.player().position(), person.player().state()), (10_000, State::Playing));
        assert_eq!(person.press(close), [Request::Remember], "{close}");
        assert_eq!(person.place(), Place::Playing);
    }
}

#[test]
fn each_kind_of_sound_is_set_in_tens_down_to_none() {
    let mut person = in_bed();
    let asked = person.press("v left down left down right down j left");
    let expected = [
        Request::Control(Control::Volume(60)),
        level(SoundKind::Voice, 60),
        level(SoundKind::Chimes, 80),
        level(SoundKind::Bed, 60),
    ];
    assert_eq!(asked, expected);
    let asked = person.press("left left left left left left left");
    assert_eq!(asked.last(), Some(&level(SoundKind::Bed, 0)));
    assert!(person.sees("none"), "{}", person.screen());
}

#[test]
fn from_an_odd_loudness_the_next_round_one_is_near() {
    let mut person = in_bed();
    person.answer(&[Request::Control(Control::Volume(65))]);
    assert_eq!(
        person.press("v left right right"),
        [60, 70, 80].map(|volume| Request::Control(Control::Volume(volume)))
    );
}

#[test]
fn turning_all_up_lets_it_be_heard_again() {
    let mut person = in_bed();
    person.press("m v");
    assert!(person.sees("off"));
    assert_eq!(
        person.press("right"),
        [Request::Control(Control::Volume(80)), Request::Control(Control::Mute(false))]
    );
    assert!(!person.now.levels().muted);
}

#[test]
fn the_background_changes_at_once_and_the_round_of_them_has_no_end() {
    let mut person = in_bed();
    person.press("v G");
    assert!(person.sees("here: night"), "{}", person.screen());
    person.followed();
    assert_eq!(person.press("right"), [background(Background::Silence)]);
    assert_eq!(person.followed(), bed_now(&person, None));
    person.followed();
    assert_eq!(person.press("right"), [named("ocean")]);
    assert_eq!(person.followed(), bed_now(&person, Some("ocean")));
    person.followed();
    assert_eq!(person.press("right"), [named("warm-pad")]);
    assert_eq!(person.followed(), bed_now(&person, Some("warm-pad")));
    assert!(person.sees("‹ warm pad ›"), "{}", person.screen());
    person.followed();
    assert_eq!(person.press("right"), [background(Background::AsWritten)]);
    assert_eq!(person.followed(), bed_now(&person, Some("night")));
    assert_eq!(person.press("left")[0], named("warm-pad"));
}

#[test]
fn a_background_chosen_before_a_session_is_there_from_its_beginning_and_once_more() {
    let mut person = ready_for_bed();
    let asked = person.press("v G left esc");
    assert_eq!(asked, [named("warm-pad"), Request::Remember]);
    assert!(person.sees("enter begin"));
    for begin in ["enter", "n esc a"] {
        person.press(begin);
        assert_eq!(person.player().timeline().bed_before(1), Some(Some("warm-pad")), "{begin}");
    }
}

#[test]
fn a_session_that_ends_takes_the_volumes_with_it() {
    for (keys, place) in [("v left", Place::Dark), ("n v left", Place::Summary)] {
        let mut person = in_bed();
        person.press(keys);
        let asked = person.wait(10 * 60);
        assert_eq!(person.place(), place);
        assert_eq!(asked.last(), Some(&Request::Remember));
    }
}

#[test]
fn a_pause_is_possible_without_closing_the_volumes() {
    let mut person = in_bed();
    person.press("v space");
    let paused = (State::Paused(PauseReason::Asked), Place::Volumes);
    assert_eq!((person.player().state(), person.place()), paused);
}

#[test]
fn help_tells_the_keys_of_the_volumes_and_returns_to_them() {
    let mut person = in_bed();
    person.press("v down ?");
    assert!(person.sees("row"), "{}", person.screen());
    person.press("esc");
    assert_eq!(person.chosen(), Fader::Kind(SoundKind::Voice));
}

#[test]
fn a_click_on_a_bar_sets_it_and_one_beside_the_volumes_closes_them() {
    for (width, height) in [(40, 12), (80, 24), (200, 60)] {
        let mut person = in_bed().at(width, height, ColorDepth::Mono);
        person.press("v");
        let (_, chimes) = person.spot("chimes");
        let (column, breath) = person.spot("breath");
        // Bars begin two columns behind the longest name.
        let bar = column + 12;
        assert_eq!(person.click((bar, chimes)), [level(SoundKind::Chimes, 0)]);
        assert_eq!(person.chosen(), Fader::Kind(SoundKind::Chimes));
        let end = bar + person.screen().lines().nth(breath.into()).map_or(0, bar_columns) - 1;
        assert_eq!(person.click((end, breath)), [level(SoundKind::Breath, 100)]);
        assert_eq!(person.click((column, breath)), []);
        let round = person.spot("‹");
        assert_eq!(person.click((round.0 + 4, round.1))[0], background(Background::Silence));
        assert_eq!(person.click(round)[0], background(Background::AsWritten));
        assert_eq!(person.click((width - 1, height - 1)), [Request::Remember]);
        assert_eq!(person.player().state(), State::Playing);
    }
}

/// How many columns the bar in this line has.
fn bar_columns(line: &str) -> u16 {
    line.chars().filter(|letter| "━╾─".contains(*letter)).count() as u16
}
