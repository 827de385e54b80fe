//! After a session: a quiet end.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};

use super::footer;
use crate::figures::flower::Flower;
use crate::figures::gauge::clock_time;
use crate::library::PartOfDay;

use crate::screens::page::{Page, WIDEST_TEXT, left_column};
use crate::screens::{App, Place, Summary, View};
use crate::words::{Message, Texts};

/// Draws what was played.
pub(super) fn draw(
    frame: &mut Frame,
    app: &App,
    texts: &Texts,
    summary: &Summary,
    view: &mut View,
    page: Page,
) {
    let theme = view.theme;
    frame.render_widget(Line::styled(summary.record.title.clone(), theme.calm()), page.head);
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
    let time = clock_time(summary.record.played / 1000 * 1000);
    let first = if summary.record.whole { "summary-whole" } else { "summary-part" };
    let first = texts.text(&Message::new(first).with("time", time));
    let closing = match app.circumstances.part_of_day {
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
