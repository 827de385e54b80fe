//! The library: a list with a search line, and beside it what the selected line is.

mod preview;

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

use super::found::why_found;
use super::{LibraryHeading, LibraryItem, LibraryScreen};
use crate::courses::SessionCourse;
use crate::lengths::to_the_minute;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, first_held, left_column, rows};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{self, wrapped};
use crate::screens::{Place, ScreenView, Shared, Target};
use crate::theme::Theme;
use crate::words::{Message, Texts, upper_first};

impl Draw for LibraryScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = view.theme;
        draw_head(frame, shared, self, page.head, view);
        let place = if self.searching { Place::Searching } else { Place::Library };
        footer::draw(frame, page.foot, place, &theme);
        let (list, preview) = areas(page.body);
        draw_list(frame, shared, self, list, view);
        if let Some(area) = preview {
            preview::draw(frame, self, shared, (area, page.body), view);
        }
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
    let texts = shared.own_texts();
    let narrowed = narrowed_to(library, texts);
    let title = match (library.searching, library.query.is_empty()) {
        (true, _) => vec![
            Span::styled("/ ", theme.accent()),
            Span::styled(library.query.clone(), theme.text()),
            Span::styled("▏", theme.accent()),
        ],
        (false, false) => vec![Span::styled(format!("/ {}   ", library.query), theme.text())],
        (false, true) if !narrowed.is_empty() => Vec::new(),
        (false, true) => {
            vec![Span::styled(texts.text(&Message::new("library-title")), theme.calm())]
        }
    };
    let way_out = !narrowed.is_empty() && !library.searching && head.width >= 60;
    let way_out = way_out.then(|| texts.text(&Message::new("library-all")));
    let way_out = way_out.map(|words| Span::styled(words, theme.dim()));
    let narrowed = narrowed.into_iter().map(|part| Span::styled(part + "   ", theme.accent()));
    let line: Line = narrowed.chain(title).chain(way_out).collect();
    let taken = line.width() + 2;
    if library.searching {
        // The mark behind what is typed, or the last cell where that is too long.
        let before = line.width().saturating_sub(1).min(usize::from(head.width.saturating_sub(1)));
        view.frame.choose(Rect { x: head.x + before as u16, width: 1.min(head.width), ..head });
    }
    frame.render_widget(line, head);
    let note = note(library, shared, theme);
    let is_pressing = shared.notice.is_some() || shared.catalogue.invalid() > 0;
    if is_pressing || taken + note.width() <= usize::from(head.width) {
        frame.render_widget(Line::from(note).alignment(Alignment::Right), head);
    }
}

/// What the list is narrowed to, in words: a place, a setting, a time.
fn narrowed_to(library: &LibraryScreen, texts: &Texts) -> Vec<String> {
    let region = library.region.map(|region| format!("works: {}", region.name()));
    let setting = library.setting.map(|setting| {
        upper_first(&texts.text(&Message::new("offer-at").with("setting", setting.id())))
    });
    let at_most = library.at_most.map(|minutes| {
        texts.text(&Message::new("library-at-most").with("minutes", minutes.to_string()))
    });
    [region, setting, at_most].into_iter().flatten().collect()
}

