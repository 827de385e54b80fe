//! Lengths, columns and values as people write and read them.

use crate::cli::list::table;
use crate::cli::text::{about, clock, exact_clock, fold, in_columns, length, printable, seconds};
use crate::library::Library;

#[test]
fn lengths_are_told_to_the_second() {
    let told = [0, 45_000, 390_000, 4_800_000, 3_600_000].map(length);
    assert_eq!(told, ["0 s", "45 s", "6 min 30 s", "1 h 20 min", "1 h"]);
}

#[test]
fn rounded_lengths_keep_seconds_only_where_they_matter() {
    let told = [45_000, 119_000, 150_000, 185_000].map(about);
    assert_eq!(told, ["45 s", "1 min 59 s", "3 min", "3 min"]);
}

#[test]
fn positions_have_hours_only_where_there_are_any() {
    assert_eq!(clock(161_400), "2:41");
    assert_eq!(clock(3_725_000), "1:02:05");
    assert_eq!(exact_clock(5_999), "0:05.999");
}

#[test]
fn a_part_begins_where_the_one_before_it_has_ended() {
    let (start, millis) = (5_000, 43_800);
    assert_eq!((clock(start), length(millis)), ("0:05".into(), "44 s".into()));
    assert_eq!(clock(start + millis), "0:49");
}

#[test]
fn seconds_are_counted_in_tenths_at_most() {
    assert_eq!([4_000, 5_500, 3_333].map(seconds), ["4", "5.5", "3.3"]);
}

#[test]
fn folded_text_keeps_every_word() {
    let text = "one two three, and a veryveryverylongword at last";
    let lines = fold(text, 10);
    assert_eq!(lines.join(" "), text);
    let wide = lines.iter().filter(|line| line.len() > 10);
    assert_eq!(wide.collect::<Vec<_>>(), ["veryveryverylongword"]);
}

#[test]
fn a_cut_text_has_the_columns_it_was_given() {
    assert_eq!(in_columns("Feet", 6), "Feet  ");
    assert_eq!(in_columns("Hands and forearms", 8), "Hands a…");
    // Two columns each: the third does not fit beside the ellipsis.
    assert_eq!(in_columns("肩こり首", 6), "肩こ… ");
}

#[test]
fn nothing_printable_can_control_a_terminal() {
    assert_eq!(printable("a\u{1b}[2Jb\u{202e}\tc\nd"), "a\u{fffd}[2Jb\u{fffd} c\nd");
}

#[test]
fn a_table_fits_the_columns_there_are() {
    let (entries, _) = Library::open(None).entries();
    for width in [40, 60, 72, 100] {
        for row in table(&entries, Some(width)) {
            assert!(row.chars().count() <= width, "{width}: {row}");
        }
    }
}

#[test]
fn a_narrow_table_still_tells_name_and_length() {
    let (entries, _) = Library::open(None).entries();
    let rows = table(&entries, Some(40));
    let feet = rows.iter().find(|row| row.starts_with("feet "));
    assert!(feet.is_some_and(|row| row.ends_with("min")), "{rows:?}");
}

#[test]
fn a_table_for_a_pipe_cuts_nothing() {
    let (entries, _) = Library::open(None).entries();
    let rows = table(&entries, None);
    for (entry, row) in entries.iter().zip(&rows) {
        assert!(row.contains(&entry.title), "{row}");
    }
}
