//! What `doctor` says of each folder: whether it is there, can be read and, where Unclench writes,
//! written to, and how to mend what is not.

use std::path::{Path, PathBuf};

use crate::cli::text::{count, said};
use crate::config::{Paths, Remembered};
use crate::files::{self, FileError, FolderState, folder_state};

/// The ending of a folder of recordings.
const RECORDINGS: &str = "voice";

/// A line for each place, and one more for each that cannot be used as it is meant to be.
pub(super) fn lines(paths: &Paths) -> Vec<String> {
    let mut lines = Vec::new();
    let mut tell = |shown: &Path, state: FolderState| {
        let is_known = state.exists && state.fault.is_some();
        let is_there = is_known || shown.symlink_metadata().is_ok();
        let exists = if is_there { "" } else { " (not there yet)" };
        lines.push(format!("{}{exists}", said(shown)));
        lines.extend(state.fault.map(|fault| mending(&fault, shown)));
    };
    tell(&paths.settings_file(), folder_state(&paths.config, false));
    let sessions = paths.sessions();
    let state = folder_state(&sessions, false);
    let is_open = state.fault.is_none();
    tell(&sessions, state);
    let moves = sessions.join("moves");
    let state = folder_state(&moves, false);
    // What keeps the folder closed keeps those in it closed too.
    tell(&moves, FolderState { fault: state.fault.filter(|_| is_open), ..state });
    for folder in recordings(&sessions) {
        let state = folder_state(&folder, false);
        if state.fault.is_some() {
            tell(&folder, state);
        }
    }
    tell(&paths.sounds(), folder_state(&paths.sounds(), false));
    for folder in paths.piper_voices() {
        tell(&folder, folder_state(&folder, false));
    }
    tell(&paths.remembered_file(), Remembered::state(paths));
    tell(&paths.spoken_lines(), folder_state(&paths.spoken_lines(), true));
    lines.extend(unread_lines(paths));
    lines
}

/// What is said of lines of what is remembered that cannot be read.
fn unread_lines(paths: &Paths) -> Vec<String> {
    let (file, aside) = (said(&paths.remembered_file()), said(&Remembered::aside(paths)));
    let mut told = Vec::new();
    let number = Remembered::broken_lines(paths);
    if number > 0 {
        let lines = count(number, "line");
        told.push(format!("{file}: {lines} cannot be read; mend it, or it is kept in\n  {aside}"));
    }
    if Remembered::aside(paths).exists() {
        told.push(format!("{aside}\n  keeps lines that could not be read; remove it if you like"));
    }
    told
}

/// The folders of recordings beside the person's own sessions.
fn recordings(sessions: &Path) -> Vec<PathBuf> {
    let listed = files::list(sessions).unwrap_or_default();
    let folders = listed.into_iter().filter(|entry| files::has_ending(&entry.path, RECORDINGS));
    folders.map(|entry| entry.path).collect()
}

/// What is wrong with a folder or file, and how to mend it; its path is left out where it has just
/// been shown.
fn mending(fault: &FileError, shown: &Path) -> String {
    let which =
        if fault.path == shown { String::new() } else { format!("{}: ", said(&fault.path)) };
    format!("  {which}{}; {}", fault.kind, fault.help())
}
