//! How much light a screen gives at night: a breathing screen and the first one, over all cells.

use super::sizes::{LaidOutStep, amid, massages};
use super::*;
use crate::choices::Night;

/// The share of a cell that its symbol fills, 0–1.
fn filled(symbol: &str) -> f32 {
    match symbol.chars().next().unwrap_or(' ') {
        ' ' => 0.0,
        '█' => 1.0,
        dots @ '\u{2800}'..='\u{28ff}' => (dots as u32 & 0xff).count_ones() as f32 / 16.0,
        '▀' | '▄' | '▌' | '▐' => 0.5,
        '▖' | '▗' | '▘' | '▝' => 0.25,
        '▛' | '▜' | '▙' | '▟' => 0.75,
        _ => 0.2,
    }
}

/// The mean light of a screen, 0 for black and 1 for white.
fn mean_light(app: &Shown, size: (u16, u16)) -> f32 {
    let mut view = ScreenView::new(Theme::night(ColorDepth::True));
    view.figures = Some(Figures::default());
    let backend = drawn(app, size, &mut view);
    let cells = &backend.buffer().content;
    let light = |color| match color {
        Color::Rgb(red, green, blue) => {
            Tint::hex(u32::from_be_bytes([0, red, green, blue])).luminance()
        }
        other => panic!("not exact: {other:?}"),
    };
    let lit = cells.iter().map(|cell| {
        let share = filled(cell.symbol());
        let letters = if share > 0.0 { light(cell.fg) * share } else { 0.0 };
        letters + light(cell.bg) * (1.0 - share)
    });
    lit.sum::<f32>() / cells.len() as f32
}

/// The first screen at eleven at night, as the settings come.
fn late() -> Shown {
    let mut app = home();
    app.app.shared.environment.part_of_day = PartOfDay::at(23);
    app.app.shared.environment.is_night_hour = true;
    app.app.shared.environment.night = Night::Bed;
    app
}

#[test]
fn at_night_the_first_screen_is_as_dark_as_a_candle() {
    let light = mean_light(&late(), (100, 30));
    assert!(light <= 0.03, "{light}");
    assert!(light < mean_light(&home(), (100, 30)) / 2.0, "{light}");
}

#[test]
fn at_night_a_breath_lights_no_room_from_its_beginning_to_its_end() {
    let mut app = late();
    let timeline = prepared(&app, &evening());
    app.start(Player::new(timeline).starting_at(BREATH));
    for _ in 0..12 {
        let light = mean_light(&app, (100, 30));
        assert!(light <= 0.02, "{light} at {}", app.now.player().map_or(0, Player::position));
        app.advance(1_000);
    }
}

fn lights_no_room<'a>(steps: impl IntoIterator<Item = &'a LaidOutStep>) {
    for (timeline, index) in steps {
        let app = amid(late(), timeline, *index);
        let light = mean_light(&app, (100, 30));
        let title = timeline.segments()[*index].title.text(timeline.texts()).into_owned();
        assert!(light <= 0.04, "{light}: {title}");
    }
}

#[test]
fn at_night_no_step_of_touch_lights_a_room() {
    lights_no_room(massages().iter().step_by(4));
}

#[test]
#[ignore = "draws every step of touch; .ci/run runs it"]
fn at_night_not_one_step_of_touch_lights_a_room() {
    lights_no_room(massages());
}

#[test]
fn after_the_hour_every_screen_opens_dim_and_the_key_lights_it_until_it_is_pressed_again() {
    let mut app = late();
    assert!(app.app.after_dark(&app.now).is_some());
    app.app.show_ready(
        "evening".to_owned(),
        &evening(),
        (&Background::AsWritten, LengthWish::AsWritten),
    );
    assert!(app.app.after_dark(&app.now).is_some());
    app.act(Action::Night);
    assert!(app.app.after_dark(&app.now).is_none());
    app.act(Action::Back);
    assert!(app.app.after_dark(&app.now).is_none());
    app.act(Action::Night);
    assert!(app.app.after_dark(&app.now).is_some());
}

#[test]
fn what_the_key_says_before_a_session_holds_when_it_begins() {
    let mut app = home();
    app.app.show_ready(
        "evening".to_owned(),
        &evening(),
        (&Background::AsWritten, LengthWish::AsWritten),
    );
    app.act(Action::Night);
    app.act(Action::Open);
    assert!(app.now.is_night());
}

#[test]
fn with_night_set_to_never_no_hour_dims_a_screen() {
    let mut app = late();
    app.app.shared.environment.night = Night::Never;
    assert!(app.app.after_dark(&app.now).is_none());
}
