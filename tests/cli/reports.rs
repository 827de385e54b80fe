//! `list`, `show` and `doctor`: for people, and as JSON for scripts.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

use super::harness::{LIST, SHORT_PAUSE, Test};

fn with_own_session() -> Test {
    Test::new().own_session("short-pause", SHORT_PAUSE)
}

/// What the doctor says of a home in which nothing is, asked once for all tests.
static DOCTOR: LazyLock<String> = LazyLock::new(|| Test::new().args("doctor").stdout());

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The kind of every value of an object, by key.
fn types(object: &Value) -> Vec<(String, &'static str)> {
    let kind = |value: &Value| match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let entries = object.as_object().expect("an object").iter();
    entries.map(|(key, value)| (key.clone(), kind(value))).collect()
}

/// How many sessions a checkout holds.
fn shipped() -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let files = fs::read_dir(folder).expect("the folder can be listed").flatten();
    files.filter(|file| file.path().extension().is_some_and(|ending| ending == "toml")).count()
}

#[test]
fn the_list_has_a_line_for_every_session() {
    insta::assert_snapshot!(*LIST);
}

#[test]
fn the_list_can_be_narrowed_down() {
    let list = |words: &str| Test::new().args(&format!("list {words}")).stdout();
    assert!(list("--setting bed").contains("body-scan"));
    assert!(!list("--setting bed").contains("\nfeet "));
    let calves = list("--region calf").lines().count();
    let short_ones = list("--region calf --max-minutes 13").lines().count();
    assert!(0 < short_ones && short_ones < calves, "{short_ones} of {calves}");
    assert!(list("--goal sleep --technique swedish").contains("warm-feet-and-hands"));
}

#[test]
fn a_theme_that_is_not_there_is_told_with_what_could_be_meant() {
    for (written, help) in [
        ("mine.toml", "write `theme = \"mine\"`"),
        ("Mine", "write `theme = \"mine\"`"),
        ("day ", "write `theme = \"day\"`"),
        ("dday", "did you mean `day`?"),
        ("sunset.toml", "or put sunset.toml into"),
        ("sunset", "or put sunset.toml into"),
        ("../../etc/passwd", "a theme of your own has letters, digits, `-` and `_` in its name"),
    ] {
        let test = Test::new().settings(&format!("theme = \"{written}\"\n"));
        let test = test.file(".config/unclench/themes/mine.toml", "");
        let told = test.args("doctor").stdout();
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(help), "{written}: {told}");
    }
}

#[test]
fn a_list_that_is_empty_says_so_on_the_side() {
    let answer = Test::new().args("list --max-minutes 1").run();
    assert_eq!((answer.code, answer.out.as_str()), (Some(0), ""));
    assert!(answer.err.starts_with("No session"), "{}", answer.err);
}

#[test]
fn less_is_asked_for_only_where_several_things_were_asked_for() {
    let told = |words: &str| Test::new().args(&format!("list {words}")).run().err;
    assert!(told("zzzz").starts_with("Nothing is found by that word"), "{}", told("zzzz"));
    for words in ["zzzz --goal sleep", "--goal sleep --max-minutes 1"] {
        assert!(told(words).contains("ask for less of it"), "{}", told(words));
    }
}

#[test]
fn the_name_of_a_course_leads_to_the_command_that_shows_it() {
    for words in ["show desk-neck", "play desk-neck --plain", "show Desk-Neck"] {
        let told = Test::new().args(words).failure(1);
        let help = "help: there is a course of that name: `unclench course show desk-neck`\n";
        assert!(told.ends_with(help) && !told.contains("did you mean"), "{words}: {told}");
    }
}

#[test]
fn an_empty_list_as_json_is_an_array() {
    let answer = Test::new().args("list --max-minutes 1 --json").run();
    assert_eq!(answer.out, "[]\n");
}

#[test]
fn the_list_as_json_keeps_its_keys() {
    let list = with_own_session().args("list --max-minutes 1 --json");
    insta::assert_snapshot!(list.stdout());
}

#[test]
fn every_listed_session_has_the_same_keys_and_types() {
    let list = json(&Test::new().args("list --json").stdout());
    let sessions = list.as_array().expect("an array");
    assert_eq!(sessions.len(), shipped());
    for session in sessions {
        assert_eq!(types(session), types(&sessions[0]));
    }
}

#[test]
fn an_unknown_region_is_told_with_the_nearest() {
    let report = Test::new().args("list --region claf").failure(2);
    assert!(report.contains("did you mean `calf`?"), "{report}");
}

#[test]
fn an_own_session_that_needs_mending_is_mentioned() {
    let answer = Test::new().own_session("odd", "format = 1\n").args("list").run();
    assert_eq!(answer.code, Some(0));
    let told = "warning: 1 file of your own cannot be used yet";
    assert!(answer.err.starts_with(told), "{}", answer.err);
}

#[test]
fn a_session_is_shown_for_people() {
    insta::assert_snapshot!(with_own_session().args("show short-pause").stdout());
}

#[test]
fn a_timeline_is_shown_for_people() {
    insta::assert_snapshot!(with_own_session().args("show short-pause --timeline").stdout());
}

#[test]
fn a_session_is_shown_as_json() {
    insta::assert_snapshot!(with_own_session().args("show short-pause --json").stdout());
}

#[test]
fn a_timeline_is_shown_as_json() {
    let shown = with_own_session().args("show short-pause --timeline --json");
    insta::assert_snapshot!(shown.stdout());
}

