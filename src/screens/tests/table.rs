//! What every screen in the table has, whichever screens there are.

use std::collections::BTreeSet;

use super::night::in_the_dark;
use super::*;
use crate::screens::keymap::{footer, keys, rows};

/// Each screen of the table at least once.
fn one_of_each() -> Vec<(&'static str, Shown)> {
    let mut all = every_screen();
    all.push(("dark", in_the_dark()));
    all
}

#[test]
fn every_screen_of_the_table_is_among_those_that_are_drawn_here() {
    let drawn: BTreeSet<_> =
        one_of_each().iter().map(|(_, shown)| shown.app.screens.top().name()).collect();
    let table: BTreeSet<_> = Screen::TABLE.iter().map(|(name, _)| *name).collect();
    assert_eq!(drawn, table);
}

#[test]
fn every_screen_has_the_place_that_its_line_in_the_table_names() {
    for (name, shown) in one_of_each() {
        let screen = shown.app.screens.top().name();
        let (_, places) = Screen::TABLE.iter().find(|(name, _)| *name == screen).expect("a line");
        assert!(places.contains(&shown.place()), "{name}: {:?}", shown.place());
    }
}

#[test]
fn every_place_has_keys_a_footer_and_a_way_to_leave() {
    for place in Place::ALL {
        assert!(footer(*place).count() > 0, "{place:?}");
        let mut own = rows().filter(|row| row.places.contains(place));
        let leads_away =
            |row: &KeyRow| matches!(row.action, Action::Back | Action::Quit | Action::Finish);
        assert!(own.any(leads_away), "{place:?}");
    }
}

#[test]
fn the_keys_of_a_screen_mean_something_only_on_that_screen() {
    for ((name, places), rows) in Screen::TABLE.iter().zip(Screen::KEYS) {
        assert!(!rows.is_empty(), "{name}");
        for row in *rows {
            assert!(row.places.iter().all(|place| places.contains(place)), "{name}: {row:?}");
        }
    }
}

#[test]
fn help_tells_the_keys_of_every_place() {
    for place in Place::ALL {
        let mut shown = home();
        shown.app.screens.push(HelpScreen { about: *place, goes_on: false, scroll: 0 }.into());
        let screen = words(&shown, (100, 30)).to_string();
        for (written, label) in keys(*place) {
            let line = format!("{written:<9} {label}");
            assert!(screen.contains(line.trim_end()), "{place:?}: {line}\n{screen}");
        }
    }
}

#[test]
fn every_screen_is_drawn_at_any_size_and_in_every_depth() {
    let sizes = [(1, 1), (1, 60), (200, 1), (39, 11), (40, 12), (80, 24), (200, 60)];
    for (_, shown) in one_of_each() {
        for size in sizes {
            for depth in [ColorDepth::Mono, ColorDepth::True] {
                let mut view = ScreenView::new(Theme::night(depth));
                view.figures = Some(Figures::default());
                drawn(&shown, size, &mut view);
            }
        }
    }
}

#[test]
fn a_frame_records_the_same_whenever_it_is_drawn() {
    for (name, shown) in one_of_each() {
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        let mut record = || {
            drawn(&shown, (100, 30), &mut view);
            format!("{:?}", view.frame)
        };
        assert_eq!(record(), record(), "{name}");
    }
}
