//! What `doctor` finds amiss, each thing that other commands fail for.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::harness::{Answer, Test};
use super::own_files::{as_an_ordinary_user, at_once, forbid};

const DATA: &str = ".local/share/unclench";
const STATE: &str = ".local/state/unclench";

/// The fact of this name, on one line.
fn fact(name: &str, answer: &Answer) -> String {
    let lines = answer.out.lines().skip_while(|line| !line.starts_with(name)).enumerate();
    let lines = lines.take_while(|(at, line)| *at == 0 || line.starts_with(' '));
    lines.map(|(_, line)| line.trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_background_that_is_not_there_is_told_as_a_session_tells_it() {
    let test = Test::new().settings("background = \"no-such\"\n").args("doctor");
    let told = fact("settings", &test.run());
    assert!(told.contains("name a background “no-such”, and there is none"), "{told}");
    assert!(told.contains("`unclench sounds` shows them all"), "{told}");
    let test = Test::new().settings("background = \"rain\"\n").args("doctor");
    assert!(fact("settings", &test.run()).ends_with("as in your settings file"));
}

#[test]
fn a_file_of_the_course_that_cannot_be_used_is_told_whatever_lies_there() {
    let file = format!("{STATE}/course.toml");
    let with = |text: &str| Test::new().file(&file, text);
    let in_place = || {
        let test = Test::new();
        fs::create_dir_all(test.home().join(STATE)).expect("a folder");
        test
    };
    let (pipe, circle) = (in_place(), in_place());
    let place = pipe.home().join(&file);
    assert!(Command::new("mkfifo").arg(place).status().expect("mkfifo is there").success());
    symlink("course.toml", circle.home().join(&file)).expect("a link");
    for (test, why) in [
        (with("course = [\n"), "course = ["),
        (with(&format!("# {}\n", "x".repeat(20_000))), "it is larger than the 16 KiB that fit"),
        (Test::new().file(&format!("{file}/a"), ""), "it is a folder"),
        (pipe, "it is a pipe or a device, not a file"),
        (circle, "it is a link that leads back to itself"),
        (with("course = \"desk-neck\"\ndays-done = \"2\"\n"), "write `2` without quotes"),
        (with("course = \"gone\"\ndays-done = 2\n"), "which is not there any more"),
    ] {
        let told = fact("course", &at_once(&test.again("doctor")));
        assert!(told.contains(why), "{why}: {told}");
        let listed = at_once(&test.again("course"));
        assert!(listed.err.contains("warning: "), "{why}: {}", listed.err);
        let next = at_once(&test.again("course next"));
        assert_eq!(next.code, Some(1), "{why}: {}", next.out);
    }
    assert_eq!(fact("course", &with("course = \"desk-neck\"\n").args("doctor").run()), "");
    let dead = in_place();
    symlink("nowhere/far.toml", dead.home().join(&file)).expect("a link");
    let told = fact("course", &dead.args("doctor").run());
    assert!(told.contains("it is a link to what is not there"), "{told}");
}

#[test]
fn every_folder_that_files_are_put_into_is_told_where_it_may_not_be_written_to() {
    let test = Test::new().args("doctor");
    let folders = ["sessions", "sessions/moves", "sounds", "voices"]
        .map(|it| test.home().join(DATA).join(it));
    for folder in &folders {
        fs::create_dir_all(folder).expect("a folder");
    }
    let why = "it may not be written to by you; change who may write there";
    // What keeps the folder of sessions closed keeps that of moves closed too.
    for (closed, told) in [(&folders[1..], 3), (&folders[..], 3)] {
        for folder in closed.iter().rev() {
            forbid(folder.clone(), 0o500);
        }
        let Some(answer) = as_an_ordinary_user(&test) else { return };
        assert_eq!(answer.out.matches(why).count(), told, "{}", answer.out);
    }
    for folder in folders {
        forbid(folder, 0o700);
    }
}

#[test]
fn reminders_of_sessions_that_are_not_there_are_told_wherever_reminders_are_looked_at() {
    let reminder = |name: &str, session: &str| {
        format!("[[reminder]]\nname = \"{name}\"\nat = \"17:30\"\nsession = \"{session}\"\n")
    };
    let all = [("a", "feet"), ("b", "gone"), ("c", ""), ("d", "breathe-4-7-8")];
    let text: String = all.map(|(name, session)| reminder(name, session)).concat();
    let home = Test::new().file(".config/unclench/reminders.toml", &text);
    let told = fact("reminders", &home.again("doctor").run());
    for words in ["remind", "remind export all.ics"] {
        let listed = home.again(words).run().err.replace('\n', " ");
        for told in [&told, &listed] {
            assert!(told.contains("“b” is of a session “gone”, and there is none"), "{told}");
            assert!(told.contains("“c”: `session` is empty: name one, or leave it out"), "{told}");
            assert_eq!(told.matches("there is none").count(), 1, "{told}");
        }
    }
    assert!(!home.again("remind").run().out.contains(", ;"));
}

#[test]
fn list_doctor_and_check_count_the_same_files_that_cannot_be_used() {
    let mut test = Test::new();
    for place in ["mine", "moves/mine", "courses/mine"] {
        test = test.file(&format!("{DATA}/sessions/{place}.toml"), "junk");
    }
    let listed = test.again("list").run().err;
    assert!(listed.contains("3 files of your own cannot be used yet"), "{listed}");
    let told = fact("sessions", &test.again("doctor").run());
    assert!(told.contains("3 files of your own cannot be used yet"), "{told}");
    let checked = test.again(&format!("check {DATA}/sessions")).run().out;
    assert!(checked.contains("3 files, 3 errors"), "{checked}");
}

#[test]
fn each_folder_that_may_not_be_read_is_named_by_the_list() {
    let test = Test::new().args("list").own_session("odd", "format = 1\n");
    let folders = ["moves", "courses"].map(|it| test.home().join(DATA).join("sessions").join(it));
    for folder in &folders {
        fs::create_dir_all(folder).expect("a folder");
        forbid(folder.clone(), 0);
    }
    let Some(answer) = as_an_ordinary_user(&test) else { return };
    assert_eq!(answer.err.matches("it may not be read by you").count(), 2, "{}", answer.err);
    assert!(answer.err.contains("1 file of your own cannot be used yet"), "{}", answer.err);
    for folder in folders {
        forbid(folder, 0o700);
    }
}