#[test]
fn a_file_is_shown_like_a_session_with_a_name() {
    let test = Test::new().file("mine.toml", SHORT_PAUSE).args("show mine.toml --timeline --json");
    let timeline = json(&test.stdout());
    assert_eq!(timeline["id"], "mine");
    assert_eq!(timeline["duration_ms"], 57_000);
}

#[test]
fn segments_fill_the_whole_timeline_and_cues_are_in_order() {
    let timeline = json(&Test::new().args("show feet --timeline --json").stdout());
    let mut end = 0;
    for segment in timeline["segments"].as_array().expect("segments") {
        assert_eq!(segment["start_ms"], end);
        end = segment["end_ms"].as_u64().expect("a time");
    }
    assert_eq!(timeline["duration_ms"], end);
    let cues = timeline["cues"].as_array().expect("cues").iter();
    assert!(cues.map(|cue| cue["at_ms"].as_u64()).is_sorted());
}

#[test]
fn the_doctor_says_what_works_here() {
    let report = DOCTOR.as_str();
    for name in [
        "unclench", "terminal", "colours", "cells", "sound", "voice", "desktop", "settings",
        "folders", "sessions",
    ] {
        assert!(report.lines().any(|line| line.starts_with(name)), "{name}\n{report}");
    }
    let count = format!("{} built in, 0 of your own", shipped());
    assert!(report.contains(&count), "{report}");
}

#[test]
fn no_folder_of_the_person_who_runs_the_tests_is_looked_at() {
    let report = DOCTOR.as_str();
    let folders = report.lines().filter(|line| line.contains("unclench") && line.contains("yet)"));
    let folders: Vec<&str> = folders.collect();
    assert!(folders.len() >= 5, "{report}");
    for folder in folders {
        assert!(folder.trim_start_matches("folders").trim_start().starts_with('~'), "{report}");
    }
}

#[test]
fn the_doctor_shows_what_is_wrong_with_the_settings_and_the_sessions() {
    let test = Test::new().settings("volum = 3\n").own_session("odd", "format = 1\n");
    let report = test.args("doctor").stdout();
    assert!(report.contains("volum"), "{report}");
    assert!(report.contains("1 file of your own cannot be used yet"), "{report}");
}

#[test]
fn the_doctor_names_the_letters_that_figures_are_drawn_with() {
    let told = |settings: &str| {
        let report = Test::new().settings(settings).args("doctor --colours true").stdout();
        let line = report.lines().find(|line| line.starts_with("cells")).expect("a line");
        line.trim_start_matches("cells").trim().to_owned()
    };
    assert_eq!(told("cells = \"sextants\"\n"), "sextants, as your settings say");
    assert!(told("").starts_with("quadrants, which every font has"), "{}", told(""));
}

#[test]
fn settings_that_need_mending_are_told_and_stop_nothing() {
    let answer = Test::new().settings("volum = 3\n").args("show feet").run();
    assert_eq!(answer.code, Some(0));
    assert!(
        answer.err.contains("settings.toml:1:1: warning: there is no setting `volum`"),
        "{}",
        answer.err
    );
    assert!(answer.err.contains("help: did you mean `volume`?"), "{}", answer.err);
    assert!(answer.out.starts_with("Feet\n"), "{}", answer.out);
}

#[test]
fn the_topics_to_read_about_are_listed_in_groups() {
    insta::assert_snapshot!(Test::new().args("learn").stdout());
}

#[test]
fn what_words_were_taken_for_is_said_beside_what_they_find() {
    for words in ["list headake", "learn headake"] {
        let answer = Test::new().args(words).run();
        assert_eq!(answer.code, Some(0));
        assert!(answer.err.contains("Taken for “headache”:"), "{words}: {}", answer.err);
    }
    assert!(!Test::new().args("list headache").run().err.contains("Taken for"));
}

#[test]
fn where_there_is_no_page_what_there_is_to_do_is_named() {
    let told = Test::new().args("learn unstick").failure(1);
    assert!(told.contains("`unclench play desk-mobility`"), "{told}");
}

#[test]
fn a_page_is_printed_with_how_sure_each_part_of_it_is() {
    insta::assert_snapshot!(Test::new().args("learn top of the shoulder").stdout());
}

#[test]
fn the_page_about_massage_answers_what_is_often_said() {
    insta::assert_snapshot!(Test::new().args("learn massage").stdout());
}

#[test]
fn a_page_as_json_keeps_its_keys() {
    insta::assert_snapshot!(Test::new().args("learn 4-7-8 --json").stdout());
}

#[test]
fn every_page_is_printed_and_none_is_wider_than_can_be_read() {
    let topics = json(&Test::new().args("learn --json").stdout());
    let topics = topics.as_array().expect("an array");
    assert!(topics.len() > 45, "{}", topics.len());
    for topic in topics {
        assert_eq!(types(topic), types(&topics[0]));
        let id = topic["id"].as_str().expect("an id");
        let page = Test::new().args(&format!("learn {id}")).stdout();
        for line in page.lines() {
            assert!(line.chars().count() <= 72, "{id}: {line}");
        }
    }
}

#[test]
fn the_page_of_all_rules_is_told_in_the_language_of_the_person() {
    let page = Test::new().settings("language = \"de\"\n").args("learn safety").stdout();
    assert!(page.starts_with("Wer was besser lässt\n"), "{page}");
    for words in ["So geht es", "Was man weiß", "Lass es, oder frag vorher", "Nicht sehr sicher"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("doctor") && !page.contains("Leave"), "{page}");
}

#[test]
fn an_unknown_topic_is_told_with_the_nearest() {
    insta::assert_snapshot!(Test::new().args("learn swedqz").failure(1));
}
