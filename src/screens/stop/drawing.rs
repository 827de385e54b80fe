//! A session that was stopped: the signs to choose from, and what helps, which comes first once one is
//! chosen.

use ratatui::Frame;
use ratatui::text::Line;

use super::StopScreen;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::frame_record::Target;
use crate::screens::page::{left_column, rows};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{draw_scrolled, wrapped};
use crate::screens::{PageRoom, Place, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts, upper_first};

/// Text is set no wider than this here, in columns.
const WIDEST: u16 = 76;

impl Draw for StopScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, page, .. } = *context;
        let theme = &view.theme.clone();
        let texts = shared.texts_after(now);
        let title = texts.text(&Message::new("stop-title"));
        frame.render_widget(Line::styled(title, theme.accent()), page.head);
        let area = left_column(page.body, WIDEST);
        let lines = self.lines(usize::from(area.width), theme, texts);
        let height = usize::from(area.height);
        let farthest = lines.len().saturating_sub(height);
        view.frame.page = Some(PageRoom { farthest, rows: height });
        let first = self.scroll.min(farthest);
        for (row, (_, sign)) in rows(area).zip(lines.iter().skip(first)) {
            if let Some(line) = *sign {
                view.frame.push(row, Target::Line { line, first });
            }
        }
        let lines: Vec<_> = lines.into_iter().map(|(line, _)| line).collect();
        draw_scrolled(frame, area, &lines, self.scroll, theme);
        footer::draw_in(frame, page.foot, Place::Stop, theme, texts);
    }
}

impl StopScreen {
    /// What is shown, each line with the sign it belongs to.
    fn lines(
        &self,
        width: usize,
        theme: &Theme,
        texts: &Texts,
    ) -> Vec<(Line<'static>, Option<usize>)> {
        let say = |id: &'static str| texts.text(&Message::new(id));
        let mut lines = Vec::new();
        let mut add = |text: &str, style, sign: Option<usize>| {
            lines.extend(wrapped(text, width, style).into_iter().map(|line| (line, sign)));
        };
        match self.felt {
            None => add(&say("stop-ask"), theme.calm(), None),
            Some(felt) => {
                let sign = self.signs.get(felt);
                let advice = sign.map_or_else(|| say("stop-else-advice"), |it| it.sentence());
                add(&advice, theme.warn(), None);
                add(&say("stop-then"), theme.text(), None);
            }
        }
        lines.push((Line::default(), None));
        let named = self.signs.iter().map(|sign| upper_first(&sign.signs));
        for (index, name) in named.chain([say("stop-else")]).enumerate() {
            let is_felt = self.felt == Some(index);
            let (mark, style) = if is_felt { ("✓", theme.accent()) } else { (" ", theme.text()) };
            let first = format!("{} {mark} ", index + 1);
            let set = textwrap::Options::new(width.max(12)).initial_indent(&first);
            let set = set.subsequent_indent("    ");
            let named = textwrap::wrap(&name, &set).into_iter();
            lines.extend(named.map(|line| (Line::styled(line.into_owned(), style), Some(index))));
        }
        lines
    }
}
