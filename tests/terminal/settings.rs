//! What is set about the terminal itself.

use std::time::Duration;

use crate::support::pty::Opening;
use crate::support::sight::Sight;

/// Asks the terminal for the colour of its ground.
const ASKS_FOR_THE_GROUND: &str = "\x1b]11;?";
/// Asks the terminal whether it shows pictures.
const ASKS_FOR_PICTURES: &str = "\x1b_Gi=60000,s=1,v=1,a=q,";
/// Asks the terminal for clicks and scrolls.
const ASKS_FOR_THE_MOUSE: &str = "\x1b[?1000h";

#[test]
fn the_mouse_is_asked_for_unless_it_is_set_otherwise() {
    for (settings, asks) in [("", true), ("mouse = false", false)] {
        let opening = Opening::new("").file(".config/unclench/settings.toml", settings);
        let mut terminal = opening.start();
        terminal.wait_for("Three that fit now");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.sight().has_written(ASKS_FOR_THE_MOUSE), asks, "{settings}");
    }
}

#[test]
fn a_terminal_that_answers_late_and_in_parts_gets_its_theme_and_types_nothing() {
    let mut terminal = Opening::new("").env("UNCLENCH_HOUR", "14").start();
    terminal.wait_for("Three that fit now");
    terminal.wait_until_still(Duration::from_millis(300));
    assert!(terminal.sight().has_written(ASKS_FOR_THE_GROUND));
    let ground = |sight: &Sight| sight.screen().cell(1, 1).map(vt100::Cell::bgcolor);
    // The cells of the flower are chosen by their light, so they are others on a light ground.
    let letters =
        |sight: &Sight| sight.text().chars().filter(|it| it.is_alphanumeric()).collect::<String>();
    let dark = ground(&terminal.sight());
    let text = letters(&terminal.sight());
    terminal.press("\x1b]11;rgb:ffff/ff");
    terminal.wait_until_still(Duration::from_millis(300));
    assert_eq!(ground(&terminal.sight()), dark);
    terminal.press("ff/ffff\x1b\\");
    terminal
        .wait_until("the theme is a light one", |sight| sight.is_whole() && ground(sight) != dark);
    assert_eq!(letters(&terminal.sight()), text);
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_terminal_is_asked_only_where_its_answer_decides_what_is_drawn() {
    let settings = "theme = \"high-contrast\"\npictures = \"cells\"\ncolours = \"16\"";
    let mut terminal = Opening::new("").file(".config/unclench/settings.toml", settings).start();
    terminal.wait_for("Three that fit now");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(!terminal.sight().has_written(ASKS_FOR_THE_GROUND));
    assert!(!terminal.sight().has_written(ASKS_FOR_PICTURES));
}

#[test]
fn a_terminal_that_is_known_for_its_inline_images_gets_those_and_has_none_left_at_the_end() {
    let mut terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    terminal.press("\x1bP>|iTerm2 3.5.0\x1b\\m");
    terminal
        .wait_until("a picture is shown", |sight| sight.has_written("\x1b]1337;File=inline=1;"));
    terminal.press("\x03");
    terminal.end();
    assert!(!terminal.sight().has_written("\x1b_Ga=p,"));
    assert!(terminal.sight().has_written("\x1b[0m\x1b[2J"), "the screen is wiped");
    assert_eq!(terminal.sight().left_behind(), Vec::<String>::new());
}

#[test]
fn a_terminal_that_shows_pictures_gets_them_and_keeps_none_at_the_end() {
    let mut terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    assert!(terminal.sight().has_written(ASKS_FOR_PICTURES));
    terminal.press("\x1b_Gi=60000;OK\x1b\\m");
    terminal.wait_until("a picture is shown", |sight| sight.has_written("\x1b_Ga=p,i=60001,"));
    terminal.press("\x03");
    terminal.end();
    assert!(terminal.sight().has_written("\x1b_Ga=d,d=I,i=60001,q=2\x1b\\"));
    assert_eq!(terminal.sight().left_behind(), Vec::<String>::new());
}

#[test]
fn figures_are_drawn_with_the_letters_that_are_set_whatever_the_terminal_says() {
    let halves = |it: char| matches!(it, '▀' | '▄' | '█');
    let finer =
        |it: char| matches!(u32::from(it), 0x2596..=0x259F | 0x2800..=0x28FF | 0x1_CD00..=0x1_CEBF);
    let settings = "cells = \"halves\"\npictures = \"cells\"\ncolours = \"true\"";
    let mut terminal = Opening::new("").file(".config/unclench/settings.toml", settings).start();
    terminal.wait_for("Three that fit now");
    terminal.press("\x1bP>|kitty(0.42.1)\x1b\\m");
    terminal.wait_until("the map is drawn", |sight| sight.text().contains(halves));
    terminal.wait_until_still(Duration::from_millis(300));
    let text = terminal.sight().text();
    assert!(!text.contains(finer), "{text}");
    terminal.press("\x03");
    terminal.end();
}
