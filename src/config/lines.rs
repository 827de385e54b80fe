//! TOML line by line: a line that cannot be read costs no other, nor does a heading that is slightly
//! wrong, stands there twice or holds what belongs elsewhere.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::headings::{FileShape, MeantPlace, WrittenHeading, heading};
use super::merge::{merge, moved, table_at};
use super::slip::{Slip, SlipKind};
use crate::problem::end_of_entry;

/// How many bytes are looked through at most for the ends of what begins in a line and cannot be read
/// there.
const MOST_AHEAD: usize = 1024 * 1024;

/// A text as far as it can be read, with the place of everything in it.
pub struct Lines<'a> {
    /// Everything that can be read.
    pub root: DeTable<'a>,
    /// What is wrong, in the order of the text.
    pub slips: Vec<Slip>,
}

/// What stands beneath one heading, or above the first.
struct HeadedLines<'a> {
    heading: Option<(Range<usize>, WrittenHeading)>,
    entries: Vec<(Range<usize>, DeTable<'a>)>,
    unread: Vec<Slip>,
}

impl<'a> Lines<'a> {
    /// Reads a text; `shape` says which keys and headings there are.
    pub fn of(text: &'a str, shape: &FileShape) -> Self {
        let mut lines = Self { root: DeTable::new(), slips: Vec::new() };
        for section in sections(text, shape) {
            lines.add(text, section, shape);
        }
        lines.slips.sort_by_key(|slip| (slip.line.start, slip.span.start));
        lines
    }

    fn add(&mut self, text: &str, section: HeadedLines<'a>, shape: &FileShape) {
        let HeadedLines { heading, entries, unread } = section;
        let mut beneath = String::new();
        let (mut path, mut is_list, mut span) = (Vec::new(), false, 0..0);
        if let Some((line, found)) = heading {
            let MeantPlace { place, kind } = found.meant(&entries, shape, &text[line.clone()]);
            let is_unknown = matches!(kind, Some(SlipKind::UnknownHeading { .. }));
            span = line.clone();
            if let Some(kind) = kind {
                self.slips.push(Slip { line, span: span.clone(), beneath: String::new(), kind });
            }
            if is_unknown {
                return;
            }
            is_list = place.is_none() && found.is_list;
            path = place.unwrap_or(found.path);
            beneath = if path.is_empty() { String::new() } else { format!("[{}]", path.join(".")) };
        }
        let unread = unread.into_iter().map(|slip| Slip { beneath: beneath.clone(), ..slip });
        self.slips.extend(unread);
        let mut sink = Vec::new();
        let Some(_) = table_at(&mut self.root, &path, &span, is_list, &mut sink) else { return };
        for (line, entry) in entries {
            for (key, value) in entry {
                self.set(text, (&line, &span), &path, (key, value), shape, &mut sink);
            }
        }
        for (span, kind) in sink {
            let line = line_around(text, &span);
            self.slips.push(Slip { line, span, beneath: beneath.clone(), kind });
        }
    }

    /// Takes one key: where it stands, or where alone it can belong.
    fn set(
        &mut self,
        text: &str,
        (line, heading): (&Range<usize>, &Range<usize>),
        path: &[String],
        (key, value): (Spanned<Cow<'a, str>>, Spanned<DeValue<'a>>),
        shape: &FileShape,
        sink: &mut Vec<(Range<usize>, SlipKind)>,
    ) {
        let name = key.get_ref().to_string();
        let home = shape.home_of(&name, path);
        if let Some(home) = &home {
            let under = home.first().map_or_else(String::new, |it| format!("[{it}]"));
            let kind = SlipKind::Elsewhere { key: name, home: under };
            let beneath = path.first().map_or_else(String::new, |it| format!("[{it}]"));
            let line = line_around(text, line);
            self.slips.push(Slip { line, span: key.span(), beneath, kind });
        }
        let path = home.as_deref().unwrap_or(path);
        if let Some(table) = table_at(&mut self.root, path, heading, false, sink) {
            merge(table, [(key, value)], sink);
        }
    }
}

/// The text in sections, each line read by itself, or together with those that it goes on in.
fn sections<'a>(text: &'a str, shape: &FileShape) -> Vec<HeadedLines<'a>> {
    let new = |heading| HeadedLines { heading, entries: Vec::new(), unread: Vec::new() };
    let mut all = vec![new(None)];
    let (mut start, mut ahead) = (0, MOST_AHEAD);
    while start < text.len() {
        let end = start + text[start..].find('\n').unwrap_or(text.len() - start);
        let line = start..start + text[start..end].trim_end_matches('\r').len();
        start = end + 1;
        let written = &text[line.clone()];
        if written.trim().is_empty() {
            continue;
        }
        let read = DeTable::parse(written);
        if let Some(heading) = heading(written, read.as_ref().ok().map(Spanned::get_ref), shape) {
            all.push(new(Some((line, heading))));
            continue;
        }
        let Some(section) = all.last_mut() else { break };
        let error = match read {
            Ok(entry) => {
                let entry = moved(entry.into_inner(), line.start);
                section.entries.push((line, entry));
                continue;
            }
            Err(error) => error,
        };
        let until = end_of_entry(&text[line.start..], ahead);
        ahead -= until.unwrap_or(ahead).min(ahead);
        let whole = line.start..line.start + until.unwrap_or(0);
        if whole.end > end
            && let Ok(entry) = DeTable::parse(&text[whole.clone()])
        {
            start = whole.end;
            let entry = moved(entry.into_inner(), whole.start);
            section.entries.push((whole, entry));
            continue;
        }
        let found = error.span().unwrap_or(0..0);
        let within = |byte: usize| line.start + byte.min(line.len());
        let span = within(found.start)..within(found.end);
        section.unread.push(Slip { line, span, beneath: String::new(), kind: SlipKind::Unread });
    }
    all
}

/// The line that a place begins in.
fn line_around(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    start..start + text[start..end].trim_end_matches('\r').len()
}
