//! The processes of the system: this one, its job, and those it is the parent of. Programs are
//! started and this one is stopped here, never both at once.

mod starts_and_stops;

#[cfg(target_os = "linux")]
mod table;

#[cfg(target_os = "linux")]
pub use table::{Process, processes};

pub use starts_and_stops::{start, stop_until_continued};

/// Whether this process's job leads its session: then there is no shell above it that could continue
/// it once it is stopped.
#[cfg(target_os = "linux")]
pub fn job_leads_its_session() -> bool {
    // Group and session are both 0 where both are led from outside, and a shell may be there.
    Process::own().is_some_and(|own| own.session == own.group && own.session != 0)
}

/// Whether this process's job leads its session: then there is no shell above it that could continue
/// it once it is stopped.
#[cfg(all(unix, not(target_os = "linux")))]
#[expect(clippy::disallowed_methods, reason = "these systems have no containers of this kind")]
pub fn job_leads_its_session() -> bool {
    use rustix::process::{getpgrp, getsid};
    getsid(None) == Ok(getpgrp())
}

/// Whether this process's job is the one to which a terminal sends its signals. Where its group is led from
/// outside, that is not known, and the answer is no.
#[cfg(unix)]
pub fn is_in_front(terminal: impl std::os::fd::AsFd) -> bool {
    let front = rustix::termios::tcgetpgrp(terminal);
    front.is_ok_and(|front| own_group() == Some(front.as_raw_nonzero().get()))
}

#[cfg(target_os = "linux")]
fn own_group() -> Option<i32> {
    Process::own().map(|own| own.group)
}

#[cfg(all(unix, not(target_os = "linux")))]
#[expect(clippy::disallowed_methods, reason = "these systems have no containers of this kind")]
#[expect(clippy::unnecessary_wraps, reason = "on Linux it may not be known")]
fn own_group() -> Option<i32> {
    Some(rustix::process::getpgrp().as_raw_nonzero().get())
}
