//! `list`: the sessions, as a table or as JSON.

mod json;

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::arguments::ListArguments;
use super::console::Console;
use super::exit::Exit;
use super::setup;
use super::text::{count, in_columns, one_line, said};
use crate::config::Paths;
use crate::files::has_ending;
use crate::lengths::about;
use crate::library::{Catalogue, Entry, FoundSession, Library, SessionFilter, search};
use crate::screens::{LibraryItem, find, why_found};
use crate::words::{Language, Texts, is_unprintable};

pub(super) use json::EntryFacts;

/// A title in fewer columns than this says nothing.
const NARROWEST_TITLE: usize = 12;
/// A longer name of a file moves no other row. On a terminal it is cut, so that it leaves some room for
/// the titles.
const WIDEST_NAME: usize = 40;
/// A longer row has the reason it was found for right behind it.
const WIDEST_ROW: usize = 160;
const GAP: &str = "  ";

/// Lists the sessions that are asked for.
pub(super) fn list(arguments: &ListArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let paths = Paths::find();
    let library = setup::library(paths.as_ref());
    let (entries, invalid) = library.entries();
    let typed = arguments.words.join(" ");
    let catalogue = Catalogue::new(entries, library.courses().clone(), invalid);
    let filter = SessionFilter {
        goal: arguments.goal,
        region: arguments.region,
        technique: arguments.technique,
        setting: arguments.setting,
        at_most: arguments.max_minutes,
    };
    let (items, guess) = found(&catalogue, &typed, &filter);
    if arguments.json {
        let facts: Vec<_> = items.iter().map(|item| json::of_item(*item, &catalogue)).collect();
        write_json(&facts, console)?;
    } else {
        let told = (guess.as_deref(), nothing_found(&typed, &filter));
        write_found(&catalogue, &items, told, console)?;
    }
    if let Some(paths) = paths.filter(|_| invalid > 0) {
        mention_unused(&library, invalid, &paths.sessions(), console);
    }
    Ok(Exit::Done)
}

/// The rows with a word each on why the session was found, where there is room for it.
fn with_reasons(rows: Vec<String>, found: &[FoundSession], width: Option<usize>) -> Vec<String> {
    let texts = Texts::of(Language::English);
    let widths = rows.iter().map(|row| row.width()).filter(|width| *width <= WIDEST_ROW);
    let widest = widths.max().unwrap_or(0);
    let with_reason = |(row, found): (String, &FoundSession)| {
        let Some(why) = found.by.map(|by| why_found(by, texts)) else { return row };
        let fits = width.is_none_or(|width| widest + GAP.len() + why.width() <= width);
        if fits { format!("{}{GAP}{why}", filled(&row, widest)) } else { row }
    };
    rows.into_iter().zip(found).map(with_reason).collect()
}

/// What is asked for: sessions, and where words are typed also what there is to breathe and to read;
/// and what is said of it where it is a guess.
fn found(
    catalogue: &Catalogue,
    typed: &str,
    filter: &SessionFilter,
) -> (Vec<LibraryItem>, Option<String>) {
    if typed.trim().is_empty() {
        let all = search(catalogue, typed).found.into_iter();
        let all = all.filter(|found| filter.lets_through(&catalogue[found.index]));
        return (all.map(LibraryItem::Session).collect(), None);
    }
    let list = find(catalogue, typed, filter);
    let guess = match &list.meant {
        _ if list.is_near => Some("Nothing has all of these words; this is near:".to_owned()),
        meant => meant.as_ref().map(|words| taken_for(words)),
    };
    (list.rows.iter().map(|row| row.item).collect(), guess)
}

/// What is said where nothing is found: whoever asked for one thing alone cannot ask for less.
fn nothing_found(typed: &str, filter: &SessionFilter) -> &'static str {
    if typed.split_whitespace().count() == 1 && *filter == SessionFilter::default() {
        "Nothing is found by that word; try another, or `unclench list` for all."
    } else {
        "No session is all of that; ask for less of it."
    }
}

/// That words were taken for others, of which they are likely a slip.
pub(super) fn taken_for(words: &str) -> String {
    format!("Taken for “{words}”:")
}

