//! A terminal that takes nothing for a while: the session goes on, and keys and signals are followed.

use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, test_kill_process};

use super::openings::long_breath;
use crate::support::pty::Terminal;

/// Longer than a gap in time that pauses a session.
const WHILE: Duration = Duration::from_secs(4);
/// The end comes within a second; a machine that is busy with other things may take longer.
const END: Duration = Duration::from_secs(10);

/// A session that plays, on a terminal that has taken as much as it can hold.
fn playing_on_a_full_line() -> Terminal {
    let terminal = long_breath("").size(199, 60).start();
    terminal.wait_for("Slower, not bigger.");
    terminal.stand_still();
    // Each whole screen is some kilobytes.
    for columns in [200, 199].repeat(5) {
        terminal.resize(columns, 60);
        thread::sleep(Duration::from_millis(50));
    }
    terminal
}

/// Waits until the program has ended while its terminal takes nothing.
fn wait_until_gone(job: Pid) {
    let pause = Duration::from_millis(10);
    let mut left = END;
    while test_kill_process(job).is_ok() {
        left = left.checked_sub(pause).expect("it ends while the terminal takes nothing");
        thread::sleep(pause);
    }
}

#[test]
fn time_goes_on_while_the_terminal_takes_nothing_and_the_screen_is_whole_afterwards() {
    let terminal = playing_on_a_full_line();
    thread::sleep(WHILE);
    let before = terminal.sight().time_left().expect("it tells the time left");
    terminal.go_on();
    let after = terminal.wait_until("the screen is that of now", |sight| {
        sight.is_whole() && sight.time_left().is_some_and(|left| left + 3 <= before)
    });
    for words in ["A long breath", "Slower, not bigger."] {
        assert!(after.text.contains(words), "{words:?} is missing:\n{}", after.text);
    }
    assert!(!terminal.sight().has_written("Paused"), "{}", terminal.sight().text());
}

#[test]
fn keys_and_signals_end_it_while_the_terminal_takes_nothing_and_it_is_given_back() {
    for (signal, code) in [(None, 0), (Some(Signal::TERM), 143)] {
        let mut terminal = playing_on_a_full_line();
        let job = terminal.job();
        match signal {
            Some(signal) => terminal.signal(signal),
            None => terminal.press("q"),
        }
        wait_until_gone(job);
        terminal.go_on();
        let ended = terminal.end();
        assert_eq!(terminal.not_given_back(), Vec::<String>::new());
        assert_eq!(ended, code, "{}", terminal.sight().text());
    }
}

#[test]
fn plain_lines_go_on_while_the_terminal_is_held_with_ctrl_s() {
    let mut terminal = long_breath("--plain --speed 4").start();
    terminal.wait_for("breathe in");
    terminal.press("\x13");
    thread::sleep(WHILE);
    let before = terminal.sight().text();
    terminal.press("\x11");
    terminal.wait_until("more is told", |sight| sight.text().len() > before.len());
    assert!(!terminal.sight().has_written("Paused"), "{}", terminal.sight().text());
}

#[test]
fn plain_lines_are_ended_by_a_signal_while_the_terminal_is_held_with_ctrl_s() {
    let mut terminal = long_breath("--plain --speed 4").start();
    terminal.wait_for("breathe in");
    let job = terminal.job();
    terminal.press("\x13");
    // A line or two come meanwhile.
    thread::sleep(WHILE);
    terminal.signal(Signal::TERM);
    wait_until_gone(job);
    terminal.press("\x11");
    assert_eq!(terminal.end(), 143);
}
