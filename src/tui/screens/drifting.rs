//! After a session at night: nothing, or one dim line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::footer::keys_that_fit;
use crate::player::{Drift, DriftState};
use crate::tui::{App, Drifting, Theme};

/// Columns left free at either side of the line.
const MARGIN: u16 = 2;
/// Columns between the words and each of the keys.
const GAP: &str = "   ";

/// Draws the dark, and for a while after a key what plays on and for how long.
pub(super) fn draw(frame: &mut Frame, app: &App, drifting: &Drifting, theme: &Theme) {
    let screen = frame.area();
    frame.render_widget(Block::new().style(theme.darkness()), screen);
    let light = drifting.light(app.now, app.circumstances.reduced_motion);
    if light <= 0.0 || screen.is_empty() {
        return;
    }
    let margin = MARGIN.min(screen.width / 8);
    let area = Rect {
        x: screen.x + margin,
        y: screen.bottom() - 1 - u16::from(screen.height > 2),
        width: screen.width - 2 * margin,
        height: 1,
    };
    let words = words(drifting.drift.as_ref(), area.width >= 56);
    let style = theme.embers(light);
    let room = usize::from(area.width).saturating_sub(words.chars().count());
    let mut spans = vec![Span::styled(words, style)];
    for (keys, label) in keys_that_fit(room, drifting.place(), GAP.len()) {
        spans.push(Span::styled(format!("{GAP}{keys} {label}"), style));
    }
    frame.render_widget(Line::from(spans), area);
}

/// What plays on, and for how long.
fn words(drift: Option<&Drift>, is_wide: bool) -> String {
    let Some(drift) = drift.filter(|drift| drift.state() != DriftState::Over) else {
        return "Sleep well.".to_owned();
    };
    let bed = drift.bed().replace('-', " ");
    if drift.state() == DriftState::Fading {
        return format!("{bed}, fading away");
    }
    let minutes = drift.left().div_ceil(60_000);
    match (is_wide, minutes) {
        (true, 1) => format!("{bed}, 1 minute left"),
        (true, _) => format!("{bed}, {minutes} minutes left"),
        (false, _) => format!("{bed}, {minutes} min"),
    }
}
