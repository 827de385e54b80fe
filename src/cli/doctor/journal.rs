//! What `doctor` says of the journal: whether all of it is whole, and what lies aside of it.

use std::path::PathBuf;

use crate::cli::setup;
use crate::cli::text::{count, said};
use crate::config::Paths;
use crate::files;
use crate::journal::{FoundInPlace, Journal, JournalError};

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
    let mut lines = vec![told];
    lines.extend(aside(paths));
    if !setup::settings(Some(paths)).0.journal {
        lines.push("nothing is added to it, as your settings say".to_owned());
    }
    lines.join("\n")
}

fn whole(journal: &Journal) -> Result<String, JournalError> {
    if journal.found() == Some(&FoundInPlace::Empty) {
        return Ok("its file was empty, and a new one is begun in it".to_owned());
    }
    if journal.is_read_only()? {
        return Err(JournalError::ReadOnly);
    }
    let sessions = count(usize::try_from(journal.count()?).unwrap_or(usize::MAX), "session");
    Ok(format!("{sessions}, all of it whole (version {} of its file)", journal.version()?))
}

/// Why it cannot be used, and what becomes of that.
fn why(error: &JournalError) -> String {
    format!("it cannot be used: {error}\n{}", error.help())
}

/// The damaged ones that were set aside, a line each.
fn aside(paths: &Paths) -> Vec<String> {
    let mut aside = files::set_aside_from(&paths.journal_file());
    aside.sort();
    let told = |file: &PathBuf| {
        format!("{}\n  was damaged and lies aside; keep it or remove it, as you like", said(file))
    };
    aside.iter().map(told).collect()
}
