//! Programs that are interrupted as by Ctrl-C: what they say, and what is left.

use std::fs::{self, Permissions};
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixListener;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use super::harness::{Answer, Test};
use super::play::short_pause;
use super::render::saved;

/// Ends a running program with a signal, once it has begun to write.
fn ended_by(signal: Signal, test: &Test) -> Answer {
    let child = test.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let child = child.expect("the program can be started");
    let has_begun = || {
        let files = fs::read_dir(test.home()).expect("a folder");
        files.flatten().any(|file| file.metadata().is_ok_and(|it| it.len() > 100_000))
    };
    let tries = (0..3_000).take_while(|_| !has_begun());
    tries.for_each(|_| thread::sleep(Duration::from_millis(10)));
    send(signal, &child);
    Answer::of(child.wait_with_output().expect("it ends"))
}

#[test]
fn an_interrupted_recording_leaves_nothing() {
    for (signal, format) in [(Signal::INT, "wav"), (Signal::QUIT, "flac"), (Signal::USR1, "ogg")] {
        let words = format!("render body-scan --voice none -o long.{format} --captions long.vtt");
        let test = Test::new().args(&words);
        let answer = ended_by(signal, &test);
        assert_eq!(
            answer.code,
            Some(128 + signal.as_raw()),
            "{format}: {}{}",
            answer.out,
            answer.err
        );
        assert_eq!(
            (answer.out.as_str(), answer.err.as_str()),
            ("", "Stopped. Nothing was saved.\n")
        );
        assert_eq!(saved(&test), [""; 0], "{format}");
    }
}

#[test]
fn an_interrupted_session_ends_with_130_and_says_that_it_stopped() {
    let test = short_pause("--plain --speed 0.25");
    let mut command = test.command();
    let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let mut told = String::new();
    while !told.contains("Settle in") {
        let read = out.read_line(&mut told).expect("a line");
        assert!(read > 0, "it ended by itself:\n{told}");
    }
    send(Signal::INT, &child);
    out.read_to_string(&mut told).expect("the rest");
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    let last = told.lines().last().unwrap_or_default();
    assert!(last.starts_with("Stopped after "), "{told}");
}

/// A speech engine that writes down its number and never answers.
const HANGS: &str = "#!/bin/sh\necho $$ >engine\nexec sleep 1000\n";

#[test]
fn every_command_that_asks_the_engines_ends_them_before_it_is_ended() {
    let saved = "render short-breath --voice espeak-ng -o a.wav";
    let played = "play short-breath --plain --mute --voice espeak-ng";
    for words in ["voices", "doctor", "voices --try espeak-ng", saved, played] {
        let test = Test::new().args(words).file("bin/espeak-ng", HANGS);
        let bin = test.home().join("bin");
        fs::set_permissions(bin.join("espeak-ng"), Permissions::from_mode(0o755)).expect("it runs");
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
        let mut command = test.command();
        command.env("PATH", path).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        let engine = eventually(|| {
            let number = fs::read_to_string(test.home().join("engine")).ok()?;
            number.trim().parse().ok().and_then(Pid::from_raw)
        });
        send(Signal::QUIT, &child);
        assert_eq!(child.wait().expect("it ends").code(), Some(131), "{words}");
        assert!(test_kill_process(engine).is_err(), "{words}: the engine goes on");
    }
}

#[test]
fn a_signal_that_comes_while_a_sound_server_is_waited_for_ends_what_is_heard_on_trial() {
    for words in ["sounds play bowl", "voices --try built-in"] {
        let test = Test::new().args(words);
        let socket = test.home().join("hangs");
        // It takes connections and answers none.
        let server = UnixListener::bind(&socket).expect("a socket");
        let mut command = test.command();
        command.env("PULSE_SERVER", format!("unix:{}", socket.display()));
        let mut child =
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let _connection = server.accept().expect("it looks for the server");
        send(Signal::TERM, &child);
        assert_eq!(child.wait().expect("it ends").code(), Some(143), "{words}");
    }
}

/// Looks until there is something to see.
fn eventually<T>(look: impl Fn() -> Option<T>) -> T {
    for _ in 0..3_000 {
        if let Some(seen) = look() {
            return seen;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("there is nothing to see");
}

fn send(signal: Signal, program: &Child) {
    kill_process(Pid::from_child(program), signal).expect("a signal");
}
