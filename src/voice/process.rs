//! Runs another program under a time limit, silently, and leaves nothing of it behind.

mod running;
#[cfg(target_os = "linux")]
mod started;

use std::fs::{self, File};
use std::io::{self, PipeReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use thiserror::Error;

use running::Running;

use crate::files::system_words;

/// Between two looks at a program: short at first, since most lines are spoken in an instant.
const FIRST_INTERVAL: Duration = Duration::from_millis(1);
const LONGEST_INTERVAL: Duration = Duration::from_millis(20);

/// No list of voices is longer, in bytes.
const MOST_PRINTED: u64 = 1_000_000;
/// What a pipe holds on every system, in bytes.
pub(super) const PIPE_BYTES: usize = 4_096;
/// Where no sound server is: engines write files, and have no need of one.
const SILENT_SERVERS: [(&str, &str); 2] =
    [("PULSE_SERVER", "unix:/nowhere/pulse"), ("PIPEWIRE_REMOTE", "/nowhere/pipewire")];

/// How long what was printed may take to arrive once the program has ended.
const PRINTED_LIMIT: Duration = Duration::from_secs(1);

/// Says when whatever runs is to end at once.
#[derive(Clone, Debug, Default)]
pub struct StopSignal(Arc<AtomicBool>);

impl StopSignal {
    /// It is to end, and nothing more is to begin.
    pub fn now(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_asked_for(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why a program did not end well.
#[derive(Debug, Error)]
pub(super) enum ProcessError {
    #[error("it could not be started: {}", why_not_started(.0))]
    NotStarted(io::Error),
    #[error("it took longer than {} s", .0.as_secs())]
    TooLate(Duration),
    #[error("it wrote more than {} MB", .0 / 1_000_000)]
    TooMuch(u64),
    #[error("{}", how_it_ended(*.0))]
    Failed(ExitStatus),
    #[error("it was no longer needed")]
    Stopped,
}

/// Why a program that was found did not start: where it is a script, what it names may be missing.
fn why_not_started(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => {
            "it, or the program that its first line names, is missing".into()
        }
        _ => system_words(error),
    }
}

/// How a program ended that did not end well.
fn how_it_ended(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("it ended with its error number {code}"),
        // It has no code where the system has ended it.
        None => "it crashed, or was ended from outside".to_owned(),
    }
}

/// What a program may take.
#[derive(Clone, Copy)]
pub(super) struct RunLimits<'a> {
    /// How long it may run. It is counted in waits between two looks, not by a clock, so a busy
    /// machine gives it a little more.
    pub(super) time: Duration,
    /// A file it writes, and how many bytes that may come to.
    pub(super) file: Option<(&'a Path, u64)>,
}

impl RunLimits<'_> {
    fn check(&self) -> Result<(), ProcessError> {
        match self.file {
            Some((path, most)) if fs::metadata(path).is_ok_and(|about| about.len() > most) => {
                Err(ProcessError::TooMuch(most))
            }
            _ => Ok(()),
        }
    }
}

/// Runs a program to its end. It reads `input`, if given, and what it prints is thrown away.
///
/// # Errors
/// [`ProcessError`], and then the program and all it started have been killed.
pub(super) fn run(
    command: Command,
    input: Option<&Path>,
    limits: RunLimits<'_>,
    stop: &StopSignal,
) -> Result<(), ProcessError> {
    let input = match input {
        Some(path) => Stdio::from(File::open(path).map_err(ProcessError::NotStarted)?),
        None => Stdio::null(),
    };
    run_until(command, (input, Stdio::null()), limits.time, stop, || limits.check())
}

/// Runs a program and gives back what it printed, up to a megabyte of it.
///
/// # Errors
/// [`ProcessError`], and then the program and all it started have been killed.
pub(super) fn ask(
    command: Command,
    limit: Duration,
    stop: &StopSignal,
) -> Result<String, ProcessError> {
    let printed = printed(command, Stdio::null(), (limit, MOST_PRINTED), stop)?;
    Ok(String::from_utf8_lossy(&printed).into_owned())
}

/// Runs a program that reads `words` and gives back what it printed, up to `most` bytes of it. No
/// file is needed for either.
///
/// # Errors
/// [`ProcessError`], and then the program and all it started have been killed.
pub(super) fn answer(
    command: Command,
    words: &str,
    (limit, most): (Duration, u64),
    stop: &StopSignal,
) -> Result<Vec<u8>, ProcessError> {
    // A pipe holds so much without being read, so that nothing waits for the program here.
    if words.len() > PIPE_BYTES {
        return Err(ProcessError::NotStarted(io::ErrorKind::InvalidInput.into()));
    }
    let (input, mut pipe) = io::pipe().map_err(ProcessError::NotStarted)?;
    pipe.write_all(words.as_bytes()).map_err(ProcessError::NotStarted)?;
    drop(pipe);
    printed(command, Stdio::from(input), (limit, most), stop)
}

fn printed(
    command: Command,
    input: Stdio,
    (limit, most): (Duration, u64),
    stop: &StopSignal,
) -> Result<Vec<u8>, ProcessError> {
    let (pipe, out) = io::pipe().map_err(ProcessError::NotStarted)?;
    let printed = collect(pipe, most).map_err(ProcessError::NotStarted)?;
    let mut collected = None;
    // More than may be is told while it runs; the rest once it has ended.
    let check = || match printed.try_recv() {
        Ok(printed) if printed.len() as u64 > most => Err(ProcessError::TooMuch(most)),
        Ok(printed) => {
            collected = Some(printed);
            Ok(())
        }
        Err(_) => Ok(()),
    };
    run_until(command, (input, Stdio::from(out)), limit, stop, check)?;
    let printed = match collected {
        Some(printed) => printed,
        // Something that escaped may still hold the other end.
        None => printed.recv_timeout(PRINTED_LIMIT).map_err(|_| ProcessError::TooLate(limit))?,
    };
    if printed.len() as u64 > most { Err(ProcessError::TooMuch(most)) } else { Ok(printed) }
}

/// Reads on a thread of its own until the other end is closed, or a byte more than may be printed.
/// After that the pipe is closed, and the program can print no more.
fn collect(mut pipe: PipeReader, most: u64) -> io::Result<Receiver<Vec<u8>>> {
    let (done, collected) = channel();
    thread::Builder::new().name("voice-answer".into()).spawn(move || {
        let mut printed = Vec::new();
        // What was read before an error is all there is.
        let _ = pipe.by_ref().take(most + 1).read_to_end(&mut printed);
        // Nothing listens any more if the program was ended.
        let _ = done.send(printed);
        // Closed only now, so that a program that fails for it finds it told.
        drop(pipe);
    })?;
    Ok(collected)
}

fn run_until(
    mut command: Command,
    (input, out): (Stdio, Stdio),
    limit: Duration,
    stop: &StopSignal,
    mut check: impl FnMut() -> Result<(), ProcessError>,
) -> Result<(), ProcessError> {
    command.stdin(input).stdout(out).stderr(Stdio::null());
    // Some engines ask the sound server as they start, even for their version, and hang with it.
    command.envs(SILENT_SERVERS);
    let mut running = Running::start(command).map_err(ProcessError::NotStarted)?;
    let (mut waited, mut interval) = (Duration::ZERO, FIRST_INTERVAL);
    while !running.has_ended() {
        if stop.is_asked_for() {
            return Err(ProcessError::Stopped);
        }
        if waited >= limit {
            return Err(ProcessError::TooLate(limit));
        }
        check()?;
        thread::sleep(interval);
        waited += interval;
        interval = (interval * 2).min(LONGEST_INTERVAL);
    }
    // What it came to is looked at before how it ended: one that may write no more fails for that.
    check()?;
    let status = running.end().map_err(ProcessError::NotStarted)?;
    if status.success() { Ok(()) } else { Err(ProcessError::Failed(status)) }
}
