//! What is written while little or nothing moves, and in which colours.

use std::thread;
use std::time::{Duration, Instant};

use super::openings::long_breath;
use crate::support::pty::Opening;

#[test]
fn a_paused_session_writes_nothing() {
    let mut terminal = long_breath("").start();
    terminal.wait_for("Slower, not bigger.");
    terminal.press(" ");
    terminal.wait_for("Paused");
    // Whatever belongs to the last frame has been read by then.
    terminal.wait_until_still(Duration::from_millis(500));
    let before = terminal.sight().seen().written;
    thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.sight().seen().written - before, 0, "bytes written in 2 s");
}

#[test]
fn the_first_screen_writes_nothing_while_nobody_does_anything() {
    let terminal = Opening::new("").start();
    terminal.wait_for("Three that fit now");
    terminal.wait_until_still(Duration::from_millis(500));
    let before = terminal.sight().seen().written;
    thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.sight().seen().written - before, 0, "bytes written in 2 s");
}

#[test]
fn a_breath_moves_smoothly_and_reduced_motion_at_most_twice_a_second() {
    let frames_a_second = |wish| {
        let terminal = long_breath(wish).start();
        let before = terminal.wait_for("Slower, not bigger.").frames;
        let start = Instant::now();
        thread::sleep(Duration::from_secs(4));
        // Two frames more may have come, one at each end of the time that was measured.
        (terminal.sight().frames() - before).saturating_sub(2) as f64
            / start.elapsed().as_secs_f64()
    };
    let (reduced, usual) = thread::scope(|scope| {
        let usual = scope.spawn(|| frames_a_second(""));
        (frames_a_second("--reduced-motion"), usual.join().expect("it moves"))
    });
    assert!(reduced > 0.0 && reduced <= 2.0, "{reduced} frames a second with reduced motion");
    assert!(usual > 2.0 * reduced, "{usual} frames a second, {reduced} with reduced motion");
}

#[test]
fn no_color_means_no_colour() {
    let mut terminal = long_breath("").env("NO_COLOR", "1").start();
    terminal.wait_for("Slower, not bigger.");
    terminal.press("?");
    terminal.wait_for("louder");
    let coloured: Vec<String> =
        terminal.sight().letterings().into_iter().filter(|it| sets_a_colour(it)).collect();
    assert_eq!(coloured, Vec::<String>::new());
}

/// Whether the numbers between `ESC [` and `m` set a colour; 39, 49 and 59 take colours away.
fn sets_a_colour(numbers: &str) -> bool {
    let numbers = numbers.split(';').filter_map(|it| it.parse::<u8>().ok());
    numbers.into_iter().any(|it| matches!(it, 30..=38 | 40..=48 | 58 | 90..=107))
}

#[test]
fn true_colour_is_used_where_the_terminal_has_it() {
    let terminal = long_breath("").start();
    terminal.wait_for("Slower, not bigger.");
    assert!(terminal.sight().letterings().iter().any(|it| it.contains("38;2;")));
}
