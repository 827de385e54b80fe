//! The table of rooms is read as written, and a table that cannot be meant is refused.

use super::document::Document;

const TABLE: &str = include_str!("fixtures/table.md");

fn read() -> Document {
    Document::read(TABLE).expect("the table of the fixture can be read")
}

#[track_caller]
fn refused(from: &str, to: &str, because: &str) {
    assert!(TABLE.contains(from), "{from:?} is in the fixture");
    let complaint = Document::read(&TABLE.replacen(from, to, 1)).expect_err("the table is refused");
    assert!(complaint.contains(because), "wanted {because:?}, got {complaint:?}");
}

#[test]
fn rows_end_with_the_table() {
    let rooms: Vec<String> = read().rows.into_iter().map(|row| row.room).collect();
    assert_eq!(rooms, ["session", "audio", "tui", "cli"]);
}

#[test]
fn all_above_means_each_room_above() {
    assert_eq!(read().row("cli").expect("a row").may_use, ["session", "audio", "tui"]);
}

#[test]
fn a_dash_means_no_other_room() {
    assert!(read().row("session").expect("a row").may_use.is_empty());
}

#[test]
fn a_crate_is_known_as_source_writes_it() {
    assert_eq!(read().row("audio").expect("a row").owns, ["rodio", "pulse_audio"]);
}

#[test]
fn a_document_without_the_table_is_refused() {
    refused("| room |", "| place |", "no table");
}

#[test]
fn a_room_cannot_stand_on_a_later_one() {
    refused(
        "| sounds | `session` |",
        "| sounds | `tui` |",
        "ARCHITECTURE.md:6: `tui` has no row above",
    );
}

#[test]
fn a_room_cannot_have_two_rows() {
    refused("| `tui` | screens |", "| `audio` | screens |", "already has a row");
}

#[test]
fn an_empty_cell_is_not_taken_for_a_dash() {
    refused("text to sessions | — |", "text to sessions | |", "\"may use\" holds rooms");
}

#[test]
fn a_row_with_a_missing_cell_is_refused() {
    refused("| commands | all above |", "| commands |", "five cells");
}
