//! A problem in words: its whole message, and its fields for other programs.

use std::fmt;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{Problem, Severity};
use crate::words::{Message, Texts, printable};

/// A problem in the words of one language. Its `Display` is the whole message, several lines
/// without a final line break; nothing in it can control a terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidProblem {
    /// The problem itself.
    #[serde(flatten)]
    pub problem: Problem<String>,
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
        let spoken = Problem {
            code: problem.code,
            severity: problem.severity,
            file: problem.file.clone(),
            span: problem.span.clone(),
            line: problem.line,
            column: problem.column,
            source_line: problem.source_line.clone(),
            mark: problem.mark.clone(),
            message: printable(&problem.message.text(texts)),
            help: problem.help.as_ref().map(|help| printable(&help.text(texts))),
        };
        let labels = [texts.text(&severity), texts.text(&Message::new("problem-help"))];
        Self { problem: spoken, labels }
    }

    /// The message and its help without the place, where nothing of the file was read.
    pub fn without_place(&self) -> String {
        let [severity, help_label] = &self.labels;
        let help = self.problem.help.as_ref();
        let help = help.map_or_else(String::new, |help| format!("\n{help_label}: {help}"));
        format!("{severity}: {}{help}", self.problem.message)
    }
}

impl fmt::Display for SaidProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = &self.problem;
        let (line, column) = (problem.line, problem.column);
        let [severity, help_label] = &self.labels;
        write!(f, "{}:{line}:{column}: {severity}: {}", printable(&problem.file), problem.message)?;
        let number = line.to_string();
        let before: String = problem.source_line.chars().take(problem.mark.start).collect();
        let marked: String = (problem.source_line.chars())
            .skip(problem.mark.start)
            .take(problem.mark.len())
            .collect();
        let blank = " ".repeat(number.len());
        let indent = " ".repeat(before.width());
        let carets = "^".repeat(marked.width().max(1));
        write!(f, "\n  {number} | {}", problem.source_line)?;
        write!(f, "\n  {blank} | {indent}{carets}")?;
        if let Some(help) = &problem.help {
            write!(f, "\n  {help_label}: {help}")?;
        }
        Ok(())
    }
}
