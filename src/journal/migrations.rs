//! How the database came to its present shape: numbered steps that are never changed. A new shape is
//! a new step after the last.

use rusqlite::{Connection, TransactionBehavior};

use super::JournalError;

/// The steps, the first from an empty file. Their number is the version of the file.
const STEPS: [&str; 2] = [include_str!("migrations/1.sql"), include_str!("migrations/2.sql")];

/// The newest version of the file that is known here.
pub(super) const KNOWN: u32 = STEPS.len() as u32;

/// The version of a file: how many steps it has taken.
pub(super) fn version(connection: &Connection) -> Result<u32, JournalError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings a file to the newest shape, all at once or not at all.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), JournalError> {
    if version(connection)? == KNOWN {
        return Ok(());
    }
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another copy of the program may have done it meanwhile, or a newer one more than that.
    let found = version(&change)?;
    if found > KNOWN {
        return Err(JournalError::Newer { found, known: KNOWN });
    }
    for step in STEPS.iter().skip(found as usize) {
        change.execute_batch(step)?;
    }
    change.pragma_update(None, "user_version", KNOWN)?;
    Ok(change.commit()?)
}
