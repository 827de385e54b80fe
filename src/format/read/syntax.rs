//! What TOML itself finds wrong, in plain words.

use std::collections::BTreeSet;

use toml::de::Error;

use crate::problem::{Finding, Findings, Source, Span, quote};

/// Reports the syntax errors, one for each line at most, since one slip often makes several.
/// Returns whether they may have swallowed keys.
pub(super) fn report(source: &Source<'_>, errors: &[Error], found: &mut Findings) -> bool {
    let mut in_order: Vec<(Span, &Error)> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error)).collect();
    in_order.sort_by_key(|(span, _)| span.start);
    let mut lines = BTreeSet::new();
    let unclosed = bracket_left_open(&in_order);
    for (span, error) in in_order {
        if unclosed.is_some_and(|from| span.start >= from) {
            break;
        }
        if lines.insert(source.line_of(span.start)) {
            found.add(finding(source, error.message(), span));
        }
    }
    if let Some(from) = unclosed {
        let message = "a list or table that begins before this is not closed";
        let help = "close it with `]` or `}`";
        found.add(Finding::error("syntax", from..from, message).help(help));
        found.unreadable_from(from);
    }
    !errors.is_empty()
}

/// Where a list or table that is never closed begins to swallow the rest of the file.
fn bracket_left_open(errors: &[(Span, &Error)]) -> Option<usize> {
    let is = |error: &Error, beginning: &str| error.message().starts_with(beginning);
    let unclosed = |error: &Error| is(error, "unclosed array,") || is(error, "unclosed inline");
    if !errors.iter().any(|(_, error)| unclosed(error)) {
        return None;
    }
    let first = errors.iter().find(|(_, error)| unclosed(error) || is(error, "missing comma"));
    first.map(|(span, _)| span.start)
}

fn finding(source: &Source<'_>, message: &str, span: Span) -> Finding {
    let words = source.slice(&span);
    let rest_of_line = source.text.get(span.start..).unwrap_or_default();
    let rest_of_line = rest_of_line.lines().next().unwrap_or_default().trim();
    let starts = |beginning: &str| message.starts_with(beginning);
    if starts("duplicate key") {
        let message = format!("{} stands here a second time", quote(words));
        return Finding::error("duplicate-key", span, message).help("keep one of the two");
    }
    let (plain, help) = if starts("string values must be quoted") && rest_of_line.is_empty() {
        ("there is no value here", None)
    } else if starts("string values must be quoted") {
        let help = format!("write \"{}\"", quote(words).trim_matches('`'));
        ("text needs quotes around it", Some(help))
    } else if starts("invalid basic string") || starts("invalid literal string") {
        ("this text has no closing quote", None)
    } else if starts("invalid multi-line") {
        ("this text of several lines has no closing quotes", None)
    } else if starts("key with no value") {
        let help = "write it like `title = \"Neck\"`".to_owned();
        ("a key needs `=` and a value", Some(help))
    } else if starts("unclosed table") || starts("unclosed array table") {
        ("this heading is not closed", Some("close it with `]` or `]]`".to_owned()))
    } else if starts("unclosed array") {
        ("a list is not closed", Some("close it with `]`".to_owned()))
    } else if starts("unclosed inline table") {
        ("a table is not closed", Some("close it with `}`".to_owned()))
    } else if starts("missing comma") {
        ("a comma is missing here", None)
    } else if starts("cannot recurse") || starts("recursion limit") {
        ("this nests too deep", None)
    } else {
        let message = format!("this cannot be read: {message}");
        return Finding::error("syntax", span, message);
    };
    Finding::error("syntax", span, plain).maybe_help(help)
}
