//! A folder for the socket of a server of a test's own.

use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The path of a socket may be as long as this, in bytes, with the folder's own name in it.
const LONGEST: usize = 60;

/// An empty folder whose path a socket may have, and that can stand in a list parted by blanks, as
/// `PULSE_SERVER` is one: wherever temporary folders are, blanks and all.
pub(crate) fn folder(prefix: &str) -> io::Result<TempDir> {
    let usual = std::env::temp_dir();
    tempfile::Builder::new().prefix(prefix).tempdir_in(if suits(&usual) {
        usual
    } else {
        PathBuf::from("/tmp")
    })
}

fn suits(folder: &Path) -> bool {
    folder.to_str().is_some_and(|path| {
        path.len() <= LONGEST && path.is_ascii() && !path.contains(|it: char| it.is_whitespace())
    })
}
