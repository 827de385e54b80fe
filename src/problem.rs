//! What is wrong with a file: where, why, and how to mend it. One kind of problem, one printer.

mod source;
mod suggest;

use std::fmt;
use std::ops::Range;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

pub(crate) use source::{Finding, Findings, Source, Span};
pub(crate) use suggest::{list, nearest, nearest_or_all};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The file cannot be used until this is mended.
    Error,
    /// The file works; this is probably not what was meant.
    Warning,
}

impl Severity {
    /// The word people read.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing wrong in a file. Its `Display` is the whole message, several lines without a final
/// line break; nothing in it can control a terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// A short fixed name of this kind of problem, for example `unknown-key`.
    pub code: &'static str,
    /// Whether the file can be used all the same.
    pub severity: Severity,
    /// The file as it was named by the caller.
    pub file: String,
    /// The bytes of the file it is about.
    pub span: Range<usize>,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted in characters from 1.
    pub column: usize,
    /// The line itself, or the piece of it around the problem where the line is very long.
    pub source_line: String,
    /// The characters of `source_line` to underline.
    pub mark: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line, self.column);
        let (file, severity) = (plain(&self.file), self.severity.word());
        write!(f, "{file}:{line}:{column}: {severity}: {}", self.message)?;
        let number = line.to_string();
        let before: String = self.source_line.chars().take(self.mark.start).collect();
        let marked: String =
            (self.source_line.chars()).skip(self.mark.start).take(self.mark.len()).collect();
        let blank = " ".repeat(number.len());
        let indent = " ".repeat(before.width());
        let carets = "^".repeat(marked.width().max(1));
        write!(f, "\n  {number} | {}", self.source_line)?;
        write!(f, "\n  {blank} | {indent}{carets}")?;
        if let Some(help) = &self.help {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

/// The same text with every control character made visible, so that it can be printed.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            c if is_unprintable(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Characters that control a terminal, or silently reorder the text around them.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || is_direction_control(c)
}

/// Text of the file inside a message: in back quotes, printable, and never long.
pub(crate) fn quote(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown: String = plain(text).chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// Characters that silently reorder the text around them.
pub(crate) fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
