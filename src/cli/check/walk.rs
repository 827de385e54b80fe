//! Finds the files to check: whole folders, and the moves that belong to them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::cli::files::{MOVES, is_toml};
use crate::format::Shelf;
use crate::library::with_moves_of;

/// One file to check.
pub(super) struct CheckedFile {
    pub(super) path: PathBuf,
    pub(super) kind: FileKind,
}

/// What a file should hold.
pub(super) enum FileKind {
    /// A session, which may name what is on this shelf.
    Session(Rc<Shelf>),
    /// A move.
    Move,
}

/// What a folder's files should be.
#[derive(Clone)]
enum FolderKind {
    /// Sessions, over the shelf of the folder above.
    Sessions(Rc<Shelf>),
    /// Moves.
    Moves,
}

/// The files to check at a path: itself, or all that a folder holds, in order. Each folder is
/// entered once, however links lead to it.
pub(super) fn targets(path: &Path, shelf: &Shelf) -> Vec<CheckedFile> {
    if !path.is_dir() {
        let folder = path.parent().unwrap_or(Path::new(""));
        let kind = if is_moves(folder) {
            FileKind::Move
        } else {
            FileKind::Session(Rc::new(with_moves_of(folder, shelf.clone())))
        };
        let path = path.to_owned();
        return vec![CheckedFile { path, kind }];
    }
    let place = if is_moves(path) {
        FolderKind::Moves
    } else {
        FolderKind::Sessions(Rc::new(shelf.clone()))
    };
    walk(path, place)
}

fn walk(root: &Path, place: FolderKind) -> Vec<CheckedFile> {
    let mut found = Vec::new();
    let mut entered = BTreeSet::new();
    let mut waiting = vec![(root.to_owned(), place)];
    while let Some((folder, place)) = waiting.pop() {
        let real = fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone());
        if !entered.insert(real) {
            continue;
        }
        let place = match place {
            FolderKind::Sessions(shelf) => {
                let shelf = Rc::unwrap_or_clone(shelf);
                FolderKind::Sessions(Rc::new(with_moves_of(&folder, shelf)))
            }
            FolderKind::Moves => FolderKind::Moves,
        };
        for path in listing(&folder) {
            if path.is_dir() {
                let place = if is_moves(&path) { FolderKind::Moves } else { place.clone() };
                waiting.push((path, place));
            } else if is_toml(&path) {
                let kind = match &place {
                    FolderKind::Sessions(shelf) => FileKind::Session(Rc::clone(shelf)),
                    FolderKind::Moves => FileKind::Move,
                };
                found.push(CheckedFile { path, kind });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// What is in a folder, but for what is hidden.
fn listing(folder: &Path) -> Vec<PathBuf> {
    let listing = fs::read_dir(folder).into_iter().flatten().flatten();
    listing
        .filter(|found| !found.file_name().to_string_lossy().starts_with('.'))
        .map(|found| found.path())
        .collect()
}

fn is_moves(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == MOVES)
}
