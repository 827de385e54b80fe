//! A list of sessions, one selected; text in lines, scrolled where there is much of it.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_truncate::UnicodeTruncateStr as _;
use unicode_width::UnicodeWidthStr as _;

use crate::lengths::to_the_minute;
use crate::library::Entry;
use crate::theme::Theme;
use crate::words::{Message, Texts};

use crate::screens::page::rows;

/// In fewer columns than this a reason says nothing.
const SHORTEST_REASON: usize = 8;

/// One line of a list: the title at the left, the length at the right.
pub(in crate::screens) fn draw_entry(
    frame: &mut Frame,
    row: Rect,
    entry: &Entry,
    selected: bool,
    theme: &Theme,
) {
    draw_found(frame, row, entry, "", selected, theme);
}

/// The same where nothing stands below it: that there is more of a title is told by a sign.
pub(in crate::screens) fn draw_entry_alone(
    frame: &mut Frame,
    row: Rect,
    entry: &Entry,
    selected: bool,
    theme: &Theme,
) {
    let length = to_the_minute(entry.millis);
    let title = shortened(&entry.title, title_room(row.width, &length));
    draw_row(frame, row, (&title, "", &length), selected, theme);
}

/// The same, with a word after the title on why it was found, where there is room for it.
pub(in crate::screens) fn draw_found(
    frame: &mut Frame,
    row: Rect,
    entry: &Entry,
    why: &str,
    selected: bool,
    theme: &Theme,
) {
    let length = to_the_minute(entry.millis);
    draw_row(frame, row, (&entry.title, why, &length), selected, theme);
}

/// One line of a list: a title, a word after it where there is room, and a short one at the right.
pub(in crate::screens) fn draw_row(
    frame: &mut Frame,
    row: Rect,
    (title, why, at_right): (&str, &str, &str),
    selected: bool,
    theme: &Theme,
) {
    if selected {
        frame.buffer_mut().set_style(row, theme.selected());
    }
    let mark = if selected { "› " } else { "  " };
    let room = title_room(row.width, at_right);
    // What does not fit stands in the rows below, where the list has some for it.
    let lines = textwrap::wrap(title, room.max(1));
    let title = lines.first().map_or("", |line| line).to_owned();
    let left = room.saturating_sub(title.width() + 2);
    let why = Some(why).filter(|why| !why.is_empty() && left >= SHORTEST_REASON);
    let why = why.map(|why| Span::styled(format!("  {}", shortened(why, left)), theme.dim()));
    let title = [Span::styled(mark, theme.accent()), Span::styled(title, theme.text())];
    let line: Line<'_> = title.into_iter().chain(why).collect();
    frame.render_widget(line, row);
    let right = Rect { width: row.width.saturating_sub(1), ..row };
    let at_right =
        Line::from(Span::styled(at_right.to_owned(), theme.dim())).alignment(Alignment::Right);
    frame.render_widget(at_right, right);
}

/// The lines that the title of a session takes in a list of so many columns, the length of it beside
/// the first.
pub(in crate::screens) fn title_lines(entry: &Entry, columns: u16) -> Vec<String> {
    lines_beside(&entry.title, &to_the_minute(entry.millis), columns)
}

/// How many columns of a line a title has, beside a short word at the right.
fn title_room(columns: u16, at_right: &str) -> usize {
    usize::from(columns).saturating_sub(at_right.width() + 5)
}

/// The lines that a title takes in a list of so many columns, beside a short word at the right.
pub(in crate::screens) fn lines_beside(title: &str, at_right: &str, columns: u16) -> Vec<String> {
    let lines = textwrap::wrap(title, title_room(columns, at_right).max(1));
    lines.into_iter().map(Cow::into_owned).collect()
}

/// What of a title stands below its first line.
pub(in crate::screens) fn draw_rest(
    frame: &mut Frame,
    row: Rect,
    words: &str,
    selected: bool,
    theme: &Theme,
) {
    if selected {
        frame.buffer_mut().set_style(row, theme.selected());
    }
    frame.render_widget(Line::styled(format!("  {words}"), theme.text()), row);
}

