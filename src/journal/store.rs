//! The database of the journal: opened, brought up to date, and set aside where it is damaged.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{JournalError, migrations};
use crate::files::{self, HeldMark};
use crate::words::Message;

/// How long another program that writes is waited for.
const WAIT: Duration = Duration::from_secs(2);
/// How often the journal is tried to be opened while another program has it. Where that one is just
/// beginning it, the database says so at once, however long it was told to wait.
const TRIES: u32 = 16;
/// How long one of these tries waits, and how long there is between two.
const ONE_TRY: Duration = Duration::from_millis(100);
const BETWEEN_TRIES: Duration = Duration::from_millis(25);
/// How often an empty file is looked at before it counts as left so.
const EMPTY_LOOKS: u32 = 8;
/// What the database keeps beside its file while it is open.
pub(super) const COMPANIONS: [&str; 2] = ["-wal", "-shm"];
/// Whatever of the journal the database opens by its name, by what stands after that of its file.
const OPENED: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// The journal of a person, in its database.
#[derive(Debug)]
pub struct Journal {
    pub(super) connection: Connection,
    found: Option<FoundInPlace>,
}

/// What was found in the place of a journal instead of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundInPlace {
    /// A damaged file, which lies under this name now.
    Damaged(String),
    /// An empty file, in which a new journal is begun.
    Empty,
}

impl FoundInPlace {
    /// What is said of it.
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::Damaged(_) => "journal-set-aside",
            Self::Empty => "journal-was-empty",
        })
    }
}

