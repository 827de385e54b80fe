//! The library: a list with a search line, and beside it what the selected session is.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

use super::LibraryScreen;
use super::found::why_found;
use crate::body::View as Picture;
use crate::lengths::to_the_minute;
use crate::library::Entry;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, first_held, left_column, rows};
use crate::screens::widgets::lists::{self, wrapped};
use crate::screens::widgets::pictures::{Placed, arranged, draw as draw_pictures};
use crate::screens::widgets::{footer, outline};
use crate::screens::{Place, ScreenView, Shared, Target};
use crate::theme::Theme;
use crate::words::Message;

/// Columns of the labels in the preview.
const LABEL: usize = 8;

/// Columns of the pictures where they stand within the preview.
const NARROW: u16 = 12;

impl Draw for LibraryScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = view.theme;
        draw_head(frame, shared, self, page.head, view);
        let place = if self.searching { Place::Searching } else { Place::Library };
        footer::draw(frame, page.foot, place, &theme);
        let (list, preview) = areas(page.body);
        draw_list(frame, shared, self, list, view);
        if let (Some(area), Some(entry)) = (preview, self.selection(&shared.catalogue)) {
            let pictures = pictures_beside(area, page.body, &Picture::showing(&entry.regions));
            draw_preview(frame, self, entry, area, &pictures, &theme);
            let worked: Vec<_> = entry.regions.iter().map(|region| (*region, None)).collect();
            draw_pictures(frame, view, &pictures, &worked, &[], shared.own_texts());
        }
    }
}

/// Where the body is shown that a session works: at the right of its words where there is room, or
/// else in a narrow column beside them.
fn pictures_beside(words: Rect, body: Rect, pictures: &[Picture]) -> Placed {
    let free = body.right().saturating_sub(words.right() + 4);
    if free >= 2 * NARROW {
        let area = Rect { x: words.right() + 4, width: free, ..words };
        return arranged(area, pictures);
    }
    if words.width < 44 || words.height < 18 {
        return Placed::new();
    }
    let column = Rect { x: words.right() - NARROW, width: NARROW, ..words };
    let mut placed = arranged(column, pictures);
    // From the top, so that the words below are as wide as they can be.
    let top = placed.first().map_or(0, |(_, area)| area.y - column.y);
    for (_, area) in &mut placed {
        area.y -= top;
    }
    placed
}

/// What the selected session is, and its outline below as far as there is room. The words keep
/// clear of the pictures.
fn draw_preview(
    frame: &mut Frame,
    library: &LibraryScreen,
    entry: &Entry,
    area: Rect,
    pictures: &Placed,
    theme: &Theme,
) {
    let within = pictures.iter().filter(|(_, picture)| picture.x < area.right());
    let left = within.clone().map(|(_, picture)| picture.x).min();
    let narrow = left.map_or(area.width, |left| (left - area.x).saturating_sub(2));
    let bottom = within.map(|(_, picture)| picture.bottom()).max().unwrap_or(area.y);
    let mut lines = describe(entry, usize::from(narrow), theme);
    if let Some((id, timeline)) = &library.preview
        && *id == entry.id
    {
        lines.push(Line::default());
        let is_below = area.y + lines.len() as u16 >= bottom;
        let width = if is_below { area.width } else { narrow };
        lines.extend(outline::lines(timeline, width, theme));
    }
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
}

