//! The text of a file, and the problems found in it, gathered until all are known.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Problem, ProblemText, Severity};
use crate::words::{Message, printable};

/// Most problems shown for one file.
const MOST: usize = 100;

/// A range of bytes in a file.
pub(crate) type Span = Range<usize>;

/// A file's name and text.
pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    line_starts: OnceCell<Vec<usize>>,
}

/// A problem before its line is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) code: &'static str,
    pub(crate) span: Span,
    severity: Severity,
    message: ProblemText,
    help: Option<ProblemText>,
}

/// Everything found so far.
#[derive(Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    /// While set, everything is reported here: what is wrong lies in another file.
    elsewhere: Option<Span>,
    /// Here the file makes no sense, and more problems would only be noise.
    unreadable: Vec<Span>,
}

impl Finding {
    pub(crate) fn error(code: &'static str, span: Span, message: impl Into<ProblemText>) -> Self {
        Self { code, span, severity: Severity::Error, message: message.into(), help: None }
    }

    pub(crate) fn warning(code: &'static str, span: Span, message: impl Into<ProblemText>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    pub(crate) fn help(self, help: impl Into<ProblemText>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The same finding about another part of the file.
    pub(crate) fn at(self, span: Span) -> Self {
        Self { span, ..self }
    }

    /// The same finding with help where there is some.
    pub(crate) fn maybe_help(self, help: Option<Message>) -> Self {
        Self { help: help.map(ProblemText::from), ..self }
    }
}

impl Findings {
    pub(crate) fn add(&mut self, mut finding: Finding) {
        if let Some(span) = &self.elsewhere {
            finding.span = span.clone();
        }
        if self.unreadable.iter().all(|part| !part.contains(&finding.span.start)) {
            self.list.push(finding);
        }
    }

    /// Leaves out whatever is found here from now on.
    pub(crate) fn unreadable(&mut self, part: Span) {
        self.unreadable.push(part);
    }

    /// Where something was found so far, in the order of the file.
    pub(crate) fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.list.iter().map(|found| found.span.clone()).collect();
        spans.sort_by_key(|span| span.start);
        spans
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Reports everything at `span` until it is set back to what this returns.
    pub(crate) fn report_at(&mut self, span: Option<Span>) -> Option<Span> {
        std::mem::replace(&mut self.elsewhere, span)
    }

    /// The problems in the order of the file, each once, and never more than a person would read.
    pub(crate) fn into_problems(mut self, source: &Source<'_>) -> Vec<Problem> {
        self.list.sort_by_key(|finding| finding.span.start);
        self.list.dedup();
        let left_out = self.list.len().saturating_sub(MOST);
        let worst = self.list.iter().skip(MOST).map(|finding| finding.severity).min();
        self.list.truncate(MOST);
        if let (Some(last), Some(severity)) = (self.list.last(), worst) {
            let message = Message::new("problem-more").with("count", left_out);
            let finding = Finding::error("more", last.span.clone(), message);
            self.list.push(Finding { severity, ..finding });
        }
        let findings = self.list.into_iter();
        findings.map(|finding| source.problem(finding)).collect()
    }
}

impl<'a> Source<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, line_starts: OnceCell::new() }
    }

    /// The file's own words at `span`; empty where there are none.
    pub(crate) fn slice(&self, span: &Span) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// The line a byte lies in, counted from 0.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        let starts = self.line_starts();
        starts.partition_point(|start| *start <= byte).max(1) - 1
    }

    /// The bytes of a line that is counted from 0, without its end.
    pub(crate) fn line_span(&self, line: usize) -> Span {
        let start = self.line_starts().get(line).copied().unwrap_or(self.text.len());
        let text = self.text[start..].lines().next().unwrap_or_default();
        start..start + text.len()
    }

    /// The line a byte lies in.
    pub(crate) fn line_text(&self, byte: usize) -> &'a str {
        let start = self.line_starts()[self.line_of(byte)];
        self.text[start..].lines().next().unwrap_or_default()
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(byte, _)| byte + 1);
            std::iter::once(0).chain(breaks).collect()
        })
    }

    fn problem(&self, finding: Finding) -> Problem {
        let start = floor_boundary(self.text, finding.span.start);
        let end = floor_boundary(self.text, finding.span.end).max(start);
        let line = self.line_of(start);
        // A mark of the encoding before the first line is none of its letters.
        let mark =
            if line == 0 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let line_start = self.line_starts()[line] + mark;
        let line_text = self.text[line_start..].split('\n').next().unwrap_or("");
        let line_text = line_text.strip_suffix('\r').unwrap_or(line_text);
        let line_end = line_start + line_text.len();
        let before = self.text[line_start..start.clamp(line_start, line_end)].chars().count();
        let marked = self.text[start.clamp(line_start, line_end)..end.clamp(line_start, line_end)]
            .chars()
            .count();
        let (source_line, mark) = piece(line_text, before, marked.max(1));
        Problem {
            code: finding.code,
            severity: finding.severity,
            file: self.file.to_owned(),
            span: start..end,
            line: line + 1,
            column: before + 1,
            source_line,
            mark,
            message: finding.message,
            help: finding.help,
        }
    }
}

/// The line, or the piece of a very long line around the characters to mark.
fn piece(line: &str, before: usize, marked: usize) -> (String, Range<usize>) {
    const LONGEST: usize = 160;
    const LEAD: usize = 60;
    let skipped = if before + marked.min(LEAD) > LONGEST { before - LEAD.min(before) } else { 0 };
    let mut shown = printable(&line.chars().skip(skipped).take(LONGEST).collect::<String>());
    let shown_chars = shown.chars().count();
    if line.chars().nth(skipped + LONGEST).is_some() {
        shown.push('…');
    }
    let mut start = before - skipped;
    let mut end = (start + marked).min(shown_chars.max(start + 1));
    if skipped > 0 {
        shown.insert(0, '…');
        start += 1;
        end += 1;
    }
    (shown, start..end)
}

/// The nearest character boundary at or before `byte`.
fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