impl Journal {
    /// Opens the journal, and makes it where there is none. What is damaged is set aside, and a new
    /// one is begun.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        match Self::open_sound(path) {
            Err(JournalError::Damaged) => Self::open_anew(path),
            opened => opened,
        }
    }

    /// Opens the journal to be looked at alone: also where nothing may be written, or there is no room
    /// to. What another program was just writing there may not be seen then. Nothing is set aside.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open_to_read(path: &Path) -> Result<Self, JournalError> {
        match Self::open_sound(path) {
            // What another program has in hand would be read in pieces.
            Err(
                error @ (JournalError::Newer { .. } | JournalError::Held | JournalError::Damaged),
            ) => Err(error),
            // Why it cannot be written says more than why it cannot be read either.
            Err(error) => Self::open_unwritten(path, false)
                .or_else(|_| Self::open_unwritten(path, true))
                .map_err(|_| error),
            opened => opened,
        }
    }

    /// Opens the journal without a change to its file; where that `is_fixed`, nothing changes it, and
    /// nothing is needed beside it.
    fn open_unwritten(path: &Path, is_fixed: bool) -> Result<Self, JournalError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_URI;
        refuse_streams(path)?;
        let connection = Connection::open_with_flags(address(path, is_fixed), flags)?;
        connection.busy_timeout(WAIT)?;
        if migrations::version(&connection)? == migrations::KNOWN {
            Ok(Self { connection, found: None })
        } else {
            Err(JournalError::ReadOnly)
        }
    }

    /// Opens the journal anew after it was found to be damaged. Where that is still so, the damaged
    /// file is set aside; another copy of the program may have done that already.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub(super) fn open_anew(path: &Path) -> Result<Self, JournalError> {
        let opened = Self::open_sound(path);
        match opened.and_then(|journal| journal.check().map(|()| journal)) {
            Err(JournalError::Damaged) => {
                let name = files::set_aside(path, &COMPANIONS)?;
                let new = Self::open_sound(path)?;
                Ok(Self { found: Some(FoundInPlace::Damaged(name)), ..new })
            }
            opened => opened,
        }
    }

    /// Opens the journal where there is one, and looks into all of it first.
    ///
    /// # Errors
    /// Why it cannot be used; [`JournalError::Damaged`] where not all of it is whole.
    pub fn open_checked(path: &Path) -> Result<Option<Self>, JournalError> {
        if !Self::is_there(path)? {
            return Ok(None);
        }
        let journal = Self::open_sound(path)?;
        journal.check()?;
        Ok(Some(journal))
    }

    /// Whether it may only be read.
    ///
    /// # Errors
    /// Why that cannot be known.
    pub fn is_read_only(&self) -> Result<bool, JournalError> {
        Ok(self.connection.is_readonly(rusqlite::MAIN_DB)?)
    }

    /// Whether something lies in the place of the journal.
    ///
    /// # Errors
    /// Why that cannot be known.
    pub fn is_there(path: &Path) -> Result<bool, JournalError> {
        match path.metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if files::is_lost_link(path) {
                    Err(JournalError::LostLink)
                } else {
                    Ok(false)
                }
            }
            about => Ok(about.map(|_| true)?),
        }
    }

    fn open_sound(path: &Path) -> Result<Self, JournalError> {
        if files::is_lost_link(path) {
            return Err(JournalError::LostLink);
        }
        let found = is_left_empty(path).then_some(FoundInPlace::Empty);
        let mut opened = Self::open_once(path);
        for _ in 1..TRIES {
            if !matches!(opened, Err(JournalError::Held)) {
                break;
            }
            thread::sleep(BETWEEN_TRIES);
            opened = Self::open_once(path);
        }
        let opened = opened.map_err(|error| match (error.is_unopened(), files::open(path)) {
            // The database does not know why.
            (true, Err(why)) => JournalError::Unreadable(why),
            _ => error,
        });
        Ok(Self { found, ..opened? })
    }

    fn open_once(path: &Path) -> Result<Self, JournalError> {
        files::make_private(path)?;
        refuse_streams(path)?;
        // Neither does it take the name for an address, nor make the file anew for all to read.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(ONE_TRY)?;
        let found = migrations::version(&connection)?;
        if found > migrations::KNOWN {
            return Err(JournalError::Newer { found, known: migrations::KNOWN });
        }
        connection.pragma_update(None, "journal_mode", "wal")?;
        // What was confirmed is there after a power failure too.
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        migrations::migrate(&mut connection)?;
        connection.busy_timeout(WAIT)?;
        Ok(Self { connection, found: None })
    }

    /// Where a mark lies that is held while a session of this journal is on.
    pub(super) fn mark(path: &Path) -> PathBuf {
        path.with_extension("on")
    }

    /// Whether a session of the journal in this file is on, here or in another copy of the program.
    pub fn is_on(path: &Path) -> bool {
        HeldMark::is_held(&Self::mark(path))
    }

    /// Looks whether all of it is whole.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] where it is not, or why it cannot be looked at.
    pub fn check(&self) -> Result<(), JournalError> {
        let told: String =
            self.connection.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
        let is_whole = told == "ok" && self.has_no_orphans()?;
        if is_whole { Ok(()) } else { Err(JournalError::Damaged) }
    }

    /// Whether everything belongs to an entry.
    fn has_no_orphans(&self) -> Result<bool, JournalError> {
        let mut found = self.connection.prepare("PRAGMA foreign_key_check")?;
        Ok(!found.exists([])?)
    }

    /// What was found in its place instead of a journal.
    pub fn found(&self) -> Option<&FoundInPlace> {
        self.found.as_ref()
    }

    /// The version of its file.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn version(&self) -> Result<u32, JournalError> {
        migrations::version(&self.connection)
    }
}

/// Refuses what is no file: the database would wait for a pipe without end.
fn refuse_streams(path: &Path) -> Result<(), JournalError> {
    for ending in OPENED {
        let mut opened = path.as_os_str().to_owned();
        opened.push(ending);
        files::refuse_stream(Path::new(&opened))?;
    }
    Ok(())
}

/// Whether an empty file lies there, and stays so: another copy of the program may be beginning its
/// journal in it.
fn is_left_empty(path: &Path) -> bool {
    let is_empty = || path.metadata().is_ok_and(|about| about.is_file() && about.len() == 0);
    for _ in 0..EMPTY_LOOKS {
        if !is_empty() {
            return false;
        }
        thread::sleep(BETWEEN_TRIES);
    }
    is_empty()
}

/// The address of a file, as the database understands it.
fn address(path: &Path, is_fixed: bool) -> String {
    let mut address = "file:".to_owned();
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b'-' | b'.' | b'_' | b':' => address.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            _ => address.extend([format!("%{byte:02X}")]),
        }
    }
    if is_fixed {
        address.push_str("?immutable=1");
    }
    address
}
