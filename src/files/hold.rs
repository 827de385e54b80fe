//! A mark that something is in hand, which ends with the program that holds it, however that ends.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use super::make_private;

/// A mark that this program holds. Several programs may hold one at the same time.
#[derive(Debug)]
pub struct HeldMark(
    #[expect(dead_code, reason = "the system lets go of it once this is closed")] File,
);

impl HeldMark {
    /// Holds the mark in this place until it is dropped.
    ///
    /// # Errors
    /// Whatever the file system says; also where it knows no such marks.
    pub fn hold(path: &Path) -> io::Result<Self> {
        make_private(path)?;
        let file = super::open(path).map_err(|error| io::Error::other(error.to_string()))?;
        file.try_lock_shared()?;
        Ok(Self(file))
    }

    /// Whether a program holds the mark in this place, this one or another. Not where that cannot be
    /// known.
    pub fn is_held(path: &Path) -> bool {
        let tried = super::open(path).map(|file| file.try_lock());
        matches!(tried, Ok(Err(TryLockError::WouldBlock)))
    }
}
