//! What TOML itself cannot read in the settings, told with the line to write. Its own words speak of
//! grammar, which does not say how to mend a settings file.

use std::ops::Range;

use super::lines::{BrokenLine, MeantHeading};
use crate::problem::letters::{as_typed, name_of, odd_letter};
use crate::problem::{Finding, Source, nearest, quote};
use crate::words::Message;

/// The code of a problem with what TOML itself cannot read.
const BROKEN: &str = "syntax";

/// What is wrong with a line, and how to mend it; `fits` says whether all of a text is settings that
/// fit.
pub(super) fn unread(
    source: &Source<'_>,
    broken: BrokenLine,
    fits: impl Fn(&str) -> bool,
) -> Finding {
    let BrokenLine { line, span, is_twice, heading } = broken;
    let written = source.slice(&line);
    if let Some(letter) = odd_letter(written) {
        let message = Message::new("odd-letter").with("letter", name_of(letter));
        let help = Message::new("write").with("text", as_typed(written).trim());
        return Finding::warning(BROKEN, span, message).help(help);
    }
    if let Some(heading) = heading {
        return heading_finding(source, &line, &heading);
    }
    if is_twice {
        return Finding::warning(BROKEN, span, Message::new("setting-twice"))
            .help(Message::new("setting-twice-help"));
    }
    let help = line_meant(&source.text[..line.start], written, fits);
    let help = help.unwrap_or_else(|| Message::new("setting-unread-help"));
    Finding::warning(BROKEN, span, Message::new("setting-unread")).help(help)
}

/// A heading that is not written as one, and counts all the same.
pub fn heading_finding(
    source: &Source<'_>,
    line: &Range<usize>,
    heading: &MeantHeading,
) -> Finding {
    let name = heading.written.as_str();
    if heading.has_more {
        let message = Message::new("setting-heading-more").with("heading", name);
        let help = Message::new("setting-heading-more-help");
        return Finding::warning(BROKEN, line.clone(), message).help(help);
    }
    let written = quote(source.slice(line).trim());
    let message = Message::new("setting-heading").with("written", written);
    let message = message.with("heading", name);
    let help = Message::new("write").with("text", name);
    Finding::warning(BROKEN, line.clone(), message).help(help)
}

/// Puts blanks in place of headings that hold settings and are none of the tables there are, up to
/// the first that is `known`; and gives back where each stood, and its name.
pub(super) fn blank_needless_headings(
    text: &mut String,
    known: &toml::Table,
) -> Vec<(Range<usize>, String)> {
    let (mut found, mut start) = (Vec::new(), 0);
    for line in text.clone().split_inclusive('\n') {
        let span = start..start + line.trim_end().len();
        start += line.len();
        let words = line.split('#').next().unwrap_or_default().trim();
        let Some(name) = words.strip_prefix('[').map(|it| it.trim_matches(['[', ']', ' '])) else {
            continue;
        };
        let mut beneath =
            text[start..].lines().take_while(|line| !line.trim_start().starts_with('['));
        let holds_setting = beneath.any(|line| {
            line.split_once('=').is_some_and(|(key, _)| known.contains_key(key.trim()))
        });
        if !holds_setting || nearest(name, known.keys().map(String::as_str)).is_some() {
            break;
        }
        text.replace_range(span.clone(), &" ".repeat(span.len()));
        found.push((span, name.to_owned()));
    }
    found
}

/// A heading above settings that stand without one.
pub(super) fn needless_heading(span: Range<usize>, name: &str) -> Finding {
    let message =
        Message::new("setting-needless-heading").with("heading", quote(&format!("[{name}]")));
    Finding::warning("unknown-setting", span, message)
        .help(Message::new("setting-needless-heading-help"))
}

/// The line that was meant where quotation marks or what stands before the value are wrong, beneath
/// the heading it stands under.
fn line_meant(above: &str, line: &str, fits: impl Fn(&str) -> bool) -> Option<Message> {
    let heading = above.lines().rev().find(|line| line.trim_start().starts_with('['));
    let line = line.split('#').next()?.trim();
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let (key, value) = line.split_at(line.find(|letter| !is_key(letter))?);
    let value =
        value.trim_start_matches(|letter: char| letter.is_whitespace() || ":=".contains(letter));
    let bare =
        value.trim_matches(|letter: char| letter.is_whitespace() || "\"'`,;".contains(letter));
    if bare.is_empty() {
        return None;
    }
    let quoted = toml::Value::from(bare).to_string();
    let values =
        [bare.to_owned(), bare.to_lowercase(), quoted, format!("\"{}\"", bare.to_lowercase())];
    let mut lines = values.iter().map(|value| format!("{key} = {value}"));
    let fits_there = |line: &String| fits(&format!("{}\n{line}", heading.unwrap_or_default()));
    let meant = lines.find(fits_there)?;
    let lacks_quotes = format!("{key} = \"{value}\"") == meant;
    let message = if lacks_quotes { "setting-quotes-help" } else { "write" };
    Some(Message::new(message).with("text", meant))
}
