//! Reads sessions and moves, built-in and the person's own.

use std::collections::BTreeMap;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use thiserror::Error;

use super::parallel::map_in_parallel;
use super::stamp::Stamp;
use super::{Entry, built_in};
use crate::files;
use crate::format::{Shelf, parse_bytes, parse_valid};
use crate::problem::{Problem, Severity};
use crate::session::Session;
use crate::session::limits::FILE_BYTES;

/// How like a name must be to be meant, 0–1.
const NEAR: f64 = 0.8;

/// Where a session's text is.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    BuiltIn(&'static str),
    File(PathBuf),
}

/// Every session and move that can be played.
#[derive(Debug)]
pub struct Library {
    /// The moves inside the program, without those of the person's folder.
    built_in: Arc<Shelf>,
    shelf: Arc<Shelf>,
    folder: Option<PathBuf>,
    own_moves: Vec<OwnMove>,
    origins: BTreeMap<String, Origin>,
}

/// A move file of the person's own, as it was when it was put on the shelf.
#[derive(Clone, Debug)]
struct OwnMove {
    path: PathBuf,
    stamp: Option<Stamp>,
}

/// A session read and valid.
#[derive(Clone, Debug)]
pub struct LoadedSession {
    /// The name it is played by.
    pub id: String,
    /// Its file; `None` for a built-in session.
    pub path: Option<PathBuf>,
    /// The session.
    pub session: Session,
    /// What could be better in it.
    pub warnings: Vec<Problem>,
}

/// Why a session could not be loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// There is no session of that name.
    #[error("there is no session called “{name}”")]
    Unknown {
        /// The name asked for.
        name: String,
        /// The nearest name there is.
        nearest: Option<String>,
    },
    /// Its file cannot be read.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Its file is not a valid session.
    #[error("{} of it needs mending", if problems.len() == 1 { "one part" } else { "some parts" })]
    Invalid {
        /// Every problem found, warnings included.
        problems: Vec<Problem>,
    },
}

impl Library {
    /// Opens the built-in library, and the person's own folder over it: a file there takes the
    /// place of a built-in session or move of the same name.
    pub fn open(folder: Option<&Path>) -> Self {
        Self::open_with(folder, Shelf::default())
    }

    /// The same, where sessions may name what is on this shelf too, such as the person's own
    /// sounds.
    pub fn open_with(folder: Option<&Path>, shelf: Shelf) -> Self {
        let shelf = built_in::moves().fold(shelf, |shelf, (name, text)| {
            shelf.with_move(name, format!("moves/{name}.toml"), text)
        });
        let shelf = Arc::new(shelf);
        let nothing = Self {
            built_in: Arc::clone(&shelf),
            shelf,
            folder: None,
            own_moves: Vec::new(),
            origins: BTreeMap::new(),
        };
        Self::open_again(folder, &nothing, None)
    }

    /// The same, where the library was open before, at the time `now` if that is known: moves that
    /// did not change stay on the shelf as they were read.
    pub(super) fn open_again(
        folder: Option<&Path>,
        before: &Self,
        now: Option<SystemTime>,
    ) -> Self {
        let built_in = Arc::clone(&before.built_in);
        let moves = folder.map_or_else(Vec::new, moves_in);
        let (shelf, own_moves) = if before.has_read(&moves) {
            (Arc::clone(&before.shelf), before.own_moves.clone())
        } else {
            let stamped = moves
                .iter()
                .map(|(_, path)| OwnMove { path: path.clone(), stamp: Stamp::of(path, now).ok() });
            let stamped = stamped.collect();
            (Arc::new(with_moves(&moves, (*built_in).clone())), stamped)
        };
        let built_in_sessions =
            built_in::sessions().map(|(id, text)| (id.to_owned(), Origin::BuiltIn(text)));
        let own = folder.map_or_else(Vec::new, toml_files);
        let own = own.into_iter().map(|(id, path)| (id, Origin::File(path)));
        let origins = built_in_sessions.chain(own).collect();
        Self { built_in, shelf, folder: folder.map(Path::to_owned), own_moves, origins }
    }

    /// Whether exactly these moves are on the shelf, and none of their files changed since.
    fn has_read(&self, moves: &[(String, PathBuf)]) -> bool {
        let same = |(own, (_, path)): (&OwnMove, &(String, PathBuf))| {
            own.path == *path && own.stamp.as_ref().is_some_and(|stamp| stamp.holds_for(path))
        };
        self.own_moves.len() == moves.len() && self.own_moves.iter().zip(moves).all(same)
    }

    /// Whether a file that did not change reads the same here as in another library: the moves are
    /// the same, and the person's folder is the same one.
    pub(super) fn reads_as(&self, other: &Self) -> bool {
        let folder_stayed = other.folder.is_none() || self.folder == other.folder;
        folder_stayed && Arc::ptr_eq(&self.shelf, &other.shelf)
    }

    /// Every id, in order, and where its text is.
    pub(super) fn origins(&self) -> impl Iterator<Item = (&str, &Origin)> {
        self.origins.iter().map(|(id, origin)| (id.as_str(), origin))
    }

