//! What TOML itself finds wrong, in plain words.
//!
//! The parser says where it stumbled. What is wrong there is looked up in the file itself, since the
//! wording of the parser's messages may change with any release.

use std::collections::BTreeSet;

use toml::de::{DeTable, Error};

use super::letters::{as_typed, is_wrong_quote, name_of, odd_letter};
use super::scan::{Scanner, TomlPlace};
use super::{Finding, Findings, Source, Span, quote};
use crate::words::Message;

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
    let mut unread = Vec::new();
    for span in spans {
        if unclosed.is_some_and(|from| span.start >= from) {
            break;
        }
        scanner.go_to(span.start);
        if lines.insert(source.line_of(span.start)) {
            unread.extend(left_unread(source, &span, &scanner));
            found.add(SyntaxError { source, span, scanner: &scanner }.finding());
        }
    }
    for part in unread {
        found.unreadable(part);
    }
    if let Some(from) = unclosed {
        let finding = Finding::error("syntax", from..from, Message::new("left-open"));
        found.add(finding.help(Message::new("left-open-help")));
        found.unreadable(from..usize::MAX);
    }
    !errors.is_empty()
}

/// Where the first key of too many parts stands: the parser does not say.
fn deep_line(source: &Source<'_>) -> Span {
    let is_deep = |line: &str| line.split('.').nth(DEEPEST).is_some();
    let line = source.text.split('\n').position(is_deep);
    let at = line.map_or(0, |line| source.line_span(line).start);
    at..at
}

/// The part of the file of which nothing can be said after something amiss at this byte: the keys
/// below a heading, which belong to it, and the list or table that it stands in.
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
    let from = *scanner.open().first()?;
    let rest = source.text.get(byte..).unwrap_or_default();
    Some(from..rest.find('\n').map_or(source.text.len(), |at| byte + at))
}

/// Where a list or table that is never closed begins to swallow the rest of the file: at the first
/// thing amiss in a line after it begins.
fn bracket_left_open(source: &Source<'_>, spans: &[Span]) -> Option<usize> {
    let mut scanner = Scanner::new(source.text);
    scanner.go_to(source.text.len());
    let outermost = *scanner.open().first()?;
    if scanner.open().len() > DEEPEST {
        return None;
    }
    let line = source.line_of(outermost);
    let inside = || spans.iter().filter(|span| span.start >= outermost);
    let later = inside().find(|span| source.line_of(span.start) > line);
    later.or_else(|| inside().next_back()).map(|span| span.start)
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
            TomlPlace::Text { of_lines: true, .. } if self.rest().is_empty() => {
                self.error("text-of-lines-open")
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
        let rest = self.source.text.get(self.span.start..).unwrap_or_default();
        rest.lines().next().unwrap_or_default().trim()
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
                Finding::error("syntax", self.span.clone(), message).help(write_quoted(inside))
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
        if self.rest_of_line().is_empty() {
            return self.error("heading-open").help(Message::new("heading-open-help"));
        }
        if let Some(more) = behind_heading(heading).filter(|more| DeTable::parse(more).is_ok()) {
            let help = Message::new("heading-more-help").with("text", more);
            return self.error("heading-more").help(help);
        }
        self.error("bad-heading").help(Message::new("bad-heading-help"))
    }

    fn second_time(&self, words: &str) -> Finding {
        let message = Message::new("duplicate-key").with("key", quote(words));
        let help = if words == "steps" { "duplicate-steps-help" } else { "duplicate-key-help" };
        Finding::error("duplicate-key", self.span.clone(), message).help(Message::new(help))
    }

    fn in_key(&self) -> Finding {
        let words = self.words();
        let line = self.source.line_text(self.span.start).trim();
        // What stands between quotes or after `#` is the person's own.
        let before_text = line.find(['"', '\'', '#']).map_or(line, |at| &line[..at]);
        if let Some((key, _)) = before_text.split_once('=')
            && let Some(letter) = odd_letter(words)
        {
            return self.odd_letters(letter, as_typed(key).trim().trim_matches(['"', '\'']));
        }
        if let Some(letter) = odd_letter(before_text) {
            let typed = as_typed(before_text).replacen(':', " =", 1);
            return self.odd_letters(letter, &format!("{typed}{}", &line[before_text.len()..]));
        }
        match self.letter() {
            Some(':') => self.error("colon-for-equals").help(key_and_value(line)),
            Some('=') if words.is_empty() => self.error("no-key").help(Message::new("no-key-help")),
            _ if is_key(words) => self.second_time(words),
            _ if words.is_empty() => self.error("key-without-value").help(key_and_value(line)),
            _ => self.error("bad-key").help(Message::new("bad-key-help")),
        }
    }

    /// A letter that looks like another, where `meant` would be right.
    fn odd_letters(&self, letter: char, meant: &str) -> Finding {
        let message = Message::new("odd-letter").with("letter", name_of(letter));
        let help = Message::new("write").with("text", meant.trim());
        Finding::error("odd-letter", self.span.clone(), message).help(help)
    }

    fn in_value(&self) -> Finding {
        let (words, so_far) = (self.words(), self.scanner.so_far());
        let begins = so_far.trim().is_empty();
        if begins && self.rest_of_line().is_empty() {
            return self.error("no-value");
        }
        if begins && words.starts_with(is_wrong_quote) {
            return self.printed_text();
        }
        let letter = self.letter().filter(|letter| odd_letter(&letter.to_string()).is_some());
        if let Some(letter) = letter {
            let message = Message::new("odd-letter").with("letter", name_of(letter));
            let typed = as_typed(if words.is_empty() { self.rest_of_line() } else { words });
            let help = match typed.trim() {
                _ if !begins && self.scanner.open().is_empty() => Message::new("leave-it-out"),
                _ if !begins => between_entries(letter),
                value if is_value(value) => Message::new("write").with("text", value),
                text => write_quoted(text),
            };
            return Finding::error("odd-letter", self.span.clone(), message).help(help);
        }
        match self.letter() {
            _ if begins && !words.is_empty() => self.bare_value(words),
            _ if !self.scanner.open().is_empty() => self.error("comma-missing"),
            _ if !words.is_empty() => {
                self.error("bad-number").help(Message::new("bad-number-help"))
            }
            Some(',') => self.error("after-value").help(Message::new("leave-it-out")),
            _ if so_far.trim_start().starts_with('"') => {
                self.error("after-value").help(Message::new("quote-in-text-help"))
            }
            _ if so_far.trim_start().starts_with('\'') => {
                self.error("after-value").help(self.in_double_quotes(so_far))
            }
            _ => self.error("after-value").help(Message::new("after-value-help")),
        }
    }

    /// The help for a text between single quotes with such a quote in it, where nothing can stand for
    /// one: the same between double quotes.
    fn in_double_quotes(&self, so_far: &str) -> Message {
        let line = format!("{}{}", so_far.trim_start(), self.rest_of_line());
        let (value, _) = line.split_once(" #").unwrap_or((&line, ""));
        let value = value.trim_end();
        let inside = value.strip_prefix('\'').and_then(|inside| inside.strip_suffix('\''));
        inside.map_or_else(|| Message::new("after-value-help"), write_quoted)
    }

    /// A value without quotes that is none by itself.
    fn bare_value(&self, words: &str) -> Finding {
        let lower = words.to_lowercase();
        if lower == "true" || lower == "false" {
            let help = Message::new("write").with("text", lower);
            return self.error("bad-value").help(help);
        }
        let is_number = words.bytes().all(|b| b.is_ascii_digit() || b"+-_.".contains(&b));
        if words.starts_with('=') {
            self.error("equals-twice").help(Message::new("leave-it-out"))
        } else if is_number && !words.contains('-') {
            self.error("bad-number").help(Message::new("bad-number-help"))
        } else {
            self.error("needs-quotes").help(write_quoted(words))
        }
    }

    /// Text between the quotation marks of printed text: all of it, whatever commas are in it.
    fn printed_text(&self) -> Finding {
        let line = self.rest_of_line();
        let letter = line.chars().next().unwrap_or_default();
        let inside = &line[letter.len_utf8()..];
        let end = if self.scanner.open().is_empty() {
            inside.rfind(is_wrong_quote)
        } else {
            inside.find(is_wrong_quote)
        };
        let text = end.map_or(inside, |end| &inside[..end]);
        let whole = self.span.start..self.span.start + letter.len_utf8() + text.len();
        let after = end.and_then(|end| inside[end..].chars().next()).map_or(0, char::len_utf8);
        let message = Message::new("odd-letter").with("letter", name_of(letter));
        Finding::error("odd-letter", whole.start..whole.end + after, message)
            .help(write_quoted(text))
    }
}

