//! How a few numbers look: a row of dots each, the chosen one with what it asks below.
//!
//! ```text
//!  How are you right now?
//!  › tension      · · · · · · · ● · · ·  7
//!    pain         · · · ● · · · · · · ·  3
//!    where        ‹ left top of the shoulder ›
//!  How tense are you? 0 not at all, 10 as much as can be.
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::{CheckInForm, FormRow, MOST};
use crate::body::View as Picture;
use crate::screens::ScreenView;
use crate::screens::widgets::lists::{shortened, wrapped};
use crate::screens::widgets::pictures;
use crate::theme::Theme;
use crate::words::{Message, Texts, place};

/// Columns before the dots: the mark, and the name.
const BEFORE: usize = 13;
/// Columns from one dot to the next.
const STEP: usize = 2;

/// With fewer columns than this, what a row asks is said in a few words.
const NARROW: usize = 40;

/// The number that lies at a column of a row.
pub(super) fn value_at(column: usize) -> Option<u16> {
    let value = (column.checked_sub(BEFORE)? + STEP / 2) / STEP;
    u16::try_from(value).ok().filter(|value| *value <= MOST)
}

impl CheckInForm {
    /// Its lines in so many columns, each with the row that a click on it means.
    pub(in crate::screens) fn lines(
        &self,
        columns: usize,
        theme: &Theme,
        texts: &Texts,
    ) -> Vec<(Line<'static>, Option<usize>)> {
        let say = |id: &'static str| texts.text(&Message::new(id));
        let mut lines = Vec::new();
        let title = match (self.said.answers.as_slice(), self.is_after) {
            ([], _) => return lines,
            (_, true) => "check-in-after",
            (_, false) => "check-in-before",
        };
        let plain = |lines: Vec<Line<'static>>| lines.into_iter().map(|line| (line, None));
        lines.extend(plain(wrapped(&say(title), columns, theme.calm())));
        lines.extend(self.row_lines(columns, theme, texts));
        lines.extend(plain(wrapped(&self.asked(columns, texts), columns, theme.text())));
        if self.said.is_empty() {
            lines.extend(plain(wrapped(&say("check-in-skip"), columns, theme.dim())));
        }
        lines
    }

    /// The same where there is little room: what the chosen row asks, and the rows.
    pub(in crate::screens) fn close_lines(
        &self,
        columns: usize,
        theme: &Theme,
        texts: &Texts,
    ) -> Vec<(Line<'static>, Option<usize>)> {
        if self.is_empty() {
            return Vec::new();
        }
        let asked = wrapped(&self.asked(columns, texts), columns, theme.calm());
        let asked = asked.into_iter().map(|line| (line, None));
        asked.chain(self.row_lines(columns, theme, texts)).collect()
    }

    /// Its rows alone, each with its number.
    fn row_lines(
        &self,
        columns: usize,
        theme: &Theme,
        texts: &Texts,
    ) -> Vec<(Line<'static>, Option<usize>)> {
        let rows = self.rows().into_iter().enumerate();
        let line = |row, index| self.row(row, index == self.chosen, columns, theme, texts);
        rows.map(|(index, row)| (line(row, index), Some(index))).collect()
    }

    /// What the chosen row asks, in a few words where columns are few.
    fn asked(&self, columns: usize, texts: &Texts) -> String {
        let is_narrow = columns < NARROW;
        let id = match self.rows().get(self.chosen) {
            Some(FormRow::Number(index)) => {
                let manner = if is_narrow { "brief" } else { "asks" };
                format!("check-in-{manner}-{}", self.said.answers[*index].measure.word())
            }
            _ if is_narrow => "check-in-asks-on-map".to_owned(),
            _ => "check-in-asks-where".to_owned(),
        };
        texts.text(&Message::new(id))
    }

    fn row(
        &self,
        row: FormRow,
        is_chosen: bool,
        columns: usize,
        theme: &Theme,
        texts: &Texts,
    ) -> Line<'static> {
        let mark = if is_chosen { "› " } else { "  " };
        let style = if is_chosen { theme.text() } else { theme.dim() };
        let name = match row {
            FormRow::Number(index) => {
                format!("measure-{}", self.said.answers[index].measure.word())
            }
            FormRow::Place => "check-in-where".to_owned(),
        };
        let name = shortened(&texts.text(&Message::new(name)), BEFORE - 2);
        let gap = " ".repeat(BEFORE.saturating_sub(2 + name.width()));
        let mut spans =
            vec![Span::styled(mark, theme.accent()), Span::styled(format!("{name}{gap}"), style)];
        match row {
            FormRow::Number(index) => {
                let value = self.said.answers[index].value;
                for dot in 0..=MOST {
                    let (sign, style) = match value {
                        Some(value) if value == dot => ("●", theme.accent()),
                        Some(value) if dot < value => ("•", theme.calm()),
                        _ => ("·", theme.dim()),
                    };
                    spans.push(Span::styled(sign, style));
                    spans.push(Span::raw(" "));
                }
                let number = match value {
                    Some(value) => value.to_string(),
                    // How it is set: digits may answer questions on the same page.
                    None if is_chosen => "← →".to_owned(),
                    None => "–".to_owned(),
                };
                spans.push(Span::styled(number, style));
            }
            FormRow::Place => {
                let where_to = match self.said.pain_at {
                    Some(at) => texts.text(&place(at.region, at.side)),
                    None => texts.text(&Message::new("check-in-nowhere")),
                };
                let room = columns.saturating_sub(BEFORE + 4);
                spans.push(Span::styled(format!("‹ {} ›", shortened(&where_to, room)), style));
            }
        }
        Line::from(spans)
    }

    /// Draws where it hurts on the body, in the room that an area has.
    pub(in crate::screens) fn draw_place(
        &self,
        frame: &mut Frame,
        area: Rect,
        view: &mut ScreenView,
        texts: &Texts,
    ) {
        let Some(at) = self.said().pain_at else { return };
        let placed = pictures::around(area, (0, 0), &Picture::showing(&[at.region]));
        pictures::draw(frame, view, &placed, &[(at.region, at.side)], &[], texts);
    }
}
