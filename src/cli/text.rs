//! Words and lists as people read them.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// `1 file`, `2 files`.
pub(super) fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}

/// The first letter made large.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The same text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same text with nothing in it that could control a terminal; line breaks stay.
pub(super) fn printable(text: &str) -> String {
    let reorders = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|c| match c {
            '\n' => c,
            '\t' => ' ',
            c if c.is_control() || reorders(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Text broken into lines of at most `width` columns; a longer word has a line to itself.
pub(super) fn fold(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Text in exactly `width` columns: filled up with blanks, or cut short with an ellipsis.
pub(super) fn in_columns(text: &str, width: usize) -> String {
    let mut shown = text.to_owned();
    if text.width() > width {
        shown.clear();
        for letter in text.graphemes(true) {
            if shown.width() + letter.width() + 1 > width {
                break;
            }
            shown.push_str(letter);
        }
        shown.push('…');
    }
    let blanks = width.saturating_sub(shown.width());
    shown + &" ".repeat(blanks)
}
