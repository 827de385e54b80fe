//! Themes as people write them, and every fault named with how to mend it.

use super::*;
use crate::problem::Problem;
use crate::theme::file::read;
use crate::theme::palette::FILES;

fn told(text: &str) -> (bool, String) {
    let (theme, problems) = ChosenTheme::read("mine.toml", text);
    let told: Vec<_> = problems.iter().map(Problem::to_string).collect();
    (theme.is_some(), told.join("\n"))
}

/// The theme for dark terminals, with one line changed.
fn day_with(line: &str, instead: &str) -> String {
    let text = FILES[0].1;
    assert!(text.contains(line), "{line}");
    text.replacen(line, instead, 1)
}

#[test]
fn every_theme_that_ships_is_read_without_a_fault() {
    for (name, text) in FILES {
        let (palette, problems) = read(name, text, |_| Roles::all(Color::Reset));
        assert!(palette.is_some() && problems.is_empty(), "{name}: {problems:?}");
    }
}

#[test]
fn a_theme_without_names_has_those_of_its_ground() {
    for (file, names) in [(FILES[0].1, palette::day().names), (FILES[1].1, palette::light().names)]
    {
        let text = &file[..file.find("[names]").expect("names")];
        let (theme, problems) = ChosenTheme::read("mine.toml", text);
        assert!(problems.is_empty(), "{problems:?}");
        let shown = theme.expect("a theme").on(ColorDepth::Ansi16, Ground::Dark).shown;
        assert_eq!(shown, names);
    }
}

#[test]
fn each_fault_says_where_it_is_and_how_to_mend_it() {
    for (line, instead, said, is_usable) in [
        ("warn = \"#F59C86\"", "warn = \"salmon\"", "six digits", false),
        ("warn = \"#F59C86\"", "warm = \"#F59C86\"", "did you mean `warn`", false),
        ("warn = \"#F59C86\"", "", "the role `warn` has no colour", false),
        ("warn = \"bright-red\"", "warn = \"bright-rod\"", "did you mean `bright-red`", false),
        ("text = \"#E8E2D6\"", "text = \"#2A2F3A\"", "can hardly be read", true),
        ("[colours]", "[paints]", "there are no colours", false),
        ("text = \"#E8E2D6\"", "text = #E8E2D6", "mine.toml", false),
    ] {
        let (used, problems) = told(&day_with(line, instead));
        assert!(problems.contains(said), "{instead}: {problems}");
        assert!(problems.contains("mine.toml"), "{problems}");
        assert_eq!(used, is_usable, "{instead}: {problems}");
    }
}

#[test]
fn one_slip_in_a_theme_is_told_once() {
    for (line, instead, said) in [
        ("[colours]\n", "", "write `[colours]` in a line above it"),
        ("[colours]", "[colors]", "did you mean `colours`"),
        ("[colours]", "[Colours]", "did you mean `colours`"),
        ("[colours]", "[colours", "write `[colours]`"),
        ("[names]", "[name]", "did you mean `names`"),
        ("warn = \"#F59C86\"", "warm = \"#F59C86\"", "did you mean `warn`"),
        ("text = \"#E8E2D6\"", "text = #E8E2D6", "write \"#E8E2D6\""),
        ("text = \"#E8E2D6\"", "text = \"#E8E2D6", "write `text = \"#E8E2D6\"`"),
        ("text = \"#E8E2D6\"", "text = E8E2D6", "six digits after `#`"),
        ("text = \"#E8E2D6\"", "text: \"#E8E2D6\"", "write `text = \"#E8E2D6\"`"),
    ] {
        let (_, problems) = ChosenTheme::read("mine.toml", &day_with(line, instead));
        let told: Vec<_> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(told.len(), 1, "{instead}: {}", told.join("\n"));
        assert!(told[0].contains(said), "{instead}: {}", told[0]);
    }
}

#[test]
fn no_text_makes_it_panic() {
    for text in ["", "[colours]", "colours = 3", "[[colours]]", "\u{feff}[colours]\ntext = 1"] {
        assert!(!told(text).0, "{text}");
    }
}

#[test]
fn a_light_terminal_has_a_light_theme_and_is_dark_at_night_all_the_same() {
    let theme = ChosenTheme::default().on(ColorDepth::True, Ground::Light);
    let light = |theme: &Theme| theme.roles.ground.luminance();
    assert!(light(&theme) > 0.8);
    assert!(light(&theme.after_dark(0.0)) < 0.01);
    let plain = ChosenTheme::default().on(ColorDepth::Mono, Ground::Light);
    assert!(plain.after_dark(1.0).turns_its_ground() && !plain.turns_its_ground());
    assert!(!Theme::night(ColorDepth::Mono).turns_its_ground());
}
