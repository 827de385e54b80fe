//! What the selected line of the library is: a session with its outline, a breath, or a page.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::body::View as Picture;
use crate::courses::SessionCourse;
use crate::lengths::{counted, to_the_minute};
use crate::library::{Entry, breathing_id};
use crate::screens::library::{LibraryItem, LibraryScreen, SessionPreview};
use crate::screens::page::rows;
use crate::screens::widgets::lists::{draw_scrolled, points, shortened, wrapped};
use crate::screens::widgets::outline;
use crate::screens::widgets::pictures::{Placed, arranged, draw as draw_pictures};
use crate::screens::{ScreenView, Shared};
use crate::session::NamedPattern;
use crate::theme::Theme;

/// Columns of the labels in the preview.
const LABEL: usize = 8;

/// Columns of the pictures where they stand within the preview.
const NARROW: u16 = 12;

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

/// What is selected, in `area` of `body`.
pub(super) fn draw(
    frame: &mut Frame,
    library: &LibraryScreen,
    shared: &Shared,
    (area, body): (Rect, Rect),
    view: &mut ScreenView,
) {
    let theme = view.theme;
    match library.chosen().map(|row| row.item) {
        Some(LibraryItem::Session(found)) => {
            let Some(entry) = shared.catalogue.get(found.index) else { return };
            let pictures = pictures_beside(area, body, &Picture::showing(&entry.regions));
            let seen = library.preview_of(&entry.id);
            let summary = seen.map_or(&entry.summary, |seen| &seen.summary);
            let what = |width| describe(entry, summary, width, &theme);
            draw_session(frame, (library, &entry.id), what, (area, &pictures), &theme);
            let worked: Vec<_> = entry.regions.iter().map(|region| (*region, None)).collect();
            draw_pictures(frame, view, &pictures, &worked, &[], shared.own_texts());
        }
        Some(LibraryItem::Breath(pattern)) => {
            let what = |width| describe_breath(pattern, width, &theme);
            let id = breathing_id(pattern.id);
            draw_session(frame, (library, &id), what, (area, &Placed::new()), &theme);
        }
        Some(LibraryItem::Page(topic)) => {
            let page = library.page.as_ref().filter(|(about, _)| *about == topic);
            let Some((_, page)) = page else { return };
            let width = usize::from(area.width);
            let mut lines = wrapped(&page.what, width, theme.text());
            lines.push(Line::default());
            lines.extend(points(&page.how, width, theme.calm()));
            draw_scrolled(frame, area, &lines, 0, &theme, shared.own_texts());
        }
        Some(LibraryItem::Course(at)) => {
            let Some(course) = shared.catalogue.courses().get(at) else { return };
            let lines = describe_course(course, shared, usize::from(area.width), &theme);
            draw_scrolled(frame, area, &lines, 0, &theme, shared.own_texts());
        }
        None => {}
    }
}

/// What a session is, and its outline below as far as there is room. The words keep clear of the
/// pictures.
fn draw_session<'a>(
    frame: &mut Frame,
    (library, id): (&LibraryScreen, &str),
    what: impl Fn(usize) -> Vec<Line<'a>>,
    (area, pictures): (Rect, &Placed),
    theme: &Theme,
) {
    let within = pictures.iter().filter(|(_, picture)| picture.x < area.right());
    let left = within.clone().map(|(_, picture)| picture.x).min();
    let narrow = left.map_or(area.width, |left| (left - area.x).saturating_sub(2));
    let bottom = within.map(|(_, picture)| picture.bottom()).max().unwrap_or(area.y);
    let mut lines = what(usize::from(narrow));
    if let Some(SessionPreview { timeline, .. }) = library.preview_of(id) {
        lines.push(Line::default());
        let is_below = area.y + lines.len() as u16 >= bottom;
        let width = if is_below { area.width } else { narrow };
        lines.extend(outline::lines(timeline, width, theme));
    }
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
}

/// What a session is, in a few quiet lines.
fn describe<'a>(entry: &Entry, summary: &str, width: usize, theme: &Theme) -> Vec<Line<'a>> {
    let names = |names: Vec<&str>| names.join(" · ");
    let mut lines = wrapped(summary, width, theme.text());
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

/// What a way to breathe is.
fn describe_breath<'a>(pattern: &NamedPattern, width: usize, theme: &Theme) -> Vec<Line<'a>> {
    let mut lines = wrapped(pattern.summary, width, theme.text());
    lines.push(Line::default());
    let phases = pattern.pattern().phases;
    let phases: Vec<_> =
        phases.iter().map(|phase| format!("{} {}", phase.label, counted(phase.millis))).collect();
    lines.extend(wrapped(&phases.join(" · "), width, theme.calm()));
    if let Some(caution) = pattern.caution {
        lines.push(Line::default());
        lines.extend(wrapped(caution, width, theme.text()));
    }
    lines
}

/// What a course is: its days, each with its session, those that are done marked.
fn describe_course<'a>(
    course: &SessionCourse,
    shared: &Shared,
    width: usize,
    theme: &Theme,
) -> Vec<Line<'a>> {
    let going_on = shared.course.as_ref().filter(|progress| progress.course == course.id);
    let done = going_on.map_or(0, |progress| progress.done);
    let mut lines = wrapped(&course.summary, width, theme.text());
    lines.push(Line::default());
    for (number, day) in (1..).zip(&course.days) {
        let entry = shared.catalogue.iter().find(|entry| entry.id == day.session);
        let title = entry.map_or(&day.session, |entry| &entry.title);
        let mark = if number <= done { "✓" } else { " " };
        let style = if number == done + 1 { theme.accent() } else { theme.calm() };
        lines.push(Line::styled(shortened(&format!("{mark} {number:>2}  {title}"), width), style));
    }
    lines
}
