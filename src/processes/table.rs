//! The processes of the system as it lists them in `/proc`: whose child each is, and in which session.
//!
//! Asking the system for the session of this process by a call is not enough: where that is led from
//! outside (a program in a container, say), it answers 0, which is the number of no process.

use std::fs;

use rustix::process::{
    Pid, PidfdFlags, Signal, WaitId, WaitIdOptions, kill_process, pidfd_open, pidfd_send_signal,
    waitid,
};

/// A line of the table. Group and session are 0 where their leader cannot be seen from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Process {
    /// Its number.
    pub pid: i32,
    /// The number of the process that started it, or of the one that took it over.
    pub parent: i32,
    /// The leader of its process group.
    pub group: i32,
    /// The leader of its session.
    pub session: i32,
    /// It has ended and waits to be fetched.
    pub has_ended: bool,
    /// When it was started: no later one of the same number has the same.
    pub start: u64,
}

/// All processes that can be seen.
pub fn processes() -> Vec<Process> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.filter_map(Process::read).collect()
}

impl Process {
    fn read(pid: i32) -> Option<Self> {
        let about = fs::read(format!("/proc/{pid}/stat")).ok()?;
        Self::parse(pid, &String::from_utf8_lossy(&about))
    }

    /// This process, where the table can be read.
    pub fn own() -> Option<Self> {
        Self::read(i32::try_from(std::process::id()).ok()?)
    }

    /// `number (name) state parent group session …`, where the name may hold anything.
    fn parse(pid: i32, about: &str) -> Option<Self> {
        let mut fields = about.rsplit_once(") ")?.1.split(' ');
        let state = fields.next()?;
        let parent = fields.next()?.parse().ok()?;
        let group = fields.next()?.parse().ok()?;
        let session = fields.next()?.parse().ok()?;
        // The twenty-second field of all.
        let start = fields.nth(15)?.parse().ok()?;
        let has_ended = matches!(state, "Z" | "X" | "x");
        Some(Self { pid, parent, group, session, has_ended, start })
    }

    /// Whether it runs what this process runs, as every new one does until it has become another.
    pub fn is_this_program(&self) -> bool {
        let program = |pid: &str| fs::read_link(format!("/proc/{pid}/exe")).ok();
        program("self").is_some_and(|own| program(&self.pid.to_string()) == Some(own))
    }

    /// Ends it at once, unless its number has become another's since it was found.
    pub fn kill(&self) {
        let Some(pid) = Pid::from_raw(self.pid) else { return };
        let Ok(handle) = pidfd_open(pid, PidfdFlags::empty()) else { return };
        // The handle stays with one process: if that is the one that was found, no other is met.
        if Self::read(self.pid).is_some_and(|now| now.start == self.start) {
            // One that has ended by itself is as good.
            let _ = pidfd_send_signal(handle, Signal::KILL);
        }
    }

    /// Continues it, where it is stopped. It must be a child that is not yet fetched: until then its
    /// number is its own.
    pub fn go_on(&self) {
        if let Some(pid) = Pid::from_raw(self.pid) {
            // One that has ended meanwhile is as good.
            let _ = kill_process(pid, Signal::CONT);
        }
    }

    /// Fetches a child that has ended, so that its number is free again.
    pub fn fetch(&self) {
        if let Some(pid) = Pid::from_raw(self.pid) {
            let _ = waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOHANG);
        }
    }
}

#[cfg(test)]
mod tests;
