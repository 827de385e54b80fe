//! Pages to read: the topics, and the page about one.

mod page;
mod topics;

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::{LearnScreen, Sheet};
use crate::figures::body_map::{BodyMap, MapSubject};
use crate::learn::Topic;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::widgets::footer;
use crate::screens::widgets::pictures::draw_map;
use crate::screens::{Place, ScreenView};
use crate::theme::Theme;
use crate::words::Texts;

/// The fewest columns and rows in which a map of a place shows more than it takes away.
const LEAST_MAP: (u16, u16) = (24, 8);

impl Draw for LearnScreen {
    /// What is open, and where there is room the place it is about.
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let page = context.page;
        let (theme, texts) = (view.theme, context.shared.own_texts());
        let (topic, room) = match &self.sheet {
            Sheet::Topics { selected, page: preview, held } => {
                footer::draw(frame, page.foot, Place::Topics, &theme);
                draw_head(frame, page.head, "Learn", "", &theme);
                let list = topics::List::of(self, *selected, *held, page.body);
                list.draw(frame, view);
                let room = topics::draw_preview(frame, preview.as_deref(), &theme, page.body);
                (self.topics().nth(*selected), room)
            }
            Sheet::Page(reading) => {
                footer::draw(frame, page.foot, self.form(context.now), &theme);
                let topic = reading.topic;
                draw_head(frame, page.head, &topic.title_in(texts), topic.group().title(), &theme);
                (Some(topic), page::draw(frame, reading, page.body, view, texts))
            }
        };
        draw_place(frame, topic, room, view, texts);
    }
}

/// The place a page is about, on the map.
fn draw_place(
    frame: &mut Frame,
    topic: Option<Topic>,
    room: Option<Rect>,
    view: &mut ScreenView,
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
        draw_map(map, (room, frame.buffer_mut()), figures, view.cell, &mut view.frame);
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