/// The sessions as a table, and what there is to breathe and to read by its command.
fn write_found(
    catalogue: &Catalogue,
    items: &[LibraryItem],
    (guess, nothing): (Option<&str>, &str),
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let sessions = items.iter().filter_map(|item| match item {
        LibraryItem::Session(found) => Some(*found),
        LibraryItem::Breath(_) | LibraryItem::Page(_) | LibraryItem::Course(_) => None,
    });
    let sessions: Vec<FoundSession> = sessions.collect();
    if let Some(guess) = guess.filter(|_| !items.is_empty()) {
        let _ = writeln!(console.err, "{guess}");
    }
    let entries: Vec<Entry> = sessions.iter().map(|it| catalogue[it.index].clone()).collect();
    let rows = table(&entries, console.width);
    for row in with_reasons(rows, &sessions, console.width) {
        writeln!(console.out, "{row}")?;
    }
    if items.is_empty() {
        let _ = writeln!(console.err, "{nothing}");
    }
    let others = items.iter().filter_map(|item| match item {
        LibraryItem::Session(_) => None,
        LibraryItem::Course(at) => catalogue
            .courses()
            .get(*at)
            .map(|course| (format!("unclench course show {}", course.id), course.title.clone())),
        LibraryItem::Breath(pattern) => {
            Some((format!("unclench breathe {}", pattern.id), pattern.title.to_owned()))
        }
        LibraryItem::Page(topic) => Some((format!("unclench learn {}", topic.id()), topic.title())),
    });
    let others: Vec<_> = others.collect();
    let widest = others.iter().map(|(command, _)| command.len()).max().unwrap_or(0);
    if !others.is_empty() && !entries.is_empty() {
        writeln!(console.out)?;
    }
    for (command, title) in others {
        writeln!(console.out, "{command:widest$}{GAP}{title}")?;
    }
    Ok(())
}

/// Says which of the person's folders cannot be looked into, and how many files cannot be used; where
/// there is only one such thing, why.
fn mention_unused(library: &Library, files: usize, folder: &Path, console: &mut Console<'_>) {
    let is_closed = |path: &Path| path == folder || path.is_dir() && !has_ending(path, "toml");
    let (closed, others): (Vec<_>, Vec<_>) =
        library.unused().partition(|unused| is_closed(&unused.path));
    let left = files.saturating_sub(closed.len());
    let alone = others.first().copied().filter(|_| left == 1);
    for unused in closed.into_iter().chain(alone) {
        console.warn(&unused.to_string(), &unused.help);
    }
    if left > 0 && alone.is_none() {
        let message = format!("{} cannot be used yet", count(left, "file of your own"));
        let help = format!("`unclench check {}` says why", said(folder));
        console.warn(&message, &help);
    }
}

/// Prints any value as JSON.
pub(super) fn write_json(value: &impl Serialize, console: &mut Console<'_>) -> anyhow::Result<()> {
    // As text first: an error of the output stays one that can be told from others.
    let text = serde_json::to_string_pretty(value)?;
    writeln!(console.out, "{}", escaped(&text))?;
    Ok(())
}

/// The same JSON with every character escaped that could control a terminal, so that it reads as
/// what it is.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter != '\n' && is_unprintable(letter) {
            // Writing to a text cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out
}

/// Rows of name, title, length and settings. Where there is little room the title is cut, then left
/// out, and then the settings too.
pub(super) fn table(entries: &[Entry], width: Option<usize>) -> Vec<String> {
    let cells: Vec<[String; 4]> = entries.iter().map(cells).collect();
    let widest = |column: usize| {
        let widths = cells.iter().map(|row| row[column].width());
        widths.max().unwrap_or(0)
    };
    let (length, settings) = (widest(2), widest(3));
    let most = width.map_or(usize::MAX, |width| width.saturating_sub(GAP.len() + length));
    let id = widest(0).min(WIDEST_NAME).min(most);
    let needed = id + length + 2 * GAP.len() + settings + GAP.len();
    let whole = widest(1);
    let room = width.map_or(whole, |width| width.saturating_sub(needed));
    let title = room.min(whole);
    cells
        .iter()
        .map(|[own_id, own_title, own_length, own_settings]| {
            let own_id = if width.is_some() { in_columns(own_id, id) } else { filled(own_id, id) };
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

/// Text in at least `width` columns, filled up with blanks.
fn filled(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn cells(entry: &Entry) -> [String; 4] {
    let settings: Vec<&str> = entry.settings.iter().map(|setting| setting.id()).collect();
    [one_line(&entry.id), one_line(&entry.title), about(entry.millis), settings.join(", ")]
}
