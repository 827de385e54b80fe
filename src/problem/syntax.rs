//! What TOML itself finds wrong, in plain words.
//!
//! The parser says where it stumbled. What is wrong there is looked up in the file itself, since the
//! wording of the parser's messages may change with any release.

use std::collections::BTreeSet;

use toml::de::Error;

use super::letters::{as_typed, is_curly_quote, name_of, odd_letter};
use super::scan::{Scanner, TomlPlace};
use super::{Finding, Findings, Source, Span, quote};
use crate::words::Message;

/// Tables and lists within one another that no file needs.
const DEEPEST: usize = 60;

/// Reports the syntax errors, one for each line at most, since one slip often makes several.
/// Returns whether they may have swallowed keys.
pub(crate) fn report_syntax(source: &Source<'_>, errors: &[Error], found: &mut Findings) -> bool {
    let mut spans: Vec<Span> = errors.iter().map(|error| error.span().unwrap_or(0..0)).collect();
    spans.sort_by_key(|span| span.start);
    let mut lines = BTreeSet::new();
    let unclosed = if spans.is_empty() { None } else { bracket_left_open(source, &spans) };
    let mut scanner = Scanner::new(source.text);
    for span in spans {
        if unclosed.is_some_and(|from| span.start >= from) {
            break;
        }
        scanner.go_to(span.start);
        if lines.insert(source.line_of(span.start)) {
            found.add(SyntaxError { source, span, scanner: &scanner }.finding());
        }
    }
    if let Some(from) = unclosed {
        let finding = Finding::error("syntax", from..from, Message::new("left-open"));
        found.add(finding.help(Message::new("left-open-help")));
        found.unreadable_from(from);
    }
    !errors.is_empty()
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
        match text.chars().next_back().filter(|letter| is_curly_quote(*letter)) {
            Some(letter) => {
                let message = Message::new("text-open-curly").with("letter", name_of(letter));
                let inside = text.trim_end_matches(is_curly_quote);
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
        if odd_letter(words).is_some() {
            let line = self.source.line_text(self.span.start).trim();
            return self.odd_letters(words, line);
        }
        if self.rest_of_line().is_empty() {
            return self.error("heading-open").help(Message::new("heading-open-help"));
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
        let key = line.split('=').next().unwrap_or_default().trim();
        if odd_letter(words).is_some() {
            return self.odd_letters(words, key);
        }
        match self.letter() {
            Some(':') => {
                self.error("colon-for-equals").help(Message::new("key-without-value-help"))
            }
            Some('=') if words.is_empty() => {
                self.error("no-key").help(Message::new("key-without-value-help"))
            }
            _ if is_key(words) => self.second_time(words),
            _ if words.is_empty() => {
                self.error("key-without-value").help(Message::new("key-without-value-help"))
            }
            _ => self.error("bad-key").help(Message::new("bad-key-help")),
        }
    }

    /// Letters that look like others, in what would be right as `meant`.
    fn odd_letters(&self, words: &str, meant: &str) -> Finding {
        let letter = odd_letter(words).unwrap_or_default();
        let message = Message::new("odd-letter").with("letter", name_of(letter));
        let typed = as_typed(meant).trim().to_owned();
        let help = Message::new("write").with("text", typed.trim_matches(['"', '\'']));
        Finding::error("odd-letter", self.span.clone(), message).help(help)
    }

    fn in_value(&self) -> Finding {
        let (words, so_far) = (self.words(), self.scanner.so_far());
        let begins = so_far.trim().is_empty();
        if begins && self.rest_of_line().is_empty() {
            return self.error("no-value");
        }
        if begins && words.starts_with(is_curly_quote) {
            return self.curly_text();
        }
        let letter = self.letter().filter(|letter| odd_letter(&letter.to_string()).is_some());
        if let Some(letter) = letter {
            let message = Message::new("odd-letter").with("letter", name_of(letter));
            let typed = as_typed(if words.is_empty() { self.rest_of_line() } else { words });
            let help = match typed.trim() {
                _ if !begins => Message::new("leave-it-out"),
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
            _ if so_far.trim_start().starts_with(['"', '\'']) => {
                self.error("after-value").help(Message::new("quote-in-text-help"))
            }
            _ => self.error("after-value").help(Message::new("after-value-help")),
        }
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
    fn curly_text(&self) -> Finding {
        let line = self.rest_of_line();
        let letter = line.chars().next().unwrap_or_default();
        let inside = &line[letter.len_utf8()..];
        let end = if self.scanner.open().is_empty() {
            inside.rfind(is_curly_quote)
        } else {
            inside.find(is_curly_quote)
        };
        let text = end.map_or(inside, |end| &inside[..end]);
        let whole = self.span.start..self.span.start + letter.len_utf8() + text.len();
        let after = end.and_then(|end| inside[end..].chars().next()).map_or(0, char::len_utf8);
        let message = Message::new("odd-letter").with("letter", name_of(letter));
        Finding::error("odd-letter", whole.start..whole.end + after, message)
            .help(write_quoted(text))
    }
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

/// Whether this can stand as a value by itself.
fn is_value(words: &str) -> bool {
    toml::from_str::<toml::Table>(&format!("a = {words}")).is_ok()
}
