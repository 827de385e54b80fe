//! The keys, and what Unclench is and is not.

use ratatui::Frame;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::HelpScreen;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::keymap::keys;
use crate::screens::page::WIDEST_TEXT;
use crate::screens::widgets::footer;
use crate::screens::widgets::numbered::NumberedPage;
use crate::screens::{Place, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// Columns of a key as it is written, and between one column of keys and the next.
const KEY: usize = 10;
const GAP: usize = 2;

impl Draw for HelpScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let (page, theme) = (context.page, view.theme);
        let texts = context.shared.own_texts();
        let title = texts.text(&Message::new("help-title"));
        frame.render_widget(Line::styled(title, theme.calm()), page.head);
        footer::draw_in(frame, page.foot, Place::Help, &theme, texts);
        let columns = usize::from(page.body.width);
        let mut lines = NumberedPage::default();
        lines.add(self.keys_in(columns, page.body.height.into(), texts, &theme));
        for note in ["help-note", "help-pictures"] {
            lines.space();
            let note = texts.text(&Message::new(note));
            lines.text(&note, columns.min(WIDEST_TEXT.into()), theme.dim());
        }
        lines.draw(frame, page.body, self.scroll, view, texts);
    }
}

impl HelpScreen {
    /// The keys side by side in as many columns as there is room for and use of.
    fn keys_in(
        &self,
        columns: usize,
        height: usize,
        texts: &Texts,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let keys: Vec<_> = keys(self.about).map(|row| footer::in_words(row, texts)).collect();
        let longest = keys.iter().map(|(_, label)| label.width()).max().unwrap_or(0);
        let wide = KEY + longest + GAP;
        let most = ((columns + GAP) / wide).max(1);
        // As few columns as it takes to see all of them, each of one height: a last one with a single
        // key in it looks forgotten.
        let wanted = keys.len().div_ceil(height.saturating_sub(4).max(1)).clamp(1, most);
        let tall = keys.len().div_ceil(wanted).max(1);
        let line = |row: usize| {
            let beside = keys.iter().skip(row).step_by(tall);
            let spans = beside.flat_map(|(written, label)| {
                let written = format!("{written:<KEY$}");
                let label = format!("{label:<width$}", width = longest + GAP);
                [Span::styled(written, theme.calm()), Span::styled(label, theme.text())]
            });
            Line::from(spans.collect::<Vec<_>>())
        };
        (0..tall).map(line).collect()
    }
}
