//! What is set about the terminal itself.

use crate::support::pty::Opening;

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
