//! How far a person has come in a course, in a file that they alone may read.

use std::io;
use std::path::PathBuf;

use thiserror::Error;
use toml::de::DeTable;
use toml::{Spanned, Table, Value};

use super::table::{number, text};
use super::{CourseDay, SessionCourse};
use crate::config::Paths;
use crate::files::{self, FileError, FileErrorKind};
use crate::problem::{Finding, Findings, Problem, Source, quote, report_syntax};
use crate::words::Message;

/// The most that is read of the file, in bytes.
const LARGEST_BYTES: u64 = 16 * 1024;

/// The keys of the file.
mod key {
    pub(super) const COURSE: &str = "course";
    pub(super) const DONE: &str = "days-done";
    pub(super) const LAST: &str = "last-day";
}

/// How far a person has come in a course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourseProgress {
    /// The id of the course.
    pub course: String,
    /// How many of its days have been played.
    pub done: usize,
    /// When the last was, such as `2026-11-28`.
    pub last: Option<String>,
}

/// Why it is not known how far a person has come, though there is a file of it.
#[derive(Debug, Error)]
pub enum ProgressFault {
    /// The file cannot be read.
    #[error("{0}")]
    Unreadable(FileError),
    /// Something that stands in it does not fit.
    #[error("{} of it needs mending", if .0.len() == 1 { "one part" } else { "some parts" })]
    Misfit(Vec<Problem>),
}

/// The session of a course that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseToday {
    /// The title of the course.
    pub title: String,
    /// Which of its days, counted from 1.
    pub number: usize,
    /// How many it has.
    pub of: usize,
    /// The day itself.
    pub day: CourseDay,
}

impl CourseProgress {
    /// The beginning of a course.
    pub fn start(course: &SessionCourse) -> Self {
        Self { course: course.id.clone(), done: 0, last: None }
    }

    /// What comes next; nothing once all days are done.
    pub fn next(&self, course: &SessionCourse) -> Option<CourseToday> {
        let day = course.days.get(self.done)?.clone();
        let (title, number) = (course.title.clone(), self.done + 1);
        Some(CourseToday { title, number, of: course.days.len(), day })
    }

    /// What comes next, unless a day of the course has been played today already.
    pub fn due(&self, course: &SessionCourse, today: &str) -> Option<CourseToday> {
        self.next(course).filter(|_| self.last.as_deref() != Some(today))
    }

    /// The same after a session was played on a day: one day further where it was what came next, and
    /// no more than one on each day.
    #[must_use]
    pub fn played(&self, course: &SessionCourse, session: &str, today: &str) -> Option<Self> {
        let due = self.due(course, today).filter(|due| due.day.session == session)?;
        Some(Self { course: self.course.clone(), done: due.number, last: Some(today.to_owned()) })
    }

    /// The same, with no more days done than the course has: it may have had more when they were.
    #[must_use]
    pub fn within(self, course: &SessionCourse) -> Self {
        Self { done: self.done.min(course.days.len()), ..self }
    }

    /// Reads it; nothing, where no course has begun or the file cannot be used.
    pub fn load(paths: &Paths) -> Option<Self> {
        Self::read(paths).ok().flatten()
    }

    /// Reads it; nothing, where no course has begun. A link to what is not there is none yet: it is
    /// written through.
    ///
    /// # Errors
    /// [`ProgressFault`], where there is a file of it that cannot be used.
    pub fn read(paths: &Paths) -> Result<Option<Self>, ProgressFault> {
        let place = paths.course_file();
        match files::read_text(&place, LARGEST_BYTES) {
            Ok(text) => {
                read(&place.to_string_lossy(), &text).map(Some).map_err(ProgressFault::Misfit)
            }
            Err(FileError { kind: FileErrorKind::Missing | FileErrorKind::DeadLink, .. }) => {
                Ok(None)
            }
            Err(error) => Err(ProgressFault::Unreadable(error)),
        }
    }

    /// Whether the file of it is there and cannot be used.
    pub fn is_unusable(paths: &Paths) -> bool {
        Self::read(paths).is_err()
    }

    /// Where a file is put that could not be used when progress was kept anew.
    pub fn aside(paths: &Paths) -> PathBuf {
        paths.course_file().with_extension("toml.broken")
    }

    /// Keeps it, whole or not at all, readable by its person alone. What is there and cannot be used
    /// is put aside.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn keep(&self, paths: &Paths) -> io::Result<()> {
        if Self::is_unusable(paths) {
            files::put_aside(&paths.course_file(), &Self::aside(paths))?;
        }
        let done = i64::try_from(self.done).unwrap_or(i64::MAX);
        let mut table = Table::from_iter([
            (key::COURSE.to_owned(), Value::String(self.course.clone())),
            (key::DONE.to_owned(), Value::Integer(done)),
        ]);
        if let Some(last) = &self.last {
            table.insert(key::LAST.to_owned(), Value::String(last.clone()));
        }
        files::write_private(&paths.course_file(), table.to_string().as_bytes())
    }

    /// Forgets it. Returns whether there was anything to forget.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn forget(paths: &Paths) -> io::Result<bool> {
        files::erase(&paths.course_file())
    }
}

/// Reads how far a person has come. `file` is only a name for the messages.
fn read(file: &str, written: &str) -> Result<CourseProgress, Vec<Problem>> {
    let source = Source::new(file, written);
    let mut found = Findings::default();
    let (root, errors) = DeTable::parse_recoverable(written);
    report_syntax(&source, &errors, &mut found);
    if found.has_errors() {
        return Err(found.into_problems(&source));
    }
    let root = root.get_ref();
    let course = root.get(key::COURSE).and_then(|it| text(key::COURSE, it, &mut found));
    if !root.contains_key(key::COURSE) {
        let message = Message::new("missing-keys").with("keys", quote(key::COURSE));
        let message = message.with("part", Message::new("file-part").with("part", "progress"));
        found.add(Finding::error("missing-key", 0..0, message));
    }
    let done = root.get(key::DONE).and_then(|it| number(key::DONE, it, &mut found));
    let last = root.get(key::LAST).and_then(|it| text(key::LAST, it, &mut found));
    let done = done.map_or(Ok(0), |done| usize::try_from(*done.get_ref()).map_err(|_| done.span()));
    if let Err(span) = &done {
        let message = Message::new("course-done");
        let help = Message::new("write").with("text", format!("{} = 0", key::DONE));
        found.add(Finding::error("course", span.clone(), message).help(help));
    }
    match (course, done) {
        (Some(course), Ok(done)) if !found.has_errors() => {
            let last = last.map(Spanned::into_inner);
            Ok(CourseProgress { course: course.into_inner(), done, last })
        }
        _ => Err(found.into_problems(&source)),
    }
}
