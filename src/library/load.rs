//! Reads sessions and moves, built-in and the person's own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::breathing::breathing_of_id;
use super::former_ids::current_id;
use super::loaded::{LoadError, LoadedSession};
use super::own::{
    UnusedFile, beyond_reach, own_courses, own_files, own_moves, read_bounded, with_moves,
};
use super::parallel::map_in_parallel;
use super::stamp::Stamp;
use super::{Entry, built_in};
use crate::courses::Courses;
use crate::files;
use crate::format::{KnownNames, parse_bytes, parse_valid};

/// How like a name must be to be meant, 0–1.
const NEAR: f64 = 0.8;

/// Where a session's text is.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    BuiltIn(&'static str),
    /// A file of the person's own, and the built-in text whose place it takes.
    Own(PathBuf, Option<&'static str>),
}

/// Every session and move that can be played.
#[derive(Debug)]
pub struct Library {
    /// The moves inside the program, without those of the person's folder.
    built_in: Arc<KnownNames>,
    known_names: Arc<KnownNames>,
    folder: Option<PathBuf>,
    own_moves: Vec<OwnMove>,
    /// The moves of the person's own that are not among the known names.
    unused_moves: Vec<UnusedFile>,
    origins: BTreeMap<String, Origin>,
    courses: Courses,
    /// What else of the person's own cannot be used.
    unused: Vec<UnusedFile>,
}

/// A move file of the person's own, as it was when it was put among the known names.
#[derive(Clone, Debug)]
struct OwnMove {
    path: PathBuf,
    stamp: Option<Stamp>,
}

impl Library {
    /// Opens the built-in library, and the person's own folder over it: a file there takes the
    /// place of a built-in session or move of the same name.
    pub fn open(folder: Option<&Path>) -> Self {
        Self::open_with(folder, KnownNames::default())
    }

    /// The same, where sessions may name what is among these too, such as the person's own
    /// sounds.
    pub fn open_with(folder: Option<&Path>, known_names: KnownNames) -> Self {
        let known_names = built_in::moves().fold(known_names, |known_names, (name, text)| {
            known_names.with_move(name, format!("moves/{name}.toml"), text)
        });
        let known_names = Arc::new(known_names);
        let nothing = Self {
            built_in: Arc::clone(&known_names),
            known_names,
            folder: None,
            own_moves: Vec::new(),
            unused_moves: Vec::new(),
            origins: BTreeMap::new(),
            courses: Courses::default(),
            unused: Vec::new(),
        };
        Self::open_again(folder, &nothing, None)
    }

    /// The same, where the library was open before, at the time `now` if that is known: moves that
    /// did not change stay among the known names as they were read.
    pub(super) fn open_again(
        folder: Option<&Path>,
        before: &Self,
        now: Option<SystemTime>,
    ) -> Self {
        let built_in = Arc::clone(&before.built_in);
        let moves = folder.map(own_moves).unwrap_or_default();
        let (known_names, own_moves, unused_moves) = if before.has_read(&moves.files) {
            (Arc::clone(&before.known_names), before.own_moves.clone(), before.unused_moves.clone())
        } else {
            let stamped = moves.files.values();
            let stamped = stamped
                .map(|path| OwnMove { path: path.clone(), stamp: Stamp::of(path, now).ok() })
                .collect();
            let (known_names, unused) = with_moves(&moves.files, (*built_in).clone());
            (Arc::new(known_names), stamped, unused)
        };
        let own = folder.map(own_files).unwrap_or_default();
        let shipped = built_in::sessions();
        let mut origins: BTreeMap<String, Origin> =
            shipped.map(|(id, text)| (id.to_owned(), Origin::BuiltIn(text))).collect();
        let names: Vec<String> = own.files.keys().cloned().collect();
        for (id, path) in own.files {
            let id = own_id(id, &names);
            let beneath = match origins.get(&id) {
                Some(Origin::BuiltIn(text)) => Some(*text),
                _ => None,
            };
            origins.insert(id, Origin::Own(path, beneath));
        }
        let is_session = |id: &str| is_among(&origins, id);
        let (courses, unused_courses) = own_courses(folder, is_session);
        // Where the folder itself cannot be read, those in it cannot either.
        let is_closed = own.unused.iter().any(|unused| Some(&*unused.path) == folder);
        let within = moves.unused.into_iter().chain(unused_courses).filter(|_| !is_closed);
        let beyond = folder.map(beyond_reach).unwrap_or_default();
        let unused = own.unused.into_iter().chain(within).chain(beyond).collect();
        let folder = folder.map(Path::to_owned);
        Self { built_in, known_names, folder, own_moves, unused_moves, origins, courses, unused }
    }

    /// Gives back what was read of built-in moves. A session that names one reads it again.
    pub(super) fn forget_moves(&mut self) {
        self.built_in = Arc::new(self.built_in.unread());
        self.known_names = Arc::clone(&self.built_in);
    }

