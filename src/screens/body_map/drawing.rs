//! The body map: front and back, the place under the finger aglow, and beside them what works there.
//!
//! ```text
//!  Body map                                 body  face  hands  feet
//!
//!    ┌───────┐   ┌───────┐      Top of the shoulder
//!    │ front │   │ back  │      on your left · 17 sessions
//!    │       │   │       │
//!    │       │   │       │      One-minute shoulders      1 min
//!    └───────┘   └───────┘      …
//!     left right  left right    + 9 more
//!  keys
//! ```

mod layout;
mod words;

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::{BodyMapScreen, MapPurpose, Panel};
use crate::body::Region;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::widgets::{footer, pictures};
use crate::screens::{ScreenView, Shared, Target};
use crate::theme::Theme;
use crate::words::{Message, Texts};

use layout::Layout;

/// From this width on there is room for an invitation, in columns.
const INVITING: u16 = 80;

impl Draw for BodyMapScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = view.theme;
        // Where pictures would be too small.
        let is_list = !layout::has_room(page.body);
        view.frame.places_are_listed = is_list;
        let layout = Layout::of(page.body, self, is_list);
        frame.render_widget(self.title(page.head.width, shared, &theme), page.head);
        draw_note(frame, shared, self, &layout, page.head, view);
        footer::draw_in(frame, page.foot, self.form(is_list), &theme, shared.own_texts());
        if let Some(area) = layout.places {
            words::draw_places(frame, shared, self, area, view);
        }
        let somewhere = self.counts().filter(|(_, count)| *count > 0);
        let hinted: Vec<Region> = somewhere.map(|(region, _)| region).collect();
        let lit = [(self.at.region, self.at.side)];
        pictures::draw(frame, view, &layout.pictures, &lit, &hinted, shared.own_texts());
        for (picture, area) in &layout.pictures {
            view.frame.push(*area, Target::Picture(*picture));
        }
        if let Some(area) = layout.sessions {
            // A list of places to see sessions for knows no sides.
            let side = self.at.side.filter(|_| !is_list || self.purpose == MapPurpose::Pain);
            words::draw_sessions(frame, shared, self, side, area, view);
        }
    }
}

impl BodyMapScreen {
    /// What is asked of the person here.
    fn title(&self, columns: u16, shared: &Shared, theme: &Theme) -> Line<'static> {
        match self.purpose {
            MapPurpose::Pain => {
                let asked = shared.own_texts().text(&Message::new("check-in-asks-on-map"));
                Line::styled(asked, theme.calm())
            }
            MapPurpose::Sessions => {
                let texts = shared.own_texts();
                let title = texts.text(&Message::new("map-title"));
                let mut title = vec![Span::styled(title, theme.calm())];
                if columns >= INVITING {
                    let invitation = texts.text(&Message::new("map-invitation"));
                    title.push(Span::styled(format!("   {invitation}"), theme.dim()));
                }
                Line::from(title)
            }
        }
    }
}

/// At the right of the head: what went wrong, or which pictures there are.
fn draw_note(
    frame: &mut Frame,
    shared: &Shared,
    map: &BodyMapScreen,
    layout: &Layout,
    head: Rect,
    view: &mut ScreenView,
) {
    let theme = &view.theme;
    if let Some(notice) = &shared.notice {
        let note = Line::styled(notice.clone(), theme.warn());
        frame.render_widget(note.alignment(Alignment::Right), head);
        return;
    }
    if !layout.has_panels() {
        return;
    }
    let here = Panel::of(map.at.view);
    let names = panel_names(head, shared.own_texts());
    for (number, (panel, name, area)) in names.into_iter().enumerate() {
        view.frame.push(area, Target::Tab(number));
        let style = if panel == here { theme.accent() } else { theme.dim() };
        frame.render_widget(Span::styled(name, style), area);
    }
}

/// What the pictures are called, and where that stands.
fn panel_names(head: Rect, texts: &Texts) -> Vec<(Panel, String, Rect)> {
    const GAP: u16 = 3;
    let names = Panel::ALL.map(|panel| (panel, texts.text(&panel.message())));
    let wide = |name: &str| name.width() as u16;
    let whole: u16 = names.iter().map(|(_, name)| wide(name) + GAP).sum();
    let mut x = head.right().saturating_sub(whole - GAP).max(head.x);
    let placed = names.into_iter().map(|(panel, name)| {
        let area = Rect { x, width: wide(&name), ..head };
        x += wide(&name) + GAP;
        (panel, name, area)
    });
    placed.collect()
}
