//! Reads sessions and moves, built-in and the person's own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{Entry, built_in};
use crate::session::limits::FILE_BYTES;
use crate::session::{Problem, Session, Severity, Shelf, parse_bytes};

/// How like a name must be to be meant, 0–1.
const NEAR: f64 = 0.8;

/// Where a session's text is.
#[derive(Clone, Debug)]
enum Origin {
    BuiltIn(&'static str),
    File(PathBuf),
}

/// Every session and move that can be played.
#[derive(Debug)]
pub struct Library {
    shelf: Shelf,
    origins: BTreeMap<String, Origin>,
}

/// A session read and valid.
#[derive(Clone, Debug)]
pub struct Loaded {
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
        let mut library = Self { shelf, origins: BTreeMap::new() };
        for (id, text) in built_in::sessions() {
            library.origins.insert(id.to_owned(), Origin::BuiltIn(text));
        }
        if let Some(folder) = folder {
            library.add_folder(folder);
        }
        library
    }

    fn add_folder(&mut self, folder: &Path) {
        self.shelf = with_moves_of(folder, std::mem::take(&mut self.shelf));
        for (id, path) in toml_files(folder) {
            self.origins.insert(id, Origin::File(path));
        }
    }

    /// What session files may name beyond themselves.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The ids of all sessions, valid or not, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.origins.keys().map(String::as_str)
    }

    /// Loads a session by its id, or by the path of a file.
    ///
    /// # Errors
    /// [`LoadError`] says which of the three ways it went wrong.
    pub fn load(&self, name: &str) -> Result<Loaded, LoadError> {
        match self.origins.get(name) {
            Some(Origin::BuiltIn(text)) => {
                let file = format!("{name}.toml");
                Self::parse(name, &file, None, text.as_bytes(), &self.shelf)
            }
            Some(Origin::File(path)) => self.load_file(name, path),
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

    /// Loads a file, which may name the moves in the folder beside it.
    fn load_file(&self, id: &str, path: &Path) -> Result<Loaded, LoadError> {
        let bytes = read_bounded(path)
            .map_err(|source| LoadError::Unreadable { path: path.to_owned(), source })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let with_moves = with_moves_of(folder, self.shelf.clone());
        let file = path.display().to_string();
        Self::parse(id, &file, Some(path.to_owned()), &bytes, &with_moves)
    }

    fn parse(
        id: &str,
        file: &str,
        path: Option<PathBuf>,
        bytes: &[u8],
        shelf: &Shelf,
    ) -> Result<Loaded, LoadError> {
        match parse_bytes(file, bytes, shelf) {
            (Some(session), warnings) => Ok(Loaded { id: id.to_owned(), path, session, warnings }),
            (None, problems) => Err(LoadError::Invalid { problems }),
        }
    }

    /// What the library shows: every valid session, by title, and how many files are not valid.
    pub fn entries(&self) -> (Vec<Entry>, usize) {
        let loaded = self.ids().map(|id| self.load(id));
        let (valid, invalid): (Vec<_>, Vec<_>) = loaded.partition(Result::is_ok);
        let mut entries: Vec<_> = valid
            .into_iter()
            .flatten()
            .map(|loaded| Entry::of(&loaded.id, loaded.path, &loaded.session))
            .collect();
        entries.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
        (entries, invalid.len())
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
    let mut bytes = Vec::new();
    File::open(path)?.take(FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The shelf with the moves that lie in the `moves` folder of a folder of sessions.
pub fn with_moves_of(folder: &Path, shelf: Shelf) -> Shelf {
    toml_files(&folder.join("moves")).into_iter().fold(shelf, |shelf, (name, path)| {
        let bytes = read_bounded(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        shelf.with_move(name, path.display().to_string(), text)
    })
}

/// The TOML files of a folder with their stems, in order; a missing folder has none.
fn toml_files(folder: &Path) -> Vec<(String, PathBuf)> {
    let Ok(listing) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = listing
        .flatten()
        .map(|found| found.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter(|path| path.is_file())
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
