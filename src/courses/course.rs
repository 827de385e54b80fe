//! A course as its file has it.

/// A session a day, over some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionCourse {
    /// What it is called by.
    pub id: String,
    /// The title people read.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// Its days, at least two.
    pub days: Vec<CourseDay>,
}

/// One day of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseDay {
    /// The id of its session.
    pub session: String,
    /// To how many minutes that is fitted; as it is written, where none are named.
    pub minutes: Option<u64>,
    /// Why this one today.
    pub why: String,
}
