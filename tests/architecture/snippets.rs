//! Snippets of source judged by the table of the fixture.

use super::document::Document;
use super::reading::read;
use super::rules::{self, SourceFile};

const TABLE: &str = include_str!("fixtures/table.md");

pub(crate) fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned() }
}

pub(crate) fn complaints(files: &[SourceFile]) -> Vec<String> {
    let document = Document::read(TABLE).expect("the table of the fixture can be read");
    rules::uses(&document, &read(files))
}

#[track_caller]
pub(crate) fn refused(path: &str, text: &str, because: &str) {
    let found = complaints(&[file(path, text)]);
    assert!(
        found.len() == 1 && found[0].contains(because),
        "wanted one {because:?}, got {found:#?}"
    );
}

#[track_caller]
pub(crate) fn allowed(path: &str, text: &str) {
    assert_eq!(complaints(&[file(path, text)]), Vec::<String>::new());
}
