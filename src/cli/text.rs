//! Words and lists as people read them.

use std::path::Path;

use std::borrow::Cow;

use textwrap::Options;
use textwrap::WordSplitter::NoHyphenation;
use unicode_truncate::UnicodeTruncateStr as _;
use unicode_width::UnicodeWidthStr as _;

use crate::words;

/// `1 file`, `2 files`; `2 files of your own`.
pub(super) fn count(number: usize, one: &str) -> String {
    let (thing, more) = one.split_once(" of ").map_or((one, None), |(it, of)| (it, Some(of)));
    let ending = if number == 1 { "" } else { "s" };
    let more = more.map(|of| format!(" of {of}")).unwrap_or_default();
    format!("{number} {thing}{ending}{more}")
}

/// The same text on one line, with nothing in it that could control a terminal.
pub(super) fn one_line(text: &str) -> String {
    words::printable(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A path as it is printed: on one line, with nothing in it that could control a terminal.
pub(super) fn said(path: &Path) -> String {
    words::printable(&path.to_string_lossy())
}

/// The same text with nothing in it that could control a terminal; line breaks stay.
pub(super) fn printable(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(words::printable).collect();
    lines.join("\n")
}

/// Text broken into lines of at most `width` columns; a longer word has a line to itself.
pub(super) fn fold(text: &str, width: usize) -> Vec<String> {
    let text = one_line(text);
    if text.is_empty() {
        return Vec::new();
    }
    let whole_words = Options::new(width).break_words(false).word_splitter(NoHyphenation);
    textwrap::wrap(&text, whole_words).into_iter().map(Cow::into_owned).collect()
}

/// A line broken likewise. What stands before its words, blanks or a number of a list, stays before
/// the first of its lines, and as much room before the others.
pub(super) fn fold_hanging(line: &str, width: usize, narrowest: usize) -> Vec<String> {
    let digits = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let words = if digits.starts_with("  ") { digits.trim_start() } else { line.trim_start() };
    let before = &line[..line.len() - words.len()];
    let lines = fold(words, width.saturating_sub(before.width()).max(narrowest));
    let room = " ".repeat(before.width());
    let before = [before].into_iter().chain(std::iter::repeat(room.as_str()));
    lines.iter().zip(before).map(|(line, before)| format!("{before}{line}")).collect()
}

/// Text in exactly `width` columns: filled up with blanks, or cut short with an ellipsis.
pub(super) fn in_columns(text: &str, width: usize) -> String {
    let shown = if text.width() > width {
        format!("{}…", text.unicode_truncate(width.saturating_sub(1)).0)
    } else {
        text.to_owned()
    };
    let blanks = width.saturating_sub(shown.width());
    shown + &" ".repeat(blanks)
}
