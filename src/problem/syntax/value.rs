//! What is wrong with the value of a key.

use super::{SyntaxError, write_quoted, written};
use crate::problem::Finding;
use crate::problem::letters::{as_typed, is_wrong_quote, name_of, odd_letter};
use crate::problem::line_meant::{line_help, line_meant};
use crate::words::Message;

impl SyntaxError<'_> {
    pub(super) fn in_value(&self) -> Finding {
        let (words, so_far) = (self.words(), self.scanner.so_far());
        let begins = so_far.trim().is_empty();
        if begins && self.rest_of_line().is_empty() {
            return self.error("no-value");
        }
        if begins && self.rest_of_line().starts_with('#') {
            return self.remark_for_value();
        }
        if begins && words.starts_with(is_wrong_quote) {
            return self.printed_text();
        }
        let line = self.source.line_text(self.span.start).trim();
        let is_outside = self.scanner.open().is_empty();
        if begins && is_outside && words.starts_with(['=', '>']) {
            return self.error("equals-twice").help(line_help(line));
        }
        let letter = self.letter().filter(|letter| odd_letter(&letter.to_string()).is_some());
        if let Some(letter) = letter {
            let message = Message::new("odd-letter").with("letter", name_of(letter));
            let value = if words.is_empty() { self.rest_of_line() } else { words };
            let typed = as_typed(value);
            let help = match typed.trim() {
                _ if !begins && is_outside => Message::new("leave-it-out"),
                _ if !begins => between_entries(letter),
                value if is_value(value) => Message::new("write").with("text", value),
                text => write_quoted(text),
            };
            // With the blanks of other kinds before it.
            let (behind, shown) = (self.line_from(self.span.start), value.trim_start());
            let end = behind.find(shown).unwrap_or_default() + shown.len();
            let length = if begins { end } else { letter.len_utf8() };
            let span = self.span.start..self.span.start + length;
            return Finding::error("odd-letter", span, message).help(help);
        }
        if !is_outside {
            return match words {
                _ if self.letter() == Some(':') && self.is_behind_key() => {
                    self.error("colon-for-equals").help(Message::new("colon-for-equals-help"))
                }
                _ if begins && !words.is_empty() => self.bare_value(words),
                _ => self.error("comma-missing").maybe_help(written(line_meant(line))),
            };
        }
        let begun = so_far.trim_start();
        match self.letter() {
            _ if !begun.starts_with(['"', '\'', '[', '{']) => self.bare_words(),
            _ if !words.is_empty() => {
                self.error("bad-number").help(Message::new("bad-number-help"))
            }
            Some(',') => self.error("after-value").help(Message::new("leave-it-out")),
            _ if begun.starts_with('"') => {
                self.error("after-value").help(Message::new("quote-in-text-help"))
            }
            _ if begun.starts_with('\'') => {
                self.error("after-value").help(self.in_double_quotes(so_far))
            }
            _ => self.error("after-value").help(Message::new("after-value-help")),
        }
    }

    /// Whether a key stands before the place, in a table between `{` and `}`.
    fn is_behind_key(&self) -> bool {
        let before = self.source.text.get(..self.span.start).unwrap_or_default().trim_end();
        let is_of_key = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        let around = before.trim_end_matches(is_of_key);
        around.len() < before.len() && around.trim_end().ends_with(['{', ','])
    }

    /// A value of one line that begins without quotes: all of it, whatever is in it.
    fn bare_words(&self) -> Finding {
        let line = self.source.line_text(self.span.start);
        let behind = self.line_from(self.scanner.since());
        let value = behind.split(" #").next().unwrap_or_default();
        let start = self.scanner.since() + value.len() - value.trim_start().len();
        let whole = value.trim();
        let value = whole.trim_end_matches([',', ';', ' ']);
        if is_value(value) {
            return self.error("after-value").help(Message::new("leave-it-out"));
        }
        if value.starts_with(['(', '{'])
            && let Some(meant) = written(line_meant(line))
        {
            return self.error("bad-value").help(meant);
        }
        if value.contains('=') {
            return self.error("after-value").help(Message::new("after-value-help"));
        }
        let marks = |letter: char| is_wrong_quote(letter) || "\"'".contains(letter);
        let finding = if value.matches(marks).count() == 1 && !value.contains(' ') {
            self.error("text-open").help(write_quoted(value.trim_matches(marks)))
        } else {
            self.bare_value(value)
        };
        finding.at(start..start + whole.len())
    }

    /// No value but a remark, or a word that begins with the mark of one, such as a colour.
    fn remark_for_value(&self) -> Finding {
        let rest = self.rest_of_line();
        let word = rest.split_whitespace().next().unwrap_or_default();
        if word.trim_start_matches('#').is_empty() {
            return self.error("no-value");
        }
        let start = self.span.start + self.line_from(self.span.start).find('#').unwrap_or_default();
        self.error("needs-quotes").help(write_quoted(word)).at(start..start + word.len())
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
        if is_number && !words.contains('-') {
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
        let end = end.or_else(|| inside.rfind(['"', '\'']));
        let text = end.map_or(inside, |end| &inside[..end]);
        let whole = self.span.start..self.span.start + letter.len_utf8() + text.len();
        let after = end.and_then(|end| inside[end..].chars().next()).map_or(0, char::len_utf8);
        let message = Message::new("odd-letter").with("letter", name_of(letter));
        Finding::error("odd-letter", whole.start..whole.end + after, message)
            .help(write_quoted(text))
    }
}

/// What is written between the entries of a list or table where this letter stands.
fn between_entries(letter: char) -> Message {
    match as_typed(&letter.to_string()).trim() {
        "" => Message::new("leave-it-out"),
        ":" => Message::new("write").with("text", "="),
        typed => Message::new("write").with("text", typed),
    }
}

/// Whether this can stand as a value by itself.
fn is_value(words: &str) -> bool {
    toml::from_str::<toml::Table>(&format!("a = {words}")).is_ok()
}
