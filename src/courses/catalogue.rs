//! All courses there are: those that are shipped, and the person's own over them.

use std::ops::Deref;
use std::sync::{Arc, LazyLock, OnceLock};

use include_dir::{Dir, include_dir};

use super::SessionCourse;
use super::read::read_course;
use crate::matching::{Document, EverydayTable, Index, Query, WordSource};

const SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sessions/courses");

/// What the words of each text are worth, 1–100.
mod weight {
    pub(super) const TITLE: u8 = 100;
    pub(super) const SUMMARY: u8 = 40;
}

/// Every shipped course, by title.
static SHIPPED_COURSES: LazyLock<Courses> = LazyLock::new(|| {
    let read = |file: &include_dir::File<'static>| {
        let id = file.path().file_stem()?.to_str()?;
        read_course(id, id, file.contents_utf8()?, |_| true).ok()
    };
    Courses::by_title(SHIPPED.files().filter_map(read).collect())
});

/// Courses to choose from, by title. A copy costs nothing.
#[derive(Clone, Debug, Default)]
pub struct Courses {
    listed: Arc<ListedCourses>,
}

#[derive(Debug, Default)]
struct ListedCourses {
    courses: Vec<SessionCourse>,
    /// The index of them, in their order. It is made at the first search.
    index: OnceLock<Index>,
}

impl Courses {
    /// Every shipped course.
    pub fn shipped() -> Self {
        SHIPPED_COURSES.clone()
    }

    /// Every shipped course, and these of the person's own: each takes the place of another of its id.
    pub fn with_own(own: Vec<SessionCourse>) -> Self {
        if own.is_empty() {
            return Self::shipped();
        }
        let shipped = SHIPPED_COURSES.iter();
        let kept = shipped.filter(|course| own.iter().all(|other| other.id != course.id)).cloned();
        let kept: Vec<_> = kept.collect();
        Self::by_title(own.into_iter().chain(kept).collect())
    }

    fn by_title(mut courses: Vec<SessionCourse>) -> Self {
        courses.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
        Self { listed: Arc::new(ListedCourses { courses, index: OnceLock::new() }) }
    }

    /// The course of this id.
    pub fn named(&self, id: &str) -> Option<&SessionCourse> {
        self.iter().find(|course| course.id == id)
    }

    /// The places of those that fit all that a person types, best first.
    pub fn search(&self, typed: &str) -> Vec<usize> {
        let query = Query::read(typed, EverydayTable::shipped());
        if query.is_empty() {
            return Vec::new();
        }
        let index = self
            .listed
            .index
            .get_or_init(|| Index::of(&self.iter().map(document).collect::<Vec<_>>()));
        let fitting = index.search(&query);
        let fits = fitting.fits.iter().filter(|_| !fitting.is_near);
        fits.map(|fit| fit.document).collect()
    }
}

impl Deref for Courses {
    type Target = [SessionCourse];

    fn deref(&self) -> &[SessionCourse] {
        &self.listed.courses
    }
}

impl PartialEq for Courses {
    fn eq(&self, other: &Self) -> bool {
        self.listed.courses == other.listed.courses
    }
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
