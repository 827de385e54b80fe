//! Courses: a session a day over some days, with a reason for each; and how far a person has come in
//! one.
//!
//! A course is a TOML file in `sessions/courses/`. It counts the days on which its session was played,
//! and no others: a day that is missed costs nothing.

mod course;
mod progress;
mod read;
mod search;
mod shipped;
#[cfg(test)]
mod tests;

pub use course::{CourseDay, SessionCourse};
pub use progress::{CourseProgress, CourseToday};
pub use read::course_file;
pub use search::search_courses;
pub use shipped::shipped_courses;
