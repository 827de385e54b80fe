//! After a session: a quiet end.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::SummaryScreen;
use crate::figures::flower::Flower;
use crate::lengths::time_over;
use crate::library::PartOfDay;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, left_column, rows};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::wrapped;
use crate::screens::widgets::pictures::draw_flower;
use crate::screens::{ScreenView, Target};
use crate::words::Message;

impl Draw for SummaryScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, page, .. } = *context;
        let texts = shared.texts_after(now);
        let theme = view.theme;
        frame.render_widget(Line::styled(self.record.title.clone(), theme.calm()), page.head);
        footer::draw_in(frame, page.foot, self.form(), &theme, texts);
        let words = left_column(page.body, WIDEST_TEXT.min(page.body.width * 11 / 20).max(38));
        let free = page.body.width.saturating_sub(words.width + 4);
        if free >= 20
            && page.body.height >= 10
            && let Some(figures) = &mut view.figures
        {
            let lamp = Rect { x: words.right() + 4, width: free, ..page.body };
            let flower = Flower::still(&theme, 0.6).parted(view.pixels);
            let record = &mut view.frame;
            draw_flower(flower, (lamp, frame.buffer_mut()), figures, view.cell, record);
        }
        if let Some(felt) = self.felt {
            let advice = wrapped(&felt.advice(texts), usize::from(words.width), theme.warn());
            let top = page.body.height.saturating_sub(advice.len() as u16) / 3;
            let area = Rect { y: words.y + top, height: words.height - top, ..words };
            for (row, line) in rows(area).zip(advice) {
                frame.render_widget(line, row);
            }
            return;
        }
        let time = time_over(self.record.played);
        let first = if self.record.whole { "summary-whole" } else { "summary-part" };
        let first = texts.text(&Message::new(first).with("time", time));
        let closing = match shared.environment.part_of_day {
            PartOfDay::Night => "summary-night",
            PartOfDay::Evening => "summary-evening",
            _ => "summary-day",
        };
        let [notice, closing] = ["summary-notice", closing].map(|id| texts.text(&Message::new(id)));
        let form = self.form.lines(usize::from(words.width), &theme, texts);
        let mut closing = if form.is_empty() { vec![notice, closing] } else { vec![closing] };
        closing.extend(shared.journal_note.as_ref().map(|note| texts.text(note)));
        let columns = usize::from(words.width);
        let mut lines = vec![Line::styled(first, theme.accent()), Line::default()];
        lines.extend(closing.iter().flat_map(|text| wrapped(text, columns, theme.text())));
        let rows_of_all = (lines.len() + 1 + form.len()) as u16;
        // Where there is little room, what is asked comes before what is only said.
        if !form.is_empty() && rows_of_all > page.body.height {
            lines.truncate(1);
        } else if !form.is_empty() {
            lines.push(Line::default());
        }
        let high = if form.is_empty() { 6 } else { rows_of_all };
        let top = page.body.height.saturating_sub(high) / 3;
        let area = Rect { y: words.y + top, height: words.height.saturating_sub(top), ..words };
        let lines = lines.into_iter().map(|line| (line, None)).chain(form);
        for (row, (line, target)) in rows(area).zip(lines) {
            if let Some(index) = target {
                view.frame.push(row, Target::Bar(index));
            }
            frame.render_widget(line, row);
        }
    }
}
