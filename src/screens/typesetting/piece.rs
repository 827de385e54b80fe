//! One thing in the column of words: how high it is, and how it is drawn.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::Widget as _;

use super::large::{Headline, LargeWords};
use crate::figures::gauge::Gauge;
use crate::screens::page::{WIDEST_TEXT, rows};
use crate::theme::Theme;

/// Narrower than this, the dots for the pressure stand without its name, in columns.
const PRESSURE_COLUMNS: u16 = 46;

/// Something in the column of words.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::screens) struct Piece {
    pub(in crate::screens) what: What,
    /// What matters least goes first where room is short; 0 always stays.
    pub(in crate::screens) rank: u8,
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::screens) enum What {
    Space,
    Line(String, Style),
    Text(String, Style),
    Large(LargeWords),
    Caption(Headline, Style),
    Pressure(Pressure),
    Manner([String; 3]),
    Gauge { done: u64, whole: u64 },
}

/// How hard a touch is.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::screens) struct Pressure {
    /// From 0 to 10.
    pub(in crate::screens) of_ten: u8,
    /// What that is called.
    pub(in crate::screens) name: String,
    /// What it feels like.
    pub(in crate::screens) feels: String,
}

impl Piece {
    pub(in crate::screens) fn space(rank: u8) -> Self {
        Self { what: What::Space, rank }
    }

    pub(in crate::screens) fn line(rank: u8, text: String, style: Style) -> Self {
        Self { what: What::Line(text, style), rank }
    }

    pub(in crate::screens) fn text(rank: u8, text: &str, style: Style) -> Self {
        Self { what: What::Text(text.to_owned(), style), rank }
    }

    /// Whether it is words that are large in so many columns and rows.
    pub(in crate::screens) fn has_large_words(&self, width: u16, rows: u16) -> bool {
        matches!(&self.what, What::Large(words) if words.has_large_words(width, rows))
    }

    /// Rows it takes at this width.
    pub(in crate::screens) fn height(&self, width: u16, large_rows: u16) -> u16 {
        match &self.what {
            What::Text(text, _) => wrapped(text, width.min(WIDEST_TEXT)).len() as u16,
            What::Space
            | What::Line(..)
            | What::Pressure(_)
            | What::Manner(_)
            | What::Gauge { .. } => 1,
            What::Caption(caption, _) => {
                let heights = caption.turns.iter();
                let width = width.min(WIDEST_TEXT);
                let heights = heights.map(|words| wrapped(words, width).len());
                heights.max().unwrap_or_default() as u16
            }
            What::Large(words) => words.height(width, large_rows),
        }
    }

    pub(in crate::screens) fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) {
        match &self.what {
            What::Space => {}
            What::Line(text, style) => Line::styled(text, *style).render(area, buffer),
            What::Text(text, style) => {
                let width = area.width.min(WIDEST_TEXT);
                let lines: Vec<_> = wrapped(text, width).into_iter().map(Line::from).collect();
                Text::from(lines).style(*style).render(area, buffer);
            }
            What::Caption(caption, style) => {
                let width = area.width.min(WIDEST_TEXT);
                for (row, line) in rows(area).zip(wrapped(&caption.words, width)) {
                    Line::styled(line, *style).render(row, buffer);
                }
            }
            What::Manner(words) => {
                let whole = words.join(" · ");
                let short = words[..2].join(" · ");
                let fits = whole.chars().count() <= usize::from(area.width);
                let words = if fits { whole } else { short };
                Line::styled(words, theme.dim()).render(area, buffer);
            }
            What::Pressure(pressure) => draw_pressure(buffer, area, pressure, theme),
            What::Large(words) => words.draw(buffer, area),
            What::Gauge { done, whole } => {
                let line = Rect { width: area.width.min(40), ..area };
                Gauge::new(theme, *done, *whole).with_time_left().render(line, buffer);
            }
        }
    }
}

/// A text in lines of about the same width.
fn wrapped(text: &str, width: u16) -> Vec<Cow<'_, str>> {
    textwrap::wrap(text, usize::from(width.max(1)))
}

/// Pressure as dots, a number and words.
fn draw_pressure(buffer: &mut Buffer, area: Rect, pressure: &Pressure, theme: &Theme) {
    let Pressure { of_ten, name, feels } = pressure;
    let filled = usize::from(*of_ten.min(&10));
    let name = if area.width < PRESSURE_COLUMNS { String::new() } else { format!("{name}  ") };
    let line = Line::from(vec![
        Span::styled(name, theme.dim()),
        Span::styled("▪".repeat(filled), theme.accent()),
        Span::styled("·".repeat(10 - filled), theme.faint()),
        Span::styled(format!(" {of_ten}, {feels}"), theme.dim()),
    ]);
    line.render(area, buffer);
}
