//! Finds the files to check: whole folders, and the moves that belong to them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::cli::files::MOVES;
use crate::files::{self, FolderEntry};
use crate::format::KnownNames;
use crate::library::{UnusedFile, own_files, with_moves_of};

/// One file to check.
pub(super) struct CheckedFile {
    pub(super) path: PathBuf,
    pub(super) kind: FileKind,
}

/// What a file should hold.
pub(super) enum FileKind {
    /// A session, which may name what is among these.
    Session(Rc<KnownNames>),
    /// A move.
    Move,
    /// A course, whose sessions are shipped or lie in the folder above it.
    Course,
}

/// The folder whose files are courses.
const COURSES: &str = "courses";

/// More folders are not gone through: that would take minutes, and nothing would be said meanwhile.
const MOST_FOLDERS: usize = 10_000;

/// What a folder's files should be.
#[derive(Clone)]
enum FolderKind {
    /// Sessions, with the known names of the folder above.
    Sessions(Rc<KnownNames>),
    /// Moves.
    Moves,
    /// Courses.
    Courses,
}

/// What is to be checked at a path.
#[derive(Default)]
pub(super) struct Targets {
    pub(super) files: Vec<CheckedFile>,
    /// What cannot be used whatever it holds.
    pub(super) unused: Vec<UnusedFile>,
}

/// The files to check at a path: itself, or all that a folder holds, in order. Each folder is
/// entered once, however links lead to it.
pub(super) fn targets(path: &Path, known_names: &KnownNames) -> Targets {
    let path = &*files::as_written(path);
    if !path.is_dir() {
        let folder = path.parent().unwrap_or(Path::new(""));
        let kind = if is_moves(folder) {
            FileKind::Move
        } else if is_called(folder, COURSES) {
            FileKind::Course
        } else {
            FileKind::Session(Rc::new(with_moves_of(folder, known_names.clone())))
        };
        let path = path.to_owned();
        return Targets { files: vec![CheckedFile { path, kind }], ..Targets::default() };
    }
    let place = if is_moves(path) {
        FolderKind::Moves
    } else if is_called(path, COURSES) {
        FolderKind::Courses
    } else {
        FolderKind::Sessions(Rc::new(known_names.clone()))
    };
    walk(path, place, MOST_FOLDERS)
}

/// All that a folder holds, and the folders in it, of which so many are entered at most.
fn walk(root: &Path, place: FolderKind, most_folders: usize) -> Targets {
    let mut found = Targets::default();
    let mut entered = BTreeSet::new();
    let mut waiting = vec![(root.to_owned(), place)];
    while let Some((folder, place)) = waiting.pop() {
        if entered.len() == most_folders {
            found.unused.push(too_many(root, most_folders));
            break;
        }
        let real = folder.canonicalize().unwrap_or_else(|_| folder.clone());
        if !entered.insert(real) {
            continue;
        }
        let place = match place {
            FolderKind::Sessions(known_names) => {
                let known_names = Rc::unwrap_or_clone(known_names);
                FolderKind::Sessions(Rc::new(with_moves_of(&folder, known_names)))
            }
            plain => plain,
        };
        let own = own_files(&folder);
        found.unused.extend(own.unused);
        found.files.extend(own.files.into_values().map(|path| {
            let kind = match &place {
                FolderKind::Sessions(known_names) => FileKind::Session(Rc::clone(known_names)),
                FolderKind::Moves => FileKind::Move,
                FolderKind::Courses => FileKind::Course,
            };
            CheckedFile { path, kind }
        }));
        // A folder that cannot be listed has been named just now.
        let listed = files::list(&folder).unwrap_or_default();
        for FolderEntry { path, .. } in listed.into_iter().filter(FolderEntry::is_folder) {
            let place = if is_moves(&path) {
                FolderKind::Moves
            } else if is_called(&path, COURSES) {
                FolderKind::Courses
            } else {
                place.clone()
            };
            waiting.push((path, place));
        }
    }
    found.files.sort_by(|one, other| one.path.cmp(&other.path));
    found.unused.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn too_many(root: &Path, most_folders: usize) -> UnusedFile {
    UnusedFile {
        path: root.to_owned(),
        why: format!("there are more than {most_folders} folders in it"),
        help: "name the folders that hold your sessions".to_owned(),
    }
}

fn is_moves(folder: &Path) -> bool {
    is_called(folder, MOVES)
}

fn is_called(folder: &Path, called: &str) -> bool {
    folder.file_name().is_some_and(|name| name == called)
}

#[cfg(test)]
mod tests;
