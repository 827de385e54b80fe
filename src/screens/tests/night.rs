//! The dark after a session at night, and the one line that a key lights in it.

use super::*;
use crate::choices::Night;
use crate::screens::keymap::rows;

/// The end of an evening by night, with the ocean playing on.
pub(super) fn in_the_dark() -> Shown {
    let mut app = home();
    app.app.shared.environment.is_night_hour = true;
    app.app.shared.environment.night = Night::Clock;
    let session = Session { bed: Some("ocean".to_owned()), ..evening() };
    let timeline = prepared(&app, &session);
    let player = Player::new(Arc::clone(&timeline)).starting_at(timeline.millis() - 500);
    app.start(player);
    app.advance(1_000);
    app
}

fn after_minutes(minutes: u64, actions: &[Action]) -> Shown {
    let mut app = in_the_dark();
    app.advance(minutes * 60_000);
    for action in actions {
        app.act(*action);
        app.advance(1_000);
    }
    app
}

fn night_view(depth: ColorDepth) -> ScreenView {
    ScreenView::new(Theme::night(depth))
}

/// The colours of all cells: ground and letter.
fn colours(backend: &TestBackend) -> Vec<(Color, Color)> {
    backend.buffer().content().iter().map(|cell| (cell.bg, cell.fg)).collect()
}

#[test]
fn a_key_in_the_dark_lights_one_line_at_every_size() {
    let cases = [
        ("dark", after_minutes(3, &[Action::Light])),
        ("dark_fades", after_minutes(21, &[Action::Light])),
        ("silent", after_minutes(30, &[Action::Light])),
    ];
    for (name, app) in cases {
        for (width, height) in SIZES.into_iter().chain([LARGEST]) {
            assert_snapshot!(format!("{name}_{width}x{height}"), words(&app, (width, height)));
        }
    }
}

#[test]
fn the_dark_is_black_and_empty_in_terminals_of_every_size_and_kind() {
    let app = after_minutes(3, &[]);
    let sizes = SIZES.into_iter().chain([LARGEST, (20, 4), (1, 1)]);
    for (size, depth) in sizes.flat_map(|size| {
        use ColorDepth::{Ansi16, Indexed256, True};
        [True, Indexed256, Ansi16].map(|depth| (size, depth))
    }) {
        let backend = drawn(&app, size, &mut night_view(depth));
        let black = match depth {
            ColorDepth::True => Color::Rgb(0, 0, 0),
            ColorDepth::Indexed256 => Color::Indexed(232),
            _ => Color::Black,
        };
        assert!(colours(&backend).iter().all(|(ground, _)| *ground == black), "{size:?} {depth:?}");
        assert!(backend.buffer().content().iter().all(|cell| cell.symbol() == " "), "{size:?}");
    }
}

#[test]
fn without_colour_the_dark_is_empty_and_sets_none() {
    for app in [after_minutes(3, &[]), after_minutes(3, &[Action::Light])] {
        let backend = drawn(&app, (80, 24), &mut night_view(ColorDepth::Mono));
        let plain =
            |(ground, letter): &(Color, Color)| (*ground, *letter) == (Color::Reset, Color::Reset);
        assert!(colours(&backend).iter().all(plain));
    }
}

#[test]
fn the_line_is_dim_and_sinks_away() {
    let mut app = after_minutes(3, &[Action::Light]);
    let light = |app: &Shown| {
        let backend = drawn(app, (80, 24), &mut night_view(ColorDepth::True));
        let lights = colours(&backend).into_iter().map(|(_, letter)| match letter {
            Color::Rgb(red, green, blue) => red.max(green).max(blue),
            _ => 255,
        });
        lights.max().expect("cells")
    };
    let lit = light(&app);
    assert!((40..110).contains(&lit), "{lit}");
    app.advance(5_500);
    assert!(light(&app) < lit);
    app.advance(3_000);
    assert_eq!(light(&app), 0);
}

#[test]
fn a_bed_that_cannot_be_heard_is_said_to_be_so() {
    let said = |app: &Shown| words(app, (80, 24)).to_string();
    let app = after_minutes(3, &[Action::Mute]);
    assert!(said(&app).contains("ocean, 17 minutes left, muted   + longer"), "{}", said(&app));
    let app = after_minutes(3, &[Action::Quieter, Action::Mute, Action::Mute]);
    assert!(said(&app).contains("ocean, 17 minutes left   + longer"), "{}", said(&app));
}

#[test]
fn with_reduced_motion_the_line_goes_at_once() {
    let mut app = after_minutes(3, &[Action::Light]);
    app.app.shared.environment.reduced_motion = true;
    let frame = app.frame_millis().expect("lit");
    assert!(frame >= 500, "{frame}");
    app.advance(4_100);
    assert_eq!(app.frame_millis(), None);
}

#[test]
fn what_dims_is_named_on_every_screen_at_40_columns() {
    for (name, shown) in every_screen() {
        let place = shown.place();
        let dims = rows().any(|row| row.action == Action::Night && row.places.contains(&place));
        // Where a session waits, how it goes on stands there.
        let waits = shown
            .now
            .player()
            .is_some_and(|player| player.state() != crate::player::State::Playing);
        if dims && !waits {
            let screen = words(&shown, (40, 12)).to_string();
            assert!(screen.contains("n night"), "{name}\n{screen}");
        }
    }
}
