//! Values in which quotation marks are wrong: what was meant, and what can stand there until it is mended.

mod over_lines;

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::de::DeTable;

use over_lines::text_over_lines;

use super::letters::{is_printed_quote, is_wrong_quote, odd_letter};
use super::scan::{Scanner, TomlPlace};
use super::{Finding, Findings, Source};
use crate::words::Message;

/// Longer lines are not shown as they should be written.
const LONGEST: usize = 200;

/// More lines than these are not looked at.
const MOST_LINES: usize = 200;

/// A line with its quotation marks put right.
pub(crate) struct QuotedLine {
    /// The line as it was most likely meant.
    pub(crate) meant: String,
    /// A line of as many bytes that can be read, with other marks within its texts left out.
    instead: Option<String>,
    /// The byte at which a text ends before its time, or does not end.
    at: usize,
    message: &'static str,
}

/// A text between quotation marks, or what stands between two such.
#[derive(Clone, Debug)]
enum QuotedPart<'a> {
    Between(&'a str),
    Text { mark: char, inside: &'a str, is_closed: bool },
}

/// Puts lines that can be read in place of those whose quotation marks are wrong, each told with the
/// line that was meant; so they cost nothing around them.
pub(crate) fn with_quotes_right<'a>(source: &Source<'a>, found: &mut Findings) -> Cow<'a, str> {
    let (_, errors) = DeTable::parse_recoverable(source.text);
    let starts = errors.iter().filter_map(|error| Some(error.span()?.start));
    let lines: BTreeSet<usize> = starts.map(|start| source.line_of(start)).collect();
    let mut scanner = Scanner::new(source.text);
    let (mut text, mut done) = (Cow::Borrowed(source.text), 0);
    for line in lines.into_iter().take(MOST_LINES) {
        let span = source.line_span(line);
        if span.start < done {
            continue;
        }
        scanner.go_to(span.start);
        let is_in_list = match scanner.place() {
            TomlPlace::Key => false,
            TomlPlace::Value => true,
            TomlPlace::Heading | TomlPlace::Text { .. } => continue,
        };
        let written = source.slice(&span);
        if let Some(whole) = text_over_lines(source, &span).filter(|_| !is_in_list) {
            let help = if whole.joined.len() <= LONGEST {
                Message::new("write").with("text", whole.joined.as_str())
            } else {
                Message::new("text-over-lines-help")
            };
            let message = Message::new("text-over-lines");
            found.add(Finding::error("syntax", whole.span.start..span.end, message).help(help));
            found.unreadable(whole.span.clone());
            let room = " ".repeat(whole.span.len() - whole.joined.len());
            text.to_mut().replace_range(whole.span.clone(), &(whole.joined.clone() + &room));
            scanner.go_over(&whole.joined, whole.span.end);
            done = whole.span.end;
            continue;
        }
        let Some(quoted) = quotes_meant(written, is_in_list) else { continue };
        let Some(instead) = quoted.instead else { continue };
        let at = span.start + quoted.at;
        let finding = Finding::error("syntax", at..at + 1, Message::new(quoted.message));
        let help = (quoted.meant.len() <= LONGEST)
            .then(|| Message::new("write").with("text", quoted.meant.trim()));
        found.add(finding.maybe_help(help));
        found.unreadable(span.clone());
        scanner.go_over(&instead, span.end);
        text.to_mut().replace_range(span, &instead);
    }
    text
}

/// The line that was meant where quotation marks in its value are wrong. A line within a list
/// `is_in_list`, and may have no key.
pub(crate) fn quotes_meant(line: &str, is_in_list: bool) -> Option<QuotedLine> {
    let line = line.trim_end();
    let value_at = value_start(line, is_in_list)?;
    let (key, value) = line.split_at(value_at);
    let is_readable = |value: &str| reads(&format!("{key}{value}"), is_in_list);
    if value.contains("\"\"\"") || value.contains("'''") {
        return None;
    }
    let pieces = pieces(value)?;
    let is_odd = |piece: &QuotedPart<'_>| match piece {
        QuotedPart::Between(between) => odd_letter(between).is_some(),
        QuotedPart::Text { inside, mark, .. } => {
            inside.contains(*mark) && odd_letter(&inside.replace('\u{2019}', "")).is_some()
        }
    };
    let is_mark = |letter: char| letter != '\u{2019}' && is_printed_quote(letter);
    if pieces.iter().any(is_odd) || value.contains(is_mark) {
        return None;
    }
    if is_readable(value) || !pieces.iter().any(|piece| matches!(piece, QuotedPart::Text { .. })) {
        return None;
    }
    if value.starts_with('(') {
        return None;
    }
    let is_plain = !is_in_list && !value.starts_with(['[', '{']);
    let meant = if is_plain { plain_value(&pieces)? } else { listed(&pieces) };
    let meant = Some(meant).filter(|meant| is_readable(meant))?;
    let instead = stand_in(&pieces, is_plain, value.len()).filter(|it| is_readable(it));
    let (at, message) = slip(&pieces, is_plain);
    Some(QuotedLine {
        meant: format!("{key}{meant}"),
        instead: instead.map(|instead| format!("{key}{instead}")),
        at: value_at + at,
        message,
    })
}

