//! A reader that has read enough is no error.

use std::io::{self, BufRead as _, BufReader};
use std::process::Stdio;

use super::harness::{Answer, SHORT_PAUSE, Test};

fn with_a_closed_pipe(words: &str) -> Answer {
    let test = Test::new().file("short-pause.toml", SHORT_PAUSE).args(words);
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    let mut command = test.command();
    command.stdout(writer).stderr(Stdio::piped());
    let child = command.spawn().expect("the program can be started");
    Answer::of(child.wait_with_output().expect("it ends"))
}

#[test]
fn a_closed_pipe_is_quiet_for_every_command() {
    for words in [
        "--help",
        "--version",
        "list",
        "list --json",
        "show feet",
        "show feet --timeline --json",
        "check short-pause.toml",
        "schema",
        "schema --moves",
        "doctor",
        "completions bash",
        "man",
        "breathe",
        "breathe 4-6 --plain",
        "plan",
        "plan --json",
        "play feet --plain",
    ] {
        let answer = with_a_closed_pipe(words);
        assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)), "{words}");
    }
}

#[test]
fn a_reader_that_leaves_in_the_middle_of_a_session_ends_it_quietly() {
    let test = Test::new().file("short-pause.toml", SHORT_PAUSE);
    let test = test.args("play short-pause.toml --mute --speed 20");
    let mut command = test.command();
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program can be started");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    out.read_line(&mut String::new()).expect("a first line");
    drop(out);
    let answer = Answer::of(child.wait_with_output().expect("it ends"));
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let test = Test::new().args("list");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let mut command = test.command();
    command.stdout(full.expect("a device that is always full"));
    let answer = Answer::of(command.stderr(Stdio::piped()).output().expect("it ends"));
    assert_eq!(answer.code, Some(1));
    assert_eq!(answer.err, "error: what is printed here could not be written: its disk is full\n");
}
