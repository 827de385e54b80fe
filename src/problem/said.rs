//! A problem in words: its whole message, and its fields for other programs.

use std::fmt;
use std::ops::Range;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{Problem, Severity, plain};
use crate::words::{Message, Texts};

/// A problem in the words of one language. Its `Display` is the whole message, several lines
/// without a final line break; nothing in it can control a terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidProblem {
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
    /// The words for the severity and for help.
    #[serde(skip)]
    labels: [String; 2],
}

impl SaidProblem {
    /// The problem in the words of these texts.
    pub(super) fn of(problem: &Problem, texts: &Texts) -> Self {
        let severity = match problem.severity {
            Severity::Error => Message::new("problem-error"),
            Severity::Warning => Message::new("problem-warning"),
        };
        Self {
            code: problem.code,
            severity: problem.severity,
            file: problem.file.clone(),
            span: problem.span.clone(),
            line: problem.line,
            column: problem.column,
            source_line: problem.source_line.clone(),
            mark: problem.mark.clone(),
            message: plain(&problem.message.text(texts)),
            help: problem.help.as_ref().map(|help| plain(&help.text(texts))),
            labels: [texts.text(&severity), texts.text(&Message::new("problem-help"))],
        }
    }

    /// The message and its help without the place, where nothing of the file was read.
    pub fn without_place(&self) -> String {
        let [severity, help_label] = &self.labels;
        let help = self.help.as_ref();
        let help = help.map_or_else(String::new, |help| format!("\n{help_label}: {help}"));
        format!("{severity}: {}{help}", self.message)
    }
}

impl fmt::Display for SaidProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line, self.column);
        let [severity, help_label] = &self.labels;
        write!(f, "{}:{line}:{column}: {severity}: {}", plain(&self.file), self.message)?;
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
            write!(f, "\n  {help_label}: {help}")?;
        }
        Ok(())
    }
}
