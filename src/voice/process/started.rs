//! What a program started, found in `/proc`, also where it has a session of its own and its parent is
//! gone: such a process becomes a child of this one, since this one asks for them.
//!
//! All an engine starts is in other sessions than this process, and whatever else this process may
//! start is in its own, or this very program. So any other child in another session is an engine or
//! was left behind by one.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::process::ExitStatus;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use process_wrap::std::ChildWrapper;
use rustix::process::{
    Pid, PidfdFlags, Signal, WaitId, WaitIdOptions, getpid, getsid, pidfd_open, pidfd_send_signal,
    set_child_subreaper, waitid,
};

/// How often what is left is looked for and killed. A killed process takes a moment to be gone.
const MOST_ROUNDS: u32 = 100;
const BETWEEN_ROUNDS: Duration = Duration::from_millis(2);

/// The engines that run, each the leader of its session. One list for the whole process, since its
/// children are one list, too.
static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// Starts a program and remembers it until [`end_all`].
pub(super) fn remembered(
    start: impl FnOnce() -> io::Result<Box<dyn ChildWrapper>>,
) -> io::Result<Box<dyn ChildWrapper>> {
    // Held while it starts: until then it looks like something that was left behind.
    let mut running = running();
    // Where that is refused, only those are found whose parents are still there.
    let _ = set_child_subreaper(Some(getpid()));
    let child = start()?;
    running.extend(i32::try_from(child.id()).ok().and_then(Pid::from_raw));
    Ok(child)
}

/// Kills all that an engine started, fetches what became a child of this process, and then the
/// engine itself, which has been killed: its number is taken until then.
pub(super) fn end_all(
    engine: Pid,
    fetch: impl FnOnce() -> io::Result<ExitStatus>,
) -> io::Result<ExitStatus> {
    // Held until it is fetched, or another thread would take it for something left behind.
    let mut running = running();
    running.retain(|other| *other != engine);
    for _ in 0..MOST_ROUNDS {
        let left = left_by(engine, &running, &processes());
        for process in &left {
            process.kill();
        }
        if left.is_empty() {
            break;
        }
        thread::sleep(BETWEEN_ROUNDS);
    }
    fetch()
}

fn running() -> MutexGuard<'static, Vec<Pid>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A line of `/proc`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Process {
    pid: i32,
    parent: i32,
    session: i32,
    /// It has ended and waits to be fetched.
    has_ended: bool,
    /// When it was started: no later one of the same number has the same.
    start: u64,
}

/// The processes of an engine that have not ended. Those that have, and are children of this one,
/// are fetched on the way.
fn left_by(engine: Pid, running: &[Pid], all: &[Process]) -> Vec<Process> {
    let own = getpid().as_raw_nonzero().get();
    let own_session = getsid(None).map_or(0, |session| session.as_raw_nonzero().get());
    let engine = engine.as_raw_nonzero().get();
    let doomed = doomed((engine, own, own_session), running, all);
    for process in doomed.iter().filter(|it| it.has_ended && it.parent == own && it.pid != engine) {
        process.fetch();
    }
    doomed.into_iter().filter(|process| !process.has_ended).collect()
}

fn doomed(
    (engine, own, own_session): (i32, i32, i32),
    running: &[Pid],
    all: &[Process],
) -> Vec<Process> {
    let runs = |number: i32| running.iter().any(|pid| pid.as_raw_nonzero().get() == number);
    let was_left = |it: &Process| {
        let is_elsewhere = it.parent == own && it.session != own_session;
        is_elsewhere && !runs(it.pid) && !runs(it.session) && !it.is_this_program()
    };
    let mut numbers = HashSet::from([engine]);
    let mut doomed = Vec::new();
    // A child may stand before its parent, so it is looked through until nothing is added.
    loop {
        let before = doomed.len();
        for process in all {
            let is_its_own = process.session == engine || numbers.contains(&process.parent);
            if (is_its_own || was_left(process)) && !doomed.contains(process) {
                numbers.insert(process.pid);
                doomed.push(*process);
            }
        }
        if doomed.len() == before {
            return doomed;
        }
    }
}

/// All processes that can be seen.
fn processes() -> Vec<Process> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.filter_map(Process::read).collect()
}

impl Process {
    fn read(pid: i32) -> Option<Self> {
        let about = fs::read(format!("/proc/{pid}/stat")).ok()?;
        Self::parse(pid, &String::from_utf8_lossy(&about))
    }

    /// `number (name) state parent group session …`, where the name may hold anything.
    fn parse(pid: i32, about: &str) -> Option<Self> {
        let mut fields = about.rsplit_once(") ")?.1.split(' ');
        let state = fields.next()?;
        let parent = fields.next()?.parse().ok()?;
        let session = fields.nth(1)?.parse().ok()?;
        // The twenty-second field of all.
        let start = fields.nth(15)?.parse().ok()?;
        let has_ended = matches!(state, "Z" | "X" | "x");
        Some(Self { pid, parent, session, has_ended, start })
    }

    /// Whether it runs what this process runs, as every new one does until it has become another.
    fn is_this_program(&self) -> bool {
        let program = |pid: &str| fs::read_link(format!("/proc/{pid}/exe")).ok();
        program("self").is_some_and(|own| program(&self.pid.to_string()) == Some(own))
    }

    fn kill(&self) {
        let Some(pid) = Pid::from_raw(self.pid) else { return };
        let Ok(handle) = pidfd_open(pid, PidfdFlags::empty()) else { return };
        // The handle stays with one process: if that is the one that was found, no other is met.
        if Self::read(self.pid).is_some_and(|now| now.start == self.start) {
            // One that has ended by itself is as good.
            let _ = pidfd_send_signal(handle, Signal::KILL);
        }
    }

    fn fetch(&self) {
        if let Some(pid) = Pid::from_raw(self.pid) {
            let _ = waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOHANG);
        }
    }
}

#[cfg(test)]
mod tests;
