//! The health profile: what is told is shown, kept for its person alone, and erased without a trace.

use std::fs;
use std::path::Path;

use super::harness::Test;

/// A home in which three things were told.
fn told() -> Test {
    let test = Test::new();
    for words in [
        "profile add pacemaker",
        "profile add varicose-veins --place left-calf --place right-leg",
        "profile set --pressure 3 --tools ball,roller --left-hand light --first-side right",
    ] {
        test.again(words).stdout();
    }
    test
}

/// Every file of a home, with what it holds.
fn files_in(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_in(&path, found);
        } else {
            let bytes = fs::read(&path).expect("a file");
            found.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
}

#[test]
fn what_was_told_is_shown_in_plain_words() {
    insta::assert_snapshot!(told().again("profile").stdout());
}

#[test]
fn an_empty_profile_says_that_nothing_has_to_be_told() {
    insta::assert_snapshot!(Test::new().args("profile").stdout());
}

#[test]
fn the_list_names_every_condition_in_its_group() {
    insta::assert_snapshot!(Test::new().args("profile list").stdout());
}

#[test]
fn words_that_tell_of_an_emergency_are_answered_with_what_comes_first() {
    let said = Test::new().args("profile add swollen-calf").failure(1);
    assert!(said.contains("may need help before anything else"), "{said}");
    assert!(said.contains("get medical help the same day"), "{said}");
}

#[test]
fn a_condition_or_place_that_is_not_there_is_told_with_what_may_be_meant() {
    let said = [
        Test::new().args("profile add pacemekar").failure(1),
        Test::new().args("profile add varicose-veins --place left-calv").failure(1),
        Test::new().args("profile add varicose-veins --place left-belly").failure(1),
        Test::new().args("profile add pacemaker --place chest").failure(1),
        Test::new().args("profile set --tools hammer").failure(2),
    ];
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_condition_goes_by_the_names_people_call_it_and_by_words_of_its_question() {
    for called in ["blood-thinners", "Blood thinners", "a pacemaker", "asthma"] {
        let told = Test::new().args("profile add").and(called).stdout();
        assert!(told.starts_with("Noted: "), "{called}: {told}");
    }
    let meant = Test::new().args("profile add").and("high blood pressure").failure(1);
    assert!(meant.contains("did you mean `unstable-heart` or `stable-heart`"), "{meant}");
}

#[test]
fn an_answer_is_taken_back_and_a_condition_taken_out() {
    let test = told();
    test.again("profile remove varicose-veins --place left-calf").stdout();
    test.again("profile set --tools unknown --left-hand full").stdout();
    let shown = test.again("profile").stdout();
    assert!(shown.contains("right leg") && !shown.contains("left calf"), "{shown}");
    assert!(!shown.contains("ball") && !shown.contains("light strokes"), "{shown}");
    test.again("profile remove varicose-veins").stdout();
    assert!(!test.again("profile").stdout().contains("aricose"));
}

#[test]
fn an_export_can_be_read_by_programs_and_is_for_its_person_alone() {
    let test = told();
    let told = test.again("profile export --json").stdout();
    let profile: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    let day = profile["today"]["day"].as_str().expect("a day");
    insta::assert_snapshot!(told.replace(day, "(today)"));
    test.again("profile export -o mine.toml").stdout();
    let place = test.home().join("mine.toml");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&place).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let saved = fs::read_to_string(place).expect("a file");
    assert_eq!(saved, test.again("profile export").stdout());
    assert!(test.again("profile export -o mine.toml").failure(1).contains("--force"));
}

#[test]
fn erasing_leaves_no_trace_of_a_condition_in_any_file_of_the_home() {
    let test = told();
    test.again("play shoulders-between-calls --speed 20 --voice none --plain").run();
    test.again("render shoulders-between-calls --captions words.vtt").run();
    let spoken = test.home().join(".cache/unclench/voice");
    fs::create_dir_all(&spoken).expect("a folder of spoken lines");
    fs::write(spoken.join("0f.wav"), "leave the calf alone").expect("a spoken line");
    // A program that was ended while it wrote has left a draft, and it is as young as can be.
    let state = test.home().join(".local/state/unclench");
    fs::write(state.join(".unclench-abc123.part"), "pacemaker = []").expect("a draft");
    let mut before = Vec::new();
    files_in(test.home(), &mut before);
    let names = |text: &str| text.contains("pacemaker = ") || text.contains("varicose-veins");
    assert!(before.iter().filter(|(_, text)| names(text)).count() >= 2, "{before:?}");
    assert!(test.again("profile erase").stdout().contains("is gone"));
    let mut after = Vec::new();
    files_in(test.home(), &mut after);
    let traces: Vec<_> = after.iter().filter(|(_, text)| names(text)).collect();
    assert!(traces.is_empty(), "{traces:?}");
    assert!(!spoken.join("0f.wav").exists(), "spoken lines tell what gave way");
    assert!(test.again("profile erase").stdout().contains("no health profile"));
}

#[test]
fn what_was_told_changes_what_a_session_holds_until_it_is_erased() {
    let test = Test::new();
    let shown = || test.again("show shoulders-with-a-ball --timeline").stdout();
    let before = shown();
    test.again("profile set --tools none").stdout();
    assert_ne!(shown(), before);
    test.again("profile erase").stdout();
    assert_eq!(shown(), before);
    let first = |test: &Test| test.again("show feet --timeline").stdout();
    let left = first(&test);
    test.again("profile set --first-side right").stdout();
    assert_ne!(first(&test), left);
}

#[test]
fn a_plan_takes_the_tools_that_a_person_owns() {
    let test = Test::new();
    let plan = || test.again("plan --minutes 12 --region upper-back").stdout();
    let without = plan();
    test.again("profile set --tools ball").stdout();
    let with = plan();
    assert_eq!(with, test.again("plan --minutes 12 --region upper-back --tool ball").stdout());
    assert_ne!(with, without);
}

#[test]
fn a_profile_that_cannot_be_read_keeps_no_session_and_no_line_of_it_is_shown_elsewhere() {
    let test = Test::new().file(".local/state/unclench/profile.toml", "my secret\npressure = 2\n");
    let answer = test.again("show feet").run();
    assert_eq!(answer.code, Some(0));
    assert!(answer.err.contains("unclench profile"), "{}", answer.err);
    assert!(!answer.err.contains("secret"), "{}", answer.err);
    assert!(test.again("profile").run().err.contains("my secret"));
}

#[test]
fn what_was_answered_today_holds_is_exported_taken_back_and_erased() {
    let test = Test::new().file("short-pause.toml", super::harness::SHORT_PAUSE);
    let test = test.args("profile today --so fever");
    assert!(test.stdout().contains("fever       yes  Do you have a fever"), "{}", test.stdout());
    let told = test.again("play short-pause.toml --plain --mute --speed 20").stdout();
    for words in [
        "You said today: fever or an infection.",
        "Nobody was asked how they are today.",
        "left out, with a quiet breath instead (fever or an infection)",
        "Never at the wheel",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    for export in ["profile export", "profile export --json"] {
        assert!(test.again(export).stdout().contains("fever"), "{export}");
    }
    assert!(test.again("profile today --not fever").stdout().contains("fever       no "));
    assert!(test.again("profile today --so fevr").failure(1).contains("did you mean `fever`?"));
    test.again("profile erase").stdout();
    assert!(test.again("profile today").stdout().contains("asked nothing yet"));
}
