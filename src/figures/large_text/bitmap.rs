//! A line of letters as pixels, four to a cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::letters::{self, GAP, Letter, ROWS};

/// The blocks for four pixels: upper left 1, upper right 2, lower left 4, lower right 8.
const QUADRANTS: [&str; 16] =
    [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// A line of letters as pixels.
pub(super) struct Bitmap {
    width: usize,
    height: usize,
    ink: Vec<bool>,
}

impl Bitmap {
    pub(super) fn of(line: &str) -> Self {
        let mut bitmap = Self::blank(letters::width(line), ROWS);
        let mut left = 0;
        for letter in line.chars().filter_map(Letter::of) {
            for row in 0..ROWS {
                for column in 0..letter.width {
                    bitmap.ink[row * bitmap.width + left + column] = letter.ink(column, row);
                }
            }
            left += letter.width + GAP;
        }
        bitmap
    }

    /// Twice the size.
    pub(super) fn doubled(&self) -> Self {
        let mut double = Self::blank(self.width * 2, self.height * 2);
        for (place, ink) in double.ink.iter_mut().enumerate() {
            *ink = self.at(place % double.width / 2, place / double.width / 2);
        }
        double
    }

    /// Draws the ink in `style`, from the upper left of `area`; cells without ink stay as they are.
    pub(super) fn draw(&self, style: Style, area: Rect, buffer: &mut Buffer) {
        for (row, y) in (area.top()..area.bottom()).enumerate() {
            for (column, x) in (area.left()..area.right()).enumerate() {
                let quadrants = [(0, 0), (1, 0), (0, 1), (1, 1)]
                    .iter()
                    .zip([1, 2, 4, 8])
                    .filter(|((x, y), _)| self.at(column * 2 + x, row * 2 + y))
                    .map(|(_, bit)| bit)
                    .sum::<usize>();
                if quadrants > 0 {
                    buffer[(x, y)].set_symbol(QUADRANTS[quadrants]).set_style(style);
                }
            }
        }
    }

    /// The same with an empty row of pixels above it.
    pub(super) fn lowered(&self) -> Self {
        let mut ink = vec![false; self.width];
        ink.extend_from_slice(&self.ink);
        Self { width: self.width, height: self.height + 1, ink }
    }

    fn blank(width: usize, height: usize) -> Self {
        Self { width, height, ink: vec![false; width * height] }
    }

    /// Whether there is ink at a pixel; beyond the edges there is none.
    fn at(&self, column: usize, row: usize) -> bool {
        column < self.width && row < self.height && self.ink[row * self.width + column]
    }
}
