//! Starts other programs and stops this one, never both at once.
//!
//! The thread that starts a program may wait in the kernel until the new process has become that
//! program. A new process that is stopped before it has left the group of this one never becomes
//! it, so the thread waits for ever, and a stop of this program, which waits for all its threads,
//! never comes about: the shell would wait as well, and the terminal with it.

#[cfg(all(test, target_os = "linux"))]
mod tests;

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What goes on in this process. It has one process group, so there is one of these.
static ACTIVITY: Mutex<Activity> = Mutex::new(Activity { starts: 0, stops: 0 });
/// Told when a start or a stop is over.
static IS_OVER: Condvar = Condvar::new();

/// How many threads are starting another program, and how many are about to stop this one.
struct Activity {
    starts: u32,
    stops: u32,
}

fn activity() -> MutexGuard<'static, Activity> {
    ACTIVITY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A start or a stop that goes on, until this is dropped.
struct UnderWay(fn(&mut Activity));

impl Drop for UnderWay {
    fn drop(&mut self) {
        (self.0)(&mut activity());
        IS_OVER.notify_all();
    }
}

/// Lets `start` start a program, once this one is not about to be stopped. Every program is started
/// within a call of this.
pub fn start<T>(start: impl FnOnce() -> T) -> T {
    let unstopped = IS_OVER.wait_while(activity(), |activity| activity.stops > 0);
    unstopped.unwrap_or_else(PoisonError::into_inner).starts += 1;
    let _under_way = UnderWay(|activity| activity.starts -= 1);
    start()
}

/// Stops the whole job, as Ctrl-Z does, until the shell continues it. A job that leads its session
/// goes on at once, since there is no shell above it that could continue it; so it does where
/// another program takes more than a second to be started, since stopping would then not come about.
#[cfg(unix)]
pub fn stop_until_continued() {
    use rustix::process::{Signal, kill_current_process_group};

    if super::job_leads_its_session() {
        return;
    }
    activity().stops += 1;
    let _under_way = UnderWay(|activity| activity.stops -= 1);
    if system::no_start_is_left() {
        // SIGTSTP itself is listened for and would only come back here.
        let _ = kill_current_process_group(Signal::STOP);
    }
}

/// There are no jobs on this system.
#[cfg(not(unix))]
pub fn stop_until_continued() {}

#[cfg(unix)]
mod system {
    use std::sync::PoisonError;
    use std::time::Duration;

    use super::{IS_OVER, activity};

    /// Between two looks whether a program is being started.
    const INTERVAL: Duration = Duration::from_millis(5);
    /// How often it is looked: for a second.
    const LOOKS: u32 = 200;

    /// Waits until no program is being started, for about a second. Returns whether it is so.
    ///
    /// A Ctrl-Z that the terminal itself turns into a signal reaches a new process as well. It may
    /// have stopped it, so it is continued.
    pub(super) fn no_start_is_left() -> bool {
        for _ in 0..LOOKS {
            let waited = IS_OVER.wait_timeout_while(activity(), INTERVAL, |it| it.starts > 0);
            if waited.unwrap_or_else(PoisonError::into_inner).0.starts == 0 {
                return true;
            }
            continue_children();
        }
        false
    }

    /// Continues every process that this one has started. One that runs takes no notice.
    #[cfg(target_os = "linux")]
    fn continue_children() {
        use crate::processes::{Process, processes};

        let Some(own) = Process::own() else { return };
        for process in processes() {
            if process.parent == own.pid {
                process.go_on();
            }
        }
    }

    /// Elsewhere the system itself starts programs, and no thread waits for a new process.
    #[cfg(not(target_os = "linux"))]
    fn continue_children() {}
}
