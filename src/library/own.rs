//! The person's own folder: its files by the names they are called by, and what cannot be used.

use std::collections::btree_map::Entry as Place;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use crate::courses::{Courses, read_course};
use crate::files::{self, FileError, FolderEntry};
use crate::format::{KnownNames, parse_move};
use crate::session::limits::FILE_BYTES;

/// The folders of a folder of sessions that are looked into.
const MOVES: &str = "moves";
const COURSES: &str = "courses";
/// Folders deeper within one another are not gone through for files that nothing looks for.
const DEEPEST: usize = 4;
/// Nor are more folders than these: a link may lead anywhere.
const MOST_ENTERED: usize = 200;

/// A file or folder of the person's own that cannot be used, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusedFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Why it cannot be used.
    pub why: String,
    /// How to mend it.
    pub help: String,
}

/// The TOML files of a folder.
#[derive(Debug, Default)]
pub struct OwnFiles {
    /// Each name once, with its file, in order of the names.
    pub files: BTreeMap<String, PathBuf>,
    /// What is meant as such a file and cannot be used; the folder itself, where it cannot be read.
    pub unused: Vec<UnusedFile>,
}

impl fmt::Display for UnusedFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` cannot be used: {}", self.path.display(), self.why)
    }
}

impl From<FileError> for UnusedFile {
    fn from(error: FileError) -> Self {
        let help = error.help();
        Self { why: error.kind.to_string(), help, path: error.path }
    }
}

impl UnusedFile {
    fn new(path: PathBuf, why: impl Into<String>, help: impl Into<String>) -> Self {
        Self { path, why: why.into(), help: help.into() }
    }
}

/// The TOML files of a folder; one that is missing is empty.
pub fn own_files(folder: &Path) -> OwnFiles {
    let mut own = OwnFiles::default();
    let listed = match files::list(folder) {
        Ok(listed) => listed,
        Err(error) if error.is_missing() => return own,
        Err(error) => {
            own.unused.push(error.into());
            return own;
        }
    };
    for entry in listed {
        let path = entry.path.clone();
        if !files::has_ending(&path, "toml") {
            own.unused.extend(unread(&entry));
            continue;
        }
        if entry.is_folder() {
            let help = "name it without `.toml`; a session, move or course is a file";
            own.unused.push(UnusedFile::new(path, "it is a folder", help));
            continue;
        }
        if let Some(error) = entry.problem() {
            own.unused.push(error.into());
            continue;
        }
        let name = match files::callable_name(&path) {
            Ok(name) => name,
            Err(why) => {
                own.unused.push(UnusedFile::new(path, why, "rename it"));
                continue;
            }
        };
        match own.files.entry(name) {
            Place::Vacant(free) => drop(free.insert(path)),
            Place::Occupied(taken) => {
                let why = files::taken_instead(taken.get(), &path);
                own.unused.push(UnusedFile::new(path, why, "rename one of the two"));
            }
        }
    }
    own
}

/// A file that is meant as one of TOML though its ending is another: editors and downloads add one.
fn unread(entry: &FolderEntry) -> Option<UnusedFile> {
    const ADDED: [&str; 3] = ["txt", "text", "md"];
    let is_added = ADDED.iter().any(|ending| files::has_ending(&entry.path, ending));
    let inner = entry.path.file_stem().map(Path::new).filter(|_| is_added && !entry.is_folder())?;
    files::has_ending(inner, "toml").then(|| {
        let why = "its name does not end in `.toml`";
        let name = inner.display();
        UnusedFile::new(entry.path.clone(), why, format!("call it `{name}`"))
    })
}

/// The files in a folder that have no ending which is read, but for notes and copies.
fn of_other_endings(folder: &Path) -> impl Iterator<Item = UnusedFile> {
    const NEARLY: [&str; 7] = ["tml", "tom", "txt", "text", "yaml", "yml", "ini"];
    let is_other = |entry: &FolderEntry| {
        let path = &entry.path;
        let is_read = files::has_ending(path, "toml") || unread(entry).is_some();
        let is_in_place = path.ends_with(MOVES) || path.ends_with(COURSES);
        !entry.is_folder() && !is_read && !is_in_place && !files::is_note_or_copy(path)
    };
    let listed = files::list(folder).unwrap_or_default().into_iter().filter(is_other);
    listed.take(MOST_ENTERED).map(|FolderEntry { path, .. }| {
        let meant = path.with_extension("toml");
        let is_nearly = path.extension().is_none()
            || NEARLY.iter().any(|ending| files::has_ending(&path, ending));
        let name = meant.file_name().unwrap_or_default().to_string_lossy();
        let help = match meant.symlink_metadata() {
            Err(_) if is_nearly => format!("call it `{name}`"),
            _ => "sessions, moves and courses end in `.toml`".to_owned(),
        };
        UnusedFile::new(path, "its name does not end in `.toml`", help)
    })
}

/// The files below a folder of sessions that nothing looks for: those without the ending that is read
/// in it, in that of moves and in that of courses; those in other folders of it, and in folders of
/// these. Each folder is entered once, however links lead to it.
pub fn beyond_reach(sessions: &Path) -> Vec<UnusedFile> {
    let (moves, courses) = (sessions.join(MOVES), sessions.join(COURSES));
    let is_read = |folder: &PathBuf| *folder == moves || *folder == courses;
    let homes = [sessions, moves.as_path(), courses.as_path()];
    let real = |folder: &Path| folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut entered: BTreeSet<PathBuf> = homes.into_iter().map(real).collect();
    let most = entered.len() + MOST_ENTERED;
    let mut found = Vec::new();
    for home in homes {
        found.extend(of_other_endings(home));
        let inner = folders_in(home).into_iter().filter(|folder| !is_read(folder));
        let mut waiting: Vec<(PathBuf, usize)> = inner.map(|folder| (folder, 1)).collect();
        while let Some((folder, depth)) = waiting.pop() {
            if !entered.insert(real(&folder)) {
                continue;
            }
            found.extend(own_files(&folder).files.into_values().map(|path| {
                let why = "it lies in a folder that is not looked into";
                let help = format!("move it into `{}`", home.display());
                UnusedFile::new(path, why, help)
            }));
            if entered.len() == most {
                return found;
            }
            if depth < DEEPEST {
                let deeper = folders_in(&folder).into_iter();
                waiting.extend(deeper.map(|folder| (folder, depth + 1)));
            }
        }
    }
    found
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let listed = files::list(folder).unwrap_or_default();
    listed.into_iter().filter(FolderEntry::is_folder).map(|entry| entry.path).collect()
}

/// The moves of a folder of sessions.
pub(super) fn own_moves(sessions: &Path) -> OwnFiles {
    own_files(&sessions.join(MOVES))
}

/// The known names with these moves among them, and those that cannot be used. A move that cannot be read, or
/// needs mending, never takes the place of another.
pub(super) fn with_moves(
    moves: &BTreeMap<String, PathBuf>,
    mut known_names: KnownNames,
) -> (KnownNames, Vec<UnusedFile>) {
    let mut unused = Vec::new();
    for (name, path) in moves {
        let file = path.display().to_string();
        let is_over_another = known_names.move_names().any(|known| known == name);
        let text = match read_bounded(path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                unused.push(error.into());
                if is_over_another {
                    continue;
                }
                String::new()
            }
        };
        if is_over_another && parse_move(&file, name, &text).0.is_none() {
            let why = "it needs mending; the built-in move of that name is taken until then";
            let help = format!("`unclench check {file}` says what to mend");
            unused.push(UnusedFile::new(path.clone(), why, help));
            continue;
        }
        known_names = known_names.with_move(name.as_str(), file, text);
    }
    (known_names, unused)
}

/// The courses there are, with those that lie in the `courses` folder of a folder of sessions; and the
/// files there that cannot be used, which take no other course away.
pub(super) fn own_courses(
    sessions: Option<&Path>,
    is_session: impl Fn(&str) -> bool,
) -> (Courses, Vec<UnusedFile>) {
    let listed = sessions.map(|sessions| own_files(&sessions.join(COURSES))).unwrap_or_default();
    let (mut own, mut unused) = (Vec::new(), listed.unused);
    for (name, path) in listed.files {
        let file = path.display().to_string();
        let text = match read_bounded(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                unused.push(error.into());
                continue;
            }
        };
        if let Ok(course) = read_course(&name, &file, &text, &is_session) {
            own.push(course);
        } else {
            let help = format!("`unclench check {file}` says what to mend");
            unused.push(UnusedFile::new(path, "the course needs mending", help));
        }
    }
    (Courses::with_own(own), unused)
}

/// The courses there are, with those that lie beside a folder of sessions and can be followed.
pub fn courses_in(sessions: &Path) -> Courses {
    own_courses(Some(sessions), |_| true).0
}

/// The known names with the moves that lie in the `moves` folder of a folder of sessions.
pub fn with_moves_of(folder: &Path, known_names: KnownNames) -> KnownNames {
    with_moves(&own_moves(folder).files, known_names).0
}

/// Reads a file in composed letters, but never much more than a session may hold.
///
/// # Errors
/// [`FileError`] says why it cannot be read.
pub fn read_bounded(path: &Path) -> Result<Vec<u8>, FileError> {
    files::read_beginning(path, FILE_BYTES as u64 + 1).map(files::composed_bytes)
}
