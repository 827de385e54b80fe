//! The terminal is given back, however the program ends or stops.

use rustix::process::Signal;

use super::openings::long_breath;
use crate::support::pty::{Opening, Terminal};

/// A session that plays.
fn playing() -> Terminal {
    let terminal = long_breath("").start();
    terminal.wait_for("Slower, not bigger.");
    let untouched = terminal.not_given_back();
    assert!(untouched.len() >= 4, "a playing session has taken the terminal: {untouched:?}");
    terminal
}

/// Checks the exit code, and that nothing of the program is left on the terminal.
fn is_given_back(terminal: &Terminal, code: u32) {
    let ended = terminal.end();
    assert_eq!(terminal.not_given_back(), Vec::<String>::new());
    assert_eq!(ended, code, "{}", terminal.sight().text());
}

#[test]
fn the_terminal_is_given_back_on_leaving() {
    let mut terminal = playing();
    terminal.press("q");
    is_given_back(&terminal, 0);
}

#[test]
fn the_terminal_is_given_back_on_leaving_the_first_screen() {
    let mut terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    terminal.press("q");
    is_given_back(&terminal, 0);
}

#[test]
fn the_terminal_is_given_back_after_ctrl_c() {
    let mut terminal = playing();
    terminal.press("\x03");
    is_given_back(&terminal, 130);
}

/// What a terminal may send by halves: an answer of its kind, a click, a paste, its name.
const HALVES: [&str; 4] = ["\x1b[?62;", "\x1b[<0;5", "\x1b[200~x", "\x1bP>|kitty("];

#[test]
fn ctrl_c_and_ctrl_z_come_through_behind_half_an_answer_of_the_terminal() {
    for half in HALVES {
        let mut terminal = playing();
        terminal.press(half);
        terminal.press("\x1a");
        terminal.wait_for("the job stopped");
        terminal.press("\n");
        terminal.wait_for("Paused");
        terminal.press(half);
        terminal.press("\x03");
        is_given_back(&terminal, 130);
    }
}

#[test]
fn a_place_beyond_the_edge_is_no_end_of_the_program() {
    let mut terminal = playing();
    for report in ["\x1b[<0;0;0M", "\x1b[<35;0;5M", "\x1b[32;0;0M", "\x1b[M   ", "\x1b[0;0R"] {
        terminal.press(report);
    }
    terminal.press(" ");
    terminal.wait_for("Paused");
    terminal.press("q");
    is_given_back(&terminal, 0);
}

/// Every signal that can be caught and would end the program where it is not. What tells of a fault
/// in the program itself is missing.
const ENDING: &[Signal] = &[
    Signal::HUP,
    Signal::INT,
    Signal::QUIT,
    Signal::TRAP,
    Signal::ABORT,
    Signal::BUS,
    Signal::USR1,
    Signal::USR2,
    Signal::ALARM,
    Signal::TERM,
    Signal::XCPU,
    Signal::XFSZ,
    Signal::VTALARM,
    Signal::PROF,
    Signal::SYS,
    #[cfg(target_os = "linux")]
    Signal::IO,
    #[cfg(target_os = "linux")]
    Signal::POWER,
    #[cfg(target_os = "linux")]
    Signal::STKFLT,
];

#[test]
fn the_terminal_is_given_back_after_each_signal_to_end() {
    for signal in ENDING {
        let terminal = playing();
        terminal.signal(*signal);
        is_given_back(&terminal, 128 + signal.as_raw().unsigned_abs());
    }
}

#[test]
fn the_terminal_is_given_back_after_the_smallest_sizes() {
    let mut terminal = playing();
    for (columns, rows) in [(5, 3), (1, 1), (100, 30)] {
        let frames = terminal.sight().frames();
        terminal.resize(columns, rows);
        terminal.wait_until("it is drawn anew", |sight| sight.frames() > frames);
    }
    terminal.press("q");
    is_given_back(&terminal, 0);
}

#[test]
fn the_terminal_is_given_back_at_the_smallest_size() {
    let mut terminal = playing();
    let frames = terminal.sight().frames();
    terminal.resize(1, 1);
    terminal.wait_until("it is drawn anew", |sight| sight.frames() > frames);
    terminal.press("q");
    terminal.wait_until("the alternate screen is left", |sight| !sight.screen().alternate_screen());
    // The shell's words have no room at this size; they come again when there is some.
    terminal.resize(100, 30);
    // Modes come back a moment after the screen.
    terminal.wait_until("all is given back", |sight| sight.left_behind().is_empty());
    terminal.wait_until_modes_are_back();
}

#[test]
fn the_terminal_is_given_back_where_the_machine_has_no_room_for_a_thread() {
    // No thread finds room for a stack of this size, and the one that reads keys is asked for when
    // the screen is taken already.
    let terminal = long_breath("").env("RUST_MIN_STACK", "99999999999999").start();
    is_given_back(&terminal, 1);
    let sight = terminal.sight();
    assert!(sight.frames() > 0, "the screen was taken before");
    assert!(sight.text().contains("error: the terminal could not be used"), "{}", sight.text());
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_brings_the_session_back_paused() {
    let mut terminal = playing();
    terminal.press("\x1a");
    stops_and_comes_back(&mut terminal);
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_as_ctrl_z_does() {
    let mut terminal = playing();
    terminal.signal(Signal::TSTP);
    stops_and_comes_back(&mut terminal);
}

fn stops_and_comes_back(terminal: &mut Terminal) {
    terminal.wait_for("the job stopped");
    assert_eq!(terminal.not_given_back(), Vec::<String>::new());
    assert!(!terminal.sight().text().contains("Slower"), "the screen before is shown");

    terminal.press("\n");
    let text = terminal.wait_for("Paused").text;
    for words in ["A long breath", "Slower, not bigger.", " left"] {
        assert!(text.contains(words), "“{words}” is missing from a whole screen:\n{text}");
    }
    terminal.press(" ");
    let left = terminal.wait_until("it goes on", |it| !it.text().contains("Paused")).time_left;
    terminal.wait_until("the time left counts down", |sight| sight.time_left() < left);
    terminal.press("q");
    is_given_back(terminal, 0);
}

#[test]
fn ctrl_z_does_not_stop_what_nobody_could_continue() {
    let mut terminal = long_breath("").without_a_shell().start();
    terminal.wait_for("Slower, not bigger.");
    terminal.press("\x1a");
    terminal.wait_for("Paused");
    terminal.press("q");
    assert_eq!(terminal.end_without_a_shell(), 0);
}
