//! Entries of the journal in words.

use std::io;

use unicode_width::UnicodeWidthStr as _;

use crate::cli::console::Console;
use crate::cli::text::{fold, in_columns, one_line};
use crate::journal::{EntryEnding, JournalEntry, Measure, RatingMoment};
use crate::lengths::{time_at, to_the_second};
use crate::words::{Message, Texts, place};

/// Columns of a title in a list.
const TITLE: usize = 30;
/// So much of an id tells it from others.
const ID: usize = 8;
/// Columns of what a line is about, at least, and between that and what it says.
const ABOUT: usize = 8;
const GAP: usize = 2;

/// The entries, a line each.
pub(super) fn list(
    entries: &[JournalEntry],
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<()> {
    if entries.is_empty() {
        return writeln!(console.out, "{}", texts.text(&Message::new("journal-empty")));
    }
    for entry in entries {
        let id = &entry.id.text()[..ID.min(entry.id.text().len())];
        let (when, title) = (entry.began.day_and_minute(), one_line(&entry.title));
        let title = in_columns(&title, TITLE);
        let how = [how_far(entry, texts)].into_iter().chain(changes(entry, texts));
        let how: Vec<_> = how.collect();
        writeln!(console.out, "{id}  {when}  {title}  {}", how.join("; "))?;
    }
    Ok(())
}

/// All that is kept of one entry.
pub(super) fn show(
    entry: &JournalEntry,
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<()> {
    writeln!(console.out, "{} ({})", one_line(&entry.title), one_line(&entry.session))?;
    let facts = facts(entry, texts);
    let widest = facts.iter().map(|(about, _)| about.width()).fold(ABOUT, usize::max) + GAP;
    let room = console.text_width().saturating_sub(widest + GAP).max(20);
    for (about, fact) in facts {
        for (number, line) in fold(&fact, room).into_iter().enumerate() {
            let about = if number == 0 { about.as_str() } else { "" };
            let gap = " ".repeat(widest - about.width());
            writeln!(console.out, "  {about}{gap}{line}")?;
        }
    }
    Ok(())
}

/// What is kept of an entry, each with what it is about.
fn facts(entry: &JournalEntry, texts: &Texts) -> Vec<(String, String)> {
    let progress = &entry.progress;
    let about = |id: &str| texts.text(&Message::new(format!("journal-about-{id}")));
    let played = Message::new("journal-played")
        .with("played", to_the_second(progress.played))
        .with("paused", to_the_second(progress.paused));
    let mut facts = vec![
        (about("id"), entry.id.text().to_owned()),
        (about("began"), entry.began.text()),
        (about("ended"), how_far(entry, texts)),
        (about("played"), texts.text(&played)),
    ];
    if let Some(side) = entry.coin {
        let said = Message::new(format!("journal-coin-{}", side.word()));
        facts.push((about("coin"), texts.text(&said)));
    }
    for step in &progress.changed {
        let side = step.side.map(|side| Message::new("side").with("side", side.word()));
        let side = side.map(|side| format!(" ({})", texts.text(&side))).unwrap_or_default();
        let what = if step.longer == 0 { "left-out" } else { "longer" };
        facts.push((about(what), format!("{}{side}", one_line(&step.title))));
    }
    for moment in RatingMoment::ALL {
        let ratings = entry.ratings.iter().filter(|rating| rating.moment == moment);
        let ratings: Vec<String> = ratings
            .map(|rating| format!("{} {}", measure_name(rating.measure, texts), rating.value))
            .collect();
        if !ratings.is_empty() {
            facts.push((about(moment.word()), ratings.join(", ")));
        }
    }
    if let Some(at) = entry.pain_at {
        facts.push((about("pain"), texts.text(&place(at.region, at.side))));
    }
    if !entry.note.is_empty() {
        facts.push((about("note"), entry.note.clone()));
    }
    facts
}

fn measure_name(measure: Measure, texts: &Texts) -> String {
    texts.text(&Message::new(format!("measure-{}", measure.word())))
}

/// How far it came: “9 min, to the end”.
fn how_far(entry: &JournalEntry, texts: &Texts) -> String {
    let progress = &entry.progress;
    let ended = match progress.ending {
        Some(EntryEnding::Done) => {
            let length = to_the_second(progress.length);
            return texts.text(&Message::new("journal-done").with("length", length));
        }
        Some(EntryEnding::Left) => "journal-left",
        Some(EntryEnding::Interrupted) => "journal-interrupted",
        None => "journal-open",
    };
    let at = Message::new(ended).with("at", time_at(progress.position));
    texts.text(&at.with("length", time_at(progress.length)))
}

/// What was told before and after: “tension 7 → 4”.
fn changes(entry: &JournalEntry, texts: &Texts) -> Option<String> {
    let value = |moment, measure| {
        let mut ratings = entry.ratings.iter();
        ratings.find(|it| it.moment == moment && it.measure == measure).map(|it| it.value)
    };
    let told_once = |id: &'static str, name: String, value: u16| {
        texts.text(&Message::new(id).with("measure", name).with("value", u64::from(value)))
    };
    let changes: Vec<String> = Measure::ALL
        .into_iter()
        .filter_map(|measure| {
            let before = value(RatingMoment::Before, measure);
            let after = value(RatingMoment::After, measure);
            let name = measure_name(measure, texts);
            match (before, after) {
                (Some(before), Some(after)) => Some(format!("{name} {before} → {after}")),
                (Some(before), None) => Some(told_once("journal-only-before", name, before)),
                (None, Some(after)) => Some(told_once("journal-only-after", name, after)),
                (None, None) => None,
            }
        })
        .collect();
    (!changes.is_empty()).then(|| changes.join(", "))
}
