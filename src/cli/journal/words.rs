//! Entries of the journal in words.

use std::io;

use crate::body::Side;
use crate::cli::console::Console;
use crate::cli::text::{fold, in_columns, one_line};
use crate::journal::{EntryEnding, JournalEntry, Measure, RatingMoment};
use crate::lengths::{time_at, to_the_second};

/// Columns of a title in a list.
const TITLE: usize = 30;
/// So much of an id tells it from others.
const ID: usize = 8;

/// The entries, a line each.
pub(super) fn list(entries: &[JournalEntry], console: &mut Console<'_>) -> io::Result<()> {
    if entries.is_empty() {
        return writeln!(console.out, "There is nothing in your journal yet.");
    }
    for entry in entries {
        let id = &entry.id.text()[..ID.min(entry.id.text().len())];
        let (when, title) = (entry.began.day_and_minute(), one_line(&entry.title));
        let title = in_columns(&title, TITLE);
        let how = [how_far(entry)].into_iter().chain(changes(entry));
        let how: Vec<_> = how.collect();
        writeln!(console.out, "{id}  {when}  {title}  {}", how.join("; "))?;
    }
    Ok(())
}

/// All that is kept of one entry.
pub(super) fn show(entry: &JournalEntry, console: &mut Console<'_>) -> io::Result<()> {
    let progress = &entry.progress;
    writeln!(console.out, "{} ({})", one_line(&entry.title), one_line(&entry.session))?;
    writeln!(console.out, "  id        {}", entry.id.text())?;
    writeln!(console.out, "  began     {}", entry.began.text())?;
    writeln!(console.out, "  ended     {}", how_far(entry))?;
    let (played, paused) = (to_the_second(progress.played), to_the_second(progress.paused));
    writeln!(console.out, "  played    {played}, and stood still for {paused}")?;
    if let Some(side) = entry.coin {
        writeln!(console.out, "  coin      {}", side.word())?;
    }
    for step in &progress.changed {
        let side = step.side.map(|side| format!(" ({})", Side::word(side))).unwrap_or_default();
        let what = match step.longer {
            0 => "left out  ".to_owned(),
            _ => "longer    ".to_owned(),
        };
        writeln!(console.out, "  {what}{}{side}", one_line(&step.title))?;
    }
    for moment in RatingMoment::ALL {
        let ratings: Vec<String> = entry
            .ratings
            .iter()
            .filter(|rating| rating.moment == moment)
            .map(|rating| format!("{} {}", rating.measure.word(), rating.value))
            .collect();
        if !ratings.is_empty() {
            writeln!(console.out, "  {:10}{}", moment.word(), ratings.join(", "))?;
        }
    }
    let width = console.text_width().saturating_sub(12).max(20);
    for (number, line) in fold(&entry.note, width).into_iter().enumerate() {
        writeln!(console.out, "  {:10}{line}", if number == 0 { "note" } else { "" })?;
    }
    Ok(())
}

/// How far it came: “9 min, to the end”.
fn how_far(entry: &JournalEntry) -> String {
    let progress = &entry.progress;
    let at = || format!("{} of {}", time_at(progress.position), time_at(progress.length));
    match progress.ending {
        Some(EntryEnding::Done) => format!("{}, to the end", to_the_second(progress.length)),
        Some(EntryEnding::Left) => format!("ended at {}", at()),
        Some(EntryEnding::Interrupted) => format!("interrupted at {}", at()),
        None => format!("on, or cut off, at {}", at()),
    }
}

/// What was told before and after: “tension 7 → 4”.
fn changes(entry: &JournalEntry) -> Option<String> {
    let value = |moment, measure| {
        let mut ratings = entry.ratings.iter();
        ratings.find(|it| it.moment == moment && it.measure == measure).map(|it| it.value)
    };
    let changes: Vec<String> = Measure::ALL
        .into_iter()
        .filter_map(|measure| {
            let before = value(RatingMoment::Before, measure);
            let after = value(RatingMoment::After, measure);
            let word = measure.word();
            match (before, after) {
                (Some(before), Some(after)) => Some(format!("{word} {before} → {after}")),
                (Some(before), None) => Some(format!("{word} {before} before")),
                (None, Some(after)) => Some(format!("{word} {after} after")),
                (None, None) => None,
            }
        })
        .collect();
    (!changes.is_empty()).then(|| changes.join(", "))
}