/// Draws lines from `scroll` on, never past the last, and says so where there are more below.
pub(in crate::screens) fn draw_scrolled(
    frame: &mut Frame,
    area: Rect,
    lines: &[Line<'_>],
    scroll: usize,
    theme: &Theme,
    texts: &Texts,
) {
    let height = usize::from(area.height);
    let first = scroll.min(lines.len().saturating_sub(height));
    let more = lines.len() > first + height;
    let shown = if more { height.saturating_sub(1) } else { height };
    for (row, line) in rows(area).zip(lines.iter().skip(first).take(shown)) {
        frame.render_widget(line, row);
    }
    if more && let Some(row) = rows(area).last() {
        frame.render_widget(
            Line::styled(texts.text(&Message::new("page-more")), theme.accent()),
            row,
        );
    }
}

/// A text in lines of at most so many columns.
pub(in crate::screens) fn wrapped<'a>(text: &str, columns: usize, style: Style) -> Vec<Line<'a>> {
    let lines = textwrap::wrap(text, columns.max(1));
    lines.into_iter().map(|line| Line::styled(line.into_owned(), style)).collect()
}

/// Each text as a point of a list, in lines of at most so many columns.
pub(in crate::screens) fn points<'a>(
    texts: &[String],
    columns: usize,
    style: Style,
) -> Vec<Line<'a>> {
    let mark = textwrap::Options::new(columns.max(4)).initial_indent("· ").subsequent_indent("  ");
    let lines = texts.iter().flat_map(|text| textwrap::wrap(text, &mark));
    lines.map(|line| Line::styled(line.into_owned(), style)).collect()
}

/// A text in at most so many lines, with an ellipsis where something is missing.
pub(in crate::screens) fn abridged(text: &str, columns: usize, rows: usize) -> Vec<String> {
    let lines = textwrap::wrap(text, columns.max(1));
    let is_whole = lines.len() <= rows;
    let mut kept: Vec<_> = lines.into_iter().take(rows).map(Cow::into_owned).collect();
    if let Some(last) = kept.last_mut().filter(|_| !is_whole) {
        *last = shortened(&format!("{last} …"), columns);
        if !last.ends_with('…') {
            last.push('…');
        }
    }
    kept
}

/// A title in so many columns: whole, or what stands before its first comma or colon, or so many words and
/// an ellipsis.
pub(in crate::screens) fn shorter_title(title: &str, columns: usize) -> String {
    let first = title.split([',', ':', ';']).next().unwrap_or(title);
    if title.width() <= columns {
        return title.to_owned();
    }
    if first.width() <= columns {
        return first.to_owned();
    }
    let words = first.match_indices(' ').map(|(end, _)| &first[..end]);
    let fitting = words.take_while(|words| words.width() < columns).last();
    fitting.map_or_else(|| shortened(title, columns), |words| format!("{words}…"))
}

/// A text cut to so many columns, with an ellipsis where something is missing.
pub(in crate::screens) fn shortened(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let (short, _) = text.unicode_truncate(columns.saturating_sub(1));
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    //! What is left of titles where there is little room.

    use super::shorter_title;

    #[test]
    fn a_title_is_whole_or_its_first_clause_or_whole_words() {
        for (title, columns, short) in [
            ("Eyes and jaw", 12, "Eyes and jaw"),
            ("Evening on the sofa: neck and hands", 20, "Evening on the sofa"),
            ("Evening on the sofa: neck and hands", 12, "Evening on…"),
            ("Cold pack for thighs and shins", 22, "Cold pack for thighs…"),
            ("Schulterblattmuskulatur", 10, "Schulterb…"),
            ("首と肩", 4, "首…"),
        ] {
            assert_eq!(shorter_title(title, columns), short, "{title}");
        }
    }
}
