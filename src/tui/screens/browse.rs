//! The library: a list with a search line, and beside it what the selected session is.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

use super::lists::wrapped;
use super::{footer, lists, outline};
use crate::library::Entry;
use crate::tui::page::{Page, WIDEST_TEXT, about, first_shown, left_column, rows};
use crate::tui::{App, Browse, Place, Theme};

/// Columns of the labels in the preview.
const LABEL: usize = 8;

/// Draws the library.
pub(super) fn draw(frame: &mut Frame, app: &App, browse: &Browse, theme: &Theme, page: Page) {
    draw_head(frame, app, browse, theme, page.head);
    let place = if browse.searching { Place::Searching } else { Place::Browse };
    footer::draw(frame, page.foot, place, theme);
    let (list, preview) = areas(page.body);
    draw_list(frame, app, browse, list, theme);
    if let (Some(area), Some(entry)) = (preview, browse.selection(&app.catalogue)) {
        draw_preview(frame, browse, entry, area, theme);
    }
}

/// What the selected session is, and its outline below as far as there is room.
fn draw_preview(frame: &mut Frame, browse: &Browse, entry: &Entry, area: Rect, theme: &Theme) {
    let mut lines = describe(entry, usize::from(area.width), theme);
    if let Some((id, timeline)) = &browse.preview
        && *id == entry.id
    {
        lines.push(Line::default());
        lines.extend(outline::lines(timeline, area.width, theme));
    }
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
}

fn draw_head(frame: &mut Frame, app: &App, browse: &Browse, theme: &Theme, head: Rect) {
    let title = match (browse.searching, browse.query.is_empty()) {
        (true, _) => vec![
            Span::styled("/ ", theme.accent()),
            Span::styled(browse.query.clone(), theme.text()),
            Span::styled("▏", theme.accent()),
        ],
        (false, false) => vec![Span::styled(format!("/ {}", browse.query), theme.text())],
        (false, true) => vec![Span::styled("Library", theme.calm())],
    };
    frame.render_widget(Line::from(title), head);
    let note = match (&app.notice, app.catalogue.invalid()) {
        (Some(notice), _) => Span::styled(notice.clone(), theme.warn()),
        (None, _) if app.looking => Span::styled("looking for your own …", theme.dim()),
        (None, 0) => Span::styled(counted(browse.found.len()), theme.dim()),
        (None, 1) => Span::styled("1 file needs mending: unclench check", theme.warn()),
        (None, files) => {
            Span::styled(format!("{files} files need mending: unclench check"), theme.warn())
        }
    };
    frame.render_widget(Line::from(note).alignment(Alignment::Right), head);
}

fn counted(sessions: usize) -> String {
    match sessions {
        1 => "1 session".to_owned(),
        sessions => format!("{sessions} sessions"),
    }
}

/// The list, and the preview where there is room for one.
fn areas(body: Rect) -> (Rect, Option<Rect>) {
    if body.width < 70 {
        return (left_column(body, WIDEST_TEXT), None);
    }
    let list = left_column(body, (body.width * 9 / 20).clamp(34, WIDEST_TEXT));
    let left = list.right() + 4;
    let width = (body.right() - left).min(WIDEST_TEXT);
    (list, Some(Rect { x: left, width, ..body }))
}

fn draw_list(frame: &mut Frame, app: &App, browse: &Browse, area: Rect, theme: &Theme) {
    if browse.found.is_empty() && !app.catalogue.is_empty() {
        let words = "Nothing by these words. Backspace widens the search.";
        let note = Paragraph::new(Line::styled(words, theme.dim())).wrap(Wrap { trim: true });
        frame.render_widget(note, area);
        return;
    }
    let first = first_shown(browse.selected, browse.found.len(), usize::from(area.height));
    for (row, (number, index)) in rows(area).zip(browse.found.iter().enumerate().skip(first)) {
        if let Some(entry) = app.catalogue.get(*index) {
            lists::draw_entry(frame, row, entry, number == browse.selected, theme);
        }
    }
}

/// What a session is, in a few quiet lines.
fn describe<'a>(entry: &Entry, width: usize, theme: &Theme) -> Vec<Line<'a>> {
    let names = |names: Vec<&str>| names.join(" · ");
    let mut lines = wrapped(&entry.summary, width, theme.text());
    lines.push(Line::default());
    let mut fact = |label: &str, value: String| {
        if value.is_empty() {
            return;
        }
        for (number, part) in textwrap::wrap(&value, width.saturating_sub(LABEL)).iter().enumerate()
        {
            let label = if number == 0 { label } else { "" };
            lines.push(Line::from(vec![
                Span::styled(format!("{label:<LABEL$}"), theme.dim()),
                Span::styled(part.clone().into_owned(), theme.calm()),
            ]));
        }
    };
    let range = format!(
        "{}, or {} to {}",
        about(entry.millis),
        about(entry.shortest),
        about(entry.longest)
    );
    fact("length", if entry.shortest == entry.longest { about(entry.millis) } else { range });
    fact("where", names(entry.settings.iter().map(|setting| setting.name()).collect()));
    fact("how", entry.position.name().to_owned());
    fact("for", names(entry.goals.iter().map(|goal| goal.name()).collect()));
    fact("works", names(entry.regions.iter().map(|region| region.name()).collect()));
    fact("by", names(entry.techniques.iter().map(|technique| technique.name()).collect()));
    fact("with", names(entry.tools.iter().map(|tool| tool.name()).collect()));
    lines
}

/// Which line of the list lies under a cell, as an index into what was found.
pub(crate) fn found_at(screen: Rect, browse: &Browse, column: u16, row: u16) -> Option<usize> {
    let (list, _) = areas(Page::new(screen).body);
    let first = first_shown(browse.selected, browse.found.len(), usize::from(list.height));
    let inside = list.contains((column, row).into());
    let index = first + usize::from(row.saturating_sub(list.y));
    (inside && index < browse.found.len()).then_some(index)
}
