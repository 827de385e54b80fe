//! Begins the session that a reminder leads to: in a terminal, or by ear alone.

use std::env;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::config::installed_program;
use crate::processes;

/// Terminals, each with what comes before the program it is to run; the first is what the desktop
/// itself says, the next what the system does.
const TERMINALS: &[&[&str]] = &[
    &["xdg-terminal-exec"],
    &["x-terminal-emulator", "-e"],
    &["gnome-terminal", "--"],
    &["ptyxis", "--"],
    &["kgx", "--"],
    &["konsole", "-e"],
    &["xfce4-terminal", "-x"],
    &["kitty"],
    &["foot"],
    &["alacritty", "-e"],
    &["wezterm", "start", "--"],
    &["xterm", "-e"],
];

/// Begins a session by its id, or opens the program where there is none, and waits for its end.
///
/// # Errors
/// Where this program cannot be found or started; also where no terminal can be opened and there is
/// no session to be followed by ear.
pub(super) fn begin(session: Option<&str>) -> io::Result<()> {
    let program = installed_program().ok_or(ErrorKind::NotFound)?;
    let words: Vec<&str> = session.map_or_else(Vec::new, |id| vec!["play", id]);
    if in_terminal(&program, &words) {
        return Ok(());
    }
    let session = session.ok_or(ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    // Plain lines are silent where no voice is asked for, and nobody reads these.
    wait_for(command.args(["play", session, "--plain", "--voice", "auto"]))
}

/// Opens a terminal with the program, if there is a desktop to open it on.
fn in_terminal(program: &Path, words: &[&str]) -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    if !is_set("WAYLAND_DISPLAY") && !is_set("DISPLAY") {
        return false;
    }
    let wished = env::var("TERMINAL").ok().filter(|it| !it.trim().is_empty());
    let wished = wished.as_deref().map(|name| vec![name, "-e"]);
    let terminals = wished.into_iter().chain(TERMINALS.iter().map(|words| words.to_vec()));
    for terminal in terminals {
        let (name, before) = terminal.split_first().map_or(("", &[][..]), |(it, rest)| (it, rest));
        let mut command = Command::new(name);
        command.args(before).arg(program).args(words);
        if wait_for(&mut command).is_ok() {
            return true;
        }
    }
    false
}

/// Starts a program that has no terminal of ours, and waits until it ends, however it does.
#[expect(clippy::disallowed_methods, reason = "it is started within `processes::start`")]
fn wait_for(command: &mut Command) -> io::Result<()> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = processes::start(|| command.spawn())?;
    child.wait().map(|_| ())
}
