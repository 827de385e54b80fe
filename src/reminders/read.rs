//! The file of reminders read one reminder at a time: what does not fit is named, and costs no other.

use std::ops::Range;

use serde::Deserialize as _;
use toml::de::{DeTable, DeValue, Deserializer};

use super::file::{HEADING, LARGEST_BYTES};
use super::{ReminderFileError, RemindersFile};
use crate::config::Paths;
use crate::files;
use crate::problem::{
    Finding, Findings, Problem, Severity, Source, Span, nearest_or_all, quote, report_syntax,
    what_fits,
};
use crate::words::Message;

/// The keys of the file, and those of a reminder.
const FILE_KEYS: [&str; 2] = ["goal", "reminder"];
const REMINDER_KEYS: [&str; 8] =
    ["name", "every", "between", "at", "on", "session", "water", "bedtime"];

/// What could be read of the reminders, and what is wrong with the rest.
#[derive(Debug, Default)]
pub struct ReadReminders {
    /// The reminders that could be read.
    pub file: RemindersFile,
    /// What is wrong: for each part that is left out, then what is not known here.
    pub problems: Vec<Problem>,
}

impl ReadReminders {
    /// Reads the file, a reminder at a time; nothing is in it where there is none.
    ///
    /// # Errors
    /// Where it cannot be read at all.
    pub fn load(paths: &Paths) -> Result<Self, ReminderFileError> {
        let place = paths.reminders_file();
        match files::read(&place, LARGEST_BYTES) {
            Ok(bytes) => Ok(Self::of_bytes(&place.to_string_lossy(), &bytes)),
            Err(error) if error.is_missing() => Ok(Self::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads bytes of which some may be no text. `file` is what its problems call it.
    pub(super) fn of_bytes(file: &str, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let is_no_text = |line: &[u8]| std::str::from_utf8(line).is_err();
        let lines = bytes.split(|byte| *byte == b'\n').zip(1..);
        let lines = lines.filter(|(line, _)| is_no_text(line)).map(|(_, number)| number).collect();
        Self::without_lines(&Source::new(file, &text), lines)
    }

    /// Reads a text. `file` is what its problems call it.
    #[cfg(test)]
    pub(super) fn of(file: &str, text: &str) -> Self {
        Self::of_bytes(file, text.as_bytes())
    }

    /// Reads a text of which these lines, counted from 1, are no text as they were written.
    fn without_lines(source: &Source<'_>, no_text: Vec<usize>) -> Self {
        let mut left = source.text.to_owned();
        let mut problems: Vec<Problem> = Vec::new();
        let single = (1..).zip(source.text.lines()).filter(|(_, line)| is_single_heading(line));
        let faults = no_text.into_iter().map(|number| (number, false));
        for (number, is_heading) in faults.chain(single.map(|(number, _)| (number, true))) {
            let line = source.line_span(number - 1);
            let finding = if is_heading {
                Finding::error("reminder-misfit", line, Message::new("reminder-misfit"))
                    .help(Message::new("write").with("text", HEADING))
            } else {
                Finding::error("not-text", line, Message::new("line-not-text"))
                    .help(Message::new("not-text-help"))
            };
            let mut found = Findings::default();
            found.add(finding);
            problems.extend(found.into_problems(source));
            let lines: Vec<&str> = source.text.split('\n').collect();
            leave_out(&mut left, &part_of(&lines, number));
        }
        loop {
            let (read, found) = strictly(source, &left);
            // What is told further below may be a mere consequence of the first.
            let Some(line) = found.iter().filter(|it| is_error(it)).map(|it| it.line).min() else {
                problems.extend(found);
                return Self { file: read.unwrap_or_default(), problems };
            };
            let lines: Vec<&str> = left.split('\n').collect();
            let part = part_of(&lines, line);
            problems.extend(found.into_iter().filter(|it| part.contains(&it.line)));
            if !leave_out(&mut left, &part) {
                return Self { file: RemindersFile::default(), problems };
            }
        }
    }

    /// Whether something in the file was not read, and would be lost if the rest were written.
    pub fn has_unread(&self) -> bool {
        self.problems.iter().any(is_error)
    }
}

/// Whether a line is the heading of one table, where there may be several.
fn is_single_heading(line: &str) -> bool {
    line.split('#').next().is_some_and(|line| line.trim() == "[reminder]")
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

/// The reminders of a text in which all fits, or what does not.
fn strictly(source: &Source<'_>, text: &str) -> (Option<RemindersFile>, Vec<Problem>) {
    let mut found = Findings::default();
    let (root, errors) = DeTable::parse_recoverable(text);
    if report_syntax(source, &errors, &mut found) {
        return (None, found.into_problems(source));
    }
    report_later(root.get_ref(), &mut found);
    match RemindersFile::deserialize(Deserializer::from(root)) {
        Ok(file) => (Some(file), found.into_problems(source)),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            let help = misfit_help(&error, source, &span);
            let message = Message::new("reminder-misfit");
            found.add(Finding::error("reminder-misfit", span, message).help(help));
            (None, found.into_problems(source))
        }
    }
}

/// Names the keys that are not known here. They are kept as they are written.
fn report_later(root: &DeTable<'_>, found: &mut Findings) {
    let mut report = |table: &DeTable<'_>, known: &[&'static str]| {
        for key in table.keys().filter(|key| !known.contains(&&**key.get_ref())) {
            let name: &str = key.get_ref();
            let message = Message::new("reminder-later-key").with("key", quote(name));
            let finding = Finding::warning("unknown-key", key.span(), message);
            found.add(finding.maybe_help(nearest_or_all(name, known.iter().copied())));
        }
    };
    report(root, &FILE_KEYS);
    let reminders = root.get("reminder").and_then(|value| value.get_ref().as_array());
    for reminder in reminders.into_iter().flat_map(|all| all.iter()) {
        if let DeValue::Table(table) = reminder.get_ref() {
            report(table, &REMINDER_KEYS);
        }
    }
}

/// The lines of the part of a text that a line is in, counted from 1: a reminder as a whole, since one
/// without its broken line could come at other times than were meant; above all reminders the line
/// alone.
pub(super) fn part_of(lines: &[impl AsRef<str>], line: usize) -> Range<usize> {
    let is_heading = |line: &usize| {
        let text = lines.get(line.saturating_sub(1));
        text.is_some_and(|text| text.as_ref().trim_start().starts_with('['))
    };
    match (1..=line).rev().find(is_heading) {
        Some(heading) => {
            let next = (heading + 1..=lines.len()).find(is_heading);
            heading..next.unwrap_or(lines.len() + 1)
        }
        None => line..line + 1,
    }
}

/// Blanks lines of a text. Gives whether anything was in them.
fn leave_out(text: &mut String, part: &Range<usize>) -> bool {
    let mut had_any = false;
    // As many bytes as before, so that what stands below keeps its place.
    let blanked = (1..).zip(text.split('\n')).map(|(number, line)| {
        if !part.contains(&number) {
            return line.to_owned();
        }
        had_any |= !line.trim().is_empty();
        " ".repeat(line.len())
    });
    let blanked: Vec<String> = blanked.collect();
    *text = blanked.join("\n");
    had_any
}

/// What would fit where the file is not as it should be.
fn misfit_help(error: &toml::de::Error, source: &Source<'_>, span: &Span) -> Message {
    let line = source.line_text(span.start).trim();
    let key = line.split('=').next().unwrap_or_default().trim();
    if key == "goal" {
        return Message::new("reminder-goal-help");
    }
    what_fits(error, source).unwrap_or_else(|| Message::new("reminder-misfit-help"))
}
