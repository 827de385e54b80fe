//! The journal is erased: nothing of it is left in its file, or beside it.

use std::path::Path;

use super::store::COMPANIONS;
use super::{Journal, JournalError};
use crate::files;

impl Journal {
    /// Removes every entry, and every trace of them in the file and beside it. What cannot be read
    /// as a journal any more is removed whole. Returns how many entries there were; `None` where
    /// there was no journal.
    ///
    /// # Errors
    /// Why that is not possible.
    pub fn erase(path: &Path) -> Result<Option<u64>, JournalError> {
        let mut was_there = false;
        files::erase(&Self::mark(path))?;
        for aside in files::set_aside_from(path) {
            was_there |= files::erase(&aside)?;
        }
        let journal = Self::open_checked(path);
        match journal.and_then(|journal| journal.map(|mut it| it.empty()).transpose()) {
            Ok(None) => Ok(was_there.then_some(0)),
            Ok(emptied) => Ok(emptied),
            // To empty it takes room.
            Err(JournalError::Damaged | JournalError::Newer { .. } | JournalError::Full) => {
                for companion in COMPANIONS {
                    let mut beside = path.as_os_str().to_owned();
                    beside.push(companion);
                    files::erase(Path::new(&beside))?;
                }
                files::erase(path)?;
                Ok(Some(0))
            }
            Err(error) => Err(error),
        }
    }

    fn empty(&mut self) -> Result<u64, JournalError> {
        let count = self.count()?;
        self.change(|change| Ok(change.execute_batch("DELETE FROM entry")?))?;
        self.connection.execute_batch("VACUUM")?;
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        let is_held: bool = self.connection.query_row(checkpoint, [], |row| row.get(0))?;
        if is_held { Err(JournalError::Held) } else { Ok(count) }
    }
}
