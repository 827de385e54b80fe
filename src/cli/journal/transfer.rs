//! The journal goes out and comes in: as JSON, and as a table for spreadsheets.

use std::path::Path;

use crate::cli::arguments::JournalExportArguments;
use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::cli::exported;
use crate::cli::list::write_json;
use crate::cli::text::said;
use crate::config::Paths;
use crate::files;
use crate::journal::{JournalEntry, JournalFacts, JournalFile, sheet};
use crate::words::Texts;

/// The most that is read of a journal to be taken in, in bytes: well over 100,000 entries.
const LARGEST_BYTES: u64 = 256 * 1024 * 1024;

/// Prints entries as JSON.
pub(super) fn write_facts(
    entries: &[JournalEntry],
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    write_json(&JournalFacts::of(entries), console)
}

/// Prints entries as a table.
pub(super) fn write_sheet(
    entries: &[JournalEntry],
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    console.out.write_all(sheet(entries).replace("\r\n", "\n").as_bytes())?;
    Ok(())
}

/// Prints the journal, or saves it as a file.
pub(super) fn export(
    wish: &JournalExportArguments,
    entries: &[JournalEntry],
    (paths, texts): (&Paths, &Texts),
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let Some(place) = &wish.output else {
        if wish.csv {
            return write_sheet(entries, console);
        }
        return write_json(&JournalFile::of(entries), console);
    };
    let text = if wish.csv {
        sheet(entries)
    } else {
        format!("{}\n", serde_json::to_string_pretty(&JournalFile::of(entries))?)
    };
    exported::save(&text, place, wish.force, (Some(paths), texts), console)
}

/// Reads a journal that was exported.
pub(super) fn read(place: &Path) -> Result<Vec<JournalEntry>, Failure> {
    let bytes = files::read(place, LARGEST_BYTES)
        .map_err(|error| Failure::new(error.to_string()).help(error.help()))?;
    JournalFile::read(&bytes).map_err(|error| {
        let place = said(place);
        let message = if error.is_of_a_part() {
            format!("nothing of `{place}` was taken in: {error}")
        } else {
            format!("`{place}` is no journal: {error}")
        };
        Failure::new(message).help(error.help())
    })
}
