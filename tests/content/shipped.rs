//! The shipped files as a checkout has them.

use std::fs;
use std::path::{Path, PathBuf};

use unclench::for_tests::{Entry, Library, Move};

/// A session or move file.
pub(crate) struct Written {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The files of `sessions/`, or of a folder in it, in the order of their names.
pub(crate) fn files(folder: &str) -> Vec<Written> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(folder);
    let listing = fs::read_dir(folder).expect("the folder can be listed");
    let mut paths: Vec<PathBuf> = listing.flatten().map(|found| found.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let written = |path: PathBuf| Written {
        name: path.file_stem().expect("a name").to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).expect("text"),
    };
    let mut files: Vec<Written> = paths.into_iter().map(written).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

/// Every shipped session, as the library shows it.
pub(crate) fn sessions() -> Vec<Entry> {
    let (entries, invalid) = Library::open(None).entries();
    assert_eq!(invalid, 0, "every shipped session can be played");
    entries
}

/// Every shipped move.
pub(crate) fn moves() -> Vec<Move> {
    let library = Library::open(None);
    let known_names = library.known_names();
    known_names.move_names().filter_map(|name| known_names.find_move(name)).cloned().collect()
}
