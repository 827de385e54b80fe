//! Sessions of one's own that come, change and go while the program runs.

use super::openings::BLINK;
use crate::support::pty::{Opening, Terminal};

/// A file in the folder of one's own sessions.
const OWN: &str = ".local/share/unclench/sessions/own.toml";
const SECOND: &str = ".local/share/unclench/sessions/second.toml";

/// The blink by another title, one that is listed before all others.
fn titled(title: &str) -> String {
    BLINK.replace("A blink", title)
}

fn at_home() -> Terminal {
    let terminal = Opening::new("").file(OWN, &titled("0 own")).start();
    terminal.wait_for("Three that fit now");
    terminal
}

/// Opens the library, for the first time or once more, at its end: the sessions of one's own.
fn open_library(terminal: &mut Terminal) {
    if terminal.sight().text().contains("Library") {
        terminal.press("\x1b");
        terminal.wait_for("Three that fit now");
    }
    terminal.press("l");
    terminal.wait_for("Fits now");
    terminal.press("G");
}

#[test]
fn what_is_added_edited_or_removed_shows_when_the_library_is_opened_again() {
    let mut terminal = at_home();
    open_library(&mut terminal);
    terminal.wait_for("› 0 own");
    terminal.write(SECOND, &titled("0 second"));
    open_library(&mut terminal);
    terminal.wait_for("0 second");
    terminal.write(OWN, &titled("0 edited"));
    open_library(&mut terminal);
    terminal.wait_for("0 edited");
    terminal.remove(SECOND);
    open_library(&mut terminal);
    terminal.wait_until("the removed session is gone", |sight| {
        sight.text().contains("0 edited") && !sight.text().contains("0 second")
    });
}

#[test]
fn what_is_removed_while_the_library_is_open_is_said_to_be_gone() {
    let mut terminal = at_home();
    open_library(&mut terminal);
    terminal.wait_for("› 0 own");
    terminal.remove(OWN);
    terminal.press("\r");
    terminal.wait_for("own.toml is no longer there");
}

#[test]
fn what_is_edited_while_the_library_is_open_is_played_as_it_is_now() {
    let mut terminal = at_home();
    open_library(&mut terminal);
    terminal.wait_for("› 0 own");
    terminal.write(OWN, &titled("0 edited"));
    terminal.press("\r");
    terminal.wait_for("0 edited");
}
