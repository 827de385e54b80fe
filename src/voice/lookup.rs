//! Finds programs: the PATH look-up that a shell would do, without the shell.

use std::ffi::OsStr;
use std::path::PathBuf;

/// The first program of this name on `path`, by its absolute path.
///
/// Entries that are relative are passed over: what they name depends on the working directory.
pub(super) fn program(name: &str, path: &OsStr) -> Option<PathBuf> {
    which::which_in_global(name, Some(path)).ok()?.find(|file| file.is_absolute())
}
