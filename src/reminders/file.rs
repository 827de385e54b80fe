//! The file of reminders, which a person may also write, and what is remembered of them.

use std::io;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use toml::de::{DeTable, Deserializer};

use super::{LastShown, Reminder, ReminderDraft, ReminderProblem};
use crate::config::Paths;
use crate::files::{self, FileError};
use crate::problem::{Finding, Findings, Problem, Source, Span, report_syntax, what_fits};
use crate::words::Message;

/// The most that is read of each file, in bytes.
const LARGEST_BYTES: u64 = 128 * 1024;
/// The most reminders there may be.
const MOST: usize = 50;

/// The reminders as they are written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RemindersFile {
    /// About how many sessions a week the person would like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<u32>,
    /// Each of them.
    #[serde(default, rename = "reminder")]
    pub drafts: Vec<ReminderDraft>,
}

/// Why the reminders cannot be used.
#[derive(Debug, Error)]
pub enum ReminderFileError {
    /// The file cannot be read.
    #[error("{0}")]
    Unreadable(#[from] FileError),
    /// It is not what a file of reminders is: each problem, with its place and how to mend it.
    #[error("they are not written as reminders are")]
    Misread(Vec<Problem>),
    /// There are too many.
    #[error("there are more than {MOST} reminders")]
    TooMany,
    /// One of them is not as it should be.
    #[error("reminder {number}, “{name}”: {problem}")]
    Misfit {
        /// Which it is, counted from 1.
        number: usize,
        /// What it is called.
        name: String,
        /// What is wrong, and how to mend it.
        problem: ReminderProblem,
    },
    /// Two of them have one name.
    #[error("two reminders are called “{0}”: give one another name")]
    Twice(String),
    /// Two of them have names of which only signs differ, so that their files would have one name.
    #[error(
        "“{there}” and “{name}” differ only in signs, which names of files leave out: give one of \
         them other letters or digits"
    )]
    Alike {
        /// The name of the earlier one.
        there: String,
        /// The name of the later one.
        name: String,
    },
}

impl RemindersFile {
    /// Reads the file; nothing is in it where there is none.
    ///
    /// # Errors
    /// Where it cannot be read or is no file of reminders.
    pub fn load(paths: &Paths) -> Result<Self, ReminderFileError> {
        let place = paths.reminders_file();
        let text = match files::read_text(&place, LARGEST_BYTES) {
            Ok(text) => text,
            Err(error) if error.is_missing() => return Ok(Self::default()),
            Err(error) => return Err(error.into()),
        };
        Self::read(&place.to_string_lossy(), &text).map_err(ReminderFileError::Misread)
    }

    /// The reminders in a text, or what is wrong with it.
    pub(super) fn read(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let source = Source::new(file, text);
        let mut found = Findings::default();
        let (root, errors) = DeTable::parse_recoverable(text);
        if report_syntax(&source, &errors, &mut found) {
            return Err(found.into_problems(&source));
        }
        Self::deserialize(Deserializer::from(root)).map_err(|error| {
            let span = error.span().unwrap_or_default();
            let help = misfit_help(&error, &source, &span);
            let message = Message::new("reminder-misfit");
            found.add(Finding::error("reminder-misfit", span, message).help(help));
            found.into_problems(&source)
        })
    }

    /// Every reminder in it.
    ///
    /// # Errors
    /// Where one of them is not as it should be.
    pub fn check(&self) -> Result<Vec<Reminder>, ReminderFileError> {
        if self.drafts.len() > MOST {
            return Err(ReminderFileError::TooMany);
        }
        let mut reminders: Vec<Reminder> = Vec::new();
        for (number, draft) in (1..).zip(&self.drafts) {
            let misfit =
                |problem| ReminderFileError::Misfit { number, name: draft.name.clone(), problem };
            let reminder = draft.check().map_err(misfit)?;
            if let Some(other) = reminders.iter().find(|other| other.id() == reminder.id()) {
                let there = other.name.clone();
                return Err(if other.is_called(&reminder.name) {
                    ReminderFileError::Twice(there)
                } else {
                    ReminderFileError::Alike { there, name: reminder.name }
                });
            }
            reminders.push(reminder);
        }
        Ok(reminders)
    }

    /// Keeps it, whole or not at all, readable by its person alone.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn keep(&self, paths: &Paths) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
        files::write_private(&paths.reminders_file(), text.as_bytes())
    }
}

/// What would fit where the file is not as it should be.
fn misfit_help(error: &toml::de::Error, source: &Source<'_>, span: &Span) -> Message {
    let line = source.line_text(span.start).trim();
    let key = line.split('=').next().unwrap_or_default().trim();
    if key == "goal" {
        return Message::new("reminder-goal-help");
    }
    if line.starts_with("[reminder]") {
        return Message::new("write").with("text", "[[reminder]]");
    }
    what_fits(error, source).unwrap_or_else(|| Message::new("reminder-misfit-help"))
}

impl LastShown {
    /// When a reminder was last shown; nothing where that is not known.
    pub fn load(paths: &Paths, id: &str) -> Option<Self> {
        let bytes = files::read(&paths.shown_reminder_file(id), LARGEST_BYTES).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let mut lines = text.lines();
        let at: Timestamp = lines.next()?.parse().ok()?;
        Some(Self { at, meant: lines.next()?.parse().ok()? })
    }

    /// Keeps it, whole or not at all.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn keep(&self, paths: &Paths, id: &str) -> io::Result<()> {
        let text = format!("{}\n{}\n", self.at, self.meant);
        files::write_private(&paths.shown_reminder_file(id), text.as_bytes())
    }
}
