//! A table of a course file, read key by key: whatever does not fit is named, and costs nothing else.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{
    Finding, Findings, Joint, Span, list, nearest_or_all, quote, text_meant, whole_number_meant,
    wrong_type,
};
use crate::words::Message;

/// A table of a course file.
pub(super) struct CourseTable<'a> {
    table: &'a DeTable<'a>,
    /// Where it stands.
    span: Span,
    /// What it is called.
    part: &'static str,
    /// The keys that were asked for: all there may be.
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

impl<'a> CourseTable<'a> {
    pub(super) fn new(table: &'a DeTable<'a>, span: Span, part: &'static str) -> Self {
        Self { table, span, part, known: Vec::new(), missing: Vec::new() }
    }

    /// What stands by a key that has to be there.
    pub(super) fn needed(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.value(key);
        if value.is_none() {
            self.missing.push(key);
        }
        value
    }

    /// What stands by a key.
    pub(super) fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.table.get(key)
    }

    /// Names the keys that nothing asked for, and those that lack, unless some may have been swallowed.
    pub(super) fn finish(self, may_have_gaps: bool, found: &mut Findings) {
        let part = || Message::new("file-part").with("part", self.part);
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !self.known.contains(&name) {
                let message = Message::new("unknown-key").with("key", quote(name));
                let finding =
                    Finding::error("unknown-key", key.span(), message.with("part", part()));
                found.add(finding.maybe_help(nearest_or_all(name, self.known.iter().copied())));
            }
        }
        if !self.missing.is_empty() && !may_have_gaps {
            let keys = list(&self.missing, Joint::And);
            let message = Message::new("missing-keys").with("part", part()).with("keys", keys);
            found.add(Finding::error("missing-key", self.span, message));
        }
    }
}

/// The text of a value.
pub(super) fn text(
    key: &str,
    value: &Spanned<DeValue<'_>>,
    found: &mut Findings,
) -> Option<Spanned<String>> {
    let text = value.get_ref().as_str().map(|text| Spanned::new(value.span(), text.to_owned()));
    if text.is_none() {
        let finding = wrong_type(key, "text", value.get_ref(), value.span());
        found.add(finding.maybe_help(text_meant(value.get_ref())));
    }
    text
}

/// The whole number of a value.
pub(super) fn number(
    key: &str,
    value: &Spanned<DeValue<'_>>,
    found: &mut Findings,
) -> Option<Spanned<i64>> {
    let span = value.span();
    match value.get_ref() {
        DeValue::Integer(number) => {
            let read = i64::from_str_radix(number.as_str(), number.radix());
            if read.is_err() {
                let message = Message::new("beyond-counting").with("key", key);
                found.add(Finding::error("wrong-type", span.clone(), message));
            }
            read.ok().map(|number| Spanned::new(span, number))
        }
        other => {
            let finding = wrong_type(key, "whole", other, span);
            found.add(finding.maybe_help(whole_number_meant(other)));
            None
        }
    }
}