    /// The courses there are: the built-in ones, and the person's own over them.
    pub fn courses(&self) -> &Courses {
        &self.courses
    }

    /// Whether exactly these moves are among the known names, and none of their files changed since.
    fn has_read(&self, moves: &BTreeMap<String, PathBuf>) -> bool {
        let same = |(own, path): (&OwnMove, &PathBuf)| {
            own.path == *path && own.stamp.as_ref().is_some_and(|stamp| stamp.holds_for(path))
        };
        self.own_moves.len() == moves.len() && self.own_moves.iter().zip(moves.values()).all(same)
    }

    /// Whether a file that did not change reads the same here as in another library: the moves are
    /// the same, and the person's folder is the same one.
    pub(super) fn reads_as(&self, other: &Self) -> bool {
        let folder_stayed = other.folder.is_none() || self.folder == other.folder;
        folder_stayed && Arc::ptr_eq(&self.known_names, &other.known_names)
    }

    /// Every id, in order, and where its text is.
    pub(super) fn origins(&self) -> impl Iterator<Item = (&str, &Origin)> {
        self.origins.iter().map(|(id, origin)| (id.as_str(), origin))
    }

    /// What session files may name beyond themselves.
    pub fn known_names(&self) -> &KnownNames {
        &self.known_names
    }

    /// Files and folders of the person's own that cannot be used, but for sessions that need mending.
    pub fn unused(&self) -> impl Iterator<Item = &UnusedFile> {
        self.unused.iter().chain(&self.unused_moves)
    }

    /// Whether the session of this id is built in, and none of the person's own stands in its place.
    pub fn is_built_in(&self, id: &str) -> bool {
        matches!(self.origins.get(id), Some(Origin::BuiltIn(_)))
    }

    /// How many files and folders of the person's own cannot be used, each counted once, but for
    /// sessions that need mending.
    pub(super) fn count_unusable(&self) -> usize {
        let mut unusable: BTreeSet<&Path> = self.unused().map(|unused| &*unused.path).collect();
        let moves = self.own_moves.iter().map(|own| &*own.path);
        unusable.extend(moves.filter(|path| {
            let name = files::callable_name(path).unwrap_or_default();
            self.known_names.find_move(&name).is_none()
        }));
        unusable.len()
    }

