//! The file of reminders, which a person may also write, and what is remembered of them.

use std::io;

use jiff::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::{LastShown, Reminder, ReminderDraft, ReminderProblem};
use crate::config::Paths;
use crate::files::{self, FileError};
use crate::words::Message;

/// The most that is read of each file, in bytes.
pub(super) const LARGEST_BYTES: u64 = 128 * 1024;
/// What stands above each reminder.
pub(super) const HEADING: &str = "[[reminder]]";
/// The most reminders there may be.
const MOST: usize = 50;

/// The most sessions a week that a person may aim at: three a day.
pub const MOST_A_WEEK: u32 = 21;

/// The reminders as they are written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct RemindersFile {
    /// About how many sessions a week the person would like, 1 to [`MOST_A_WEEK`].
    #[serde(
        default,
        deserialize_with = "goal_within_reach",
        skip_serializing_if = "Option::is_none"
    )]
    pub goal: Option<u32>,
    /// Each of them.
    #[serde(default, rename = "reminder")]
    pub drafts: Vec<ReminderDraft>,
    /// Keys of a later version, as they are written.
    #[serde(flatten)]
    pub later: toml::Table,
}

/// Why the reminders, or one of them, cannot be used.
#[derive(Debug, Error)]
pub enum ReminderFileError {
    /// The file cannot be read.
    #[error("{0}")]
    Unreadable(#[from] FileError),
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
        /// What to write instead, where only a letter is not one of the keyboard's.
        meant: Option<Box<Message>>,
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
    /// The reminders that are as they should be, and why each other one is left out.
    pub fn check(&self) -> (Vec<Reminder>, Vec<ReminderFileError>) {
        let (mut reminders, mut left_out) = (Vec::new(), Vec::new());
        for (number, draft) in (1..).zip(self.drafts.iter().take(MOST)) {
            let misfit = |problem| {
                let (name, meant) = (draft.name.clone(), draft.meant().map(Box::new));
                ReminderFileError::Misfit { number, name, problem, meant }
            };
            match draft.check().map_err(misfit).and_then(|it| apart_from(&reminders, it)) {
                Ok(reminder) => reminders.push(reminder),
                Err(error) => left_out.push(error),
            }
        }
        if self.drafts.len() > MOST {
            left_out.push(ReminderFileError::TooMany);
        }
        (reminders, left_out)
    }

    /// Adds a reminder to those that are there.
    ///
    /// # Errors
    /// Where there are too many, or one is called so already.
    pub fn add(&mut self, draft: ReminderDraft) -> Result<(), ReminderFileError> {
        if self.drafts.len() >= MOST {
            return Err(ReminderFileError::TooMany);
        }
        if let Ok(reminder) = draft.check() {
            apart_from(&self.check().0, reminder)?;
        }
        self.drafts.push(draft);
        Ok(())
    }
}

/// How many sessions a week are aimed at; at none where it is 0.
fn goal_within_reach<'de, D: Deserializer<'de>>(written: D) -> Result<Option<u32>, D::Error> {
    match u32::deserialize(written)? {
        0 => Ok(None),
        goal @ 1..=MOST_A_WEEK => Ok(Some(goal)),
        _ => Err(D::Error::custom("more sessions than a week has room for")),
    }
}

/// A reminder, unless one of the others has its name.
fn apart_from(others: &[Reminder], reminder: Reminder) -> Result<Reminder, ReminderFileError> {
    let Some(other) = others.iter().find(|other| other.id() == reminder.id()) else {
        return Ok(reminder);
    };
    let there = other.name.clone();
    Err(if other.is_called(&reminder.name) {
        ReminderFileError::Twice(there)
    } else {
        ReminderFileError::Alike { there, name: reminder.name }
    })
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
