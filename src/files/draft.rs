//! Writing: a file is written beside its place, and moved there only when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// How a file in the making is called.
const PREFIX: &str = ".unclench-";
const SUFFIX: &str = ".part";
/// More links than this lead nowhere.
const MOST_LINKS: usize = 40;

/// A file in the making. Dropped before it is [kept](Self::keep), it leaves nothing behind.
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    place: DraftPlace,
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
    /// passing files.
    ///
    /// # Errors
    /// Where nothing can be written in that folder.
    pub fn begin(place: &Path) -> io::Result<Self> {
        let place = end_of_links(place);
        let about = fs::metadata(&place).ok();
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        if about.as_ref().is_some_and(|about| !about.is_file() && !about.is_dir()) {
            let file = builder.tempfile().map_err(without_path)?;
            return Ok(Self { file, place: DraftPlace::Stream(place) });
        }
        readable_as_usual(&mut builder);
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
        let file = builder.tempfile_in(folder.unwrap_or(Path::new("."))).map_err(without_path)?;
        if let Some(about) = about.filter(fs::Metadata::is_file) {
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
    pub fn keep(mut self, may_replace: bool) -> io::Result<()> {
        self.file.flush()?;
        let place = match &self.place {
            DraftPlace::File(place) => place,
            DraftPlace::Stream(place) => return pour(self.file.as_file_mut(), place),
        };
        self.file.as_file().sync_all()?;
        let kept =
            if may_replace { self.file.persist(place) } else { self.file.persist_noclobber(place) };
        kept.map(drop).map_err(|failed| failed.error)
    }
}

/// Writes a file whole or not at all, and makes its folder if need be: a crash in the middle leaves
/// the old one.
///
/// # Errors
/// Whatever the file system says.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut draft = Draft::begin(path)?;
    draft.file().write_all(bytes)?;
    draft.keep(true)
}

/// Whether a file in the making is called like this; one that is old was left by a program that was
/// ended.
pub fn is_draft(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

/// Writes all of a file into a pipe or a device.
fn pour(file: &mut File, place: &Path) -> io::Result<()> {
    file.rewind()?;
    let mut stream = OpenOptions::new().write(true).open(place)?;
    io::copy(file, &mut stream)?;
    stream.flush()
}

/// The place that links lead to, whether or not something is there.
fn end_of_links(path: &Path) -> PathBuf {
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

/// The error itself: the path that it adds is that of the draft, which no one asked for.
fn without_path(error: io::Error) -> io::Error {
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
