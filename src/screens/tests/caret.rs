//! Where the cursor stands, though hidden: at what is typed, or at the chosen line.

use super::*;

/// The mark of a chosen line.
const CHOSEN: &str = "›";

/// What stands at the caret and behind it, on a screen of this size.
fn at_caret(shown: &Shown, depth: ColorDepth, size: (u16, u16)) -> Option<String> {
    let mut view = ScreenView::new(Theme::night(depth));
    let backend = drawn(shown, size, &mut view);
    let (column, row) = view.frame.caret?;
    let cells = (column..size.0).map(|column| backend.buffer()[(column, row)].symbol());
    Some(cells.collect::<String>().trim_end().to_owned())
}

#[test]
fn on_a_list_the_caret_stands_at_the_chosen_line() {
    let lists = [
        home(),
        after(&[Action::Down]),
        after(&[Action::Library, Action::Down, Action::Down]),
        sessions(),
        topics(),
        profile(),
        profile_places(),
        volumes(),
        volumes_before(),
    ];
    for shown in lists {
        for size in SIZES.into_iter().chain([LARGEST]) {
            let seen = at_caret(&shown, ColorDepth::True, size).expect("a caret");
            assert!(seen.starts_with(CHOSEN), "{size:?} {:?}: {seen}", shown.place());
        }
    }
}

#[test]
fn the_chosen_line_is_one_that_a_click_finds() {
    for shown in [home(), after(&[Action::Library]), sessions(), topics(), profile(), volumes()] {
        for size in SIZES.into_iter().chain([LARGEST]) {
            let mut view = ScreenView::new(Theme::night(ColorDepth::True));
            drawn(&shown, size, &mut view);
            let (column, row) = view.frame.caret.expect("a caret");
            let target = view.frame.hit(column, row).map(|hit| hit.target);
            let is_line = matches!(target, Some(Target::Line { .. } | Target::SecondLine { .. }));
            assert!(is_line, "{size:?} {:?}: {target:?}", shown.place());
        }
    }
}

#[test]
fn while_a_search_is_typed_the_caret_stands_behind_what_is_typed() {
    let short = searching();
    let mut long = searching();
    (0..60).for_each(|_| long.act(Action::Type('漢')));
    for (width, height) in SIZES.into_iter().chain([LARGEST]) {
        let seen = at_caret(&short, ColorDepth::True, (width, height)).expect("a caret");
        assert!(seen.starts_with('▏'), "{width}x{height}: {seen}");
        // Too long for the line: at its end, and never beyond the screen.
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        drawn(&long, (width, height), &mut view);
        let (column, row) = view.frame.caret.expect("a caret");
        assert!(column < width && row < height, "{width}x{height}: {column} {row}");
    }
}

#[test]
fn on_the_map_the_caret_stands_at_the_name_of_the_place() {
    for depth in [ColorDepth::True, ColorDepth::Mono] {
        let seen = at_caret(&map(), depth, (100, 30)).expect("a caret");
        assert!(seen.starts_with("Top of the shoulder"), "{seen}");
        let seen = at_caret(&map(), depth, (40, 12)).expect("a caret");
        assert!(seen.starts_with("› Top of the shoulder"), "{seen}");
    }
}

#[test]
fn where_nothing_is_chosen_or_typed_there_is_no_caret() {
    for shown in [playing(MASSAGE), page(), summary(), help()] {
        assert_eq!(at_caret(&shown, ColorDepth::True, (100, 30)), None, "{:?}", shown.place());
    }
}
