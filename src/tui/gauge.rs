//! A thin line that fills as time goes by, and times as people write them.

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::theme::Theme;

/// A thin line that fills as time goes by: `0:38 ━━━━━╾────`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gauge<'theme> {
    theme: &'theme Theme,
    position_ms: u64,
    length_ms: u64,
    time_left: bool,
}

impl<'theme> Gauge<'theme> {
    /// A line for a position in a length, both in milliseconds.
    pub const fn new(theme: &'theme Theme, position_ms: u64, length_ms: u64) -> Self {
        Self { theme, position_ms, length_ms, time_left: false }
    }

    /// Puts the time that is left before the line.
    #[must_use]
    pub const fn with_time_left(mut self) -> Self {
        self.time_left = true;
        self
    }

    /// The line itself, `width` columns long. Its end moves by half columns.
    fn line(&self, width: usize) -> [Span<'static>; 3] {
        let halves = width as u128 * 2;
        let filled = match self.length_ms {
            0 => 0,
            length => {
                (u128::from(self.position_ms) * halves / u128::from(length)).min(halves) as usize
            }
        };
        let (whole, half) = (filled / 2, filled % 2);
        let calm: Style = self.theme.calm();
        [
            Span::styled("━".repeat(whole), calm),
            Span::styled("╾".repeat(half), calm),
            Span::styled("─".repeat(width - whole - half), self.theme.faint()),
        ]
    }
}

impl Widget for Gauge<'_> {
    /// Draws on the first row of `area`.
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut spans = Vec::new();
        if self.time_left {
            let left = clock_time(self.length_ms.saturating_sub(self.position_ms));
            // As wide as the longest time of this line, so that the line never moves.
            let width = clock_time(self.length_ms).len();
            spans.push(Span::styled(format!("{left:>width$} "), self.theme.dim()));
        }
        let taken: usize = spans.iter().map(Span::width).sum();
        spans.extend(self.line(usize::from(area.width).saturating_sub(taken)));
        Line::from(spans).render(area, buffer);
    }
}

/// A time as people write it, such as `0:38` or `1:02:05`. A second that has begun counts whole, so
/// that `0:00` means that nothing is left.
pub fn clock_time(millis: u64) -> String {
    let seconds = millis.div_ceil(1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}
