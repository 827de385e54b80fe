//! `check` and `schema`: every problem of every file, in one go.

use super::harness::{SHORT_PAUSE, Test};

const TWO_SLIPS: &str = "format = 1
title = \"Two slips\"
summary = \"A file with two slips in it.\"
settings = [\"desk\"]
position = \"seated\"
goals = [\"stres\"]

[[steps]]
kind = \"rest\"
title = \"Rest\"
lenght = \"30s\"
";

const A_MOVE: &str = "format = 1
sources = [\"Dose by convention, not from a trial\"]
position = \"any\"

[step]
kind = \"rest\"
title = \"Shake out\"
text = \"Shake your hands out.\"
length = \"20s\"
";

const USES_THE_MOVE: &str = "format = 1
title = \"With a move\"
summary = \"Uses a move that lies beside it.\"
sources = [\"Dose by convention, not from a trial\"]
settings = [\"desk\"]
position = \"seated\"
goals = [\"stress\"]

[[steps]]
move = \"shake-out\"
";

fn author() -> Test {
    Test::new()
        .file("mine/good.toml", SHORT_PAUSE)
        .file("mine/one/slips.toml", TWO_SLIPS)
        .file("mine/two/not-toml.toml", "format = \n")
        .file("mine/notes.txt", "not a session")
}

#[test]
fn every_problem_of_a_folder_is_told_in_one_go() {
    let answer = author().args("check mine").run();
    assert_eq!((answer.code, answer.err.as_str()), (Some(1), ""));
    for place in ["mine/one/slips.toml:6:10: error", "mine/two/not-toml.toml:1:"] {
        assert!(answer.out.contains(place), "{place}\n{}", answer.out);
    }
    let summary = answer.out.lines().last().unwrap_or_default();
    assert!(summary.starts_with("3 files, "), "{summary}");
    assert!(summary.ends_with(" errors."), "{summary}");
}

#[test]
fn as_json_each_problem_has_all_its_fields() {
    let answer = author().args("check mine --json").run();
    assert_eq!(answer.code, Some(1));
    let problems: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
    let problems = problems.as_array().expect("an array");
    assert!(problems.len() >= 2, "{}", answer.out);
    for problem in problems {
        let keys: Vec<&str> =
            problem.as_object().expect("an object").keys().map(String::as_str).collect();
        let all = [
            "code",
            "column",
            "file",
            "help",
            "line",
            "mark",
            "message",
            "severity",
            "source_line",
            "span",
        ];
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, all);
    }
}

#[test]
fn good_files_are_all_well() {
    let test = Test::new().file("good.toml", SHORT_PAUSE).args("check good.toml");
    assert_eq!(test.stdout(), "1 file, all well.\n");
}

#[test]
fn good_files_are_an_empty_array_as_json() {
    let test = Test::new().file("good.toml", SHORT_PAUSE).args("check good.toml --json");
    assert_eq!(test.stdout(), "[]\n");
}

const SILENT: &str = "format = 1
title = \"Without a word\"
summary = \"Can be played, and nobody knows what to do.\"
settings = [\"desk\"]
position = \"seated\"
goals = [\"stress\"]

[[steps]]
kind = \"scan\"
title = \"Notice your jaw\"
length = \"20s\"
";

#[test]
fn what_keeps_a_session_from_being_good_is_told_and_fails_nothing() {
    let test = Test::new().file("silent.toml", SILENT).args("check silent.toml");
    insta::assert_snapshot!(test.stdout());
}

#[test]
fn strictly_every_warning_is_an_error() {
    let test = Test::new().file("silent.toml", SILENT).args("check silent.toml --strict");
    let answer = test.run();
    assert_eq!((answer.code, answer.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!(answer.out);
}

#[test]
fn strictly_warnings_of_the_format_are_errors_as_well() {
    let twice = SHORT_PAUSE.replace("\"stress\", \"focus\"", "\"stress\", \"stress\"");
    let test = Test::new().file("twice.toml", &twice);
    assert_eq!(test.args("check twice.toml").run().code, Some(0));
    let test = Test::new().file("twice.toml", &twice).args("check twice.toml --strict --json");
    let answer = test.run();
    assert_eq!(answer.code, Some(1));
    let problems: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(problems[0]["code"], "repeated-word");
    assert_eq!(problems[0]["severity"], "error");
}

#[test]
fn a_good_file_is_good_strictly() {
    let test = Test::new().file("good.toml", SHORT_PAUSE).args("check good.toml --strict");
    assert_eq!(test.stdout(), "1 file, all well.\n");
}

#[test]
fn a_move_is_held_to_what_makes_a_session_good() {
    let hasty = A_MOVE.replace("20s", "2s");
    let test = Test::new().file("moves/hasty.toml", &hasty).args("check moves --strict");
    let answer = test.run();
    assert_eq!(answer.code, Some(1));
    insta::assert_snapshot!(answer.out);
}

#[test]
fn a_folder_of_moves_serves_the_sessions_beside_it() {
    let test = Test::new()
        .file("mine/moves/shake-out.toml", A_MOVE)
        .file("mine/with-a-move.toml", USES_THE_MOVE);
    assert_eq!(test.args("check mine").stdout(), "2 files, all well.\n");
}

#[test]
fn a_session_is_checked_with_the_moves_beside_it_when_it_is_named_alone() {
    let test = Test::new()
        .file("mine/moves/shake-out.toml", A_MOVE)
        .file("mine/with-a-move.toml", USES_THE_MOVE);
    let test = test.args("check mine/with-a-move.toml");
    assert_eq!(test.stdout(), "1 file, all well.\n");
}

#[test]
fn a_move_is_checked_as_a_move() {
    let test = Test::new().file("moves/odd.toml", "format = 1\n");
    let answer = test.args("check moves/odd.toml").run();
    assert_eq!(answer.code, Some(1));
    assert!(!answer.out.contains("settings"), "{}", answer.out);
}

#[test]
fn a_missing_path_is_told() {
    let answer = Test::new().args("check nowhere.toml").run();
    assert_eq!(answer.code, Some(1));
    let told = "error: there is no file `nowhere.toml`\nhelp: look whether its name is written as it is meant\n\n0 files, 1 error.\n";
    assert_eq!(answer.out, told);
}

#[test]
fn a_folder_without_sessions_is_told() {
    let answer = Test::new().args("check .").run();
    assert_eq!(answer.code, Some(1));
    assert!(answer.out.contains("no session files"), "{}", answer.out);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_in_circles_ends() {
    let test = Test::new().file("mine/good.toml", SHORT_PAUSE);
    let folder = test.home().join("mine");
    std::os::unix::fs::symlink(&folder, folder.join("again")).expect("a link");
    assert_eq!(test.args("check mine").stdout(), "1 file, all well.\n");
}

#[test]
fn the_schema_is_that_of_session_files() {
    let schema = unclench::for_tests::session_schema();
    assert_eq!(Test::new().args("schema").stdout(), schema);
}

#[test]
fn the_schema_of_moves_is_its_own() {
    let schema = unclench::for_tests::move_schema();
    assert_eq!(Test::new().args("schema --moves").stdout(), schema);
}

#[test]
fn a_session_that_is_named_as_a_folder_is_told_what_to_leave_out_by_check_and_show_alike() {
    let test = Test::new().file("s/base.toml", SHORT_PAUSE);
    for words in ["check s/base.toml/", "show s/base.toml/", "play s/base.toml/ --plain"] {
        let answer = test.again(words).run();
        let told = format!("{}{}", answer.out, answer.err);
        assert!(told.contains("it is a file, not a folder"), "{words}: {told}");
        assert!(told.contains("help: leave the `/` at the end of its name out"), "{words}: {told}");
    }
}
