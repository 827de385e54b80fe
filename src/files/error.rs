//! Why a file cannot be read, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::system_words::{is_link_loop, system_words};

/// A file that cannot be read: which, why, and how to mend it.
#[derive(Debug)]
pub struct FileError {
    /// The file, as it was asked for.
    pub path: PathBuf,
    /// Why.
    pub kind: FileErrorKind,
}

/// Why a file cannot be read.
#[derive(Debug)]
pub enum FileErrorKind {
    /// There is no such file.
    Missing,
    /// It is not this person's to read.
    Forbidden,
    /// It is a folder.
    Folder,
    /// It is a folder that may not be written to.
    NotWritable,
    /// It is a folder that is not there and cannot be made.
    CannotBeMade,
    /// It is a folder on a disk that is full.
    NoRoom,
    /// It is a file where a folder should be.
    NotFolder,
    /// It is a file, and its name is given with a `/` at its end, as those of folders are.
    SlashAtEnd,
    /// It is a pipe, a device or a socket: reading it might never end.
    NotRegular,
    /// It is larger than its kind may be.
    TooLarge {
        /// The most that is read, in bytes.
        most: u64,
    },
    /// It is not text in UTF-8.
    NotText,
    /// It is a link that leads back to itself.
    LinkLoop,
    /// It is a link to what is not there.
    DeadLink,
    /// Whatever else the system says.
    System(io::Error),
}

impl FileError {
    /// Why this file cannot be used.
    pub fn new(path: &Path, kind: FileErrorKind) -> Self {
        Self { path: path.to_owned(), kind }
    }

    /// What the system says of a path. Where a folder above it is what it fails for, that is named.
    pub(super) fn system(path: &Path, error: io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::NotFound if path.is_symlink() => FileErrorKind::DeadLink,
            io::ErrorKind::NotFound => FileErrorKind::Missing,
            io::ErrorKind::PermissionDenied => FileErrorKind::Forbidden,
            io::ErrorKind::IsADirectory => FileErrorKind::Folder,
            io::ErrorKind::NotADirectory => FileErrorKind::NotFolder,
            _ if is_link_loop(&error) => FileErrorKind::LinkLoop,
            // A socket cannot even be opened.
            _ if is_socket(&error) => FileErrorKind::NotRegular,
            _ => FileErrorKind::System(error),
        };
        match kind {
            FileErrorKind::Forbidden => Self::new(closed_folder(path).unwrap_or(path), kind),
            FileErrorKind::NotFolder => match file_as_folder(path) {
                Some(file) => Self::new(file, kind),
                None if ends_in_slash(path) => Self::new(path, FileErrorKind::SlashAtEnd),
                None => Self::new(path, kind),
            },
            kind => Self::new(path, kind),
        }
    }

    /// Whether there is no such file, which is often no mistake at all.
    pub fn is_missing(&self) -> bool {
        matches!(self.kind, FileErrorKind::Missing)
    }

    /// How to mend it.
    pub fn help(&self) -> String {
        self.kind.help()
    }
}

impl FileErrorKind {
    /// How to mend it.
    pub fn help(&self) -> String {
        match self {
            Self::Missing => "look whether its name is written as it is meant".into(),
            Self::Forbidden => "change who may read it".into(),
            Self::Folder => "name a file in it".into(),
            Self::NotWritable => "change who may write there".into(),
            Self::CannotBeMade => "make it yourself".into(),
            Self::NoRoom => "make room there".into(),
            Self::NotFolder => "make a folder in its place".into(),
            Self::SlashAtEnd => "leave the `/` at the end of its name out".into(),
            Self::NotRegular => "copy what it gives into a file, and name that".into(),
            Self::TooLarge { .. } => "make it smaller".into(),
            Self::NotText => "save it as UTF-8".into(),
            Self::LinkLoop | Self::DeadLink => {
                "let the link lead to what is there, or remove it".into()
            }
            Self::System(_) => "try again, or copy it elsewhere".into(),
        }
    }
}

impl fmt::Display for FileErrorKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => out.write_str("there is no such file"),
            Self::Forbidden => out.write_str("it may not be read by you"),
            Self::Folder => out.write_str("it is a folder"),
            Self::NotWritable => out.write_str("it may not be written to by you"),
            Self::CannotBeMade => out.write_str("it cannot be made by you"),
            Self::NoRoom => out.write_str("its disk is full"),
            Self::NotFolder => out.write_str("it is no folder"),
            Self::SlashAtEnd => out.write_str("it is a file, not a folder"),
            Self::NotRegular => out.write_str("it is a pipe or a device, not a file"),
            Self::TooLarge { most } => {
                write!(out, "it is larger than the {} KiB that fit", most / 1024)
            }
            Self::NotText => out.write_str("it is not plain text"),
            Self::LinkLoop => out.write_str("it is a link that leads back to itself"),
            Self::DeadLink => out.write_str("it is a link to what is not there"),
            Self::System(error) => out.write_str(&system_words(error)),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} cannot be read: {}", self.path.display(), self.kind)
    }
}

impl std::error::Error for FileError {}

impl From<FileError> for io::Error {
    fn from(error: FileError) -> Self {
        let kind = match error.kind {
            FileErrorKind::Missing | FileErrorKind::DeadLink => io::ErrorKind::NotFound,
            FileErrorKind::Forbidden | FileErrorKind::NotWritable | FileErrorKind::CannotBeMade => {
                io::ErrorKind::PermissionDenied
            }
            FileErrorKind::Folder => io::ErrorKind::IsADirectory,
            FileErrorKind::NotFolder | FileErrorKind::SlashAtEnd => io::ErrorKind::NotADirectory,
            FileErrorKind::NotRegular => io::ErrorKind::InvalidInput,
            FileErrorKind::TooLarge { .. } => io::ErrorKind::FileTooLarge,
            FileErrorKind::NoRoom => io::ErrorKind::StorageFull,
            FileErrorKind::NotText => io::ErrorKind::InvalidData,
            FileErrorKind::LinkLoop => io::ErrorKind::Other,
            FileErrorKind::System(error) => return error,
        };
        Self::new(kind, error.kind.to_string())
    }
}

/// What the system says of a socket that is opened like a file.
#[cfg(unix)]
fn is_socket(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
}

#[cfg(not(unix))]
fn is_socket(_: &io::Error) -> bool {
    false
}

/// The first folder above a path that does not let one in.
fn closed_folder(path: &Path) -> Option<&Path> {
    folders_above(path).find(|folder| folder.is_dir() && !may_enter(folder))
}

/// The first of the places above a path that should be a folder and is none.
fn file_as_folder(path: &Path) -> Option<&Path> {
    folders_above(path).find(|place| place.metadata().is_ok_and(|about| !about.is_dir()))
}

/// Whether a path is written as that of a folder.
fn ends_in_slash(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator)
}

/// The folders above a path, from the root.
fn folders_above(path: &Path) -> impl Iterator<Item = &Path> {
    let above: Vec<&Path> = path.ancestors().skip(1).collect();
    above.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty())
}

#[cfg(unix)]
fn may_enter(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn may_enter(_: &Path) -> bool {
    true
}
