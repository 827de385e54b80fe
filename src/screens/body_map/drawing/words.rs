//! The words of the body map: the place, the sessions that work there, or every place in a list.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};

use super::layout::first_place;
use crate::body::Side;
use crate::library::Entry;
use crate::screens::body_map::MapPurpose;
use crate::screens::page::{first_held, rows};
use crate::screens::widgets::lists::{draw_entry, draw_entry_alone, shortened, title_lines};
use crate::screens::{BodyMapScreen, ScreenView, Shared, Target};
use crate::theme::Theme;
use crate::words::{Message, Texts, place, upper_first};

/// Rows for the name of the place, what is said of it, and a space.
const HEADING: u16 = 3;

/// No more sessions than these are shown on the map itself.
const FEW: usize = 12;

/// From this height on each session has a line of its own for where and how, and from the second
/// on a space below, in rows.
const WITH_SETTING: u16 = 14;
const WITH_SPACE: u16 = 40;

/// Which sessions are shown, and where.
struct ShownSessions {
    /// Each with its index into what was found.
    entries: Vec<(usize, Rect)>,
    /// How many more there are, and where that is said.
    more: Option<(usize, Rect)>,
}

impl ShownSessions {
    fn of(map: &BodyMapScreen, catalogue: &[Entry], area: Rect) -> Self {
        let there = map.found.iter().filter(|index| **index < catalogue.len()).count();
        let each = match area.height {
            little if little < WITH_SETTING => 1,
            some if some < WITH_SPACE => 2,
            _ => 3,
        };
        let top = area.y + HEADING;
        let height = area.bottom().saturating_sub(top);
        let fitting = |height: u16| usize::from(height / each).min(FEW);
        let count =
            if fitting(height) >= there { there } else { fitting(height.saturating_sub(1)) };
        let held = map.held.filter(|_| map.selected.is_some());
        let first = first_held(held, map.selected.unwrap_or(0), there, count);
        let place = |number: usize| {
            let y = top + number as u16 * each;
            Rect { y, height: each.min(2), ..area }
        };
        let entries = (0..count).map(|number| (first + number, place(number))).collect();
        let below = Rect { height: 1, ..place(count) }.intersection(area);
        let more = (there > count).then_some((there - count, below));
        Self { entries, more }
    }
}

/// Draws the name of the place, and the first sessions that work there.
pub(super) fn draw_sessions(
    frame: &mut Frame,
    shared: &Shared,
    map: &BodyMapScreen,
    side: Option<Side>,
    area: Rect,
    view: &mut ScreenView,
) {
    let theme = &view.theme;
    let texts = shared.own_texts();
    let (side_named, about) = match map.purpose {
        MapPurpose::Sessions => (None, about(map.found.len(), side, texts)),
        MapPurpose::Pain => (side, String::new()),
    };
    let named = upper_first(&texts.text(&place(map.at.region, side_named)));
    let heading = [Line::styled(named, theme.accent()), Line::styled(about, theme.dim())];
    for (row, line) in rows(area).zip(heading) {
        frame.render_widget(line, row);
    }
    if !view.frame.places_are_listed {
        view.frame.choose(area);
    }
    let shown = ShownSessions::of(map, &shared.catalogue, area);
    let first = shown.entries.first().map_or(0, |(index, _)| *index);
    if map.selected.is_some() {
        view.frame.list_lines = shown.entries.len();
    }
    for (index, place) in shown.entries {
        view.frame.push(place, Target::SecondLine { line: index, first });
        if map.selected == Some(index) {
            view.frame.choose(place);
        }
        let Some(entry) = map.found.get(index).and_then(|at| shared.catalogue.get(*at)) else {
            continue;
        };
        let line = Rect { height: 1, ..place };
        let draw = if place.height > 1 { draw_entry } else { draw_entry_alone };
        draw(frame, line, entry, map.selected == Some(index), theme);
        if place.height > 1 {
            let room = usize::from(place.width).saturating_sub(4);
            let below = Rect { x: place.x + 2, y: place.y + 1, height: 1, ..place };
            let title = title_lines(entry, place.width);
            let words = match title.get(1) {
                Some(rest) => Line::styled(rest.clone(), theme.text()),
                None => Line::styled(shortened(&where_and_how(entry), room), theme.dim()),
            };
            frame.render_widget(words, below.intersection(area));
        }
    }
    if let Some((count, place)) = shown.more {
        view.frame.push(place, Target::More);
        let more = texts.text(&Message::new("map-more").with("count", count));
        frame.render_widget(Line::styled(format!("  {more}"), theme.calm()), place);
    }
}

/// The side and the number of sessions, in a line.
fn about(sessions: usize, side: Option<Side>, texts: &Texts) -> String {
    let count = texts.text(&Message::new("map-sessions").with("count", sessions));
    let side = side.map(|side| match side {
        Side::Left => Message::new("map-on-left"),
        Side::Right => Message::new("map-on-right"),
    });
    side.map_or_else(|| count.clone(), |side| format!("{} · {count}", texts.text(&side)))
}

fn where_and_how(entry: &Entry) -> String {
    let settings = entry.settings.iter().map(|setting| setting.name());
    settings.chain([entry.position.name()]).collect::<Vec<_>>().join(" · ")
}

/// Draws every place from head to foot, with the number of sessions that work there, or the side that
/// hurts.
pub(super) fn draw_places(
    frame: &mut Frame,
    shared: &Shared,
    map: &BodyMapScreen,
    area: Rect,
    view: &mut ScreenView,
) {
    let (theme, texts) = (&view.theme, shared.own_texts());
    let first = first_place(map, area);
    if map.selected.is_none() {
        view.frame.list_lines = area.height.into();
    }
    let places = map.counts().enumerate().skip(first);
    for (row, (line, (region, count))) in rows(area).zip(places) {
        view.frame.push(row, Target::Line { line, first });
        if region == map.at.region {
            view.frame.choose(row);
        }
        let chosen = region == map.at.region;
        let (name, count) = match map.purpose {
            MapPurpose::Sessions => (texts.text(&place(region, None)), count.to_string()),
            MapPurpose::Pain => {
                let side = map.at.side.filter(|_| chosen);
                let turned = (chosen && region.has_sides())
                    .then(|| format!("← → {}", texts.text(&Message::new("key-side"))));
                (texts.text(&place(region, side)), turned.unwrap_or_default())
            }
        };
        draw_place(frame, row, (&name, count), chosen, theme);
    }
}

fn draw_place(
    frame: &mut Frame,
    row: Rect,
    (name, count): (&str, String),
    chosen: bool,
    theme: &Theme,
) {
    if chosen {
        frame.buffer_mut().set_style(row, theme.selected());
    }
    let name = upper_first(name);
    let mark = if chosen { "› " } else { "  " };
    frame.render_widget(Line::styled(format!("{mark}{name}"), theme.text()), row);
    let right = Rect { width: row.width.saturating_sub(1), ..row };
    let number = Line::from(Span::styled(count, theme.dim()));
    let number = number.alignment(Alignment::Right);
    frame.render_widget(number, right);
}
