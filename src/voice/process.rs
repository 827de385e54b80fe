//! Runs another program under a time limit, silently, and leaves nothing of it behind.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use thiserror::Error;

/// Between two looks at a program: short at first, since most lines are spoken in an instant.
const FIRST_INTERVAL: Duration = Duration::from_millis(1);
const LONGEST_INTERVAL: Duration = Duration::from_millis(20);

/// No list of voices is longer, in bytes.
const MOST_PRINTED: u64 = 1_000_000;

/// Says when whatever runs is to end at once.
#[derive(Clone, Debug, Default)]
pub(super) struct StopSignal(Arc<AtomicBool>);

impl StopSignal {
    pub(super) fn now(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_asked_for(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why a program did not end well.
#[derive(Debug, Error)]
pub(super) enum ProcessError {
    #[error("it could not be started: {0}")]
    NotStarted(io::Error),
    #[error("it took longer than {} s", .0.as_secs())]
    TooLate(Duration),
    #[error("it ended with {0}")]
    Failed(ExitStatus),
    #[error("it was no longer needed")]
    Stopped,
}

/// Runs a program to its end. It reads `input`, if given, and what it prints is thrown away.
///
/// The limit is counted in waits between two looks, not by a clock, so a busy machine gives it a little more.
///
/// # Errors
/// [`ProcessError`], and then the program and all it started have been killed.
pub(super) fn run(
    command: &mut Command,
    input: Option<&Path>,
    limit: Duration,
    stop: &StopSignal,
) -> Result<(), ProcessError> {
    run_into(command, input, Stdio::null(), limit, stop)
}

/// Runs a program and gives back what it printed, up to a megabyte of it.
///
/// # Errors
/// [`ProcessError`], and then the program and all it started have been killed.
pub(super) fn ask(
    command: &mut Command,
    limit: Duration,
    stop: &StopSignal,
) -> Result<String, ProcessError> {
    // A file: unlike a pipe it needs no thread that reads it while the program runs.
    let file = tempfile::NamedTempFile::new().map_err(ProcessError::NotStarted)?;
    let out = file.reopen().map_err(ProcessError::NotStarted)?;
    run_into(command, None, Stdio::from(out), limit, stop)?;
    let mut printed = Vec::new();
    let read = file.as_file().take(MOST_PRINTED).read_to_end(&mut printed);
    read.map_err(ProcessError::NotStarted)?;
    Ok(String::from_utf8_lossy(&printed).into_owned())
}

fn run_into(
    command: &mut Command,
    input: Option<&Path>,
    out: Stdio,
    limit: Duration,
    stop: &StopSignal,
) -> Result<(), ProcessError> {
    let input = match input {
        Some(path) => Stdio::from(File::open(path).map_err(ProcessError::NotStarted)?),
        None => Stdio::null(),
    };
    command.stdin(input).stdout(out).stderr(Stdio::null());
    let mut running = Running::start(command).map_err(ProcessError::NotStarted)?;
    let (mut waited, mut interval) = (Duration::ZERO, FIRST_INTERVAL);
    while !running.has_ended() {
        if stop.is_asked_for() {
            return Err(ProcessError::Stopped);
        }
        if waited >= limit {
            return Err(ProcessError::TooLate(limit));
        }
        thread::sleep(interval);
        waited += interval;
        interval = (interval * 2).min(LONGEST_INTERVAL);
    }
    let status = running.end().map_err(ProcessError::NotStarted)?;
    if status.success() { Ok(()) } else { Err(ProcessError::Failed(status)) }
}

/// A program with a process group of its own. However this goes out of scope, the group is killed.
struct Running {
    child: Child,
    is_over: bool,
}

impl Running {
    fn start(command: &mut Command) -> io::Result<Self> {
        set_apart(command);
        Ok(Self { child: command.spawn()?, is_over: false })
    }

    /// Ends whatever the program may have left running, and then takes note of how it ended. In
    /// this order the system cannot have given its number to another program.
    fn end(&mut self) -> io::Result<ExitStatus> {
        self.is_over = true;
        kill(&mut self.child);
        self.child.wait()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.is_over {
            // Killed and waited for as well as can be: `drop` has no way to report an error.
            let _ = self.end();
        }
    }
}

#[cfg(unix)]
fn set_apart(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(windows)]
fn set_apart(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    /// Opens no window of its own.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(unix)]
fn kill(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    // An error means that no process is left in the group, which is as good.
    let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
}

#[cfg(not(unix))]
fn kill(child: &mut Child) {
    let _ = child.kill();
}

#[cfg(unix)]
impl Running {
    /// Looks without fetching it, so that its number, which names the group, stays taken.
    fn has_ended(&mut self) -> bool {
        use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        let seen = waitid(WaitId::Pid(Pid::from_child(&self.child)), options);
        !matches!(seen, Ok(None))
    }
}

#[cfg(not(unix))]
impl Running {
    fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}
