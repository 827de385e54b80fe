//! A text between single marks that goes on in the next lines.

use toml::de::DeTable;

use super::value_start;
use crate::problem::{Source, Span};

/// A text that goes on in the next lines, as if it stood between three marks.
pub(super) struct TextOverLines {
    /// All of its lines.
    pub(super) span: Span,
    /// The same in one line.
    pub(super) joined: String,
}

/// The text that begins in a line and ends in one of the next.
pub(super) fn text_over_lines(source: &Source<'_>, line: &Span) -> Option<TextOverLines> {
    /// Texts of more lines are not looked for.
    const MOST: usize = 12;
    let first = source.slice(line).trim_end();
    let value = &first[value_start(first, false)?..];
    let mark = value.chars().next().filter(|mark| "\"'".contains(*mark))?;
    if value[1..].contains(mark) {
        return None;
    }
    let mut joined = first.trim_start().to_owned();
    let number = source.line_of(line.start);
    for number in number + 1..=number + MOST {
        let span = source.line_span(number);
        let next = source.slice(&span).trim();
        let is_other =
            next.is_empty() || next.starts_with('[') || value_start(next, false).is_some();
        if is_other {
            return None;
        }
        joined = format!("{} {next}", joined.trim_end());
        if next.ends_with(mark) {
            let is_right = DeTable::parse(&joined).is_ok();
            return is_right.then_some(TextOverLines { span: line.start..span.end, joined });
        }
    }
    None
}
