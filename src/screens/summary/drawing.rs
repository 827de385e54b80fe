//! After a session: a quiet end.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};

use super::SummaryScreen;
use crate::figures::flower::Flower;
use crate::lengths::time_over;
use crate::library::PartOfDay;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, left_column};
use crate::screens::widgets::footer;
use crate::screens::{Place, ScreenView};
use crate::words::Message;

impl Draw for SummaryScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, page, .. } = *context;
        let texts = shared.texts_after(now);
        let theme = view.theme;
        frame.render_widget(Line::styled(self.record.title.clone(), theme.calm()), page.head);
        footer::draw_in(frame, page.foot, Place::Summary, &theme, texts);
        let words = left_column(page.body, WIDEST_TEXT.min(page.body.width * 11 / 20).max(36));
        let free = page.body.width.saturating_sub(words.width + 4);
        if free >= 20
            && page.body.height >= 10
            && let Some(figures) = &mut view.figures
        {
            let lamp = Rect { x: words.right() + 4, width: free, ..page.body };
            frame.render_stateful_widget(Flower::still(&theme, 0.6), lamp, &mut figures.flower);
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
        let lines = vec![
            Line::styled(first, theme.accent()),
            Line::default(),
            Line::styled(notice, theme.text()),
            Line::styled(closing, theme.text()),
        ];
        let top = page.body.height.saturating_sub(6) / 3;
        let area = Rect { y: words.y + top, height: words.height.saturating_sub(top), ..words };
        frame.render_widget(Paragraph::new(lines).wrap(Wrap { trim: true }), area);
    }
}
