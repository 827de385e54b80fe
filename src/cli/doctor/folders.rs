//! What `doctor` says of each folder: whether it is there, can be read and, where Unclench writes,
//! written to, and how to mend what is not.

use std::path::{Path, PathBuf};

use crate::cli::text::{count, one_line, said};
use crate::config::{Paths, Remembered};
use crate::files::{self, FileError, FolderState, folder_state};

/// So many lines are shown at most.
const MOST_LINES: usize = 10;

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
    tell(&paths.settings_file(), folder_state(&paths.config, true));
    let misnamed_files =
        [paths.settings_file(), paths.reminders_file()].map(|file| misnamed(&file));
    let sessions = paths.sessions();
    let state = folder_state(&sessions, true);
    let is_open = state.fault.is_none();
    tell(&sessions, state);
    let moves = sessions.join("moves");
    let state = where_files_are_put(&moves);
    // What keeps the folder closed keeps those in it closed too.
    tell(&moves, FolderState { fault: state.fault.filter(|_| is_open), ..state });
    let courses = where_files_are_put(&sessions.join("courses"));
    if courses.fault.is_some() && is_open {
        tell(&sessions.join("courses"), courses);
    }
    for folder in recordings(&sessions) {
        let state = folder_state(&folder, false);
        if state.fault.is_some() {
            tell(&folder, state);
        }
    }
    tell(&paths.sounds(), where_files_are_put(&paths.sounds()));
    let voices = paths.own_voices();
    for folder in paths.piper_voices() {
        let is_own = folder == voices;
        let state =
            if is_own { where_files_are_put(&folder) } else { folder_state(&folder, false) };
        tell(&folder, state);
    }
    tell(&paths.remembered_file(), Remembered::state(paths));
    tell(&paths.spoken_lines(), folder_state(&paths.spoken_lines(), true));
    lines.extend(misnamed_files.into_iter().flatten());
    lines.extend(unread_lines(paths));
    lines.extend(unused_lines(paths));
    lines
}

/// How a folder stands that a person puts files into: one that is not there yet lacks nothing.
fn where_files_are_put(folder: &Path) -> FolderState {
    let state = folder_state(folder, true);
    if state.exists { state } else { folder_state(folder, false) }
}

/// What is said of files that are called nearly as one that is not there, and so likely meant as it.
fn misnamed(meant: &Path) -> Vec<String> {
    let (Some(folder), Some(stem)) = (meant.parent(), files::name_of(meant)) else {
        return Vec::new();
    };
    if meant.symlink_metadata().is_ok() {
        return Vec::new();
    }
    let singular = stem.trim_end_matches('s');
    let is_near = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let first = name.split(|letter: char| !letter.is_alphanumeric()).next();
        first.is_some_and(|word| word == stem || word == singular)
    };
    let listed = files::list(folder).unwrap_or_default().into_iter();
    let near = listed.filter(|entry| !entry.is_folder() && is_near(&entry.path));
    let told =
        near.map(|entry| format!("{}\n  is not read; call it {stem}.toml", said(&entry.path)));
    told.collect()
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

/// What is said of lines of what is remembered that can be read and say nothing here.
fn unused_lines(paths: &Paths) -> Vec<String> {
    let unused = Remembered::unused_lines(paths);
    if unused.is_empty() {
        return Vec::new();
    }
    let file = said(&paths.remembered_file());
    let mut told = vec![format!("{file}: what does not fit there is not used:")];
    let shown = unused.iter().take(MOST_LINES);
    told.extend(shown.map(|(number, line)| format!("  line {number}: {}", one_line(line))));
    if let Some(more) = unused.len().checked_sub(MOST_LINES).filter(|more| *more > 0) {
        told.push(format!("  and {more} more"));
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::misnamed;

    #[test]
    fn a_file_that_is_called_nearly_as_the_settings_is_named_while_there_are_none() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let meant = folder.path().join("settings.toml");
        let others =
            ["Settings.txt", "setting.toml", "settings", "settings.TOML", "settings.toml.txt"];
        for name in others.iter().chain(&["reminders.toml", "notes.txt"]) {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        let told = misnamed(&meant);
        let is_told = |name: &&str| {
            let place = folder.path().join(name);
            told.contains(&format!("{}\n  is not read; call it settings.toml", place.display()))
        };
        assert!(others.iter().all(is_told), "{told:?}");
        assert_eq!(told.len(), others.len());
        fs::write(&meant, "").expect("a file");
        assert_eq!(misnamed(&meant), [""; 0]);
    }
}
