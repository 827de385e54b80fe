//! What is wrong with a file: where, why, and how to mend it. One kind of problem, one printer.

mod followed;
pub(crate) mod letters;
mod line_meant;
mod misfit;
mod misfits;
mod quotes;
mod said;
mod scan;
mod source;
mod suggest;
mod syntax;
mod values;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use crate::words::{Language, Message, Texts, printable};

pub(crate) use followed::followed;
pub(crate) use line_meant::key_and_value;
pub(crate) use misfit::{missing_help, missing_key, what_fits};
pub(crate) use misfits::read_or_misfits;
pub(crate) use quotes::{quotes_meant, with_quotes_right};
pub use said::SaidProblem;
pub(crate) use scan::end_of_entry;
pub(crate) use source::{Finding, Findings, Source, Span};
pub(crate) use suggest::{Joint, as_name, list, nearest, nearest_or_all};
pub(crate) use syntax::{behind_heading, report_syntax};
pub(crate) use values::{held, text_meant, whole_number_meant, whole_number_rounded, wrong_type};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The file cannot be used until this is mended.
    Error,
    /// The file works; this is probably not what was meant.
    Warning,
}

/// What a problem says: as data, or in words that are there in one language only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemText {
    /// A message, said in the language of the person.
    Message(Message),
    /// Words as they are.
    Words(String),
}

impl ProblemText {
    /// The words, in the language of these texts where there are such.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Message(message) => texts.text(message),
            Self::Words(words) => words.clone(),
        }
    }
}

impl From<Message> for ProblemText {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<String> for ProblemText {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for ProblemText {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

/// One thing wrong in a file, with its text as data; [`Problem::said`] makes words of it, and its
/// `Display` is what is said in English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem<Text = ProblemText> {
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
    pub message: Text,
    /// What would be right.
    pub help: Option<Text>,
}

impl Problem {
    /// The same problem in words.
    pub fn said(&self, texts: &Texts) -> SaidProblem {
        SaidProblem::of(self, texts)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said(Texts::with_reports(Language::English)).fmt(f)
    }
}

/// Text of the file inside a message: in back quotes, printable, and never long.
pub(crate) fn quote(text: &str) -> String {
    const LONGEST: usize = 40;
    let seen: String = text.chars().map(seen).collect();
    let mut shown: String = printable(&seen).chars().take(LONGEST).collect();
    if seen.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// What problems say in German, each in a line with its help, for tests. None of it is English.
#[cfg(test)]
pub(crate) fn in_german(problems: &[Problem]) -> String {
    const ENGLISH: [&str; 22] = [
        "the", "is", "a", "of", "and", "or", "with", "write", "this", "it", "at", "to", "has",
        "here", "not", "needs", "between", "one", "out", "for", "most", "no",
    ];
    let texts = Texts::with_reports(Language::German);
    let lines = problems.iter().map(|problem| {
        let said = problem.said(texts);
        let line = match &said.problem.help {
            Some(help) => format!("{}\n  {help}", said.problem.message),
            None => said.problem.message.clone(),
        };
        // What stands in quotes is the file's, or to be written into it.
        let own = line.split(['`', '„', '“', '"']).step_by(2).collect::<Vec<_>>().join(" ");
        let words = own.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        for word in words {
            assert!(!ENGLISH.contains(&word.as_str()), "{word}: {line}");
        }
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A letter, or its code where nothing is seen of it.
fn seen(letter: char) -> String {
    if letters::is_unseen(letter) {
        format!("<U+{:04X}>", letter as u32)
    } else {
        letter.to_string()
    }
}
