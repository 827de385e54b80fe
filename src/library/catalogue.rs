//! Sessions to choose from, in the order they are listed, each made ready to be searched.

use std::ops::Deref;
use std::sync::Arc;

use super::Entry;
use super::search_text::document;
use crate::courses::Courses;
use crate::matching::{Document, Index};

/// Sessions to choose from, in the order they are listed. A copy costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    listed: Arc<Listed>,
}

#[derive(Debug, Default, PartialEq)]
struct Listed {
    entries: Vec<Entry>,
    /// What is searched of each entry.
    sought: Vec<Document>,
    index: Index,
    courses: Courses,
    invalid: usize,
}

impl Catalogue {
    /// The catalogue of these entries, in their order, and of these courses. `invalid` is how many
    /// files are not valid.
    pub fn new(entries: Vec<Entry>, courses: Courses, invalid: usize) -> Self {
        let sought = entries.iter().map(document).collect();
        Self::indexed(entries, sought, courses, invalid)
    }

    /// The catalogue of these entries by title, where what is searched of each is ready.
    pub(super) fn by_title(
        mut ready: Vec<(Document, Entry)>,
        courses: Courses,
        invalid: usize,
    ) -> Self {
        ready.sort_by(|(_, one), (_, other)| one.by_title(other));
        let (sought, entries) = ready.into_iter().unzip();
        Self::indexed(entries, sought, courses, invalid)
    }

    fn indexed(
        entries: Vec<Entry>,
        sought: Vec<Document>,
        courses: Courses,
        invalid: usize,
    ) -> Self {
        let index = Index::of(&sought);
        Self { listed: Arc::new(Listed { entries, sought, index, courses, invalid }) }
    }

    /// The courses to choose from.
    pub fn courses(&self) -> &Courses {
        &self.listed.courses
    }

    /// How many files are not valid.
    pub fn invalid(&self) -> usize {
        self.listed.invalid
    }

    /// What is searched of each entry.
    pub(super) fn sought(&self) -> &[Document] {
        &self.listed.sought
    }

    /// What is searched of all of them.
    pub(super) fn index(&self) -> &Index {
        &self.listed.index
    }
}

impl Deref for Catalogue {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.listed.entries
    }
}
