//! A program with a session of its own. However it goes out of scope, it is ended with all it started.

use std::io;
use std::process::{Command, ExitStatus};

#[cfg(not(unix))]
type Child = std::process::Child;
#[cfg(unix)]
type Child = Box<dyn process_wrap::std::ChildWrapper>;

#[cfg(target_os = "linux")]
use super::started;
use crate::processes;

/// A program that runs.
pub(super) struct Running {
    child: Child,
    is_over: bool,
}

impl Running {
    pub(super) fn start(command: Command) -> io::Result<Self> {
        Ok(Self { child: spawn(command)?, is_over: false })
    }

    /// Ends whatever the program may have left running, and then takes note of how it ended. In
    /// this order the system cannot have given its number to another program.
    pub(super) fn end(&mut self) -> io::Result<ExitStatus> {
        self.is_over = true;
        self.kill_and_wait()
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

/// In a session of its own it has no controlling terminal: `/dev/tty` is nothing to it, and neither
/// Ctrl-C nor Ctrl-Z reaches it.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "started within `processes::start`")]
fn spawn(command: Command) -> io::Result<Child> {
    use process_wrap::std::{CommandWrap, ProcessSession};
    let mut command = CommandWrap::from(command);
    command.wrap(ProcessSession);
    #[cfg(target_os = "linux")]
    let child = started::remembered(|| processes::start(|| command.spawn()));
    #[cfg(not(target_os = "linux"))]
    let child = processes::start(|| command.spawn());
    // The wrapper of the session would fetch the program before all it started is ended.
    Ok(child?.into_inner())
}

#[cfg(windows)]
#[expect(clippy::disallowed_methods, reason = "started within `processes::start`")]
fn spawn(mut command: Command) -> io::Result<Child> {
    use std::os::windows::process::CommandExt as _;
    /// Opens no window of its own.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
    processes::start(|| command.spawn())
}

#[cfg(unix)]
impl Running {
    fn pid(&self) -> Option<rustix::process::Pid> {
        i32::try_from(self.child.id()).ok().and_then(rustix::process::Pid::from_raw)
    }

    /// Looks without fetching it, so that its number, which names the session, stays taken.
    pub(super) fn has_ended(&mut self) -> bool {
        use rustix::process::{WaitId, WaitIdOptions, waitid};
        let Some(pid) = self.pid() else { return true };
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        !matches!(waitid(WaitId::Pid(pid), options), Ok(None))
    }

    fn kill_and_wait(&mut self) -> io::Result<ExitStatus> {
        use rustix::process::{Signal, kill_process_group};
        let Some(pid) = self.pid() else { return self.child.wait() };
        // An error means that no process is left in the group, which is as good.
        let _ = kill_process_group(pid, Signal::KILL);
        #[cfg(target_os = "linux")]
        return started::end_all(pid, || self.child.wait());
        #[cfg(not(target_os = "linux"))]
        self.child.wait()
    }
}

#[cfg(not(unix))]
impl Running {
    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    fn kill_and_wait(&mut self) -> io::Result<ExitStatus> {
        // An error means that it has ended by itself.
        let _ = self.child.kill();
        self.child.wait()
    }
}
