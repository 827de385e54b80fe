//! What TOML itself finds wrong, in plain words.

use toml::de::Error;

use crate::session::source::{Finding, Findings, Source};

/// Reports the syntax errors, one for each line at most, since one slip often makes several.
/// Returns whether they may have swallowed keys.
pub(super) fn report(source: &Source<'_>, errors: &[Error], found: &mut Findings) -> bool {
    let mut lines = std::collections::BTreeSet::new();
    let mut in_order: Vec<&Error> = errors.iter().collect();
    in_order.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    for error in in_order {
        let span = error.span().unwrap_or(0..0);
        if lines.insert(source.line_of(span.start)) {
            found.add(finding(source, error, span));
        }
    }
    !errors.is_empty()
}

fn finding(source: &Source<'_>, error: &Error, span: std::ops::Range<usize>) -> Finding {
    let words = source.slice(&span);
    let message = error.message();
    if message.starts_with("duplicate key") {
        let quoted = crate::session::problem::quote(words);
        let message = format!("{quoted} stands here a second time");
        return Finding::error("duplicate-key", span, message).help("keep one of the two");
    }
    let mut finding = Finding::error("syntax", span, message);
    finding = finding.help("");
    finding
}
