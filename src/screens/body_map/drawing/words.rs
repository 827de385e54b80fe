//! The words of the body map: the place, the sessions that work there, or every place in a list.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};

use super::super::lists::{draw_entry, shortened};
use super::super::words::upper_first;
use super::MapTarget;
use super::layout::first_place;
use crate::body::{Region, Side};
use crate::library::Entry;
use crate::screens::page::{first_held, rows};
use crate::screens::{App, Chart};
use crate::theme::Theme;

/// Rows for the name of the place, what is said of it, and a space.
const HEADING: u16 = 3;

/// No more sessions than these are shown on the map itself.
const FEW: usize = 12;

/// From this height on each session has a line of its own for where and how, and from the second
/// on a space below, in rows.
const WITH_SETTING: u16 = 14;
const WITH_SPACE: u16 = 40;

/// Which sessions are shown, and where.
pub(super) struct Shown {
    /// Each with its index into what was found.
    entries: Vec<(usize, Rect)>,
    /// How many more there are, and where that is said.
    more: Option<(usize, Rect)>,
}

impl Shown {
    pub(super) fn of(chart: &Chart, catalogue: &[Entry], area: Rect) -> Self {
        let there = chart.found.iter().filter(|index| **index < catalogue.len()).count();
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
        let held = chart.held.filter(|_| chart.selected.is_some());
        let first = first_held(held, chart.selected.unwrap_or(0), there, count);
        let place = |number: usize| {
            let y = top + number as u16 * each;
            Rect { y, height: each.min(2), ..area }
        };
        let entries = (0..count).map(|number| (first + number, place(number))).collect();
        let below = Rect { height: 1, ..place(count) }.intersection(area);
        let more = (there > count).then_some((there - count, below));
        Self { entries, more }
    }

    /// What lies under a cell.
    pub(super) fn target_at(&self, cell: (u16, u16)) -> Option<MapTarget> {
        let hit = |area: &Rect| area.contains(cell.into());
        let session = self.entries.iter().find(|(_, area)| hit(area));
        let more = self.more.filter(|(_, area)| hit(area)).map(|_| MapTarget::More);
        let first = self.entries.first().map_or(0, |(index, _)| *index);
        session.map(|(index, _)| MapTarget::Session(*index, first)).or(more)
    }
}

/// Draws the name of the place, and the first sessions that work there.
pub(super) fn draw_sessions(
    frame: &mut Frame,
    app: &App,
    chart: &Chart,
    side: Option<Side>,
    area: Rect,
    theme: &Theme,
) {
    let heading = [
        Line::styled(upper_first(chart.at.region.name()), theme.accent()),
        Line::styled(about(chart.found.len(), side), theme.dim()),
    ];
    for (row, line) in rows(area).zip(heading) {
        frame.render_widget(line, row);
    }
    let shown = Shown::of(chart, &app.catalogue, area);
    for (index, place) in shown.entries {
        let Some(entry) = chart.found.get(index).and_then(|at| app.catalogue.get(*at)) else {
            continue;
        };
        let line = Rect { height: 1, ..place };
        draw_entry(frame, line, entry, chart.selected == Some(index), theme);
        if place.height > 1 {
            let room = usize::from(place.width).saturating_sub(4);
            let below = Rect { x: place.x + 2, y: place.y + 1, height: 1, ..place };
            let words = Line::styled(shortened(&where_and_how(entry), room), theme.dim());
            frame.render_widget(words, below.intersection(area));
        }
    }
    if let Some((count, place)) = shown.more {
        frame.render_widget(Line::styled(format!("  + {count} more"), theme.calm()), place);
    }
}

/// The side and the number of sessions, in a line.
fn about(sessions: usize, side: Option<Side>) -> String {
    let count = match sessions {
        0 => "no session works here yet".to_owned(),
        1 => "1 session".to_owned(),
        count => format!("{count} sessions"),
    };
    match side {
        Some(side) => format!("on your {} · {count}", side.word()),
        None => count,
    }
}

fn where_and_how(entry: &Entry) -> String {
    let settings = entry.settings.iter().map(|setting| setting.name());
    settings.chain([entry.position.name()]).collect::<Vec<_>>().join(" · ")
}

/// Draws every place from head to foot, with the number of sessions that work there.
pub(super) fn draw_places(frame: &mut Frame, chart: &Chart, area: Rect, theme: &Theme) {
    let first = first_place(chart, area);
    for (row, (region, count)) in rows(area).zip(chart.counts().skip(first)) {
        draw_place(frame, row, (region, count), region == chart.at.region, theme);
    }
}

fn draw_place(
    frame: &mut Frame,
    row: Rect,
    (region, count): (Region, usize),
    chosen: bool,
    theme: &Theme,
) {
    if chosen {
        frame.buffer_mut().set_style(row, theme.selected());
    }
    let name = upper_first(region.name());
    let mark = if chosen { "› " } else { "  " };
    frame.render_widget(Line::styled(format!("{mark}{name}"), theme.text()), row);
    let right = Rect { width: row.width.saturating_sub(1), ..row };
    let number = Line::from(Span::styled(count.to_string(), theme.dim()));
    let number = number.alignment(Alignment::Right);
    frame.render_widget(number, right);
}
