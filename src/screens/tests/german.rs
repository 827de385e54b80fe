//! A German session on the screen of a person who has set no language: German alone.

use super::*;

fn german() -> Session {
    let text = include_str!("../../../tests/sessions/valid/german.toml");
    let (session, problems) = parse("german.toml", text, &KnownNames::default());
    session.unwrap_or_else(|| panic!("{problems:?}"))
}

fn played(position: u64) -> Shown {
    let mut app = home();
    let timeline = prepared(&app, &german());
    app.start(Player::new(timeline).starting_at(position));
    app
}

fn over() -> Shown {
    let mut app = played(384_000);
    while app.place() == Place::Playing {
        app.advance(1_000);
    }
    app
}

#[test]
fn a_german_session_is_on_screen_in_german_alone() {
    let mut before = home();
    before.app.show_ready(
        "german".to_owned(),
        &german(),
        (&Background::default(), LengthWish::AsWritten),
    );
    let mut paused = played(28_000);
    paused.act(Action::Toggle);
    let mut volumes = played(28_000);
    volumes.act(Action::Volumes);
    let screens = [
        ("german_before", before),
        ("german_lead_in", played(2_000)),
        ("german_stop_sign", played(8_000)),
        ("german_massage", played(28_000)),
        ("german_switch", played(63_000)),
        ("german_tense", played(114_000)),
        ("german_breath", played(344_000)),
        ("german_paused", paused),
        ("german_volumes", volumes),
        ("german_after", over()),
    ];
    for (name, app) in screens {
        assert_snapshot!(format!("{name}_100x30"), words(&app, (100, 30)));
    }
}
