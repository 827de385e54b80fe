//! Courses: a session a day over some days, with a reason for each; and how far a person has come in
//! one.
//!
//! A course is a TOML file in `sessions/courses/`, or in the `courses` folder of the person's own
//! sessions. It counts the days on which its session was played, and no others: a day that is missed
//! costs nothing.

mod catalogue;
mod course;
mod progress;
mod read;
mod table;
#[cfg(test)]
mod tests;

pub use catalogue::Courses;
pub use course::{CourseDay, SessionCourse};
pub use progress::{CourseProgress, CourseToday, ProgressFault};
pub use read::{course_file, read_course};