fn draw_head(
    frame: &mut Frame,
    shared: &Shared,
    library: &LibraryScreen,
    head: Rect,
    view: &mut ScreenView,
) {
    let theme = &view.theme;
    let title = match (library.searching, library.query.is_empty()) {
        (true, _) => vec![
            Span::styled("/ ", theme.accent()),
            Span::styled(library.query.clone(), theme.text()),
            Span::styled("▏", theme.accent()),
        ],
        (false, false) => vec![Span::styled(format!("/ {}   ", library.query), theme.text())],
        (false, true) if library.region.is_some() => Vec::new(),
        (false, true) => vec![Span::styled("Library", theme.calm())],
    };
    let works = library.region.map(|region| format!("works: {}   ", region.name()));
    let works = works.map(|works| Span::styled(works, theme.accent()));
    let way_out = works.is_some() && !library.searching && head.width >= 60;
    let way_out = way_out.then(|| Span::styled("esc shows all", theme.dim()));
    let line: Line = works.into_iter().chain(title).chain(way_out).collect();
    let taken = line.width() + 2;
    if library.searching {
        // The mark behind what is typed, or the last cell where that is too long.
        let before = line.width().saturating_sub(1).min(usize::from(head.width.saturating_sub(1)));
        view.frame.choose(Rect { x: head.x + before as u16, width: 1.min(head.width), ..head });
    }
    frame.render_widget(line, head);
    let note = match (&shared.notice, shared.catalogue.invalid()) {
        (Some(notice), _) => Span::styled(notice.clone(), theme.warn()),
        (None, _) if shared.looking => Span::styled("looking for your own …", theme.dim()),
        (None, 0) => Span::styled(counted(library.found.len()), theme.dim()),
        (None, 1) => Span::styled("1 file needs mending: unclench check", theme.warn()),
        (None, files) => {
            Span::styled(format!("{files} files need mending: unclench check"), theme.warn())
        }
    };
    let is_pressing = shared.notice.is_some() || shared.catalogue.invalid() > 0;
    if is_pressing || taken + note.width() <= usize::from(head.width) {
        frame.render_widget(Line::from(note).alignment(Alignment::Right), head);
    }
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

fn draw_list(
    frame: &mut Frame,
    shared: &Shared,
    library: &LibraryScreen,
    area: Rect,
    view: &mut ScreenView,
) {
    let theme = &view.theme;
    if library.found.is_empty() && !shared.catalogue.is_empty() {
        let id = if library.query.is_empty() { "found-none-works" } else { "found-nothing" };
        let words = shared.own_texts().text(&Message::new(id));
        let note = Paragraph::new(Line::styled(words, theme.dim())).wrap(Wrap { trim: true });
        frame.render_widget(note, area);
        return;
    }
    let area = if library.is_near { draw_near(frame, shared, area, theme) } else { area };
    let first = first_row(library, area);
    for (row, (number, found)) in rows(area).zip(library.found.iter().enumerate().skip(first)) {
        view.frame.push(row, Target::Line { line: number, first });
        if number == library.selected && !library.searching {
            view.frame.choose(row);
        }
        if let Some(entry) = shared.catalogue.get(found.index) {
            let why = found.by.map(|by| why_found(by, shared.own_texts())).unwrap_or_default();
            lists::draw_found(frame, row, entry, &why, number == library.selected, theme);
        }
    }
}

/// Says that nothing fits all that was typed. Returns the room below.
fn draw_near(frame: &mut Frame, shared: &Shared, area: Rect, theme: &Theme) -> Rect {
    let words = shared.own_texts().text(&Message::new("found-near"));
    let lines = wrapped(&words, usize::from(area.width), theme.dim());
    let taken = (lines.len() as u16).min(area.height);
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
    Rect { y: area.y + taken, height: area.height - taken, ..area }
}

/// Which of the found sessions is the first in the list.
fn first_row(library: &LibraryScreen, list: Rect) -> usize {
    let fitting = usize::from(list.height);
    first_held(library.held, library.selected, library.found.len(), fitting)
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
        to_the_minute(entry.millis),
        to_the_minute(entry.shortest),
        to_the_minute(entry.longest)
    );
    fact(
        "length",
        if entry.shortest == entry.longest { to_the_minute(entry.millis) } else { range },
    );
    fact("where", names(entry.settings.iter().map(|setting| setting.name()).collect()));
    fact("how", entry.position.name().to_owned());
    fact("for", names(entry.goals.iter().map(|goal| goal.name()).collect()));
    fact("works", names(entry.regions.iter().map(|region| region.name()).collect()));
    fact("by", names(entry.techniques.iter().map(|technique| technique.name()).collect()));
    fact("with", names(entry.tools.iter().map(|tool| tool.name()).collect()));
    lines
}
