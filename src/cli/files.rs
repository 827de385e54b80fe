//! Session files wherever they lie, with the moves beside them.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::exit::Failure;
use super::text::{nearest, printable};
use crate::library::{Library, LoadError, Loaded};
use crate::session::limits::FILE_BYTES;
use crate::session::{Problem, Shelf, parse_bytes, parse_move};

/// The folder whose files are moves.
pub(super) const MOVES: &str = "moves";

/// Loads a session by its name, or a file with the moves beside it.
pub(super) fn load(library: &Library, wish: &Path) -> anyhow::Result<Loaded> {
    let name = wish.to_string_lossy();
    let known = library.ids().any(|id| id == name);
    let loaded = if known || !is_meant_as_file(wish) {
        library.load(&name)
    } else {
        load_file(library, wish)
    };
    loaded.map_err(|error| failure(error, &name, library).into())
}

/// A name with a folder or an ending is meant as a file even where none is there.
fn is_meant_as_file(wish: &Path) -> bool {
    wish.components().count() > 1 || wish.extension().is_some() || wish.exists()
}

fn load_file(library: &Library, path: &Path) -> Result<Loaded, LoadError> {
    let bytes = read(path).map_err(|source| LoadError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    // A move that is not valid is missed by the session that names it, and told there.
    let (shelf, _) = with_moves_of(folder, library.shelf().clone());
    match parse_bytes(&path.to_string_lossy(), &bytes, &shelf) {
        (Some(session), warnings) => Ok(Loaded {
            id: stem(path),
            path: Some(path.to_owned()),
            session,
            warnings,
        }),
        (None, problems) => Err(LoadError::Invalid { problems }),
    }
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

/// Reads a file, but never much more than a session may hold.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = FILE_BYTES as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The shelf with the moves that lie in a folder's `moves`, and what is wrong with them.
pub(super) fn with_moves_of(folder: &Path, mut shelf: Shelf) -> (Shelf, Vec<Problem>) {
    let mut problems = Vec::new();
    let listing = fs::read_dir(folder.join(MOVES)).into_iter().flatten();
    let mut paths: Vec<PathBuf> = listing.flatten().map(|found| found.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| is_toml(path) && path.is_file()) {
        let (found, of_it) = read_move(path);
        shelf = match found {
            Some(found) => shelf.with_move(found),
            None => shelf,
        };
        problems.extend(of_it);
    }
    (shelf, problems)
}

fn read_move(path: &Path) -> (Option<crate::session::Move>, Vec<Problem>) {
    let bytes = read(path).unwrap_or_default();
    let file = path.to_string_lossy();
    parse_move(&file, &stem(path), &String::from_utf8_lossy(&bytes))
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
