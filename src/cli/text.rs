//! Words, lengths and lists as people read them.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// A position on a timeline to the nearest second, as lengths are told: `2:41`, or `1:02:05`.
pub(super) fn clock(millis: u64) -> String {
    of_seconds((millis + 500) / 1000)
}

fn of_seconds(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// A position to the millisecond: `2:41.500`.
pub(super) fn exact_clock(millis: u64) -> String {
    format!("{}.{:03}", of_seconds(millis / 1000), millis % 1000)
}

/// A length to the second: `45 s`, `6 min 30 s`, `1 h 20 min`.
pub(super) fn length(millis: u64) -> String {
    let seconds = (millis + 500) / 1000;
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")];
    let told: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    if told.is_empty() { "0 s".to_owned() } else { told.join(" ") }
}

/// A length to the minute: `7 min`; under two minutes, to the second.
pub(super) fn about(millis: u64) -> String {
    if millis < 120_000 {
        return length(millis);
    }
    length((millis + 30_000) / 60_000 * 60_000)
}

/// Seconds as they are counted: `4`, `5.5`.
pub(super) fn seconds(millis: u64) -> String {
    let tenths = (millis + 50) / 100;
    match tenths % 10 {
        0 => format!("{}", tenths / 10),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

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
