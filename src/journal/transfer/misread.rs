//! Why a file is no journal, in plain words: what is amiss, and where.

use std::borrow::Cow;

use serde_json::error::Category;
use serde_json::{Error as JsonError, Value};
use thiserror::Error;

use super::{EntryFile, FORMAT, VERSION};
use crate::journal::sheet::is_sheet;

/// Why a file is no journal.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotAJournal {
    /// Nothing is in it.
    #[error("it is empty")]
    Empty,
    /// It is not text in UTF-8.
    #[error("it is not text in UTF-8")]
    NotText,
    /// It is not JSON, or no parser would read so deep or so large.
    #[error("from line {line}, column {column} on it cannot be read as JSON")]
    NotJson {
        /// In which line, counted from 1.
        line: usize,
        /// In which column, counted from 1.
        column: usize,
    },
    /// It ends before its end.
    #[error("it ends in the middle, in line {0}")]
    CutShort(usize),
    /// It is the journal as a table, which is for other programs alone.
    #[error("it is a table for spreadsheets, and not all of a journal is in those")]
    Sheet,
    /// It is JSON of something else.
    #[error("its `format` is not `{FORMAT}`")]
    Other,
    /// Its version is no number of one.
    #[error("its `version` is not {VERSION}")]
    NoVersion,
    /// It has no list of entries.
    #[error("its `entries` are no list")]
    NoEntries,
    /// A newer Unclench has written it.
    #[error("it was exported by a newer Unclench")]
    Newer,
    /// One entry does not fit.
    #[error("entry {number}: {what} does not fit")]
    Entry {
        /// Which entry, counted from 1.
        number: usize,
        /// What of it.
        what: String,
    },
    /// One entry lacks something.
    #[error("entry {number}: `{key}` is missing")]
    Lacking {
        /// Which entry, counted from 1.
        number: usize,
        /// What it lacks.
        key: String,
    },
    /// Something is said twice.
    #[error("in line {line}, column {column} something stands for the second time")]
    Twice {
        /// In which line, counted from 1.
        line: usize,
        /// In which column, counted from 1.
        column: usize,
    },
}

impl NotAJournal {
    /// How to mend it.
    pub fn help(&self) -> String {
        match self {
            Self::NotText => "save it as UTF-8".to_owned(),
            Self::Newer => "take it in with a newer Unclench".to_owned(),
            Self::Sheet => {
                "`unclench journal export -o FILE` without `--csv` writes one that can be \
                            taken in"
                    .to_owned()
            }
            Self::Entry { number, what } => {
                let written =
                    what_fits(what).map_or_else(String::new, |it| format!(" like `{it}`"));
                format!("write it{written}, or leave entry {number} out")
            }
            Self::Lacking { number, .. } => format!("add it, or leave entry {number} out"),
            _ => "`unclench journal export -o FILE` writes one that can be taken in".to_owned(),
        }
    }

    /// Whether only a part of the journal in it does not fit.
    pub fn is_of_a_part(&self) -> bool {
        matches!(self, Self::Entry { .. } | Self::Lacking { .. } | Self::Twice { .. })
    }
}

/// How a part of an entry is written.
fn what_fits(what: &str) -> Option<&'static str> {
    match what {
        "`began`" => Some("\"2026-11-28T21:05:03.120+01:00\""),
        "`id`" => Some("\"0191d5a0-7c1e-7f7e-b1c5-9a3d2f6e8b10\""),
        "`ending`" => Some("\"completed\""),
        "`coin`" => Some("\"session\""),
        _ => None,
    }
}

/// The text of a file. One that is cut off within a letter is text all the same.
pub(super) fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, NotAJournal> {
    // Some editors begin a file with this mark.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let is_odd = std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_some());
    // Other encodings have such a byte in each letter, or at every end.
    if is_odd || bytes.contains(&0) {
        return Err(NotAJournal::NotText);
    }
    Ok(String::from_utf8_lossy(bytes))
}

/// Why a text could not be read as a journal.
pub(super) fn why_misread(text: &str, error: &JsonError) -> NotAJournal {
    if text.trim().is_empty() {
        return NotAJournal::Empty;
    }
    if is_sheet(text) {
        return NotAJournal::Sheet;
    }
    let (line, column) = (error.line(), error.column().max(1));
    match error.classify() {
        Category::Eof => return NotAJournal::CutShort(line),
        Category::Syntax | Category::Io => return NotAJournal::NotJson { line, column },
        Category::Data => {}
    }
    // What is amiss may lie before what is no JSON, which is said first all the same.
    let whole: Value = match serde_json::from_str(text) {
        Ok(whole) => whole,
        Err(error) => return why_misread(text, &error),
    };
    if whole.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return NotAJournal::Other;
    }
    match whole.get("version").and_then(Value::as_u64) {
        Some(version) if version > u64::from(VERSION) => return NotAJournal::Newer,
        Some(_) => {}
        None => return NotAJournal::NoVersion,
    }
    let Some(entries) = whole.get("entries").and_then(Value::as_array) else {
        return NotAJournal::NoEntries;
    };
    let misfit = (1..).zip(entries).find_map(|(number, entry)| misfit(number, entry));
    // A value keeps the last of what stands twice, and then all is fine.
    misfit.unwrap_or(NotAJournal::Twice { line, column })
}

/// What does not fit in an entry, by trying each of its keys in one that does.
fn misfit(number: usize, entry: &Value) -> Option<NotAJournal> {
    let is_fine = |entry: Value| serde_json::from_value::<EntryFile>(entry).is_ok();
    if is_fine(entry.clone()) {
        return None;
    }
    let whole = serde_json::to_value(EntryFile::default()).ok()?;
    let known = whole.as_object()?;
    let Some(given) = entry.as_object() else {
        return Some(NotAJournal::Entry { number, what: "what stands there".to_owned() });
    };
    known.keys().find_map(|key| {
        let mut tried = known.clone();
        match given.get(key) {
            Some(value) => tried.insert(key.clone(), value.clone()),
            None => tried.remove(key),
        };
        let is_misfit = !is_fine(Value::Object(tried));
        is_misfit.then(|| match given.get(key) {
            Some(_) => NotAJournal::Entry { number, what: format!("`{key}`") },
            None => NotAJournal::Lacking { number, key: key.clone() },
        })
    })
}
