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

use super::{BodyMapScreen, Panel};
use crate::body::Region;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::widgets::{footer, pictures};
use crate::screens::{Place, ScreenView, Shared, Target};

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
        let mut title = vec![Span::styled("Body map", theme.calm())];
        if page.head.width >= INVITING {
            title.push(Span::styled("   Where would you like to begin?", theme.dim()));
        }
        frame.render_widget(Line::from(title), page.head);
        draw_note(frame, shared, self, &layout, page.head, view);
        let place = match (self.selected, is_list) {
            (Some(_), _) => Place::PlaceSessions,
            (None, true) => Place::PlaceList,
            (None, false) => Place::BodyMap,
        };
        footer::draw(frame, page.foot, place, &theme);
        if let Some(area) = layout.places {
            words::draw_places(frame, self, area, view);
        }
        let somewhere = self.counts().filter(|(_, count)| *count > 0);
        let hinted: Vec<Region> = somewhere.map(|(region, _)| region).collect();
        let lit = [(self.at.region, self.at.side)];
        pictures::draw(frame, view, &layout.pictures, &lit, &hinted, shared.own_texts());
        for (picture, area) in &layout.pictures {
            view.frame.push(*area, Target::Picture(*picture));
        }
        if let Some(area) = layout.sessions {
            // A list of places knows no sides.
            let side = self.at.side.filter(|_| !is_list);
            words::draw_sessions(frame, shared, self, side, area, view);
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
    for (number, (panel, area)) in panel_names(head).enumerate() {
        view.frame.push(area, Target::Tab(number));
        let style = if panel == here { theme.accent() } else { theme.dim() };
        frame.render_widget(Span::styled(panel.name(), style), area);
    }
}

/// Where the names of the pictures stand.
fn panel_names(head: Rect) -> impl Iterator<Item = (Panel, Rect)> {
    const GAP: u16 = 3;
    let wide = |panel: Panel| panel.name().len() as u16;
    let whole: u16 = Panel::ALL.into_iter().map(|panel| wide(panel) + GAP).sum();
    let mut x = head.right().saturating_sub(whole - GAP).max(head.x);
    Panel::ALL.into_iter().map(move |panel| {
        let area = Rect { x, width: wide(panel), ..head };
        x += wide(panel) + GAP;
        (panel, area)
    })
}
