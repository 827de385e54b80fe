//! Writing: a file is written beside its place, and moved there only when it is whole.

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::place::{end_of_links, is_stream, make_folder};
use super::pour::pour;
use super::system_words::reason;

/// How a file in the making is called.
const PREFIX: &str = ".unclench-";
const SUFFIX: &str = ".part";
/// A draft that no program holds and that is this much older than a new one was left by a program
/// that was ended. A younger one may be just begun.
const LEFT_BEHIND: Duration = Duration::from_secs(60);
/// Where the system cannot tell whether a program holds a draft, it has to be this much older.
const SURELY_LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// A file in the making. Dropped before it is [kept](Self::keep), it leaves nothing behind.
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    place: DraftPlace,
}

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    /// Whoever may read a person's files, and of a file that is replaced whoever may read that.
    Usual,
    /// The person alone, from the first byte on.
    Owner,
}

/// Where a file is meant to lie, links followed.
#[derive(Debug)]
enum DraftPlace {
    /// A regular file, or none yet: the draft is moved there.
    File(PathBuf),
    /// A pipe or a device: it is written to, and never replaced.
    Stream(PathBuf),
}

impl Draft {
    /// Begins a file that will lie at `place`, or where the link there leads, in a folder that is
    /// there already. What is meant for a pipe or a device is written in the system's own folder for
    /// passing files. Drafts that an ended program has left in that folder are removed.
    ///
    /// # Errors
    /// Where nothing can be written in that folder, or no file of that name.
    pub fn begin(place: &Path) -> io::Result<Self> {
        Self::begin_for(Readers::Usual, place)
    }

    fn begin_for(readers: Readers, place: &Path) -> io::Result<Self> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        if is_stream(place) {
            let file = builder.tempfile().map_err(without_path)?;
            hold(&file);
            return Ok(Self { file, place: DraftPlace::Stream(place.to_owned()) });
        }
        let place = end_of_links(place);
        let about = match fs::metadata(&place) {
            Ok(about) if about.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(about) => Some(about),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            // A name that is too long, for example: better known now than when all is written.
            Err(error) => return Err(error),
        };
        if readers == Readers::Usual {
            readable_as_usual(&mut builder);
        }
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let file = builder.tempfile_in(folder).map_err(without_path)?;
        hold(&file);
        remove_left_behind(folder, &file);
        if let Some(about) = about.filter(|_| readers == Readers::Usual) {
            // Where the system does not let them be the same, they are those of a new file.
            let _ = file.as_file().set_permissions(about.permissions());
        }
        Ok(Self { file, place: DraftPlace::File(place) })
    }

    /// The file to write to.
    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Moves the file to its place. A file that is there already is left alone, unless it may be
    /// replaced.
    ///
    /// # Errors
    /// Where it cannot be moved there, or another file is there; then nothing is left of it.
    pub fn keep(self, may_replace: bool) -> io::Result<()> {
        self.keep_unless(may_replace, &|| false)
    }

    /// The same. A pipe whose reader takes nothing is waited for until `is_stopped`; then this is an
    /// error of the kind [`Interrupted`](io::ErrorKind::Interrupted), and the reader has a part.
    ///
    /// # Errors
    /// As for [`Self::keep`].
    pub fn keep_unless(
        mut self,
        may_replace: bool,
        is_stopped: &dyn Fn() -> bool,
    ) -> io::Result<()> {
        self.file.flush()?;
        let place = match &self.place {
            DraftPlace::File(place) => place,
            DraftPlace::Stream(place) => return pour(self.file.as_file_mut(), place, is_stopped),
        };
        self.file.as_file().sync_all()?;
        let kept =
            if may_replace { self.file.persist(place) } else { self.file.persist_noclobber(place) };
        let file = kept.map_err(|failed| failed.error)?;
        // It is a file like any other from now on.
        let _ = file.unlock();
        Ok(())
    }
}

/// Writes a file whole or not at all, and makes its folder if need be: a crash in the middle leaves
/// the old one.
///
/// # Errors
/// Whatever the file system says.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_for(Readers::Usual, path, bytes)
}

