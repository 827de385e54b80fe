//! What TOML itself finds wrong, in plain words.
//!
//! The parser says where it stumbled. What is wrong there is looked up in the file itself, since the
//! wording of the parser's messages may change with any release.

mod value;

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, Error};

use super::letters::{as_typed, is_wrong_quote, name_of, odd_letter};
use super::line_meant::{heading_meant, line_help};
use super::scan::{Scanner, TomlPlace};
use super::{Finding, Findings, Source, Span, quote};
use crate::words::Message;

/// What has a heading of its own for each of its tables in every file that has it.
const LIST_OF_TABLES: &str = "steps";
/// Tables and lists within one another that no file needs.
const DEEPEST: usize = 60;

/// Reports the syntax errors, one for each line at most, since one slip often makes several.
/// Returns whether they may have swallowed keys.
pub(crate) fn report_syntax(source: &Source<'_>, errors: &[Error], found: &mut Findings) -> bool {
    let nowhere = || deep_line(source);
    let mut spans: Vec<Span> =
        errors.iter().map(|error| error.span().unwrap_or_else(nowhere)).collect();
    spans.sort_by_key(|span| span.start);
    let mut lines = BTreeSet::new();
    let unclosed = if spans.is_empty() { None } else { bracket_left_open(source, &spans) };
    let mut scanner = Scanner::new(source.text);
    let (mut unread, mut told) = (Vec::new(), BTreeSet::new());
    let single = if spans.is_empty() { BTreeMap::new() } else { single_headings(source) };
    for (at, span) in spans.iter().enumerate() {
        if unclosed.is_some_and(|(_, from)| span.start >= from) {
            break;
        }
        if unread.last().is_some_and(|part: &Span| part.contains(&span.start)) {
            continue;
        }
        scanner.go_to(span.start);
        if scanner.place() == TomlPlace::Key
            && let Some(entry) = entry_without_heading(source, &spans[at..])
        {
            found.add(entry.finding);
            unread.push(entry.part);
            continue;
        }
        if scanner.place() == TomlPlace::Heading
            && let Some(heading) = single.get(source.slice(span))
        {
            if told.insert(heading.start) {
                let message = Message::new("single-heading");
                let help = Message::new("write-heading-of-each").with("key", source.slice(span));
                found.add(Finding::error("duplicate-key", heading.clone(), message).help(help));
                found.unreadable(heading.clone());
            }
            let below = source.text.get(span.start..).unwrap_or_default();
            let end = below.find("\n[").map_or(source.text.len(), |at| span.start + at);
            unread.push(source.line_span(source.line_of(span.start)).start..end);
            continue;
        }
        if lines.insert(source.line_of(span.start)) {
            unread.extend(left_unread(source, span, &scanner));
            let span = span.clone();
            found.add(SyntaxError { source, span, scanner: &scanner }.finding());
        }
    }
    for part in unread {
        found.unreadable(part);
    }
    if let Some((bracket, from)) = unclosed {
        let begins = source.line_of(bracket) + 1;
        let message = Message::new("left-open").with("line", begins.to_string());
        let finding = Finding::error("syntax", from..from, message);
        found.add(finding.help(Message::new("left-open-help")));
        found.unreadable(from..usize::MAX);
    }
    !errors.is_empty()
}

/// An entry of a list of tables that begins without its heading, told at its first key.
struct UnheadedEntry {
    finding: Finding,
    part: Span,
}

/// What begins at the first of these places, where keys stand a second time below a heading of which there
/// may be several.
fn entry_without_heading(source: &Source<'_>, spans: &[Span]) -> Option<UnheadedEntry> {
    let (first, others) = spans.split_first()?;
    let key = source.slice(first);
    if !is_key(key) {
        return None;
    }
    let (above, below) = (source.text.get(..first.start)?, source.text.get(first.start..)?);
    let heading = above.lines().rev().map(str::trim).find(|line| line.starts_with('['))?;
    if !heading.starts_with("[[") {
        return None;
    }
    let heading = heading.split('#').next().unwrap_or_default().trim();
    let end = below.find("\n[").map_or(source.text.len(), |at| first.start + at);
    let mut within = others.iter().take_while(|span| span.start < end);
    if !within.any(|span| is_key(source.slice(span))) {
        return None;
    }
    let message = Message::new("duplicate-key").with("key", quote(key));
    let help = Message::new("missing-heading-help").with("heading", heading);
    Some(UnheadedEntry {
        finding: Finding::error("duplicate-key", first.clone(), message).help(help),
        part: first.start..end,
    })
}

