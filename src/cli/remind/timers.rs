//! The system's own timers: their files put in place, switched on, and taken away again.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::cli::text::said;
use crate::config::{Paths, installed_program};
use crate::files;
use crate::processes;
use crate::reminders::{Reminder, TimerKind};
use crate::words::{Message, Texts};

/// Where the files of timers lie on this system.
fn folder(kind: TimerKind, paths: &Paths) -> Option<PathBuf> {
    match kind {
        TimerKind::Systemd => paths.systemd_folder(),
        TimerKind::Launchd => {
            Some(PathBuf::from(env::var_os("HOME")?).join("Library").join("LaunchAgents"))
        }
        TimerKind::Windows => Some(paths.state.join("timers")),
    }
}

/// Puts a timer in place for each reminder, in the place of all that were there.
pub(super) fn install(
    reminders: &[Reminder],
    paths: &Paths,
    (day_begins, texts): (u8, &Texts),
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let kind = TimerKind::here();
    let program = installed_program().ok_or_else(|| Failure::new("this program is not found"))?;
    let folder = folder(kind, paths).ok_or_else(|| Failure::new("there is no home folder"))?;
    take_away(kind, &folder, |_| true);
    if reminders.is_empty() {
        writeln!(console.out, "{}", texts.text(&Message::new("remind-none")))?;
        return Ok(());
    }
    let mut timers = Vec::new();
    for reminder in reminders {
        for file in kind.files(reminder, &program.to_string_lossy(), day_begins) {
            let place = folder.join(&file.name);
            files::write_private(&place, file.text.as_bytes())
                .map_err(|error| Failure::unwritten(&place, &error))?;
            if file.is_timer {
                timers.push(file.name);
            }
        }
    }
    let number = |id| Message::new(id).with("reminders", reminders.len() as u64);
    if switch_on(kind, &folder, &timers).is_ok() {
        writeln!(console.out, "{}", texts.text(&number("remind-come")))?;
    } else {
        let written = number("remind-written").with("folder", said(&folder));
        writeln!(console.out, "{}", texts.text(&written))?;
        let help = "they will come once you have logged in again, if this system uses such timers; \
                    `unclench remind run` shows them from a terminal";
        console.warn("this system's timers could not be switched on", help);
    }
    writeln!(console.out, "{}", texts.text(&Message::new("remind-take-away")))?;
    Ok(())
}

/// Takes all timers away.
pub(super) fn uninstall(
    paths: &Paths,
    texts: &Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let kind = TimerKind::here();
    let gone = folder(kind, paths).map_or(0, |folder| take_away(kind, &folder, |_| true));
    let told = match gone {
        0 => Message::new("remind-no-timers"),
        gone => Message::new("remind-taken-away").with("timers", gone as u64),
    };
    writeln!(console.out, "{}", texts.text(&told))?;
    Ok(())
}

/// Takes the timer of one reminder away, where there is one.
pub(super) fn remove(reminder: &Reminder, paths: &Paths) {
    let kind = TimerKind::here();
    let files = kind.files(reminder, "", 0);
    if let Some(folder) = folder(kind, paths) {
        take_away(kind, &folder, |name| files.iter().any(|file| file.name == name));
    }
}

/// Switches timers off and removes their files. Gives how many there were.
fn take_away(kind: TimerKind, folder: &Path, is_meant: impl Fn(&str) -> bool) -> usize {
    let names = files::list(folder).unwrap_or_default();
    let names = names.iter().filter_map(|file| file.path.file_name()?.to_str().map(str::to_owned));
    let timers: Vec<String> =
        names.filter(|name| kind.is_own_timer(name) && is_meant(name)).collect();
    for name in &timers {
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        let place = folder.join(name);
        // What is not switched on need not be switched off.
        let _ = match kind {
            TimerKind::Systemd => tell("systemctl", &["--user", "disable", "--now", name]),
            TimerKind::Launchd => tell("launchctl", &["unload", "-w", &place.to_string_lossy()]),
            TimerKind::Windows => {
                tell("schtasks", &["/Delete", "/F", "/TN", &format!("Unclench\\{stem}")])
            }
        };
        let _ = files::erase(&place);
        if let Some(companion) = kind.companion(name) {
            let _ = files::erase(&folder.join(companion));
        }
    }
    if kind == TimerKind::Systemd && !timers.is_empty() {
        let _ = tell("systemctl", &["--user", "daemon-reload"]);
    }
    timers.len()
}

/// Has the system take the timers up.
fn switch_on(kind: TimerKind, folder: &Path, timers: &[String]) -> io::Result<()> {
    if kind == TimerKind::Systemd && !timers.is_empty() {
        tell("systemctl", &["--user", "daemon-reload"])?;
    }
    for name in timers {
        let place = folder.join(name).to_string_lossy().into_owned();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        match kind {
            TimerKind::Systemd => tell("systemctl", &["--user", "enable", "--now", name])?,
            TimerKind::Launchd => tell("launchctl", &["load", "-w", &place])?,
            TimerKind::Windows => {
                let task = format!("Unclench\\{stem}");
                tell("schtasks", &["/Create", "/F", "/TN", &task, "/XML", &place])?;
            }
        }
    }
    Ok(())
}

/// Tells a tool of the system something; it fails where that could not be done.
#[expect(clippy::disallowed_methods, reason = "it is started within `processes::start`")]
fn tell(tool: &str, words: &[&str]) -> io::Result<()> {
    let mut command = Command::new(tool);
    command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = processes::start(|| command.spawn())?.wait()?;
    if ended.success() { Ok(()) } else { Err(io::Error::other("it was refused")) }
}