/// Where the value of a line begins.
fn value_start(line: &str, is_in_list: bool) -> Option<usize> {
    let begin = line.len() - line.trim_start().len();
    if is_in_list && line[begin..].starts_with(['"', '\'', '[', '{']) {
        return Some(begin);
    }
    let equals = line.find('=')?;
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let key = line[..equals].trim();
    let value = line[equals + 1..].trim_start();
    (!key.is_empty() && key.chars().all(is_key)).then_some(line.len() - value.len())
}

fn reads(line: &str, is_in_list: bool) -> bool {
    let line = line.trim();
    let has_key = !line.starts_with(['"', '\'', '[', '{']);
    let whole = if has_key || !is_in_list { line.to_owned() } else { format!("a = [{line}\n]") };
    let without_comma = whole.strip_suffix(',').filter(|_| is_in_list && has_key);
    DeTable::parse(without_comma.unwrap_or(&whole)).is_ok()
}

/// Takes a value apart. A text ends at the mark after which it can end: before a comma, a bracket, a
/// comment or the end of the line, or before the next text.
fn pieces(value: &str) -> Option<Vec<QuotedPart<'_>>> {
    let (mut pieces, mut rest) = (Vec::new(), value);
    while let Some(at) = rest.find(['"', '\'', '#']) {
        let between = &rest[..at];
        let before = between.trim_end().chars().next_back();
        let begins = match before {
            None => true,
            Some(letter) => "[{,=".contains(letter),
        };
        if rest[at..].starts_with('#') {
            break;
        }
        if !begins {
            return None;
        }
        let mark = rest[at..].chars().next()?;
        let inside = &rest[at + 1..];
        let (end, is_closed) = end_of_text(inside, mark);
        let text = &inside[..end];
        let text = if is_closed { text } else { without_other_mark(text) };
        pieces.push(QuotedPart::Between(between));
        pieces.push(QuotedPart::Text { mark, inside: text, is_closed });
        rest = &inside[end + usize::from(is_closed)..];
    }
    pieces.push(QuotedPart::Between(rest));
    Some(pieces)
}

/// Where a text ends, and whether a mark is there.
fn end_of_text(text: &str, mark: char) -> (usize, bool) {
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && mark == '"' && text[at + 1..].chars().any(|it| it == mark) {
            let after = text[at + 1..].strip_prefix(mark).map(str::trim_start);
            if after.is_none_or(|after| !after.is_empty()) {
                letters.next();
                continue;
            }
        }
        let after = &text[at + letter.len_utf8()..];
        let next = after.trim_start();
        let begins_text = next.len() < after.len()
            && next.starts_with(['"', '\''])
            && next[1..].starts_with(|it: char| !it.is_whitespace() && !",]}".contains(it));
        let is_only =
            next.len() < after.len() && !next.contains(mark) && !text[..at].contains(mark);
        if letter == mark
            && (next.is_empty()
                || next.starts_with([',', ']', '}', '#', ';'])
                || begins_text
                || is_only)
        {
            return (at, true);
        }
    }
    let text = text.split(" #").next().unwrap_or(text);
    (text.trim_end_matches([',', ']', '}', ' ', ';']).len(), false)
}

/// A text that is not closed, without another mark at its end that was meant to close it.
fn without_other_mark(inside: &str) -> &str {
    inside.strip_suffix(|letter| "\"'".contains(letter) || is_wrong_quote(letter)).unwrap_or(inside)
}

/// A text as it is written where it may be written so.
fn quoted(mark: char, inside: &str) -> String {
    let is_right = DeTable::parse(&format!("a = {mark}{inside}{mark}")).is_ok();
    if is_right {
        return format!("{mark}{inside}{mark}");
    }
    let mut written = String::from('"');
    let mut letters = inside.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' if mark == '\'' || letters.peek().is_none() => written.push_str("\\\\"),
            '\\' => {
                written.push(letter);
                written.extend(letters.next());
            }
            _ => written.push(letter),
        }
    }
    written.push('"');
    written
}