    /// What session files may name beyond themselves.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The ids of all sessions, valid or not, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.origins.keys().map(String::as_str)
    }

    /// The file of a session of the person's own.
    pub fn file_of(&self, id: &str) -> Option<&Path> {
        match self.origins.get(id)? {
            Origin::BuiltIn(_) => None,
            Origin::File(path) => Some(path),
        }
    }

    /// Loads a session by its id, or by the path of a file.
    ///
    /// # Errors
    /// [`LoadError`] says which of the three ways it went wrong.
    pub fn load(&self, name: &str) -> Result<LoadedSession, LoadError> {
        match self.origins.get(name) {
            Some(Origin::File(path)) => self.load_file(name, path),
            Some(origin) => self.read(name, origin),
            None => {
                let path = Path::new(name);
                if path.exists() || looks_like_a_path(name) {
                    let id = path.file_stem().unwrap_or_default().to_string_lossy();
                    return self.load_file(&id, path);
                }
                let nearest = nearest(name, self.ids()).map(str::to_owned);
                Err(LoadError::Unknown { name: name.to_owned(), nearest })
            }
        }
    }

    /// Loads a file, which may name the moves in the folder beside it as they are now.
    fn load_file(&self, id: &str, path: &Path) -> Result<LoadedSession, LoadError> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let moves = moves_in(folder);
        let is_own = self.folder.as_deref() == Some(folder);
        if is_own && self.has_read(&moves) {
            return Self::parse_file(id, path, &self.shelf);
        }
        let base = if is_own { &self.built_in } else { &self.shelf };
        Self::parse_file(id, path, &with_moves(&moves, (**base).clone()))
    }

    /// Loads what lies at its place in this library, with the moves as they were when it was opened.
    pub(super) fn read(&self, id: &str, origin: &Origin) -> Result<LoadedSession, LoadError> {
        match origin {
            Origin::BuiltIn(text) => {
                let file = format!("{id}.toml");
                Self::parse(id, &file, None, text.as_bytes(), &self.shelf)
            }
            Origin::File(path) => Self::parse_file(id, path, &self.shelf),
        }
    }

    fn parse_file(id: &str, path: &Path, shelf: &Shelf) -> Result<LoadedSession, LoadError> {
        let bytes = read_bounded(path)
            .map_err(|source| LoadError::Unreadable { path: path.to_owned(), source })?;
        let file = path.display().to_string();
        Self::parse(id, &file, Some(path.to_owned()), &bytes, shelf)
    }

    fn parse(
        id: &str,
        file: &str,
        path: Option<PathBuf>,
        bytes: &[u8],
        shelf: &Shelf,
    ) -> Result<LoadedSession, LoadError> {
        match parse_bytes(file, bytes, shelf) {
            (Some(session), warnings) => {
                Ok(LoadedSession { id: id.to_owned(), path, session, warnings })
            }
            (None, problems) => Err(LoadError::Invalid { problems }),
        }
    }

    /// What the library shows: every valid session, by title, and how many files are not valid.
    pub fn entries(&self) -> (Vec<Entry>, usize) {
        let origins: Vec<_> = self.origins().collect();
        let entries = map_in_parallel(&origins, |(id, origin)| self.entry(id, origin));
        let mut entries: Vec<_> = entries.into_iter().flatten().collect();
        entries.sort_by(Entry::by_title);
        let invalid = origins.len() - entries.len();
        (entries, invalid)
    }

    /// The entry of one session; `None` where it is not valid.
    pub(super) fn entry(&self, id: &str, origin: &Origin) -> Option<Entry> {
        let (path, session) = match origin {
            Origin::BuiltIn(text) => (None, parse_valid(text.as_bytes(), &self.shelf)),
            Origin::File(path) => {
                (Some(path.clone()), parse_valid(&read_bounded(path).ok()?, &self.shelf))
            }
        };
        Some(Entry::of(id, path, &session?))
    }
}

impl LoadError {
    /// The problems that are errors, if the file is not valid.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        let problems = match self {
            Self::Invalid { problems } => problems.as_slice(),
            _ => &[],
        };
        problems.iter().filter(|problem| problem.severity == Severity::Error)
    }
}

/// A name with a folder or an ending is meant as a file even where none is there.
fn looks_like_a_path(name: &str) -> bool {
    name.contains(std::path::is_separator) || Path::new(name).extension().is_some()
}

/// Reads a file, but never much more than a session may hold.
///
/// # Errors
/// Whatever the file system says.
pub fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    Ok(files::read_beginning(path, FILE_BYTES as u64 + 1)?)
}

/// The shelf with the moves that lie in the `moves` folder of a folder of sessions.
pub fn with_moves_of(folder: &Path, shelf: Shelf) -> Shelf {
    with_moves(&moves_in(folder), shelf)
}

fn with_moves(moves: &[(String, PathBuf)], shelf: Shelf) -> Shelf {
    moves.iter().fold(shelf, |shelf, (name, path)| {
        let bytes = read_bounded(path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        shelf.with_move(name.as_str(), path.display().to_string(), text)
    })
}

/// The moves of a folder of sessions, in order.
fn moves_in(folder: &Path) -> Vec<(String, PathBuf)> {
    toml_files(&folder.join("moves"))
}

/// The TOML files of a folder with their stems, in order; a missing folder has none.
fn toml_files(folder: &Path) -> Vec<(String, PathBuf)> {
    let Ok(listing) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = listing
        .flatten()
        .map(|found| (found.path(), found.file_type()))
        .filter(|(path, _)| path.extension().is_some_and(|extension| extension == "toml"))
        // The listing says what most are; only a link has to be followed.
        .filter(|(path, kind)| kind.as_ref().is_ok_and(FileType::is_file) || path.is_file())
        .map(|(path, _)| path)
        .filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)))
        .collect();
    files.sort();
    files
}

/// The name nearest to one that was mistyped, if any is near.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}
