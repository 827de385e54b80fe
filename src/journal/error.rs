//! Why the journal cannot be used.

use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
use thiserror::Error;

use crate::files::{FileError, help_to_write, why_unwritten};

/// What holds as long as it cannot be used.
const MEANWHILE: &str = "sessions play all the same, and nothing is added to it meanwhile";

/// Why the journal cannot be used.
#[derive(Debug, Error)]
pub enum JournalError {
    /// A newer Unclench has written it.
    #[error(
        "it was written by a newer Unclench (version {found} of the file; this one reads up to {known})"
    )]
    Newer {
        /// The version of the file.
        found: u32,
        /// The newest version that is known here.
        known: u32,
    },
    /// What the file holds is no journal any more.
    #[error("its file is damaged")]
    Damaged,
    /// Another program holds it.
    #[error("another program holds it")]
    Held,
    /// It is a link that leads nowhere at present.
    #[error("it is a link to a file whose folder is not there")]
    LostLink,
    /// Its disk is full.
    #[error("its disk is full")]
    Full,
    /// It may only be read.
    #[error("it may not be written to by you")]
    ReadOnly,
    /// It may not even be read.
    #[error("{}", .0.kind)]
    Unreadable(FileError),
    /// The file cannot be reached.
    #[error("{}", why_unwritten(.0))]
    File(#[from] io::Error),
    /// Whatever else the database says.
    #[error("{}", in_words(.0))]
    Database(rusqlite::Error),
}

impl JournalError {
    /// What becomes of it, and how it may be mended.
    pub fn help(&self) -> String {
        match self {
            Self::Damaged => "it is set aside with the next session, and a new one is begun".into(),
            Self::Newer { .. } => "a newer Unclench can use it; this one leaves it alone".into(),
            Self::Held => "close that program, or wait for it".into(),
            Self::LostLink => format!(
                "bring back the disk or folder that it points to, or remove the link; {MEANWHILE}"
            ),
            Self::Full => format!("make room there; {MEANWHILE}"),
            Self::ReadOnly => format!("change who may write to it; {MEANWHILE}"),
            Self::Unreadable(error) => format!("{}; {MEANWHILE}", error.help()),
            Self::File(error) => match help_to_write(error) {
                Some(help) => format!("{help}; {MEANWHILE}"),
                None => MEANWHILE.into(),
            },
            Self::Database(_) => MEANWHILE.into(),
        }
    }

    /// Whether the database does not let itself be opened.
    pub(super) fn is_unopened(&self) -> bool {
        let code = |error: &rusqlite::Error| error.sqlite_error_code();
        matches!(self, Self::Database(error) if code(error) == Some(ErrorCode::CannotOpen))
    }
}

/// What else a database may say, for those who do not write databases.
fn in_words(error: &rusqlite::Error) -> &'static str {
    match error.sqlite_error_code() {
        Some(ErrorCode::SystemIoFailure) => "its disk gives errors",
        Some(ErrorCode::CannotOpen) => "it cannot be opened",
        Some(ErrorCode::OutOfMemory) => "there is no memory left for it",
        Some(ErrorCode::FileLockingProtocolFailed) => "its disk does not let it be held",
        _ => "what is in it is not as Unclench left it",
    }
}

/// Whether an error of the disk is that there is no room beside the file for what readers share.
fn lacks_room(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(found, _)
        if found.extended_code == SQLITE_IOERR_SHMSIZE)
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Held,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::SystemIoFailure) if lacks_room(&error) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            _ => Self::Database(error),
        }
    }
}