/// What is to be said beside the title: what is wrong, or how much is listed.
fn note<'a>(library: &LibraryScreen, shared: &Shared, theme: &Theme) -> Span<'a> {
    match (&shared.notice, shared.catalogue.invalid()) {
        (Some(notice), _) => Span::styled(notice.clone(), theme.warn()),
        (None, _) if shared.looking => Span::styled("looking for your own …", theme.dim()),
        (None, 0) => {
            let (id, count) = if library.query.trim().is_empty() {
                ("library-count", library.sessions())
            } else {
                ("library-found", library.list.rows.len())
            };
            let count = Message::new(id).with("count", count as u64);
            Span::styled(shared.own_texts().text(&count), theme.dim())
        }
        (None, 1) => Span::styled("1 file needs mending: unclench check", theme.warn()),
        (None, files) => {
            Span::styled(format!("{files} files need mending: unclench check"), theme.warn())
        }
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

/// A row of the list as it is drawn.
enum DrawnRow {
    Heading(LibraryHeading),
    Item(usize, LibraryItem),
    /// What of a title stands below its first line.
    Rest(usize, String),
}

/// The rows with the headings between them.
fn drawn_rows(library: &LibraryScreen, shared: &Shared, columns: u16) -> Vec<DrawnRow> {
    let mut before = None;
    let mut drawn = Vec::with_capacity(library.list.rows.len() + 8);
    for (number, row) in library.list.rows.iter().enumerate() {
        if let Some(heading) = row.heading.filter(|heading| before != Some(*heading)) {
            drawn.push(DrawnRow::Heading(heading));
        }
        before = row.heading;
        drawn.push(DrawnRow::Item(number, row.item));
        let (title, at_right) = named(row.item, shared);
        let rest = lists::lines_beside(&title, &at_right, columns).into_iter().skip(1);
        drawn.extend(rest.map(|line| DrawnRow::Rest(number, line)));
    }
    drawn
}

fn draw_list(
    frame: &mut Frame,
    shared: &Shared,
    library: &LibraryScreen,
    area: Rect,
    view: &mut ScreenView,
) {
    let theme = &view.theme;
    let texts = shared.own_texts();
    if library.list.rows.is_empty() && !shared.catalogue.is_empty() {
        let id = if library.query.is_empty() { "found-none-works" } else { "found-nothing" };
        let words = texts.text(&Message::new(id));
        let note = Paragraph::new(Line::styled(words, theme.dim())).wrap(Wrap { trim: true });
        frame.render_widget(note, area);
        return;
    }
    let area = draw_guess(frame, (library, shared), area, theme);
    let drawn = drawn_rows(library, shared, area.width);
    let first = first_row(library, &drawn, area);
    let seen = drawn.iter().skip(first).take(area.height.into());
    view.frame.list_lines = seen.filter(|row| matches!(row, DrawnRow::Item(..))).count();
    for (row, line) in rows(area).zip(drawn.into_iter().skip(first)) {
        let (number, item) = match line {
            DrawnRow::Heading(heading) => {
                let heading = Message::new("library-shelf").with("shelf", heading.id());
                frame.render_widget(Line::styled(texts.text(&heading), theme.calm()), row);
                continue;
            }
            DrawnRow::Rest(number, words) => {
                view.frame.push(row, Target::Line { line: number, first });
                lists::draw_rest(frame, row, &words, number == library.selected, theme);
                continue;
            }
            DrawnRow::Item(number, item) => (number, item),
        };
        view.frame.push(row, Target::Line { line: number, first });
        let selected = number == library.selected;
        if selected && !library.searching {
            view.frame.choose(row);
        }
        draw_item(frame, row, item, selected, (shared, theme));
    }
}

fn draw_item(
    frame: &mut Frame,
    row: Rect,
    item: LibraryItem,
    selected: bool,
    (shared, theme): (&Shared, &Theme),
) {
    let texts = shared.own_texts();
    match item {
        LibraryItem::Session(found) => {
            if let Some(entry) = shared.catalogue.get(found.index) {
                let why = found.by.map(|by| why_found(by, texts)).unwrap_or_default();
                let is_favourite = shared.favourites.contains(&entry.id);
                let why = if is_favourite { format!("★ {why}") } else { why };
                lists::draw_found(frame, row, entry, &why, selected, theme);
            }
        }
        LibraryItem::Breath(_) | LibraryItem::Course(_) | LibraryItem::Page(_) => {
            let (title, at_right) = named(item, shared);
            lists::draw_row(frame, row, (&title, "", &at_right), selected, theme);
        }
    }
}

/// The title of what is listed, and what stands at the right of it.
fn named(item: LibraryItem, shared: &Shared) -> (String, String) {
    let texts = shared.own_texts();
    let kind = |id: &'static str| texts.text(&Message::new("library-kind").with("kind", id));
    match item {
        LibraryItem::Session(found) => {
            let entry = shared.catalogue.get(found.index);
            entry.map(|it| (it.title.clone(), to_the_minute(it.millis))).unwrap_or_default()
        }
        LibraryItem::Breath(pattern) => (pattern.title.to_owned(), kind("breath")),
        LibraryItem::Course(at) => {
            let days = |course: &SessionCourse| {
                texts.text(&Message::new("library-days").with("days", course.days.len()))
            };
            let course = shared.catalogue.courses().get(at);
            course.map(|course| (course.title.clone(), days(course))).unwrap_or_default()
        }
        LibraryItem::Page(topic) => (topic.title(), kind("page")),
    }
}

/// Says what the list is where it is not just what was typed: near it, or what the words were taken
/// for. Returns the room below.
fn draw_guess(
    frame: &mut Frame,
    (library, shared): (&LibraryScreen, &Shared),
    area: Rect,
    theme: &Theme,
) -> Rect {
    let Some(guess) = library.list.guess() else { return area };
    let words = shared.own_texts().text(&guess);
    let lines = wrapped(&words, usize::from(area.width), theme.dim());
    let taken = (lines.len() as u16).min(area.height);
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
    Rect { y: area.y + taken, height: area.height - taken, ..area }
}

/// Which row is the first in the list. The heading above the first line is seen with it.
fn first_row(library: &LibraryScreen, drawn: &[DrawnRow], list: Rect) -> usize {
    if library.selected == 0 && library.held.is_none() {
        return 0;
    }
    let is_selected =
        |row: &DrawnRow| matches!(row, DrawnRow::Item(number, _) if *number == library.selected);
    let selected = drawn.iter().position(is_selected).unwrap_or(0);
    first_held(library.held, selected, drawn.len(), usize::from(list.height))
}
