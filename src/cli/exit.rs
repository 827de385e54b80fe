//! How the program ends, and what it says when something went wrong.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Error;
use thiserror::Error;

use super::text::{printable, said};
use crate::conductor::EndSignal;
use crate::files::{help_to_write, system_words, why_unwritten};
use crate::problem::Problem;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done as asked: 0.
    Done,
    /// There is a problem in the input: 1.
    Problem,
    /// The command line was not understood: 2.
    Usage,
    /// Ended by Ctrl-C, a signal or the loss of its terminal: 128 and the number of the signal.
    Interrupted(EndSignal),
}

impl Exit {
    /// The number a shell sees.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Problem => 1,
            Self::Usage => 2,
            Self::Interrupted(end) => end.exit_code(),
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// What went wrong, and what would help, in words for a person.
#[derive(Debug, Error)]
#[error("{message}")]
pub(super) struct Failure {
    message: String,
    help: Vec<String>,
    problems: Vec<Problem>,
    exit: Exit,
}

impl Failure {
    /// A problem in what was given.
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: Vec::new(),
            problems: Vec::new(),
            exit: Exit::Problem,
        }
    }

    /// A file could not be written.
    pub(super) fn unwritten(place: &Path, error: &io::Error) -> Self {
        let why = why_unwritten(error);
        let failure = Self::new(format!("`{}` could not be written: {why}", said(place)));
        help_to_write(error).into_iter().fold(failure, Self::help)
    }

    /// What was asked for could not be kept for later.
    pub(super) fn unkept(error: &io::Error) -> Self {
        let failure = Self::new(format!("this could not be kept: {}", why_unwritten(error)));
        let helps = help_to_write(error).into_iter();
        helps.fold(failure, Self::help).help("`unclench doctor` looks at where things are kept")
    }

    /// A command line that cannot be followed.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, ..Self::new(message) }
    }

    /// The same, with one more line of help.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// The same, after the problems of a file.
    pub(super) fn after(mut self, problems: Vec<Problem>) -> Self {
        self.problems = problems;
        self
    }
}

/// A signal has asked for the end, which is nothing to report.
#[derive(Debug, Error)]
#[error("it was ended")]
pub(super) struct Ended(pub(super) EndSignal);

/// Says what went wrong, and how the program ends for it. A closed pipe is nothing to speak of:
/// the reader has read enough.
pub(super) fn report(error: &Error, err: &mut dyn Write) -> Exit {
    if is_closed_pipe(error) {
        return Exit::Done;
    }
    if let Some(Ended(end)) = error.downcast_ref() {
        return Exit::Interrupted(*end);
    }
    // Where even this cannot be written, no stream is left to report it on.
    let _ = write_report(error, err);
    error.downcast_ref::<Failure>().map_or(Exit::Problem, |failure| failure.exit)
}

fn is_closed_pipe(error: &Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref());
    causes.any(|cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// What went wrong.
fn message(error: &Error) -> String {
    error.downcast_ref().map_or_else(|| error.to_string(), system_words)
}

fn write_report(error: &Error, err: &mut dyn Write) -> io::Result<()> {
    let failure = error.downcast_ref::<Failure>();
    for problem in failure.map_or(&[][..], |failure| &failure.problems) {
        writeln!(err, "{problem}\n")?;
    }
    writeln!(err, "error: {}", printable(&message(error)))?;
    for help in failure.map_or(&[][..], |failure| &failure.help) {
        writeln!(err, "help: {}", printable(help))?;
    }
    Ok(())
}