    /// The ids of all sessions, valid or not, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.origins.keys().map(String::as_str)
    }

    /// The id of a session that is asked for by it or by a former one.
    fn called_now<'a>(&self, id: &'a str) -> &'a str {
        if self.origins.contains_key(id) { id } else { current_id(id) }
    }

    /// Whether there is a session of this id, or was under a former one, valid or not.
    pub fn has(&self, id: &str) -> bool {
        self.origins.contains_key(id) || is_among(&self.origins, id)
    }

    /// The file of a session of the person's own.
    pub fn file_of(&self, id: &str) -> Option<&Path> {
        match self.origins.get(self.called_now(id))? {
            Origin::BuiltIn(_) => None,
            Origin::Own(path, _) => Some(path),
        }
    }

    /// Loads a session by its id, or by the path of a file. A named breathing pattern is one by
    /// [`super::breathing_id`].
    ///
    /// A file of the person's own that is not whole is set aside where there is a built-in session of
    /// its name.
    ///
    /// # Errors
    /// [`LoadError`] says which of the three ways it went wrong.
    pub fn load(&self, name: impl AsRef<Path>) -> Result<LoadedSession, LoadError> {
        let path = name.as_ref();
        let name = path.to_string_lossy();
        let composed = files::composed(&name);
        let id = self.called_now(&composed);
        match self.origins.get(id) {
            Some(Origin::Own(path, beneath)) => {
                let own = self.load_file(id, path);
                match (own, beneath) {
                    (Err(error), Some(text)) => {
                        let loaded = self.read_built_in(id, text)?;
                        let is_gone =
                            matches!(&error, LoadError::Unreadable(file) if file.is_missing());
                        let set_aside = (!is_gone).then(|| Arc::new(error));
                        Ok(LoadedSession { set_aside, ..loaded })
                    }
                    (own, _) => own,
                }
            }
            Some(Origin::BuiltIn(text)) => {
                let loaded = self.read_built_in(id, text)?;
                let unusable = self.unusable(id).map(|unused| LoadError::Unusable(unused.clone()));
                Ok(LoadedSession { set_aside: unusable.map(Arc::new), ..loaded })
            }
            None => {
                let path = files::as_written(path);
                if path.exists() || looks_like_a_path(&name) {
                    let own_name = files::name_of(&path);
                    let stem = || path.file_stem().unwrap_or_default().to_string_lossy();
                    return self.load_file(&own_name.unwrap_or_else(|| stem().into_owned()), &path);
                }
                if let Some(session) = breathing_of_id(id) {
                    let id = id.to_owned();
                    let (path, warnings, set_aside) = (None, Vec::new(), None);
                    return Ok(LoadedSession { id, path, session, warnings, set_aside });
                }
                if let Some(unused) = self.unusable(id) {
                    return Err(LoadError::Unusable(unused.clone()));
                }
                let nearest = nearest(id, self.ids()).map(str::to_owned);
                Err(LoadError::Unknown { name: name.into_owned(), nearest })
            }
        }
    }

    /// What lies among the person's sessions under the name of one, and cannot be read as a file.
    fn unusable(&self, id: &str) -> Option<&UnusedFile> {
        self.unused.iter().find(|unused| {
            unused.path.parent() == self.folder.as_deref()
                && files::has_ending(&unused.path, "toml")
                && files::name_of(&unused.path).is_some_and(|name| current_id(&name) == id)
        })
    }

    /// Loads a file, which may name the moves in the folder beside it as they are now.
    fn load_file(&self, id: &str, path: &Path) -> Result<LoadedSession, LoadError> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let moves = own_moves(folder).files;
        let is_own = self.folder.as_deref() == Some(folder);
        if is_own && self.has_read(&moves) {
            return Self::parse_file(id, path, &self.known_names);
        }
        let base = if is_own { &self.built_in } else { &self.known_names };
        Self::parse_file(id, path, &with_moves(&moves, (**base).clone()).0)
    }

    /// Reads a built-in session with the person's moves, or with the built-in ones alone where theirs
    /// do not fit it.
    fn read_built_in(&self, id: &str, text: &str) -> Result<LoadedSession, LoadError> {
        let read = |known_names| {
            Self::parse(id, &format!("{id}.toml"), None, text.as_bytes(), known_names)
        };
        read(&self.known_names).or_else(|error| read(&self.built_in).map_err(|_| error))
    }

    fn parse_file(
        id: &str,
        path: &Path,
        known_names: &KnownNames,
    ) -> Result<LoadedSession, LoadError> {
        let bytes = read_bounded(path).map_err(LoadError::Unreadable)?;
        let file = path.display().to_string();
        Self::parse(id, &file, Some(path.to_owned()), &bytes, known_names)
    }

    fn parse(
        id: &str,
        file: &str,
        path: Option<PathBuf>,
        bytes: &[u8],
        known_names: &KnownNames,
    ) -> Result<LoadedSession, LoadError> {
        match parse_bytes(file, bytes, known_names) {
            (Some(session), warnings) => {
                Ok(LoadedSession { id: id.to_owned(), path, session, warnings, set_aside: None })
            }
            (None, problems) => Err(LoadError::Invalid { problems }),
        }
    }

    /// What the library shows: every valid session, by title, and how many files of the person's own
    /// cannot be used.
    pub fn entries(&self) -> (Vec<Entry>, usize) {
        let origins: Vec<_> = self.origins().collect();
        let looked = map_in_parallel(&origins, |(id, origin)| self.entry(id, origin));
        let invalid = looked.iter().filter(|(_, is_valid)| !is_valid).count();
        let mut entries: Vec<_> = looked.into_iter().filter_map(|(entry, _)| entry).collect();
        entries.sort_by(Entry::by_title);
        (entries, invalid + self.count_unusable())
    }

    /// What is shown under an id, if anything is, and whether its file is valid. A file that is not
    /// leaves the built-in session of its name as it is.
    pub(super) fn entry(&self, id: &str, origin: &Origin) -> (Option<Entry>, bool) {
        let (path, beneath) = match origin {
            Origin::BuiltIn(text) => return (self.built_in_entry(id, text), true),
            Origin::Own(path, beneath) => (path, beneath),
        };
        let bytes = read_bounded(path).ok();
        match bytes.and_then(|bytes| parse_valid(&bytes, &self.known_names)) {
            Some(session) => (Some(Entry::of(id, Some(path.clone()), &session)), true),
            None => (beneath.and_then(|text| self.built_in_entry(id, text)), false),
        }
    }

    fn built_in_entry(&self, id: &str, text: &str) -> Option<Entry> {
        let session = parse_valid(text.as_bytes(), &self.known_names)
            .or_else(|| parse_valid(text.as_bytes(), &self.built_in));
        Some(Entry::of(id, None, &session?))
    }
}

fn is_among(origins: &BTreeMap<String, Origin>, id: &str) -> bool {
    origins.contains_key(current_id(id)) || breathing_of_id(id).is_some()
}

/// The id of a person's own file among these names: by the former name of a built-in session it takes
/// the place of that one, unless another file does.
fn own_id(name: String, names: &[String]) -> String {
    let current = current_id(&name);
    let is_taken = names.iter().any(|other| other == current);
    if is_taken { name } else { current.to_owned() }
}

/// A name with a folder or an ending is meant as a file even where none is there.
fn looks_like_a_path(name: &str) -> bool {
    name.contains(std::path::is_separator) || Path::new(name).extension().is_some()
}

/// The name nearest to one that was mistyped, if any is near.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}
