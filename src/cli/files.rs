//! Session files wherever they lie, with the moves beside them.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use super::exit::Failure;
use super::text::printable;
use crate::library::{Library, LoadError, LoadedSession, nearest};

/// The folder whose files are moves.
pub(super) const MOVES: &str = "moves";

/// Loads a session by its name, or a file with the moves beside it.
pub(super) fn load(library: &Library, wish: &Path) -> anyhow::Result<LoadedSession> {
    let name = wish.to_string_lossy();
    library.load(&name).map_err(|error| failure(error, &name, library).into())
}

fn failure(error: LoadError, name: &str, library: &Library) -> Failure {
    let message = error.to_string();
    match error {
        LoadError::Unknown { nearest, .. } => {
            let failure = Failure::new(message);
            let failure = match nearest {
                Some(near) => failure.help(format!("did you mean `{near}`?")),
                None => failure,
            };
            failure.help("`unclench list` shows them all; a file of your own is named with its ending, such as `my.toml`")
        }
        LoadError::Unreadable { path, source } => {
            let failure = Failure::new(unreadable(&path, &source));
            match source.kind() {
                io::ErrorKind::IsADirectory => {
                    failure.help("`unclench check` looks at whole folders")
                }
                _ => match nearest(&stem(&path), library.ids()) {
                    Some(near) => failure.help(format!("did you mean the session `{near}`?")),
                    None => failure.help("`unclench list` shows the sessions that have a name"),
                },
            }
        }
        LoadError::Invalid { problems } => {
            Failure::new(format!("`{name}` cannot be played before this is mended"))
                .help("`sessions/README.md` explains the format")
                .after(problems)
        }
    }
}

/// Why a file cannot be read, in words.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> String {
    let path = printable(&path.to_string_lossy());
    match error.kind() {
        io::ErrorKind::NotFound => format!("there is no file `{path}`"),
        io::ErrorKind::PermissionDenied => format!("`{path}` may not be read by you"),
        io::ErrorKind::IsADirectory => format!("`{path}` is a folder, not a session file"),
        _ => format!("`{path}` cannot be read: {error}"),
    }
}

/// Whether a file is meant as a session or a move.
pub(super) fn is_toml(path: &Path) -> bool {
    path.extension() == Some(OsStr::new("toml"))
}

/// The name a file is called by.
pub(super) fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
