//! A file that is written beside its place, and moved there only when it is whole.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// A file in the making. Dropped before it is [kept](Self::keep), it leaves nothing behind.
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    place: PathBuf,
}

impl Draft {
    /// Begins a file that will lie at `place`, in a folder that is there already.
    ///
    /// # Errors
    /// Where nothing can be written in that folder.
    pub fn begin(place: &Path) -> io::Result<Self> {
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = Builder::new();
        builder.prefix(".unclench-").suffix(".part");
        readable_as_usual(&mut builder);
        let file = builder.tempfile_in(folder.unwrap_or(Path::new("."))).map_err(without_path)?;
        Ok(Self { file, place: place.to_owned() })
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
        self.file.as_file().sync_all()?;
        let kept = if may_replace {
            self.file.persist(&self.place)
        } else {
            self.file.persist_noclobber(&self.place)
        };
        kept.map(drop).map_err(|failed| failed.error)
    }
}

/// The error itself: the path that it adds is that of the draft, which nobody asked for.
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
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn readable_as_usual(_: &mut Builder<'_, '_>) {}
