//! Words to be read from two metres away, in letters of several cells.
//!
//! The letters are our own (see `large_text/letters.txt`): as narrow as they stay legible, with
//! stems one cell wide, because an instruction has to fit beside the figure.

mod bitmap;
mod breaks;
mod letters;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use bitmap::Bitmap;

/// A phrase set as large as its place allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LargeText<'text> {
    lines: Vec<Cow<'text, str>>,
    scale: LetterScale,
    style: Style,
    is_lowered: bool,
}

/// How large the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterScale {
    /// Ten rows for a line.
    Double,
    /// Five rows for a line.
    Single,
    /// Ordinary bold letters: for little room, and for letters we have not drawn.
    Plain,
}

impl<'text> LargeText<'text> {
    /// Sets a phrase in the largest letters with which it stays within `width` columns and
    /// `height` rows. Ordinary letters that still do not fit are cut off.
    pub fn fit(phrase: &'text str, width: u16, height: u16) -> Self {
        Self::set(phrase, Self::common_scale(&[phrase], width, height), width)
    }

    /// Sets a phrase at a scale, in lines of at most `width` columns.
    pub fn set(phrase: &'text str, scale: LetterScale, width: u16) -> Self {
        Self { lines: wrap(phrase, scale, width), scale, style: Style::new(), is_lowered: false }
    }

    /// The largest scale at which each of some phrases stays within `width` columns and `height`
    /// rows: words that take turns in one place keep their size.
    pub fn common_scale(phrases: &[&str], width: u16, height: u16) -> LetterScale {
        if !phrases.iter().all(|phrase| phrase.chars().all(letters::is_drawn)) {
            return LetterScale::Plain;
        }
        // The largest letters are for what they hold in one line: in two they would shout.
        let fits = |text: &LargeText<'_>| {
            text.fits(width, height) && (text.scale != LetterScale::Double || text.lines.len() == 1)
        };
        let all_fit = |scale: &LetterScale| {
            phrases.iter().all(|phrase| fits(&LargeText::set(phrase, *scale, width)))
        };
        [LetterScale::Double, LetterScale::Single]
            .into_iter()
            .find(all_fit)
            .unwrap_or(LetterScale::Plain)
    }

    /// Gives the letters a style, for example a role of the theme.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets letters of five rows half a row lower or not: lower where below them there is room.
    #[must_use]
    pub const fn lowered(mut self, is_lowered: bool) -> Self {
        self.is_lowered = is_lowered;
        self
    }

    /// How large the letters came out.
    pub const fn scale(&self) -> LetterScale {
        self.scale
    }

    /// Columns that a phrase takes in one line.
    pub fn columns(phrase: &str, scale: LetterScale) -> u16 {
        u16::try_from(columns(phrase, scale)).unwrap_or(u16::MAX)
    }

    /// Columns that a number takes at most as it is counted down from this one: some digits are broader
    /// than others.
    pub fn columns_of_count(from: &str, scale: LetterScale) -> u16 {
        let broadest = ('0'..='9').max_by_key(|digit| letters::width(&digit.to_string()));
        let broad = |letter: char| match broadest {
            Some(broadest) if letter.is_ascii_digit() => broadest,
            _ => letter,
        };
        Self::columns(&from.chars().map(broad).collect::<String>(), scale)
    }

    /// Whether every letter of a phrase is among those that we have drawn.
    pub fn is_drawn(phrase: &str) -> bool {
        phrase.chars().all(letters::is_drawn)
    }

    /// Columns of its longest line.
    pub fn width(&self) -> u16 {
        let widths = self.lines.iter().map(|line| Self::columns(line, self.scale));
        widths.max().unwrap_or_default()
    }

    /// Rows from the top of the first line to the bottom of the last.
    pub fn height(&self) -> u16 {
        let hanging = self.lines.last().is_some_and(|line| line.contains(letters::hangs));
        let lines = self.lines.len() as u16;
        match (self.scale, hanging) {
            (LetterScale::Plain, _) => lines,
            (LetterScale::Single, true) => lines * 5,
            (LetterScale::Single, false) => lines * 5 - 1,
            (LetterScale::Double, true) => lines * 10 - 1,
            (LetterScale::Double, false) => lines * 10 - 3,
        }
    }

    /// Whether all of it stays within `width` columns and `height` rows.
    pub fn fits(&self, width: u16, height: u16) -> bool {
        !self.lines.is_empty()
            && self.height() <= height
            && self.lines.iter().all(|line| columns(line, self.scale) <= usize::from(width))
    }
}

impl Widget for LargeText<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let is_cut =
            self.scale == LetterScale::Plain && self.lines.len() > usize::from(area.height);
        let last = area.bottom().saturating_sub(1);
        let pitch = match self.scale {
            LetterScale::Plain => 1,
            LetterScale::Single => 5,
            LetterScale::Double => 10,
        };
        for (line, y) in self.lines.iter().zip((area.top()..area.bottom()).step_by(pitch)) {
            let place = Rect { y, height: area.bottom() - y, ..area };
            match self.scale {
                LetterScale::Plain => {
                    let line = if is_cut && y == last {
                        breaks::with_sign_of_more(line, area.width)
                    } else {
                        Cow::Borrowed(&**line)
                    };
                    Line::styled(line, self.style.add_modifier(Modifier::BOLD))
                        .render(place, buffer);
                }
                LetterScale::Single if self.is_lowered => {
                    Bitmap::of(line).lowered().draw(self.style, place, buffer);
                }
                LetterScale::Single => Bitmap::of(line).draw(self.style, place, buffer),
                LetterScale::Double => Bitmap::of(line).doubled().draw(self.style, place, buffer),
            }
        }
    }
}

/// Columns a line takes.
fn columns(line: &str, scale: LetterScale) -> usize {
    match scale {
        LetterScale::Plain => line.width(),
        LetterScale::Single => letters::width(line).div_ceil(2),
        LetterScale::Double => letters::width(line),
    }
}

/// Breaks a phrase between words. A word wider than `width` keeps a line of its own; in ordinary
/// letters it is broken within, since nothing smaller is left to set it in.
fn wrap(phrase: &str, scale: LetterScale, width: u16) -> Vec<Cow<'_, str>> {
    let mut lines = Vec::new();
    let mut rest = phrase.trim();
    while !rest.is_empty() {
        let ends = rest.match_indices(' ').map(|(end, _)| end).chain([rest.len()]);
        let end = ends
            .enumerate()
            .take_while(|(word, end)| {
                *word == 0 || columns(&rest[..*end], scale) <= usize::from(width)
            })
            .last()
            .map_or(rest.len(), |(_, end)| end);
        let line = rest[..end].trim_end();
        if scale == LetterScale::Plain && line.width() > usize::from(width) {
            lines.extend(breaks::within(line, width));
        } else {
            lines.push(Cow::Borrowed(line));
        }
        rest = rest[end..].trim_start();
    }
    lines
}