/// The first heading of one table alone, such as `[steps]`, by each key of which there are several.
fn single_headings<'s>(source: &Source<'s>) -> BTreeMap<&'s str, Span> {
    let (mut single, mut several) = (BTreeMap::new(), BTreeSet::from([LIST_OF_TABLES]));
    for (number, line) in source.text.split('\n').enumerate() {
        let heading = line.split('#').next().unwrap_or_default().trim();
        let inside = heading.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        let Some(inside) = inside else { continue };
        match inside.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            Some(key) => _ = several.insert(key.trim()),
            None => _ = single.entry(inside.trim()).or_insert_with(|| source.line_span(number)),
        }
    }
    single.retain(|key, _| several.contains(key) && is_key(key));
    single
}

/// Where the first key of too many parts stands: the parser does not say.
fn deep_line(source: &Source<'_>) -> Span {
    let is_deep = |line: &str| line.split('.').nth(DEEPEST).is_some();
    let line = source.text.split('\n').position(is_deep);
    let at = line.map_or(0, |line| source.line_span(line).start);
    at..at
}

/// The part of the file of which nothing can be said after something amiss at this byte: the keys
/// below a heading, which belong to it, and the value, list or table that it stands in.
fn left_unread(source: &Source<'_>, span: &Span, scanner: &Scanner<'_>) -> Option<Span> {
    let byte = span.start;
    if scanner.place() == TomlPlace::Heading {
        // A heading that stands there a second time is one all the same.
        if is_key(source.slice(span)) {
            return None;
        }
        let below = source.text.get(byte..).unwrap_or_default();
        let until = below.find("\n[").map_or(source.text.len(), |at| byte + at);
        return Some(byte..until);
    }
    let from = match (scanner.open().first(), scanner.place()) {
        (Some(outermost), _) => *outermost,
        (None, TomlPlace::Value) => scanner.since(),
        (None, TomlPlace::Text { from, .. }) => from,
        (None, _) => return None,
    };
    let rest = source.text.get(byte..).unwrap_or_default();
    Some(from..rest.find('\n').map_or(source.text.len(), |at| byte + at))
}

/// Where a list or table begins that is never closed, and where it begins to swallow the rest of the file:
/// at the first thing amiss in a line after it begins.
fn bracket_left_open(source: &Source<'_>, spans: &[Span]) -> Option<(usize, usize)> {
    let mut scanner = Scanner::new(source.text);
    scanner.go_to(source.text.len());
    let outermost = *scanner.open().first()?;
    if scanner.open().len() > DEEPEST {
        return None;
    }
    let line = source.line_of(outermost);
    let inside = || spans.iter().filter(|span| span.start >= outermost);
    let later = inside().find(|span| source.line_of(span.start) > line);
    let amiss = later.or_else(|| inside().next_back())?;
    Some((outermost, amiss.start))
}

/// Something amiss in a file, and what lies around it.
struct SyntaxError<'s> {
    source: &'s Source<'s>,
    span: Span,
    scanner: &'s Scanner<'s>,
}