/// One value out of a line that may hold several texts.
fn plain_value(pieces: &[QuotedPart<'_>]) -> Option<String> {
    let texts: Vec<(char, &str)> = pieces
        .iter()
        .filter_map(|piece| match piece {
            QuotedPart::Text { mark, inside, .. } => Some((*mark, *inside)),
            QuotedPart::Between(_) => None,
        })
        .collect();
    let is_list = pieces
        .iter()
        .skip(1)
        .rev()
        .skip(1)
        .any(|piece| matches!(piece, QuotedPart::Between(between) if between.contains(',')));
    let (mark, first) = *texts.first()?;
    if is_list {
        let texts: Vec<String> = texts.iter().map(|(mark, text)| quoted(*mark, text)).collect();
        return Some(format!("[{}]", texts.join(", ")));
    }
    let others = texts.iter().skip(1).map(|(_, text)| *text);
    let joined: Vec<&str> = std::iter::once(first).chain(others).collect();
    let text = joined.join(" ");
    let behind = match pieces.last() {
        Some(QuotedPart::Between(between)) if texts.len() == 1 => between,
        _ => "",
    };
    Some(with_words_behind((mark, &text), behind.split('#').next().unwrap_or_default().trim()))
}

/// A text and the words behind it: more entries of a list, a remark, or the rest of the text itself.
fn with_words_behind((mark, text): (char, &str), behind: &str) -> String {
    /// More words than these are no remark, unless a sign parts them from the value.
    const MOST: usize = 3;
    let is_sign = |letter: char| "/-–—; ".contains(letter);
    let words = behind.trim_start_matches(is_sign);
    let is_remark = behind.starts_with(is_sign)
        || behind.starts_with('(')
        || (words.split_whitespace().count() <= MOST && !words.ends_with(['.', '!', '?']));
    if !words.contains(char::is_alphanumeric) {
        quoted(mark, text)
    } else if let Some(entries) = words.strip_prefix(',') {
        let entries = entries.split(',').map(|entry| quoted('"', entry.trim()));
        let all: Vec<String> = std::iter::once(quoted(mark, text)).chain(entries).collect();
        format!("[{}]", all.join(", "))
    } else if is_remark {
        format!("{} # {words}", quoted(mark, text))
    } else {
        quoted(mark, &format!("{text} {words}"))
    }
}

/// A list or table with every text in it as it may be written, and a comma between two.
fn listed(pieces: &[QuotedPart<'_>]) -> String {
    let mut written = String::new();
    let mut was_text = false;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            QuotedPart::Between(between) => {
                let is_last = at + 1 == pieces.len();
                let lacks_comma = was_text && !is_last && between.trim().is_empty();
                written.push_str(if lacks_comma { ", " } else { between });
            }
            QuotedPart::Text { mark, inside, .. } => {
                written.push_str(&quoted(*mark, inside));
                was_text = true;
            }
        }
    }
    written
}

/// A value of so many bytes that can be read, without the marks that are wrong.
fn stand_in(pieces: &[QuotedPart<'_>], is_plain: bool, length: usize) -> Option<String> {
    let bare = |mark: char, inside: &str| {
        if mark == '"' && DeTable::parse(&format!("a = \"{inside}\"")).is_ok() {
            return inside.to_owned();
        }
        inside.replace([mark, '\\'], "")
    };
    let mut written = String::new();
    let mut was_text = false;
    for (at, piece) in pieces.iter().enumerate() {
        let is_last = at + 1 == pieces.len();
        match piece {
            QuotedPart::Between(_) if is_plain => {}
            QuotedPart::Between(between) if was_text && !is_last && between.trim().is_empty() => {
                written.push(',');
            }
            QuotedPart::Between(between) => written.push_str(between),
            QuotedPart::Text { .. } if is_plain && was_text => {}
            QuotedPart::Text { mark, inside, is_closed } => {
                let mut text = bare(*mark, inside);
                if !is_closed && text.len() == inside.len() {
                    text.pop()?;
                }
                written.push(*mark);
                written.push_str(&text);
                written.push(*mark);
                was_text = true;
            }
        }
    }
    let missing = length.checked_sub(written.len())?;
    Some(written + &" ".repeat(missing))
}

/// Where in a value its first wrong mark stands, and what is told of it.
fn slip(pieces: &[QuotedPart<'_>], is_plain: bool) -> (usize, &'static str) {
    let (mut at, mut was_text) = (0, false);
    for (count, piece) in pieces.iter().enumerate() {
        match piece {
            QuotedPart::Between(between) => {
                let is_last = count + 1 == pieces.len();
                let is_blank = between.split('#').next().unwrap_or_default().trim().is_empty();
                if was_text && !is_last && (is_blank || is_plain) {
                    let message = if is_plain { "several-texts" } else { "comma-missing" };
                    return (at, message);
                }
                if is_plain && is_last && !is_blank {
                    return (at + between.len() - between.trim_start().len(), "after-value");
                }
                at += between.len();
            }
            QuotedPart::Text { mark, inside, is_closed } => {
                if !is_closed {
                    return (at + 1 + inside.len(), "text-open");
                }
                let whole = format!("a = {mark}{inside}{mark}");
                if DeTable::parse(&whole).is_err()
                    && let Some(wrong) = inside.find(*mark)
                {
                    return (at + 1 + wrong, "quote-ends-text");
                }
                at += inside.len() + 2;
                was_text = true;
            }
        }
    }
    (0, "after-value")
}
