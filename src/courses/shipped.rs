//! The courses that are shipped.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::SessionCourse;
use super::read::read;
use crate::problem::{Findings, Source};

const COURSES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sessions/courses");

/// Every shipped course, by title.
static SHIPPED: LazyLock<Vec<SessionCourse>> = LazyLock::new(|| {
    let mut courses: Vec<SessionCourse> = COURSES.files().filter_map(built_in).collect();
    courses.sort_by(|one, other| one.title.cmp(&other.title));
    courses
});

/// Every shipped course, by title.
pub fn shipped_courses() -> &'static [SessionCourse] {
    &SHIPPED
}

fn built_in(file: &include_dir::File<'static>) -> Option<SessionCourse> {
    let id = file.path().file_stem()?.to_str()?;
    read(id, &Source::new(id, file.contents_utf8()?), &mut Findings::default(), |_| true)
}
