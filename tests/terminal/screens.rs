//! From the first screen to a playing session, key by key, at the sizes a terminal may have.

use std::time::Duration;

use rustix::process::Signal;

use super::openings::{BLINK, long_breath};
use crate::support::pty::{Opening, Terminal};

#[test]
fn it_opens_with_a_greeting_and_three_sessions() {
    let terminal = Opening::new("").start();
    let text = terminal.wait_for("Three that fit now").text;
    assert!(text.contains("It is late."), "{text}");
    assert_eq!(text.matches(" min ").count() + text.matches(" min\n").count(), 3, "{text}");
}

#[test]
fn two_key_presses_later_a_session_plays() {
    let mut terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    terminal.press("\r");
    terminal.wait_for("begin");
    terminal.press("\r");
    let playing = terminal.wait_until("a session plays", |sight| sight.time_left().is_some());
    let left = playing.time_left.expect("it tells the time left");
    terminal.wait_until("the time left counts down", |sight| {
        sight.time_left().is_some_and(|now| now + 2 <= left)
    });
}

#[test]
fn what_is_typed_after_a_slash_is_searched_for() {
    let mut terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    terminal.press("/scalp");
    terminal.wait_until("one session is left", |sight| {
        let text = sight.text();
        text.contains("/ scalp")
            && text.contains("Scalp and face")
            && !text.contains("Eyes and jaw")
    });
}

#[test]
fn the_hidden_cursor_stands_at_the_chosen_line_and_behind_what_is_typed() {
    let mut terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    let at_cursor = |terminal: &Terminal| {
        let sight = terminal.sight();
        let (row, column) = sight.screen().cursor_position();
        let cell = sight.screen().cell(row, column).map(|cell| cell.contents().to_owned());
        (sight.screen().hide_cursor(), cell.unwrap_or_default())
    };
    terminal.wait_until_still(Duration::from_millis(300));
    assert_eq!(at_cursor(&terminal), (true, "›".to_owned()));
    terminal.press("/scalp");
    terminal.wait_for("/ scalp▏");
    terminal.wait_until_still(Duration::from_millis(300));
    assert_eq!(at_cursor(&terminal), (true, "▏".to_owned()));
}

#[test]
fn letters_of_another_keyboard_are_typed_in_a_search_and_are_keys_elsewhere() {
    let mut terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    terminal.press("Д");
    terminal.wait_for("Library");
    terminal.press("/й");
    terminal.wait_for("/ й▏");
    terminal.press("\x1b");
    terminal.wait_for("Library");
    terminal.press("Й");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_smallest_screen_still_shows_the_instruction() {
    let terminal = long_breath("").size(40, 12).start();
    terminal.wait_for("Slower, not bigger.");
}

#[test]
fn a_smaller_screen_asks_kindly_for_room() {
    let terminal = long_breath("").size(19, 5).start();
    terminal.wait_for("A little more room");
}

#[test]
fn a_screen_that_grows_back_shows_the_session_again() {
    let terminal = long_breath("").start();
    terminal.wait_for("Slower, not bigger.");
    for (columns, rows) in [(5, 3), (1, 1), (200, 60), (40, 12)] {
        let frames = terminal.sight().frames();
        terminal.resize(columns, rows);
        let what = format!("{columns}×{rows} is drawn");
        terminal.wait_until(&what, |sight| sight.frames() > frames && sight.is_whole());
    }
    terminal.resize(100, 30);
    terminal.wait_for("Slower, not bigger.");
}

#[test]
fn a_key_and_a_size_that_come_at_the_very_same_moment_are_both_heard() {
    let mut terminal = long_breath("").size(60, 20).without_a_shell().start();
    terminal.wait_for("Slower, not bigger.");
    for (columns, is_paused) in [(100, true), (150, false), (200, true)] {
        // What comes while it stands still comes at once when it goes on.
        terminal.signal(Signal::STOP);
        terminal.resize(columns, 30);
        terminal.press(" ");
        terminal.signal(Signal::CONT);
        terminal.wait_until("both are seen", |sight| {
            let text = sight.text();
            let width = text.lines().map(|line| line.trim_end().chars().count()).max();
            let is_drawn = width.is_some_and(|it| it > usize::from(columns) - 20);
            sight.is_whole() && is_drawn && text.contains("Paused") == is_paused
        });
    }
}

#[test]
fn a_terminal_that_is_told_its_size_while_the_program_starts_is_drawn_on() {
    for _ in 0..6 {
        let terminal = Opening::new("").size(1, 1).start();
        terminal.resize(100, 30);
        terminal.wait_for("Three that fit now");
    }
}

#[test]
fn a_terminal_that_never_learns_its_size_is_drawn_on_all_the_same() {
    for (columns, rows) in [(0, 0), (80, 0), (0, 24)] {
        let mut terminal = Opening::new("").size(columns, rows).start();
        terminal.wait_for("Three that fit now");
        terminal.press("l");
        terminal.wait_for("Library");
    }
}

#[test]
fn a_terminal_that_learns_its_size_late_or_forgets_it_is_drawn_on_anew() {
    let terminal = long_breath("").size(0, 0).start();
    terminal.wait_for("Slower, not bigger.");
    for (columns, rows) in [(100, 30), (0, 0), (40, 12)] {
        let frames = terminal.sight().frames();
        terminal.resize(columns, rows);
        let what = format!("{columns}×{rows} is drawn");
        terminal.wait_until(&what, |sight| sight.frames() > frames && sight.is_whole());
        terminal.wait_for("Slower, not bigger.");
    }
}

#[test]
fn after_the_last_step_it_says_that_it_is_done() {
    let terminal = Opening::new("play blink.toml").file("blink.toml", BLINK).start();
    terminal.wait_for("all the way through");
}

#[test]
fn without_a_terminal_to_write_to_it_plays_as_lines() {
    let terminal = Opening::new("play blink.toml --speed 20").file("blink.toml", BLINK);
    let terminal = terminal.into_a_pipe().start();
    assert_eq!(terminal.end(), 0);
    let sight = terminal.sight();
    let text = sight.text();
    assert!(text.contains("A blink") && text.contains("The end"), "{text}");
    assert_eq!(sight.frames(), 0);
}

#[test]
fn a_lost_terminal_ends_the_program_as_a_hang_up_does() {
    // What is to be known before a session is told before it plays; signals are ordinary then.
    for (wish, playing) in [("", "\x1b[?1049h"), ("--plain --speed 20", "Slower, not bigger.")] {
        let (terminal, mut child) = long_breath(wish).start_to_be_lost(playing);
        drop(terminal);
        let mut tries = 0;
        let ended = loop {
            if let Some(ended) = child.try_wait().expect("a child can be asked") {
                break ended;
            }
            assert!(tries < 400, "it goes on without a terminal");
            tries += 1;
            std::thread::sleep(Duration::from_millis(100));
        };
        assert_eq!(ended.exit_code(), 129, "{wish}: {ended:?}");
    }
}

#[test]
fn a_terminal_that_can_only_write_on_is_told_so_and_how_to_play_there() {
    let terminal = Opening::new("").env("TERM", "dumb").size(120, 24).start();
    let text = terminal.wait_for("--plain").text;
    assert!(text.contains("TERM=dumb says that this one cannot"), "{text}");
    assert_eq!(terminal.end(), 2);
}
