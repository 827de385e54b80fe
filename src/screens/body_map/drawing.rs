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

use super::{footer, pictures};
use crate::body::Region;
use crate::canvas::ColorDepth;
use crate::figures::body_map::point_at;
use crate::library::Entry;
use crate::screens::page::Page;
use crate::screens::{App, Chart, Panel, Place, Spot, View};
use crate::theme::Theme;

use layout::{Layout, first_place};
use words::Shown;

/// From this width on there is room for an invitation, in columns.
const INVITING: u16 = 80;

/// What lies under a click.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum MapTarget {
    /// A place of the body.
    Spot(Spot),
    /// A place in the list of them, and which is the first shown there.
    Listed(Spot, usize),
    /// The name of other pictures.
    Panel(Panel),
    /// One of the sessions, as an index into what was found, and the first shown.
    Session(usize, usize),
    /// The line that says there are more.
    More,
}

/// Whether the places are a list: without colour, and where pictures would be too small.
pub(crate) fn is_list(view: &View) -> bool {
    let body = Page::new(view.area).body;
    view.theme.depth() == ColorDepth::Mono || !layout::has_room(body)
}

/// Draws the body map.
pub(super) fn draw(frame: &mut Frame, app: &App, chart: &Chart, view: &mut View, page: Page) {
    let theme = view.theme;
    let is_list = is_list(view);
    let layout = Layout::of(page.body, chart, is_list);
    let mut title = vec![Span::styled("Body map", theme.calm())];
    if page.head.width >= INVITING {
        title.push(Span::styled("   Where would you like to begin?", theme.dim()));
    }
    frame.render_widget(Line::from(title), page.head);
    draw_note(frame, app, chart, &layout, &theme, page.head);
    let place = match chart.place() {
        Place::Chart if is_list => Place::ChartPlaces,
        place => place,
    };
    footer::draw(frame, page.foot, place, &theme);
    if let Some(area) = layout.places {
        words::draw_places(frame, chart, area, &theme);
    }
    let somewhere = chart.counts().filter(|(_, count)| *count > 0);
    let hinted: Vec<Region> = somewhere.map(|(region, _)| region).collect();
    let lit = [(chart.at.region, chart.at.side)];
    pictures::draw(frame, view, &layout.pictures, &lit, &hinted, app.own_texts());
    if let Some(area) = layout.sessions {
        // A list of places knows no sides.
        let side = chart.at.side.filter(|_| !is_list);
        words::draw_sessions(frame, app, chart, side, area, &theme);
    }
}

/// At the right of the head: what went wrong, or which pictures there are.
fn draw_note(
    frame: &mut Frame,
    app: &App,
    chart: &Chart,
    layout: &Layout,
    theme: &Theme,
    head: Rect,
) {
    if let Some(notice) = &app.notice {
        let note = Line::styled(notice.clone(), theme.warn());
        frame.render_widget(note.alignment(Alignment::Right), head);
        return;
    }
    if !layout.has_panels() {
        return;
    }
    let here = Panel::of(chart.at.view);
    for (panel, area) in panel_names(head) {
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

/// What lies under a cell.
pub(crate) fn target_at(
    view: &View,
    chart: &Chart,
    catalogue: &[Entry],
    column: u16,
    row: u16,
) -> Option<MapTarget> {
    let cell = (column, row);
    let page = Page::new(view.area);
    let layout = Layout::of(page.body, chart, is_list(view));
    let pictures = layout.pictures.iter();
    let mut spots = pictures.filter_map(|(picture, area)| {
        let (point, wide) = point_at(*picture, *area, cell)?;
        chart.spot_at(*picture, point, wide)
    });
    if let Some(spot) = spots.next() {
        return Some(MapTarget::Spot(spot));
    }
    if let Some(panel) = panel_names(page.head).find(|(_, area)| area.contains(cell.into()))
        && layout.has_panels()
    {
        return Some(MapTarget::Panel(panel.0));
    }
    if let Some(area) = layout.places.filter(|area| area.contains(cell.into())) {
        let first = first_place(chart, area);
        let index = first + usize::from(row - area.y);
        let spot = Region::ALL.get(index).and_then(|region| chart.spot_of(*region));
        return spot.map(|spot| MapTarget::Listed(spot, first));
    }
    let area = layout.sessions?;
    Shown::of(chart, catalogue, area).target_at(cell)
}
