//! What `doctor` says of the journal: whether all of it is whole.

use crate::cli::setup;
use crate::cli::text::count;
use crate::config::Paths;
use crate::journal::{Journal, JournalError};

/// How the journal stands.
pub(super) fn state(paths: Option<&Paths>) -> String {
    let Some(paths) = paths else {
        return "there is no home folder, so none is kept".to_owned();
    };
    let told = match Journal::open_checked(&paths.journal_file()) {
        Ok(Some(journal)) => whole(&journal).unwrap_or_else(|error| why(&error)),
        Ok(None) => "nothing in it yet".to_owned(),
        Err(error) => why(&error),
    };
    if setup::settings(Some(paths)).0.journal {
        return told;
    }
    format!("{told}\nnothing is added to it, as your settings say")
}

fn whole(journal: &Journal) -> Result<String, JournalError> {
    let sessions = count(usize::try_from(journal.count()?).unwrap_or(usize::MAX), "session");
    Ok(format!("{sessions}, all of it whole (version {} of its file)", journal.version()?))
}

/// Why it cannot be used, and what becomes of that.
fn why(error: &JournalError) -> String {
    let help = match error {
        JournalError::Damaged => "it is set aside with the next session, and a new one is begun",
        JournalError::Newer { .. } => "a newer Unclench can use it; this one leaves it alone",
        JournalError::Held => "close that program, or wait for it",
        JournalError::Full => "make room there",
        JournalError::ReadOnly | JournalError::File(_) | JournalError::Database(_) => {
            "sessions play all the same, and nothing is added to it meanwhile"
        }
    };
    format!("it cannot be used: {error}\n{help}")
}
