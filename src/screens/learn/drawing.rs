//! Pages to read: the topics, and the page about one.

mod page;
mod topics;

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::footer;
use crate::figures::body_map::{BodyMap, MapSubject};
use crate::learn::Topic;
use crate::screens::page::Page;
use crate::screens::{Learn, Reading, Sheet, View};
use crate::theme::Theme;
use crate::words::Texts;

pub(crate) use topics::topic_at;

/// The fewest columns and rows in which a map of a place shows more than it takes away.
const LEAST_MAP: (u16, u16) = (24, 8);

/// Draws what is open, and where there is room the place it is about.
pub(super) fn draw(frame: &mut Frame, learn: &Learn, texts: &Texts, view: &mut View, page: Page) {
    let theme = &view.theme;
    footer::draw(frame, page.foot, learn.place(), theme);
    let (topic, room) = match &learn.sheet {
        Sheet::Topics { selected, page: preview, held } => {
            draw_head(frame, page.head, "Learn", "", theme);
            let list = topics::List::of(learn, *selected, *held, page.body);
            list.draw(frame, theme);
            let room = topics::draw_preview(frame, preview.as_deref(), theme, page.body);
            (learn.topics().nth(*selected), room)
        }
        Sheet::Page(reading) => {
            let topic = reading.topic;
            draw_head(frame, page.head, &topic.title(), topic.group().title(), theme);
            (Some(topic), page::draw(frame, reading, theme, page.body))
        }
    };
    draw_place(frame, topic, room, view, texts);
}

/// The place a page is about, on the map.
fn draw_place(
    frame: &mut Frame,
    topic: Option<Topic>,
    room: Option<Rect>,
    view: &mut View,
    texts: &Texts,
) {
    let large = |room: &Rect| room.width >= LEAST_MAP.0 && room.height >= LEAST_MAP.1;
    let (Some(Topic::Place(region)), Some(room)) = (topic, room.filter(large)) else {
        return;
    };
    // No higher than it is wide to the eye: there is no more to see.
    let room = Rect { height: room.height.min(room.width / 2 + 2), ..room };
    if let Some(figures) = &mut view.figures {
        let map = BodyMap::new(&view.theme, MapSubject::place(region), view.pixels, texts);
        frame.render_stateful_widget(map, room, &mut figures.map);
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
