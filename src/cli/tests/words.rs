//! Columns and values as people write and read them.

use std::path::Path;

use crate::cli::Exit;
use crate::cli::list::table;
use crate::cli::render::places::with_ending;
use crate::cli::tests::call;
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
fn a_long_name_of_a_file_moves_no_other_row() {
    let (mut entries, _) = shipped_library().entries();
    let usual = table(&entries, None);
    entries[0].id = "y".repeat(240);
    let rows = table(&entries, None);
    assert!(rows[0].starts_with(&format!("{}  ", entries[0].id)), "{}", rows[0]);
    let widest = |rows: &[String]| rows.iter().map(|row| row.chars().count()).max();
    assert!(widest(&rows[1..]) <= widest(&usual).map(|width| width + 40), "{:?}", rows[1]);
}

#[test]
fn a_table_for_a_pipe_cuts_nothing() {
    let (entries, _) = shipped_library().entries();
    let rows = table(&entries, None);
    for (entry, row) in entries.iter().zip(&rows) {
        assert!(row.contains(&entry.title), "{row}");
    }
}

#[test]
fn letters_on_the_command_line_that_look_like_others_are_named_with_what_to_write() {
    for (words, help) in [
        ("play feet --from １m", "write `1m`: what is there has `１` (U+FF11"),
        ("play feet --minutes \u{ff17}", "write `7`: what is there has `７` (U+FF17"),
        ("play feet --minutes \u{665}", "write `5`: what is there has `\u{665}` (U+0665"),
        ("play feet --minutes \u{967}\u{966}", "write `10`: what is there has `\u{967}` (U+0967"),
        ("play feet --volume \u{663}\u{660}", "write `30`: what is there has `\u{663}` (U+0663"),
        ("play feet --from \u{6f1}m", "write `1m`: what is there has `\u{6f1}` (U+06F1"),
        ("play feet --speed \u{661}\u{66b}\u{665}", "write `1.5`: what is there has"),
        ("breathe \u{e54}-\u{e56}", "write `4-6`: what is there has `\u{e54}` (U+0E54"),
        ("play feet \u{2014}minutes 7", "write `--minutes`: what is there has `—` (U+2014"),
        ("list --goal sl\u{435}ep", "write `sleep`: what is there has `\u{435}` (U+0435"),
        ("breathe 4\u{2013}6", "write `4-6`: what is there has `–` (U+2013"),
        ("breathe 4\u{2011}7\u{2011}8", "write `4-7-8`: what is there has `\u{2011}` (U+2011"),
        ("play feet --from ½m", "write `0.5m`: what is there has `½` (U+00BD, a fraction"),
        ("play feet --minutes 7½", "write `7.5`: what is there has `½` (U+00BD"),
        ("play feet --minutes ⅓h", "write `0.333h`: what is there has `⅓` (U+2153"),
        ("breathe 4-7-\u{ff18}", "write `4-7-8`: what is there has `８` (U+FF18"),
    ] {
        let (exit, out, err) = call(&words.split(' ').collect::<Vec<_>>());
        assert_ne!(exit, Exit::Done, "{out}");
        assert!(err.contains(&format!("help: {help}")), "{words}: {err}");
    }
}

#[test]
fn a_dash_before_a_length_is_named_with_the_length_that_is_meant() {
    for (words, help) in [
        (["--from", "\u{2014}20s"], "write `20s`: what is there has `—` (U+2014, a dash)"),
        (["--from", "\u{2212}½m"], "write `0.5m`: what is there has `\u{2212}` (U+2212, a minus"),
        (["--minutes", "\u{2212}20 s"], "write `20 s`: what is there has `\u{2212}`"),
        (["--minutes", "\u{2013}5"], "write `5`: what is there has `–` (U+2013, a dash)"),
    ] {
        let (exit, _, err) = call(&["play", "feet", words[0], words[1]]);
        assert_eq!(exit, Exit::Usage);
        assert!(err.contains(help), "{words:?}: {err}");
    }
}

#[test]
fn a_number_that_should_be_whole_is_told_with_the_one_that_would_do() {
    for (words, answer) in [
        ("journal add desk -m 5 --before tension=7,5", "a whole number from 0 to 10, such as `8`"),
        (
            "journal add desk -m 5 --after pain=7٫2",
            "pain is a whole number from 0 to 10, such as `7`",
        ),
        ("journal note last --slept 6.4", "sleep is a whole number from 0 to 10, such as `6`"),
        ("plan --pressure 2,4", "a pressure is a whole number from 1 to 5, such as `2`"),
        ("plan --region neck=2,1", "after `=` stands a whole number from 1 to 3, such as `2`"),
        ("plan --variety 1.2", "it is a whole number from 0 to 4294967295, such as `1`"),
        ("profile set --pressure 3,7", "`unknown` or a whole number from 0 to 10, such as `4`"),
        ("play feet --volume 50,5", "loudness is a whole number from 0 to 100, such as `51`"),
        ("play feet --sleep-timer 7,5", "minutes are a whole number from 0 to 45, such as `8`"),
    ] {
        let (exit, out, err) = call(&words.split(' ').collect::<Vec<_>>());
        assert_eq!(exit, Exit::Usage, "{words}: {out}");
        assert!(err.contains(answer), "{words}: {err}");
    }
}

#[test]
fn words_of_which_nothing_is_seen_are_refused_with_what_to_write() {
    for words in [
        vec!["journal", "add", "\u{200b}\u{3164}", "-m", "5"],
        vec!["journal", "add", " ", "-m", "5"],
        vec!["journal", "note", "last", "--note", "\u{2800}\u{feff}"],
    ] {
        let (exit, out, err) = call(&words);
        assert_eq!(exit, Exit::Usage, "{words:?}: {out}");
        let why = "nothing is seen of it; write a few words, such as `a walk`";
        assert!(err.contains(why), "{words:?}: {err}");
    }
}

#[test]
fn a_number_below_zero_is_answered_as_the_value_of_its_option() {
    for (words, answer) in [
        (["--volume", "-5"], "loudness is a whole number from 0 to 100"),
        (["--from", "-1s"], "write it like `2m` or `1m30s`"),
        (["--sleep-timer", "-1"], "minutes are a whole number"),
        (["--speed", "-2"], "a speed lies between"),
        (["--minutes", "-1"], "minutes are a number from 0"),
        (["-m", "-1m"], "minutes are"),
    ] {
        let (exit, _, err) = call(&["play", "feet", words[0], words[1]]);
        assert_eq!(exit, Exit::Usage);
        assert!(err.contains(answer), "{words:?}: {err}");
    }
}

#[test]
fn reminders_pass_at_a_speed_that_time_can_have() {
    for speed in ["0", "-1", "4000", "99999999999", "2.5", "fast"] {
        let (exit, _, err) = call(&["remind", "--speed", speed, "run"]);
        assert_eq!(exit, Exit::Usage, "{speed}");
        let why = "a speed of reminders is a whole number from 1 to 3600";
        assert!(err.contains(why), "{speed}: {err}");
    }
}

#[test]
fn a_recording_without_an_ending_is_helped_by_a_place_where_it_can_go() {
    for (place, name) in [
        ("-", "feet.flac"),
        ("/dev/stdout", "feet.flac"),
        ("", "feet.flac"),
        ("src", "src/feet.flac"),
        ("mine.mp3", "mine.flac"),
    ] {
        assert_eq!(with_ending(Path::new(place), Path::new("feet")), Path::new(name), "{place}");
    }
}
