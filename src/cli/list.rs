//! `list`: the sessions, as a table or as JSON.

use std::path::Path;

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::arguments::ListArguments;
use super::console::Console;
use super::exit::Exit;
use super::setup;
use super::text::{count, in_columns, one_line};
use crate::body::Region;
use crate::config::Paths;
use crate::lengths::about;
use crate::library::{Entry, SessionFilter};
use crate::session::{Goal, Position, Setting, Technique, Tool};

/// A title in fewer columns than this says nothing.
const NARROWEST_TITLE: usize = 12;
const GAP: &str = "  ";

/// Lists the sessions that are asked for.
pub(super) fn list(arguments: &ListArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let paths = Paths::find();
    let (mut entries, invalid) = setup::library(paths.as_ref()).entries();
    let filter = SessionFilter {
        goal: arguments.goal,
        region: arguments.region,
        technique: arguments.technique,
        setting: arguments.setting,
        at_most: arguments.max_minutes,
    };
    entries.retain(|entry| filter.lets_through(entry));
    if arguments.json {
        let facts: Vec<EntryFacts<'_>> = entries.iter().map(EntryFacts::of).collect();
        write_json(&facts, console)?;
    } else {
        for row in table(&entries, console.width) {
            writeln!(console.out, "{row}")?;
        }
        if entries.is_empty() {
            let _ = writeln!(console.err, "No session is all of that; ask for less of it.");
        }
    }
    if let Some(paths) = paths.filter(|_| invalid > 0) {
        mention_invalid(invalid, &paths.sessions(), console);
    }
    Ok(Exit::Done)
}

fn mention_invalid(invalid: usize, folder: &Path, console: &mut Console<'_>) {
    let message = format!("{} cannot be played yet", count(invalid, "session file"));
    let help = format!("`unclench check {}` says why", folder.display());
    console.warn(&message, &help);
}

/// Prints any value as JSON.
pub(super) fn write_json(value: &impl Serialize, console: &mut Console<'_>) -> anyhow::Result<()> {
    // As text first: an error of the output stays one that can be told from others.
    let text = serde_json::to_string_pretty(value)?;
    writeln!(console.out, "{text}")?;
    Ok(())
}

/// Rows of name, title, length and settings. Where there is little room the title is cut, then left
/// out, and then the settings too.
pub(super) fn table(entries: &[Entry], width: Option<usize>) -> Vec<String> {
    let cells: Vec<[String; 4]> = entries.iter().map(cells).collect();
    let widest = |column: usize| {
        let widths = cells.iter().map(|row| row[column].width());
        widths.max().unwrap_or(0)
    };
    let (id, length, settings) = (widest(0), widest(2), widest(3));
    let needed = id + length + 2 * GAP.len() + settings + GAP.len();
    let whole = widest(1);
    let room = width.map_or(whole, |width| width.saturating_sub(needed));
    let title = room.min(whole);
    cells
        .iter()
        .map(|[own_id, own_title, own_length, own_settings]| {
            let own_id = in_columns(own_id, id);
            let row = if title >= NARROWEST_TITLE.min(whole) {
                let own_title = in_columns(own_title, title);
                format!("{own_id}{GAP}{own_title}{GAP}{own_length:>length$}{GAP}{own_settings}")
            } else if width.is_none_or(|width| width + GAP.len() >= needed) {
                format!("{own_id}{GAP}{own_length:>length$}{GAP}{own_settings}")
            } else {
                format!("{own_id}{GAP}{own_length:>length$}")
            };
            row.trim_end().to_owned()
        })
        .collect()
}

fn cells(entry: &Entry) -> [String; 4] {
    let settings: Vec<&str> = entry.settings.iter().map(|setting| setting.id()).collect();
    [entry.id.clone(), one_line(&entry.title), about(entry.millis), settings.join(", ")]
}

/// A session as JSON gives it. The keys are a promise to scripts.
#[derive(Serialize)]
pub(super) struct EntryFacts<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    duration_ms: u64,
    min_ms: u64,
    max_ms: u64,
    settings: &'a [Setting],
    goals: &'a [Goal],
    techniques: &'a [Technique],
    regions: &'a [Region],
    tools: &'a [Tool],
    position: Position,
    language: &'a str,
    path: Option<String>,
}

impl<'a> EntryFacts<'a> {
    pub(super) fn of(entry: &'a Entry) -> Self {
        let path = entry.path.as_deref();
        Self {
            id: &entry.id,
            title: &entry.title,
            summary: &entry.summary,
            duration_ms: entry.millis,
            min_ms: entry.shortest,
            max_ms: entry.longest,
            settings: &entry.settings,
            goals: &entry.goals,
            techniques: &entry.techniques,
            regions: &entry.regions,
            tools: &entry.tools,
            position: entry.position,
            language: &entry.language,
            path: path.map(|path| path.to_string_lossy().into_owned()),
        }
    }
}
