//! Columns and values as people write and read them.

use crate::cli::list::table;
use crate::cli::text::{fold, fold_hanging, in_columns, printable};
use crate::library::shipped::shipped_library;

#[test]
fn folded_text_keeps_every_word() {
    let text = "one two three, and a veryveryverylongword at last";
    let lines = fold(text, 10);
    assert_eq!(lines.join(" "), text);
    let wide = lines.iter().filter(|line| line.len() > 10);
    assert_eq!(wide.collect::<Vec<_>>(), ["veryveryverylongword"]);
}

#[test]
fn what_stands_before_a_line_is_kept_and_its_room_before_what_follows() {
    assert_eq!(fold_hanging("3  one two three", 8, 1), ["3  one", "   two", "   three"]);
    assert_eq!(fold_hanging("      one two", 10, 1), ["      one", "      two"]);
    assert_eq!(fold_hanging("10 breaths out", 9, 1), ["10", "breaths", "out"]);
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
    let (entries, _) = shipped_library().entries();
    for width in [40, 60, 72, 100] {
        for row in table(&entries, Some(width)) {
            assert!(row.chars().count() <= width, "{width}: {row}");
        }
    }
}

#[test]
fn a_narrow_table_still_tells_name_and_length() {
    let (entries, _) = shipped_library().entries();
    let rows = table(&entries, Some(40));
    let feet = rows.iter().find(|row| row.starts_with("feet "));
    assert!(feet.is_some_and(|row| row.ends_with("min")), "{rows:?}");
}

#[test]
fn a_table_for_a_pipe_cuts_nothing() {
    let (entries, _) = shipped_library().entries();
    let rows = table(&entries, None);
    for (entry, row) in entries.iter().zip(&rows) {
        assert!(row.contains(&entry.title), "{row}");
    }
}
