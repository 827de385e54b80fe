//! How far a person has come in a course, in a file that they alone may read.

use std::io;
use std::path::PathBuf;

use toml::{Table, Value};

use super::{CourseDay, SessionCourse};
use crate::config::Paths;
use crate::files;

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

    /// Reads it; nothing, where no course has begun or the file cannot be read.
    pub fn load(paths: &Paths) -> Option<Self> {
        let bytes = files::read(&paths.course_file(), LARGEST_BYTES).ok()?;
        let table = String::from_utf8(bytes).ok()?.parse::<Table>().ok()?;
        let text = |key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
        let done = table.get(key::DONE).and_then(Value::as_integer).unwrap_or_default();
        let done = usize::try_from(done).unwrap_or_default();
        Some(Self { course: text(key::COURSE)?, done, last: text(key::LAST) })
    }

    /// Whether the file of it is there and cannot be used.
    pub fn is_unusable(paths: &Paths) -> bool {
        paths.course_file().symlink_metadata().is_ok() && Self::load(paths).is_none()
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
