//! Tables put together out of lines that were read one by one.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::slip::SlipKind;

/// The table at a path, made where there is none; where it `is_list`, a new one at the end of a list.
/// What stands in its place and is no table is named.
pub(super) fn table_at<'t, 'a>(
    root: &'t mut DeTable<'a>,
    path: &[String],
    span: &Range<usize>,
    is_list: bool,
    found: &mut Vec<(Range<usize>, SlipKind)>,
) -> Option<&'t mut DeTable<'a>> {
    let Some((first, rest)) = path.split_first() else { return Some(root) };
    let begins_list = is_list && rest.is_empty();
    let entry = root.entry(Spanned::new(span.clone(), Cow::Owned(first.clone())));
    let empty = || DeValue::Table(DeTable::new());
    let begin = || if begins_list { DeValue::Array(DeArray::new()) } else { empty() };
    let value = entry.or_insert_with(|| Spanned::new(span.clone(), begin()));
    let is_holder = match value.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(list) => list.iter().all(|it| it.get_ref().is_table()),
        _ => false,
    };
    if !is_holder {
        found.push((value.span(), SlipKind::NoTable { key: first.clone() }));
        *value = Spanned::new(span.clone(), empty());
    }
    match value.get_mut() {
        DeValue::Table(table) => table_at(table, rest, span, is_list, found),
        DeValue::Array(list) => {
            if begins_list || list.is_empty() {
                list.push(Spanned::new(span.clone(), empty()));
            }
            let DeValue::Table(newest) = list.last_mut()?.get_mut() else { return None };
            table_at(newest, rest, span, is_list, found)
        }
        _ => None,
    }
}

/// Adds entries to a table. Of what is set twice the first counts; tables are put together.
pub(super) fn merge<'a>(
    into: &mut DeTable<'a>,
    entries: impl IntoIterator<Item = (Spanned<Cow<'a, str>>, Spanned<DeValue<'a>>)>,
    found: &mut Vec<(Range<usize>, SlipKind)>,
) {
    for (key, value) in entries {
        let Some(there) = into.get_mut(key.get_ref().as_ref()) else {
            into.insert(key, value);
            continue;
        };
        let no_table =
            |at: Range<usize>| (at, SlipKind::NoTable { key: key.get_ref().to_string() });
        let (span, there_span) = (value.span(), there.span());
        match (there.get_mut(), value.into_inner()) {
            (DeValue::Table(there), DeValue::Table(more)) => merge(there, more, found),
            (DeValue::Table(_), _) => found.push(no_table(span)),
            (_, more @ DeValue::Table(_)) => {
                found.push(no_table(there_span));
                *there = Spanned::new(span, more);
            }
            _ => found.push((key.span(), SlipKind::Twice)),
        }
    }
}

/// The same table of a text that begins so many bytes later.
pub(super) fn moved(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    let later = |span: Range<usize>| span.start + by..span.end + by;
    let entries = table.into_iter().map(|(key, value)| {
        let key = Spanned::new(later(key.span()), key.into_inner());
        (key, value_moved(value, by))
    });
    entries.collect()
}

fn value_moved(value: Spanned<DeValue<'_>>, by: usize) -> Spanned<DeValue<'_>> {
    let span = value.span().start + by..value.span().end + by;
    let value = match value.into_inner() {
        DeValue::Array(list) => {
            DeValue::Array(list.into_iter().map(|it| value_moved(it, by)).collect())
        }
        DeValue::Table(table) => DeValue::Table(moved(table, by)),
        plain => plain,
    };
    Spanned::new(span, value)
}