impl SyntaxError<'_> {
    fn finding(&self) -> Finding {
        let is_deep = self.scanner.open().len() > DEEPEST
            || self.rest_of_line().split(['.', '=']).nth(DEEPEST).is_some();
        if is_deep {
            return self.error("nests-too-deep");
        }
        match self.scanner.place() {
            TomlPlace::Text { from, mark, of_lines: true } if self.rest().is_empty() => {
                let help = Message::new("text-of-lines-open-help");
                let marks = mark.to_string().repeat(3);
                self.error("text-of-lines-open").help(help.with("marks", marks)).at(from..from + 3)
            }
            TomlPlace::Text { from, of_lines: false, .. } if self.rest_of_line().is_empty() => {
                self.text_left_open(from)
            }
            TomlPlace::Text { .. } => self.in_text(),
            TomlPlace::Heading => self.in_heading(),
            TomlPlace::Key => self.in_key(),
            TomlPlace::Value => self.in_value(),
        }
    }

    fn error(&self, message: &'static str) -> Finding {
        Finding::error("syntax", self.span.clone(), Message::new(message))
    }

    /// The file's own words at the place.
    fn words(&self) -> &str {
        self.source.slice(&self.span)
    }

    fn rest(&self) -> &str {
        self.source.text.get(self.span.start..).unwrap_or_default().trim()
    }

    fn rest_of_line(&self) -> &str {
        self.line_from(self.span.start).trim()
    }

    /// What stands in the line from this byte on.
    fn line_from(&self, byte: usize) -> &str {
        let rest = self.source.text.get(byte..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    fn letter(&self) -> Option<char> {
        self.source.text.get(self.span.start..)?.chars().next()
    }

    fn text_left_open(&self, from: usize) -> Finding {
        let text = self.source.text.get(from + 1..self.span.start).unwrap_or_default().trim_end();
        match text.chars().next_back().filter(|letter| is_wrong_quote(*letter)) {
            Some(letter) => {
                let message = Message::new("text-open-printed").with("letter", name_of(letter));
                let inside = text.trim_end_matches(is_wrong_quote);
                Finding::error("syntax", from..self.span.start, message).help(write_quoted(inside))
            }
            None => self.error("text-open"),
        }
    }

    fn in_text(&self) -> Finding {
        match self.letter() {
            Some(letter) if letter.is_control() && letter != '\n' => {
                let message = Message::new("control-letter").with("letter", name_of(letter));
                let finding = Finding::error("syntax", self.span.clone(), message);
                finding.help(Message::new("leave-it-out"))
            }
            _ => self.error("bad-escape").help(Message::new("bad-escape-help")),
        }
    }

    fn in_heading(&self) -> Finding {
        let words = self.words();
        if is_key(words) {
            return self.second_time(words);
        }
        let line = self.source.line_text(self.span.start).trim();
        let heading = line.split('#').next().unwrap_or_default();
        if let Some(letter) = odd_letter(words).or_else(|| odd_letter(heading)) {
            return self.odd_letters(letter, &as_typed(heading));
        }
        let meant = written(heading_meant(heading));
        if self.rest_of_line().is_empty() {
            let help = || Message::new("heading-open-help");
            return self.error("heading-open").help(meant.unwrap_or_else(help));
        }
        if let Some(more) = behind_heading(heading).filter(|more| DeTable::parse(more).is_ok()) {
            let help = Message::new("heading-more-help").with("text", more);
            return self.error("heading-more").help(help);
        }
        let help = || Message::new("bad-heading-help");
        self.error("bad-heading").help(meant.unwrap_or_else(help))
    }

    fn second_time(&self, words: &str) -> Finding {
        let message = Message::new("duplicate-key").with("key", quote(words));
        let is_of_several = self.scanner.place() == TomlPlace::Heading
            && self.source.text.contains(&format!("[[{words}]]"));
        let help = match words {
            "steps" => Message::new("duplicate-steps-help"),
            _ if is_of_several => Message::new("write-heading-of-each").with("key", words),
            _ => Message::new("duplicate-key-help"),
        };
        Finding::error("duplicate-key", self.span.clone(), message).help(help)
    }

    fn in_key(&self) -> Finding {
        let words = self.words();
        // Blanks of other kinds are letters that look like others.
        let line = self.source.line_text(self.span.start).trim_matches([' ', '\t']);
        if let Some(remark) = foreign_remark(line) {
            let help = Message::new("write").with("text", format!("# {remark}").trim_end());
            return self.error("foreign-remark").help(help);
        }
        // What stands between quotes or after `#` is the person's own.
        let before_text = line.find(['"', '\'', '#']).map_or(line, |at| &line[..at]);
        if let Some(letter) = odd_letter(before_text) {
            let typed = as_typed(before_text).replacen(':', " =", 1);
            return self.odd_letters(letter, &format!("{typed}{}", &line[before_text.len()..]));
        }
        match self.letter() {
            Some(':') => self.error("colon-for-equals").help(line_help(line)),
            Some('=') if words.is_empty() => self.error("no-key").help(Message::new("no-key-help")),
            _ if is_key(words) => self.second_time(words),
            _ if words.is_empty() => self.error("key-without-value").help(line_help(line)),
            _ => self.error("bad-key").help(Message::new("bad-key-help")),
        }
    }

    /// A letter that looks like another, where `meant` would be right.
    fn odd_letters(&self, letter: char, meant: &str) -> Finding {
        let message = Message::new("odd-letter").with("letter", name_of(letter));
        let help = Message::new("write").with("text", meant.trim());
        Finding::error("odd-letter", self.span.clone(), message).help(help)
    }
}

/// What is said by a line that begins with the mark of a remark in another language.
fn foreign_remark(line: &str) -> Option<&str> {
    const MARKS: [&str; 6] = ["//", "<!--", "/*", ";", "--", "%"];
    let line = line.trim();
    let remark = MARKS.iter().find_map(|mark| line.strip_prefix(mark))?;
    Some(remark.trim_end_matches("-->").trim_end_matches("*/").trim())
}

/// What follows a heading in its line.
pub(crate) fn behind_heading(heading: &str) -> Option<&str> {
    let behind = &heading[heading.find(']')?..];
    let more = behind.trim_start_matches([']', ':', ' ', '\t']).trim();
    (!more.is_empty()).then_some(more)
}

/// The help that says to write this.
fn written(meant: Option<String>) -> Option<Message> {
    meant.map(|text| Message::new("write").with("text", text))
}

/// Text as it is written between straight quotes.
fn write_quoted(text: &str) -> Message {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    let shown = quote(&escaped);
    Message::new("write-plainly").with("text", format!("\"{}\"", shown.trim_matches('`')))
}

/// Whether this is a key by itself: letters, digits, hyphens and underscores, or text in quotes.
fn is_key(words: &str) -> bool {
    let is_quoted = words.len() > 1 && (words.starts_with('"') || words.starts_with('\''));
    let is_bare = words.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    is_quoted || (!words.is_empty() && is_bare)
}
