//! One dim line of keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keymap::footer;
use crate::tui::{Place, Theme};

/// Draws the keys of a place, as many as fit.
pub(super) fn draw(frame: &mut Frame, area: Rect, place: Place, theme: &Theme) {
    frame.render_widget(line(area.width, place, theme), area);
}

fn line(width: u16, place: Place, theme: &Theme) -> Line<'static> {
    let mut spans = Vec::new();
    let mut used = 0;
    for (keys, label) in footer(place) {
        let gap = if spans.is_empty() { 0 } else { 3 };
        let wide = gap + keys.chars().count() + 1 + label.chars().count();
        if used + wide > usize::from(width) {
            continue;
        }
        used += wide;
        spans.push(Span::styled(format!("{}{keys}", " ".repeat(gap)), theme.calm()));
        spans.push(Span::styled(format!(" {label}"), theme.dim()));
    }
    Line::from(spans)
}