/// The same for what nobody but the person may read, not even for a moment: neither the file nor the
/// draft of it, whoever could read the file that is replaced.
///
/// # Errors
/// Whatever the file system says.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_for(Readers::Owner, path, bytes)
}

fn write_for(readers: Readers, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let mut draft = Draft::begin_for(readers, path)?;
    draft.file().write_all(bytes)?;
    draft.keep(true)
}

/// Puts what stands at a place, whatever it is, at another in the same folder.
///
/// # Errors
/// Whatever the file system says.
pub fn put_aside(path: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(path, aside)
}

/// Removes a file, the link that leads to it, and every draft in its folder that no program holds,
/// however young. Returns whether there was anything to remove.
///
/// # Errors
/// Whatever the file system says, but that the file is not there.
pub fn erase(path: &Path) -> io::Result<bool> {
    let place = end_of_links(path);
    let mut was_there = false;
    for name in [place.as_path(), path] {
        match fs::remove_file(name) {
            Ok(()) => was_there = true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    for folder in [place.parent(), path.parent()].into_iter().flatten() {
        for (draft, _) in drafts_in(folder) {
            if is_held(&draft) == Some(false) {
                fs::remove_file(draft)?;
                was_there = true;
            }
        }
    }
    Ok(was_there)
}

/// Empties a folder of what can be made again, and leaves the folder. What another program puts there
/// meanwhile may stay.
///
/// # Errors
/// Whatever the file system says, but that the folder or a file is not there.
pub fn empty_folder(path: &Path) -> io::Result<()> {
    let missing_is_fine = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    };
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return missing_is_fine(error),
    };
    for entry in entries {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        let place = entry.path();
        let gone = if is_folder { fs::remove_dir_all(place) } else { fs::remove_file(place) };
        gone.or_else(missing_is_fine)?;
    }
    Ok(())
}

/// Whether a file in the making is called like this; one that is old was left by a program that was
/// ended.
pub fn is_draft(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

/// Marks a draft as held by this program, for as long as it lives.
fn hold(file: &NamedTempFile) {
    // Where the system knows no locks, the age of a draft has to do.
    let _ = file.as_file().try_lock();
}

/// Removes the drafts in a folder that an ended program has left there. Their age is told by the
/// file system itself: it is compared with a draft that has just been made.
fn remove_left_behind(folder: &Path, new: &NamedTempFile) {
    let Ok(now) = new.as_file().metadata().and_then(|about| about.modified()) else { return };
    for (path, about) in drafts_in(folder) {
        let age = about.modified().ok().and_then(|then| now.duration_since(then).ok());
        let Some(age) = age.filter(|age| *age > LEFT_BEHIND) else { continue };
        let is_left = match is_held(&path) {
            Some(is_held) => !is_held,
            None => age > SURELY_LEFT_BEHIND,
        };
        if is_left {
            // Another Unclench may have removed it already.
            let _ = fs::remove_file(path);
        }
    }
}

/// The files in the making in a folder, with what is known of each.
fn drafts_in(folder: &Path) -> impl Iterator<Item = (PathBuf, Metadata)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| {
        let is_ours = entry.file_name().to_str().is_some_and(is_draft);
        let about = entry.metadata().ok().filter(|about| is_ours && about.is_file())?;
        Some((entry.path(), about))
    })
}

/// Whether a program holds a draft; `None` where the system cannot tell.
fn is_held(draft: &Path) -> Option<bool> {
    match super::open(draft).map(|file| file.try_lock()) {
        Ok(Ok(())) => Some(false),
        Ok(Err(TryLockError::WouldBlock)) => Some(true),
        Ok(Err(TryLockError::Error(_))) | Err(_) => None,
    }
}

/// The error itself: the path that it adds is that of the draft, which no one asked for.
fn without_path(error: io::Error) -> io::Error {
    let plain = io::Error::from(error.kind());
    if reason(&plain).is_some() {
        return plain;
    }
    let words = error.to_string();
    match words.split_once(" at path ") {
        Some((what, _)) => io::Error::new(error.kind(), what),
        None => error,
    }
}

/// A temporary file is for one person alone; this one is to be like any other file.
#[cfg(unix)]
fn readable_as_usual(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn readable_as_usual(_: &mut Builder<'_, '_>) {}
