//! A thin line that fills as time goes by.

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::lengths::time_left;
use crate::theme::Theme;

/// A thin line that fills as time goes by: `0:38 ━━━━━╾────`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gauge<'theme> {
    theme: &'theme Theme,
    position_ms: u64,
    length_ms: u64,
    time_left: bool,
    light: Style,
}

impl<'theme> Gauge<'theme> {
    /// A line for a position in a length, both in milliseconds or in any other unit.
    pub fn new(theme: &'theme Theme, position_ms: u64, length_ms: u64) -> Self {
        Self { theme, position_ms, length_ms, time_left: false, light: theme.calm() }
    }

    /// Draws what is filled in lamplight.
    #[must_use]
    pub fn in_lamplight(mut self) -> Self {
        self.light = self.theme.accent();
        self
    }

    /// Puts the time that is left before the line.
    #[must_use]
    pub const fn with_time_left(mut self) -> Self {
        self.time_left = true;
        self
    }

    /// Half columns of a line of so many columns that are filled.
    fn filled(&self, columns: u16) -> u16 {
        let halves = u128::from(columns) * 2;
        let filled = u128::from(self.position_ms) * halves;
        filled.checked_div(u128::from(self.length_ms)).unwrap_or(0).min(halves) as u16
    }
}

impl Widget for Gauge<'_> {
    /// Draws on the first row of `area`. The line's end moves by half columns.
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
        let mut line = area;
        if self.time_left {
            let left = time_left(self.length_ms.saturating_sub(self.position_ms));
            // As wide as the longest time of this line, so that the line never moves.
            let width = time_left(self.length_ms).len();
            Line::styled(format!("{left:>width$} "), self.theme.dim()).render(area, buffer);
            let taken = (width as u16 + 1).min(area.width);
            line = Rect { x: area.x + taken, width: area.width - taken, ..area };
        }
        let filled = self.filled(line.width);
        let (light, faint): (Style, Style) = (self.light, self.theme.faint());
        for (place, position) in line.positions().enumerate() {
            let (symbol, style) = match filled.saturating_sub(place as u16 * 2) {
                0 => ('─', faint),
                1 => ('╾', light),
                _ => ('━', light),
            };
            buffer[position].set_char(symbol).set_style(style);
        }
    }
}
