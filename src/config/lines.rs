//! TOML line by line: a line that cannot be read costs no other.

use std::ops::Range;

use toml::de::DeTable;

use crate::problem::Source;
use crate::problem::letters::as_typed;

/// More lines than this are not looked at one by one.
const MOST_LINES: usize = 200;

/// A line that TOML cannot read.
pub struct BrokenLine {
    /// The whole line, in bytes.
    pub line: Range<usize>,
    /// What of it cannot be read, in bytes.
    pub span: Range<usize>,
    /// It sets once more what was set before.
    pub is_twice: bool,
    /// The heading that it counts as, where it is meant as one.
    pub heading: Option<MeantHeading>,
}

impl BrokenLine {
    /// Whether nothing of it counts, or not all.
    pub fn is_lost(&self) -> bool {
        self.heading.as_ref().is_none_or(|heading| heading.has_more)
    }
}

/// A heading in place of a line that is meant as one.
pub struct MeantHeading {
    /// As it should be written, such as `[mix]`.
    pub written: String,
    /// Something follows it in its line, which is lost.
    pub has_more: bool,
}

/// The same lines with blanks in place of each that TOML cannot read, or the heading it is meant as;
/// and those lines, with their places in the text as it was. Only after such a heading do bytes
/// stand elsewhere in their line.
pub fn readable(text: &str) -> (String, Vec<BrokenLine>) {
    let original = Source::new("", text);
    let (mut rest, mut broken) = (text.to_owned(), Vec::new());
    while broken.len() < MOST_LINES {
        let Err(error) = DeTable::parse(&rest) else { return (rest, broken) };
        let found = error.span().unwrap_or(0..0);
        let is_twice = is_key_of_a_sound_line(&rest, &found);
        let Some(line) = culprit(&rest, found.start, is_twice) else { break };
        let span = found.start.clamp(line.start, line.end)..found.end.clamp(line.start, line.end);
        let written = rest[line.clone()].trim();
        let heading = heading_meant(written).filter(|it| !is_twice && it.written != written);
        let here = Source::new("", &rest);
        let place = |it: &Range<usize>| {
            here.place_in(it.start, &original)..here.place_in(it.end, &original)
        };
        let (line_before, span) = (place(&line), place(&span));
        let blank = || " ".repeat(line.len());
        let instead = heading.as_ref().map_or_else(blank, |heading| heading.written.clone());
        rest.replace_range(line, &instead);
        broken.retain(|it: &BrokenLine| it.line.start != line_before.start);
        broken.push(BrokenLine { line: line_before, span, is_twice, heading });
    }
    (String::new(), broken)
}

/// The heading a line is meant as: a name with a bracket before or after it.
fn heading_meant(line: &str) -> Option<MeantHeading> {
    let typed = as_typed(line);
    let words = typed.split('#').next()?.trim();
    let is_around = |letter: char| letter.is_whitespace() || "[](){}<>:;,\"'".contains(letter);
    let (name, more) = match words.strip_prefix('[') {
        Some(rest) => rest.split_once(']').unwrap_or((rest, "")),
        None => (words.strip_suffix(']')?, ""),
    };
    let name = name.trim_matches(is_around);
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let is_name = !name.is_empty() && name.chars().all(is_bare);
    let heading = MeantHeading {
        written: format!("[{name}]"),
        has_more: !more.trim_matches(is_around).is_empty(),
    };
    (is_name && DeTable::parse(&heading.written).is_ok()).then_some(heading)
}

/// Whether a key stands at these bytes, in a line that can be read by itself: then what is wrong is
/// that it was set before.
fn is_key_of_a_sound_line(text: &str, found: &Range<usize>) -> bool {
    let words = text.get(found.clone()).unwrap_or_default().trim_matches(['"', '\'']);
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_key = !words.is_empty() && words.bytes().all(is_bare);
    is_key && line_of(text, found.start).is_some_and(|line| DeTable::parse(&text[line]).is_ok())
}

/// The line that is to blame for an error at a byte: the nearest up to there that cannot be read by
/// itself, since what is left open there spoils the lines below. Where each can, the last of them.
fn culprit(text: &str, byte: usize, is_twice: bool) -> Option<Range<usize>> {
    let mut last = None;
    let mut from = Some(byte);
    while let Some(line) = from.and_then(|from| line_of(text, from)) {
        if is_twice || DeTable::parse(&text[line.clone()]).is_err() {
            return Some(line);
        }
        from = line.start.checked_sub(1);
        last = last.or(Some(line));
    }
    last
}

/// The line a byte lies in; where that one is blank, the nearest before it that is not.
fn line_of(text: &str, byte: usize) -> Option<Range<usize>> {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end += text[end..].find('\n').unwrap_or(text.len() - end);
    loop {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        if !text[start..end].trim().is_empty() {
            return Some(start..end);
        }
        end = start.checked_sub(1)?;
    }
}