/// What follows a heading in its line.
pub(crate) fn behind_heading(heading: &str) -> Option<&str> {
    let behind = &heading[heading.find(']')?..];
    let more = behind.trim_start_matches([']', ':', ' ', '\t']).trim();
    (!more.is_empty()).then_some(more)
}

/// The help for a line that has a key and no `=`: with it, where a value follows the key.
fn key_and_value(line: &str) -> Message {
    let is_of_key = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let (key, behind) = line.split_at(line.find(|it| !is_of_key(it)).unwrap_or(line.len()));
    let value = behind.split(" #").next().unwrap_or_default();
    let value = value.trim_start_matches([':', ' ', '\t']).trim_end();
    let quoted = Some(value).filter(|value| !value.is_empty() && !value.contains(['"', '\'', '#']));
    let values = [value.to_owned(), quoted.map(|it| format!("\"{it}\"")).unwrap_or_default()];
    let mut lines = values.iter().map(|value| format!("{key} = {value}"));
    let meant = lines.find(|line| DeTable::parse(line).is_ok());
    meant.map_or_else(
        || Message::new("key-without-value-help").with("key", quote(key)),
        |meant| Message::new("write").with("text", meant),
    )
}

/// Text as it is written between straight quotes.
fn write_quoted(text: &str) -> Message {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    let shown = quote(&escaped);
    Message::new("write-plainly").with("text", format!("\"{}\"", shown.trim_matches('`')))
}

/// What is written between the entries of a list or table where this letter stands.
fn between_entries(letter: char) -> Message {
    match as_typed(&letter.to_string()).trim() {
        "" => Message::new("leave-it-out"),
        ":" => Message::new("write").with("text", "="),
        typed => Message::new("write").with("text", typed),
    }
}

/// Whether this is a key by itself: letters, digits, hyphens and underscores, or text in quotes.
fn is_key(words: &str) -> bool {
    let is_quoted = words.len() > 1 && (words.starts_with('"') || words.starts_with('\''));
    let is_bare = words.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    is_quoted || (!words.is_empty() && is_bare)
}

/// Whether this can stand as a value by itself.
fn is_value(words: &str) -> bool {
    toml::from_str::<toml::Table>(&format!("a = {words}")).is_ok()
}
