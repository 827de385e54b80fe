//! The page about one topic.
//!
//! ```text
//!  Title                                                            group
//!
//!  what it is                                   facts at a glance
//!
//!  How                                          See also
//!  · what to do                                 1  a related page
//!
//!  What is known
//!  what can be said
//!  how sure that is · where it comes from
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::learn::Statement;
use crate::screens::page::{WIDEST_TEXT, left_column};
use crate::screens::widgets::lists::{draw_scrolled, points, wrapped};
use crate::screens::{PageRoom, Reading, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// Columns of the names of facts.
const NAME: usize = 10;
/// Columns of the numbers of related pages.
const NUMBER: usize = 3;
/// Columns between the text and what stands beside it.
const GAP: u16 = 4;
/// The fewest columns for facts and related pages beside the text, and for all that is known.
const NARROW: u16 = 30;
const WIDE: u16 = 50;

/// A page in lines: a column of text, and one beside it where there is room.
struct Set<'a> {
    text: (Rect, Vec<Line<'a>>),
    beside: Option<(Rect, Vec<Line<'a>>)>,
}

/// Draws a page from where it is scrolled to, and records how much of it fits. Returns the room it
/// leaves: beside all of it, or else below what stands beside the text.
pub(super) fn draw(
    frame: &mut Frame,
    reading: &Reading,
    body: Rect,
    view: &mut ScreenView,
    texts: &Texts,
) -> Option<Rect> {
    let theme = &view.theme;
    let Set { text, beside } = set(reading, body, theme, texts);
    let lines = text.1.len().max(beside.as_ref().map_or(0, |(_, lines)| lines.len()));
    let rows = usize::from(body.height);
    view.frame.page = Some(PageRoom { farthest: lines.saturating_sub(rows), rows });
    let left = beside.as_ref().map(|(area, lines)| left_of(body, *area, lines.len() as u16));
    for (area, lines) in std::iter::once(text).chain(beside) {
        draw_scrolled(frame, area, &lines, reading.scroll, theme, texts);
    }
    left
}

/// What is left at the right of the second column, or else below its lines.
fn left_of(body: Rect, second: Rect, lines: u16) -> Rect {
    let x = second.right() + GAP;
    let width = body.right().saturating_sub(x).min(WIDEST_TEXT);
    if width >= NARROW {
        return Rect { x, width, ..body };
    }
    let used = (lines + 1).min(second.height);
    Rect { y: second.y + used, height: second.height - used, ..second }
}

/// Sets a page: all in one column; or with facts and related pages beside it; or, where it is very
/// wide, with all that is known there instead.
fn set<'a>(reading: &Reading, body: Rect, theme: &Theme, texts: &Texts) -> Set<'a> {
    let say = |id: &'static str| texts.text(&Message::new(id));
    let page = &reading.page;
    let column = left_column(body, WIDEST_TEXT);
    let left = column.right() + GAP;
    let free = body.right().saturating_sub(left);
    let second = Rect { x: left, width: free.min(WIDEST_TEXT), ..body };
    let (is_wide, has_two) = (free >= WIDE, free >= NARROW);
    let width_of = |is_beside: bool| if is_beside { second.width } else { column.width };

    let width = usize::from(column.width);
    let what = wrapped(&page.what, width, theme.text());
    let how = under(say("learn-how"), points(&page.how, width, theme.text()), theme);
    let not_for = points(&page.not_for, width, theme.text());
    let not_for = under(say("learn-not-for"), not_for, theme);
    let facts = facts(reading, width_of(has_two), theme);
    let known = known(&page.evidence, width_of(is_wide), theme, texts);
    let known = under(say("learn-known"), known, theme);
    let related = see_also(reading, width_of(has_two && !is_wide), theme);
    let related = under(say("learn-see-also"), related, theme);

    let (text, beside) = match (has_two, is_wide) {
        (false, _) => (vec![what, facts, how, known, not_for, related], None),
        (true, false) => (vec![what, how, known, not_for], Some(vec![facts, related])),
        (true, true) => (vec![what, how, not_for, related], Some(vec![facts, known])),
    };
    let beside = beside.map(|parts| (second, spaced(parts)));
    Set { text: (column, spaced(text)), beside }
}

/// Parts with a line between them.
fn spaced(parts: Vec<Vec<Line<'_>>>) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        lines.extend((!lines.is_empty()).then(Line::default));
        lines.extend(part);
    }
    lines
}

fn under<'a>(heading: String, lines: Vec<Line<'a>>, theme: &Theme) -> Vec<Line<'a>> {
    let heading = Line::styled(heading, theme.calm());
    std::iter::once(heading).chain(lines).collect()
}

/// What was claimed, what can be said, how sure that is, and where it comes from.
fn known<'a>(evidence: &[Statement], width: u16, theme: &Theme, texts: &Texts) -> Vec<Line<'a>> {
    let width = usize::from(width);
    let statement = |statement: &Statement| {
        let claim = statement.claim.iter();
        let claim = claim.flat_map(|claim| wrapped(&format!("“{claim}”"), width, theme.dim()));
        let mut lines: Vec<_> = claim.collect();
        lines.extend(wrapped(&statement.says, width, theme.text()));
        let sure = format!("{} · {}", texts.text(&statement.sure.message()), statement.source);
        lines.extend(wrapped(&sure, width, theme.dim()));
        lines
    };
    spaced(evidence.iter().map(statement).collect())
}

fn facts<'a>(reading: &Reading, width: u16, theme: &Theme) -> Vec<Line<'a>> {
    let width = usize::from(width).saturating_sub(NAME);
    let mut lines = Vec::new();
    for fact in reading.page.facts(reading.topic) {
        for (number, part) in textwrap::wrap(&fact.says, width.max(1)).into_iter().enumerate() {
            let name = if number == 0 { fact.name } else { "" };
            lines.push(Line::from(vec![
                Span::styled(format!("{name:<NAME$}"), theme.dim()),
                Span::styled(part.into_owned(), theme.calm()),
            ]));
        }
    }
    lines
}

fn see_also<'a>(reading: &Reading, width: u16, theme: &Theme) -> Vec<Line<'a>> {
    let width = usize::from(width).saturating_sub(NUMBER).max(1);
    let mut lines = Vec::new();
    for (number, topic) in reading.page.related().into_iter().enumerate() {
        for (row, part) in textwrap::wrap(&topic.title(), width).into_iter().enumerate() {
            let number = if row == 0 { (number + 1).to_string() } else { String::new() };
            lines.push(Line::from(vec![
                Span::styled(format!("{number:<NUMBER$}"), theme.accent()),
                Span::styled(part.into_owned(), theme.text()),
            ]));
        }
    }
    lines
}
