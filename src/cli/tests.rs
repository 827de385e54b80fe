//! What the commands promise, part by part.

mod lines;
mod names;
mod playing;
mod words;

use std::ffi::OsString;

use super::console::Console;
use super::{Exit, run_on};
use crate::conductor::EndSignal;

/// What a call printed on both streams, and how it ended.
fn call(words: &[&str]) -> (Exit, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = ["unclench"].iter().chain(words).map(OsString::from);
    let exit = run_on(
        arguments,
        &mut Console {
            colours: None,
            out: &mut out,
            err: &mut err,
            out_is_terminal: false,
            err_is_terminal: false,
            width: Some(80),
        },
    );
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (exit, text(out), text(err))
}

#[test]
fn the_program_can_be_run_twice_in_one_process() {
    let first = call(&["breathe"]);
    assert_eq!(first.0, Exit::Done);
    assert!(first.1.contains("coherent"), "{}", first.1);
    assert_eq!(call(&["breathe"]), first);
}

#[test]
fn a_mistake_does_not_spoil_the_next_run() {
    let (exit, out, err) = call(&["brethe"]);
    assert_eq!((exit, out.as_str()), (Exit::Usage, ""));
    assert!(err.contains("breathe"), "{err}");
    assert_eq!(call(&["schema"]).0, Exit::Done);
}

#[test]
fn exits_are_the_numbers_scripts_know() {
    let ended = [EndSignal::HANG_UP, EndSignal::INTERRUPT].map(Exit::Interrupted);
    let exits = [Exit::Done, Exit::Problem, Exit::Usage, ended[0], ended[1]];
    assert_eq!(exits.map(Exit::code), [0, 1, 2, 129, 130]);
}

#[test]
fn the_description_of_the_command_line_is_sound() {
    use clap::CommandFactory as _;
    super::arguments::Arguments::command().debug_assert();
}
