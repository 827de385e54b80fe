//! Reading: regular files only, never waiting, never more than a limit.

use std::fs::{File, OpenOptions};
use std::io::Read as _;
use std::path::Path;

use super::{FileError, FileErrorKind};

/// Opens a regular file for reading. A pipe or a device is refused, and never waited for.
///
/// # Errors
/// [`FileError`] says why not, and how to mend it.
pub fn open(path: &Path) -> Result<File, FileError> {
    let mut options = OpenOptions::new();
    options.read(true);
    never_waiting(&mut options);
    let file = options.open(path).map_err(|error| FileError::system(path, error))?;
    // Asked of what was opened: what lies at the path may be another file by now.
    let about = file.metadata().map_err(|error| FileError::system(path, error))?;
    match about {
        about if about.is_file() => Ok(file),
        about if about.is_dir() => Err(FileError::new(path, FileErrorKind::Folder)),
        _ => Err(FileError::new(path, FileErrorKind::NotRegular)),
    }
}

/// Reads a whole file of at most so many bytes.
///
/// # Errors
/// [`FileError`] says why it cannot be read, one that is larger included.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let bytes = read_beginning(path, most.saturating_add(1))?;
    if bytes.len() as u64 > most {
        return Err(FileError::new(path, FileErrorKind::TooLarge { most }));
    }
    Ok(bytes)
}

/// Reads the first bytes of a file, so many at most.
///
/// # Errors
/// [`FileError`] says why it cannot be read.
pub fn read_beginning(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let file = open(path)?;
    // In one piece: a file that is grown into leaves gaps in memory.
    let length = file.metadata().map_or(0, |about| about.len()).min(most);
    let mut bytes = Vec::with_capacity(length as usize);
    let read = file.take(most).read_to_end(&mut bytes);
    read.map_err(|error| FileError::system(path, error))?;
    Ok(bytes)
}

/// Reads a whole file of text of at most so many bytes.
///
/// # Errors
/// [`FileError`] says why it cannot be read.
pub fn read_text(path: &Path, most: u64) -> Result<String, FileError> {
    let text = String::from_utf8(read(path, most)?);
    text.map_err(|_| FileError::new(path, FileErrorKind::NotText))
}

#[cfg(unix)]
fn never_waiting(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;

    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    options.custom_flags(flags.bits() as i32);
}

#[cfg(not(unix))]
fn never_waiting(_: &mut OpenOptions) {}
