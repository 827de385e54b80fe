//! After a session at night: a dark screen that nothing is written to, and a bed that ends by itself.

use std::thread;
use std::time::Duration;

use crate::support::pty::Opening;
use crate::terminal::openings::NOD;

/// The session, in reduced motion: so it is dark at once where it would sink for three seconds.
fn nod(wish: &str) -> Opening {
    Opening::new(&format!("play nod.toml --mute --reduced-motion {wish}")).file("nod.toml", NOD)
}

#[test]
fn in_the_dark_nothing_is_written_until_a_key_lights_a_line() {
    let mut terminal = nod("--sleep-timer 2").start();
    terminal.wait_for("ocean, 2 minutes left");
    terminal.wait_until("the screen is dark", |sight| {
        sight.is_whole() && !sight.text().contains("left")
    });
    // Whatever belongs to the last frame has been read by then.
    terminal.wait_until_still(Duration::from_millis(500));
    let before = terminal.sight().seen().written;
    thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.sight().seen().written - before, 0, "bytes written in 2 s");
    terminal.press("x");
    terminal.wait_for("esc end");
    terminal.press("+");
    terminal.wait_for("ocean, 17 minutes left");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_bed_that_has_faded_leaves_the_dark_and_the_terminal_as_they_are() {
    let mut terminal = nod("--speed 20 --sleep-timer 1").start();
    terminal.wait_for("ocean, 1 minute left");
    terminal.wait_until("the screen is dark", |sight| !sight.text().contains("ocean"));
    // Each key lights the line, which tells of the bed as long as there is one.
    let began = terminal.sight().frames();
    while !terminal.sight().text().contains("Sleep well.") {
        assert!(terminal.sight().frames() < began + 600, "{}", terminal.sight().text());
        terminal.press("x");
        thread::sleep(Duration::from_millis(500));
    }
    terminal.wait_for("Sleep well.   enter home   q leave");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
