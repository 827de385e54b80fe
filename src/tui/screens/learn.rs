//! Pages to read: the topics, and the page about one.

mod page;
mod topics;

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::footer;
use crate::tui::page::Page;
use crate::tui::{Learn, Reading, Sheet, Theme};

pub(crate) use topics::topic_at;

/// Draws what is open.
pub(super) fn draw(frame: &mut Frame, learn: &Learn, theme: &Theme, page: Page) {
    footer::draw(frame, page.foot, learn.place(), theme);
    match &learn.sheet {
        Sheet::Topics { selected, page: preview, held } => {
            draw_head(frame, page.head, "Learn", "", theme);
            let list = topics::List::of(learn, *selected, *held, page.body);
            list.draw(frame, theme);
            topics::draw_preview(frame, preview.as_deref(), theme, page.body);
        }
        Sheet::Page(reading) => {
            let topic = reading.topic;
            draw_head(frame, page.head, &topic.title(), topic.group().title(), theme);
            page::draw(frame, reading, theme, page.body);
        }
    }
}

/// What this is, and what it belongs to where there is room to say so.
fn draw_head(frame: &mut Frame, head: Rect, title: &str, group: &str, theme: &Theme) {
    frame.render_widget(Span::styled(title.to_owned(), theme.accent()), head);
    if usize::from(head.width) > title.width() + group.width() + 2 {
        let group = Line::from(Span::styled(group.to_owned(), theme.dim()));
        frame.render_widget(group.alignment(Alignment::Right), head);
    }
}

/// How many lines a page has on a screen, and how many of them it shows at once.
pub(crate) fn page_room(reading: &Reading, screen: Rect) -> (usize, usize) {
    page::room(reading, Page::new(screen).body)
}
