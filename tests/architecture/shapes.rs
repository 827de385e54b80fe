//! The rules about which rooms there are and what shape a file has.

use super::document::Document;
use super::rules::{self, SourceFile};

const TABLE: &str = include_str!("fixtures/table.md");

fn empty(paths: &[&str]) -> Vec<SourceFile> {
    let file =
        |path: &&str| SourceFile { path: (*path).to_owned(), text: "//! A room.\n".to_owned() };
    paths.iter().map(file).collect()
}

fn room_complaints(paths: &[&str]) -> Vec<String> {
    let document = Document::read(TABLE).expect("the table of the fixture can be read");
    rules::rooms(&document, &empty(paths))
}

const ALL: [&str; 6] = [
    "src/main.rs",
    "src/lib.rs",
    "src/session.rs",
    "src/audio/mixer.rs",
    "src/tui.rs",
    "src/cli.rs",
];

#[test]
fn a_house_with_every_room_in_the_table_is_accepted() {
    assert_eq!(room_complaints(&ALL), Vec::<String>::new());
}

#[test]
fn a_room_without_a_row_is_reported() {
    let found = room_complaints(&[&ALL[..], &["src/attic.rs"]].concat());
    assert_eq!(found, ["src/attic: the room has no row in ARCHITECTURE.md's table of rooms"]);
}

#[test]
fn a_folder_without_a_row_is_reported() {
    assert_eq!(room_complaints(&[&ALL[..], &["src/utils/strings.rs"]].concat()).len(), 1);
}

#[test]
fn a_row_without_a_room_is_reported() {
    assert_eq!(room_complaints(&ALL[..5]), ["ARCHITECTURE.md:8: there is no room `cli` in src/"]);
}

fn shape_complaints(path: &str, text: &str) -> Vec<String> {
    rules::shapes(&[SourceFile { path: path.to_owned(), text: text.to_owned() }])
}

#[test]
fn a_file_that_says_what_it_is_is_accepted() {
    assert_eq!(shape_complaints("src/tui.rs", "//! Screens.\n"), Vec::<String>::new());
}

#[test]
fn a_file_that_does_not_say_what_it_is_is_reported() {
    assert_eq!(shape_complaints("src/tui.rs", "use std::fmt;\n//! Late.\n").len(), 1);
}

#[test]
fn a_file_of_four_hundred_lines_is_the_longest() {
    let lines = |count: usize| format!("//! Long.\n{}", "\n".repeat(count - 1));
    assert_eq!(shape_complaints("src/tui.rs", &lines(400)), Vec::<String>::new());
    assert_eq!(shape_complaints("src/tui.rs", &lines(401)).len(), 1);
}

#[test]
fn a_mod_file_is_reported() {
    assert_eq!(shape_complaints("src/tui/mod.rs", "//! Screens.\n").len(), 1);
}
