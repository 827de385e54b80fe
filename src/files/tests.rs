//! What reading and writing promise.

mod drafts;
mod folders;
mod places;
#[cfg(unix)]
mod unix;

use std::fs;

use tempfile::TempDir;

use super::{FileErrorKind, composed_bytes, open, read, read_text};

#[test]
fn a_file_is_read_up_to_its_limit_and_no_larger_one() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.toml");
    fs::write(&path, "four").expect("a file");
    assert_eq!(read(&path, 4).expect("it fits"), b"four");
    let refused = read(&path, 3).expect_err("it is too large");
    assert!(matches!(refused.kind, FileErrorKind::TooLarge { most: 3 }));
}

#[test]
fn a_folder_and_a_missing_file_are_told_apart() {
    let folder = TempDir::new().expect("a folder");
    let folder_error = open(folder.path()).expect_err("it is a folder");
    assert!(matches!(folder_error.kind, FileErrorKind::Folder), "{folder_error}");
    assert!(open(&folder.path().join("no")).expect_err("nothing is there").is_missing());
}

#[test]
fn lines_that_end_in_a_carriage_return_alone_are_lines() {
    assert_eq!(composed_bytes(b"a\rb\r\nc\r".to_vec()), b"a\nb\r\nc\n");
    assert_eq!(composed_bytes(b"a\0\rb".to_vec()), b"a\0\rb");
}

#[test]
fn what_is_no_text_is_told() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.toml");
    fs::write(&path, [0xff, 0xfe]).expect("a file");
    let error = read_text(&path, 10).expect_err("it is no text");
    assert!(error.to_string().ends_with("a.toml cannot be read: it is not plain text"), "{error}");
    assert_eq!(error.help(), "save it as UTF-8");
}
