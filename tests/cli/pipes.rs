//! What other programs read: a reader that has read enough is no error, and `-` is what is printed.

use std::io::{self, BufRead as _, BufReader};
use std::process::Stdio;

use super::harness::{Answer, BRIEF, SHORT_PAUSE, Test};

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
fn a_text_for_a_file_called_by_a_hyphen_is_printed_and_no_file_is_made() {
    let test = Test::new().file("short-pause.toml", SHORT_PAUSE);
    test.again("remind add break --every 90m").stdout();
    test.again("journal add walk --minutes 5").stdout();
    for (words, begins) in [
        ("journal export -o -", "{"),
        ("journal export --csv -o -", "id,"),
        ("journal report -o -", "<!DOCTYPE html>"),
        ("profile export -o -", "#"),
        ("profile export --json -o -", "{"),
        ("remind export -", "BEGIN:VCALENDAR"),
        ("render short-pause.toml --captions -", "WEBVTT"),
    ] {
        let printed = test.again(words).stdout();
        assert!(printed.starts_with(begins) && !printed.contains('\r'), "{words}: {printed}");
    }
    let sound = test.again("render short-pause.toml -o - --captions -").failure(2);
    assert!(sound.contains("`-` has no ending that is known here"), "{sound}");
    assert!(!test.home().join("-").exists());
    test.again("journal export -o ./-").stdout();
    assert!(test.home().join("-").exists());
}

#[test]
fn captions_that_are_printed_stand_alone_beside_a_sound_that_is_saved() {
    let test = Test::new().file("brief.toml", BRIEF);
    let answer = test.again("render brief.toml --voice none -o brief.ogg --captions -").run();
    assert!(answer.out.starts_with("WEBVTT"), "{}", answer.out);
    assert!(!answer.out.contains("brief.ogg") && answer.err.contains("brief.ogg (4 s)"));
    assert!(test.home().join("brief.ogg").exists());
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
