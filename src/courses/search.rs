//! Finds courses by what a person types.

use std::sync::LazyLock;

use super::{SessionCourse, shipped_courses};
use crate::matching::{Document, EverydayTable, Index, Query, WordSource};

/// What the words of each text are worth, 1–100.
mod weight {
    pub(super) const TITLE: u8 = 100;
    pub(super) const SUMMARY: u8 = 40;
}

/// The index of the courses, in their order. It is made at the first search.
static COURSES: LazyLock<Index> = LazyLock::new(|| {
    let documents: Vec<_> = shipped_courses().iter().map(document).collect();
    Index::of(&documents)
});

/// The courses that fit all that a person types, best first.
pub fn search_courses(typed: &str) -> Vec<&'static SessionCourse> {
    let query = Query::read(typed, EverydayTable::shipped());
    if query.is_empty() {
        return Vec::new();
    }
    let fitting = COURSES.search(&query);
    let fits = fitting.fits.iter().filter(|_| !fitting.is_near);
    fits.filter_map(|fit| shipped_courses().get(fit.document)).collect()
}

fn document(course: &SessionCourse) -> Document {
    let here = WordSource::default();
    let kind = "course";
    let texts = [
        (weight::TITLE, here, course.title.as_str()),
        (weight::TITLE, here, course.id.as_str()),
        (weight::SUMMARY, here, course.summary.as_str()),
        (weight::SUMMARY, here, kind),
    ];
    Document::of(texts.to_vec(), [(weight::TITLE, here, format!("course:{}", course.id))])
}
