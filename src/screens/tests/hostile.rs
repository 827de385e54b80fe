//! Names and words from elsewhere, on every screen: nothing of them controls the terminal.

use super::*;
use crate::words::{Message, is_unprintable};

const HOSTILE: &str = "a\u{1b}[31m\u{7}b\u{202e}c\u{2066}d\ne\rf\u{200b}g\u{feff}h\u{9b}i.toml";

#[test]
fn nothing_in_a_name_or_a_reason_reaches_the_terminal_from_any_screen() {
    for (name, mut app) in every_screen() {
        app.app.shared.notice = Some(HOSTILE.to_owned());
        app.app.shared.beds = vec![HOSTILE.to_owned()];
        app.app.shared.quiet_note =
            Some(Message::new("sound-left-out").with("file", HOSTILE.to_owned()));
        app.app.shared.voice = VoiceView { done: 1, of: 2, silent: 1, why: Some(HOSTILE.into()) };
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        let drawn = drawn(&app, (80, 24), &mut view);
        let shown: String =
            drawn.buffer().content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(!shown.contains(is_unprintable), "{name}: {shown:?}");
    }
}

#[test]
fn a_long_name_leaves_room_for_what_stands_beside_it() {
    let mut app = home();
    app.app.shared.notice = Some("n".repeat(400));
    for size in [(40, 12), (80, 24), (200, 50)] {
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        drawn(&app, size, &mut view);
    }
}
