//! The journal is opened for a command, and what was found in its place is said.

use std::collections::BTreeSet;

use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::cli::names::name_meant;
use crate::cli::setup::Setup;
use crate::cli::text::{printable, said};
use crate::conductor::moment_here;
use crate::config::Paths;
use crate::files;
use crate::journal::{FoundInPlace, Journal, JournalEntry, JournalError, LookBack, WhatHelped};
use crate::problem::letters::odd_letter;

/// Opens the journal, and makes it where there is none.
pub(super) fn open(
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> Result<Journal, Failure> {
    let opened = Journal::open(&paths.journal_file()).map_err(|error| cannot(&error, paths))?;
    say_found(&opened, setup, paths, console);
    Ok(opened)
}

/// Opens the journal to be looked at alone. Where there is none, none is made.
pub(super) fn open_to_read(
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> Result<Option<Journal>, Failure> {
    let file = paths.journal_file();
    if !Journal::is_there(&file).map_err(|error| cannot(&error, paths))? {
        return Ok(None);
    }
    let opened = Journal::open_to_read(&file).map_err(|error| cannot(&error, paths))?;
    say_found(&opened, setup, paths, console);
    Ok(Some(opened))
}

/// The last entries.
pub(super) fn entries(
    most: Option<u32>,
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> Result<Vec<JournalEntry>, Failure> {
    let Some(journal) = open_to_read(setup, paths, console)? else {
        return Ok(Vec::new());
    };
    journal.entries(most).map_err(|error| cannot(&error, paths))
}

/// What helped: in all sessions, or in those played by one name; told apart where that is wanted.
pub(super) fn what_helped(
    (session, is_told_apart): (Option<String>, bool),
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> Result<WhatHelped, Failure> {
    let day_begins = setup.settings.day_begins;
    let mut whole = WhatHelped::default();
    if let Some(journal) = open_to_read(setup, paths, console)? {
        let meant = session.map(|given| session_meant(&given, &journal, paths)).transpose()?;
        let wish = LookBack { now: moment_here(), day_begins, session: meant };
        let looked = journal.look_back(&wish, &mut |helped| {
            whole = helped;
            is_told_apart || whole.overall.is_empty()
        });
        looked.map_err(|error| cannot(&error, paths))?;
    }
    Ok(whole)
}

/// The name by which sessions were played that is meant.
fn session_meant(given: &str, journal: &Journal, paths: &Paths) -> Result<String, Failure> {
    let entries = journal.entries(None).map_err(|error| cannot(&error, paths))?;
    let played: BTreeSet<&str> = entries.iter().map(|entry| entry.session.as_str()).collect();
    match name_meant(given, played) {
        Ok(name) => Ok(name.to_owned()),
        Err(Some(help)) if odd_letter(given).is_some() => {
            let failure = format!("no session was played that is called “{}”", printable(given));
            Err(Failure::new(failure).help(help))
        }
        Err(_) => Ok(given.to_owned()),
    }
}

/// Says what was found in the place of the journal; as long as nothing is in the new one, also what
/// was found there before.
fn say_found(journal: &Journal, setup: &Setup, paths: &Paths, console: &mut Console<'_>) {
    let file = paths.journal_file();
    let mut aside = files::set_aside_from(&file);
    aside.sort();
    let is_new = journal.count().is_ok_and(|count| count == 0);
    let found = match journal.found() {
        Some(found) => found.clone(),
        None if is_new && !aside.is_empty() => FoundInPlace::Damaged(String::new()),
        None => return,
    };
    let lies = match &found {
        FoundInPlace::Damaged(name) if !name.is_empty() => vec![file.with_file_name(name)],
        FoundInPlace::Damaged(_) => aside,
        FoundInPlace::Empty => vec![file],
    };
    let lies: Vec<_> = lies.iter().map(|place| said(place)).collect();
    let message = setup.report_texts().text(&found.message());
    console.warn(&message, &format!("it lies in {}", lies.join(", ")));
}

/// Why the journal cannot be used.
pub(super) fn cannot(error: &JournalError, paths: &Paths) -> Failure {
    let failure = Failure::new(format!("your journal cannot be used: {error}"));
    failure.help(error.help()).help(format!("it lies in {}", said(&paths.journal_file())))
}
