//! What a program started, found in `/proc`, also where it has a session of its own and its parent is
//! gone: such a process becomes a child of this one, since this one asks for them.
//!
//! All an engine starts is in other sessions than this process, and whatever else this process may
//! start is in its own, or this very program. So any other child in another session is an engine or
//! was left behind by one.

use std::collections::HashSet;
use std::io;
use std::process::ExitStatus;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use process_wrap::std::ChildWrapper;
use rustix::process::{Pid, getpid, set_child_subreaper};

use crate::processes::{Process, processes};

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

/// The processes of an engine that have not ended. Those that have, and are children of this one,
/// are fetched on the way.
fn left_by(engine: Pid, running: &[Pid], all: &[Process]) -> Vec<Process> {
    let own = getpid().as_raw_nonzero().get();
    // Where this process is not in the table, nothing can be told from it.
    let Some(own) = all.iter().copied().find(|it| it.pid == own) else { return Vec::new() };
    let engine = engine.as_raw_nonzero().get();
    let doomed = doomed(engine, own, running, all);
    let is_to_fetch = |it: &&Process| it.has_ended && it.parent == own.pid && it.pid != engine;
    doomed.iter().filter(is_to_fetch).for_each(Process::fetch);
    doomed.into_iter().filter(|process| !process.has_ended).collect()
}

fn doomed(engine: i32, own: Process, running: &[Pid], all: &[Process]) -> Vec<Process> {
    let runs = |number: i32| running.iter().any(|pid| pid.as_raw_nonzero().get() == number);
    let was_left = |it: &Process| {
        let is_elsewhere = it.parent == own.pid && it.session != own.session;
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

#[cfg(test)]
mod tests;
