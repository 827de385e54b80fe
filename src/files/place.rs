//! Places of files: where links lead, whether two names mean one file, and what can be done there.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::{FileError, FileErrorKind, list};

/// More links than this lead nowhere.
const MOST_LINKS: usize = 40;

/// The place that links lead to, whether or not something is there.
pub(super) fn end_of_links(path: &Path) -> PathBuf {
    let mut place = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&place) else { break };
        place = match place.parent() {
            Some(folder) => folder.join(target),
            None => target,
        };
    }
    place
}

/// Whether a link lies there that leads into a folder that is not there: a disk that is not mounted, most
/// likely.
pub fn is_lost_link(path: &Path) -> bool {
    let end = end_of_links(path);
    end != path && end.parent().is_some_and(|folder| !folder.exists())
}

/// Whether a pipe or a device lies there, links followed: it is written to and never replaced.
pub fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir())
}

/// Whether a disk as a whole lies there (a block device), links followed: what is written to it
/// replaces what is on it.
#[cfg(unix)]
pub fn is_disk(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    fs::metadata(path).is_ok_and(|about| about.file_type().is_block_device())
}

/// Whether a disk as a whole lies there; no path names one on this system.
#[cfg(not(unix))]
pub fn is_disk(_: &Path) -> bool {
    false
}

/// Whether two names mean one file, whether or not it is there yet: through links, other spellings
/// of the folder, or as two names of the same contents.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let is_same_name = match (real(one), real(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    };
    let about = |path| fs::metadata(path).ok();
    is_same_name || about(one).zip(about(other)).is_some_and(|(one, other)| is_same(&one, &other))
}

/// Makes a folder, with those above it, where it is not there. What is in its place and is no folder
/// is named.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let Err(failed) = fs::create_dir_all(folder) else { return Ok(()) };
    let above: Vec<&Path> = folder.ancestors().collect();
    let is_in_the_way = |place: &&Path| place.symlink_metadata().is_ok() && !place.is_dir();
    let in_the_way = above.into_iter().rev().find(is_in_the_way);
    let what = in_the_way.and_then(|place| match fs::metadata(place) {
        Ok(about) if about.is_file() => Some("is a file, not a folder".to_owned()),
        Ok(_) => Some("is a pipe or a device, not a folder".to_owned()),
        Err(error) => match FileError::system(place, error).kind {
            FileErrorKind::LinkLoop => Some("is a link that leads back to itself".to_owned()),
            FileErrorKind::DeadLink => Some("is a link to what is not there".to_owned()),
            _ => None,
        },
    });
    Err(match in_the_way.zip(what) {
        Some((place, what)) => {
            io::Error::new(io::ErrorKind::NotADirectory, format!("`{}` {what}", place.display()))
        }
        None => failed,
    })
}

/// The one path of a file, where its folder is there.
fn real(path: &Path) -> Option<PathBuf> {
    let place = end_of_links(path);
    if let Ok(real) = place.canonicalize() {
        return Some(real);
    }
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
    Some(folder.join(place.file_name()?))
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// What a folder is good for.
#[derive(Debug)]
pub struct FolderState {
    /// Whether it is there.
    pub exists: bool,
    /// Why it cannot be used as it is meant to be.
    pub fault: Option<FileError>,
}

/// Looks whether a folder can be read, and written to where it `is_written`. One that is not there yet is
/// no fault where it can be made.
pub fn folder_state(folder: &Path, is_written: bool) -> FolderState {
    let fault = |kind| Some(FileError::new(folder, kind));
    match list(folder) {
        Ok(_) if is_written && !may_write(folder) => {
            FolderState { exists: true, fault: fault(FileErrorKind::NotWritable) }
        }
        Ok(_) if is_written && !has_room(folder) => {
            FolderState { exists: true, fault: fault(FileErrorKind::NoRoom) }
        }
        Ok(_) => FolderState { exists: true, fault: None },
        Err(error) if error.is_missing() => {
            let above = folder.ancestors().skip(1).find(|above| above.symlink_metadata().is_ok());
            let may_be_made = above.is_none_or(|above| above.is_dir() && may_write(above));
            let kind = if !may_be_made {
                Some(FileErrorKind::CannotBeMade)
            } else if above.is_some_and(|above| !has_room(above)) {
                Some(FileErrorKind::NoRoom)
            } else {
                None
            };
            FolderState { exists: false, fault: kind.filter(|_| is_written).and_then(fault) }
        }
        Err(error) => FolderState { exists: true, fault: Some(error) },
    }
}

#[cfg(unix)]
fn may_write(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// Whether anything more fits on the disk of a folder, as far as can be told.
#[cfg(unix)]
fn has_room(folder: &Path) -> bool {
    use rustix::fs::statvfs;
    // What is kept back for the system itself is not for others.
    let is_system = rustix::process::geteuid().is_root();
    statvfs(folder).ok().is_none_or(|disk| {
        let free = if is_system { disk.f_bfree } else { disk.f_bavail };
        // Some kinds of disks do not count at all.
        free > 0 || disk.f_blocks == 0
    })
}

#[cfg(not(unix))]
fn has_room(_: &Path) -> bool {
    true
}

#[cfg(not(unix))]
fn may_write(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|about| !about.permissions().readonly())
}
