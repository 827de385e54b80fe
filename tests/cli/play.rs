//! `play` and `breathe` as plain lines, at twenty times the speed of life.

use super::harness::{BRIEF, SHORT_PAUSE, Test};

pub(super) fn short_pause(words: &str) -> Test {
    let test = Test::new().file("short-pause.toml", SHORT_PAUSE);
    test.args(&format!("play short-pause.toml --mute {words}"))
}

/// The lines without the last, which tells the time that really passed.
fn without_the_last_line(told: &str) -> (String, &str) {
    let mut lines: Vec<&str> = told.lines().collect();
    let last = lines.pop().unwrap_or_default();
    (lines.join("\n"), last)
}

#[test]
fn a_session_file_is_told_line_by_line() {
    let told = short_pause("--plain --speed 20").stdout();
    let (lines, last) = without_the_last_line(&told);
    insta::assert_snapshot!(lines);
    assert!(last.starts_with("The end, after "), "{last}");
}

#[test]
fn without_a_terminal_plain_lines_come_by_themselves() {
    let told = short_pause("--speed 20").stdout();
    assert!(told.contains("0:02  Two breaths (26 s)"), "{told}");
}

#[test]
fn a_session_begins_where_it_is_asked_to() {
    let told = short_pause("--plain --speed 20 --from 48s").stdout();
    // The sign that was passed over comes first.
    let sign = told.find("  A word first (8 s)").expect(&told);
    let begins = told.find("Right top of the shoulder: Squeeze and let go").expect(&told);
    assert!(sign < begins, "{told}");
    assert!(!told.contains("Two breaths"), "{told}");
}

#[test]
fn the_first_line_says_where_whole_breaths_make_it_shorter() {
    let told = Test::new().args("breathe 4-7-8 --minutes 0.85 --plain --speed 20 --mute").stdout();
    let first = told.lines().next();
    let shorter = "4-7-8 breathing, 50 s: the nearest to 51 s in whole breaths.";
    assert_eq!(first, Some(shorter));
}

#[test]
fn a_session_that_is_fitted_exactly_says_no_more_than_its_length() {
    let words = "play brief.toml --mute --plain --speed 20 --minutes 0.1";
    let told = Test::new().file("brief.toml", BRIEF).args(words).stdout();
    assert_eq!(told.lines().next(), Some("A moment, 6 s."));
}

#[test]
fn a_named_pattern_is_breathed_phase_by_phase() {
    let told = Test::new().args("breathe box --minutes 0.6 --plain --speed 20 --mute").stdout();
    for phase in ["breathe in 4", "hold 4", "breathe out 4", "rest 4"] {
        assert!(told.contains(phase), "{told}");
    }
    assert!(told.contains("Slower, not bigger."), "{told}");
}

#[test]
fn a_length_out_of_reach_names_the_shortest_and_the_longest() {
    insta::assert_snapshot!(short_pause("--minutes 30").failure(1));
}

#[test]
fn a_start_past_the_end_is_told_with_the_length() {
    insta::assert_snapshot!(short_pause("--from 2m").failure(1));
}

#[test]
fn an_unknown_session_is_told_with_the_nearest_name() {
    insta::assert_snapshot!(Test::new().args("play nekc-and-shoulders").failure(1));
}

#[test]
fn a_missing_file_is_told_as_a_file() {
    insta::assert_snapshot!(Test::new().args("play my/evening.toml").failure(1));
}

#[test]
fn a_file_named_almost_like_a_session_is_told_with_the_session() {
    let report = Test::new().args("play feet.toml").failure(1);
    assert!(report.contains("did you mean the session `feet`?"), "{report}");
}

#[test]
fn a_session_that_needs_mending_shows_its_problems() {
    let slips = SHORT_PAUSE.replace("length = \"3s\"", "lenght = \"3s\"");
    let test = Test::new().file("slips.toml", &slips);
    let report = test.args("play slips.toml").failure(1);
    assert!(report.starts_with("slips.toml:42:1: error: "), "{report}");
    let end = "error: `slips.toml` cannot be played before this is mended\nhelp: ";
    assert!(report.contains(end), "{report}");
}

#[test]
fn an_unknown_pattern_is_told_with_the_named_ones() {
    insta::assert_snapshot!(Test::new().args("breathe boxx").failure(1));
}

#[test]
fn a_pattern_beyond_what_is_safe_says_why() {
    insta::assert_snapshot!(Test::new().args("breathe 4-20-8").failure(1));
}

#[test]
fn without_a_pattern_the_named_ones_are_listed() {
    insta::assert_snapshot!(Test::new().args("breathe").stdout());
}

#[test]
fn values_out_of_range_are_usage_errors() {
    for words in [
        "--speed 0.1",
        "--speed 21",
        "--speed NaN",
        "--speed fast",
        "--volume 101",
        "--volume -1",
        "--minutes five",
        "--minutes=-5",
        "--minutes inf",
        "--minutes 5km",
        "--minutes 1000min",
        "--from 90",
        "--from 1:3x",
    ] {
        let report = short_pause(words).failure(2);
        assert!(report.starts_with("error: "), "{words}: {report}");
    }
}

#[test]
fn the_home_screen_without_a_terminal_says_what_works_without_one() {
    insta::assert_snapshot!(Test::new().failure(2));
}

#[test]
fn an_unknown_background_is_told_with_the_nearest_name() {
    insta::assert_snapshot!(short_pause("--bed ocaen").failure(1));
    let report = Test::new().args("breathe box --bed ocaen").failure(1);
    assert!(report.contains("did you mean `ocean`?"), "{report}");
}

#[test]
fn a_background_of_ones_own_can_be_asked_for_by_its_name() {
    let recipe = include_str!("../../sounds/rain.toml");
    let plays = |wish: &str| {
        let words = format!("breathe 4-4 --minutes 0.4 --plain --speed 20 --mute --bed {wish}");
        Test::new().own_sound("brook", recipe).args(&words).run().code == Some(0)
    };
    assert!(plays("brook") && plays("none") && plays("session") && plays("warm-pad"));
    assert!(!plays("broook"));
}

#[test]
fn a_background_in_the_settings_that_is_not_there_keeps_nothing_from_being_played() {
    let test = Test::new().file("brief.toml", BRIEF).settings("background = \"ocaen\"");
    let answer = test.args("play brief.toml --mute --plain --speed 20").run();
    assert_eq!(answer.code, Some(0));
    insta::assert_snapshot!(answer.err);
}

#[test]
fn what_is_amiss_with_the_journal_is_told_however_soon_a_session_is_over() {
    for _ in 0..5 {
        let test = Test::new().own_session("brief", BRIEF);
        let test = test.file(".local/state/unclench/journal/journal.db", "garbage");
        // Over in milliseconds, before anything is known of the journal.
        let told = test.again("play brief --plain --mute --speed 20 --from 3.9s").stdout();
        assert_eq!(told.matches("It lies aside, and a new one is begun.").count(), 1, "{told}");
    }
}
