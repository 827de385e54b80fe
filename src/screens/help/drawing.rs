//! The keys, and what Unclench is and is not.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

use super::HelpScreen;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::keymap::keys;
use crate::screens::page::{WIDEST_TEXT, left_column};
use crate::screens::widgets::footer;
use crate::screens::{Place, ScreenView};
use crate::theme::Theme;

const NOT_MEDICAL: &str = "Unclench is no medical device and gives no medical advice. If you are \
                           unwell, injured or pregnant, ask someone who can look at you first.";

impl Draw for HelpScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let (page, theme) = (context.page, &view.theme);
        frame.render_widget(Line::styled("Keys", theme.calm()), page.head);
        footer::draw(frame, page.foot, Place::Help, theme);
        let rows: Vec<_> = keys(self.about).collect();
        // Where there is little room the keys come first, and the note where it still fits.
        let note_rows = if page.body.height < 14 { 0 } else { 4 };
        let tallest = usize::from(page.body.height.saturating_sub(note_rows)).max(1);
        // Columns of one height: a last one with a single key in it looks forgotten.
        let tall = rows.len().div_ceil(rows.len().div_ceil(tallest).max(1)).max(1);
        let columns = rows.chunks(tall);
        // Wide enough for the longest keys and label; the second column holds the short ones.
        let width = if page.body.width < 48 { 21 } else { 24 };
        for (number, chunk) in columns.enumerate() {
            let x = page.body.x + number as u16 * width;
            let area = Rect { x, width, height: tall as u16, ..page.body }.intersection(page.body);
            if area.is_empty() {
                break;
            }
            let lines: Vec<_> = chunk.iter().map(|row| line(*row, theme)).collect();
            frame.render_widget(Paragraph::new(lines), area);
        }
        let below = page.body.y + tall as u16 + 1;
        let note = Rect { y: below, height: page.body.bottom().saturating_sub(below), ..page.body };
        let words =
            Paragraph::new(Line::styled(NOT_MEDICAL, theme.dim())).wrap(Wrap { trim: true });
        frame.render_widget(words, left_column(note, WIDEST_TEXT));
    }
}

fn line((written, label): (&'static str, &'static str), theme: &Theme) -> Line<'static> {
    Line::from(vec![
        Span::styled(format!("{written:<9} "), theme.calm()),
        Span::styled(label, theme.text()),
    ])
}
