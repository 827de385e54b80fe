//! What was asked and told today, in a file of which tomorrow only counts what was read.

use std::collections::BTreeSet;
use std::io;

use toml::{Table, Value};

use super::LARGEST_BYTES;
use crate::care::{CareTable, HeldCondition, Site, Today};
use crate::config::Paths;
use crate::files;

/// The keys of the file.
mod key {
    pub(super) const DAY: &str = "day";
    pub(super) const ASKED: &str = "asked";
    pub(super) const HELD: &str = "so-today";
    pub(super) const SIGNS: &str = "felt";
    pub(super) const TOLD: &str = "read";
    pub(super) const KNOWN: &str = "read-lately";
}

/// The file of today's answers is there, and cannot be read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamagedToday;

/// What was asked and told on a day, such as `2026-11-28`. Where the file is of another day, only what
/// was read lately; nothing where it is damaged: then all of it is asked and told again.
pub fn load_today(paths: &Paths, day: &str) -> (Today, Option<DamagedToday>) {
    let fresh = Today::of_day(day);
    let bytes = match files::read(&paths.today_file(), LARGEST_BYTES) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return (fresh, None),
        Err(_) => return (fresh, Some(DamagedToday)),
    };
    let table = String::from_utf8(bytes).ok().and_then(|text| text.parse::<Table>().ok());
    let written = table.as_ref().and_then(|it| it.get(key::DAY)?.as_str());
    match (&table, written) {
        (Some(table), Some(written)) if written != day => match known(table) {
            Some(known) => (fresh.with_known(known), None),
            None => (fresh, Some(DamagedToday)),
        },
        (Some(table), Some(_)) => match read(table, &fresh) {
            Some(today) => (today, None),
            None => (fresh, Some(DamagedToday)),
        },
        _ => (fresh, Some(DamagedToday)),
    }
}

/// The day as its file has it; `None` where anything in it is not as it is written here.
fn read(table: &Table, fresh: &Today) -> Option<Today> {
    let held = table.get(key::HELD)?.as_table()?.iter();
    let held = held.map(|(id, sites)| {
        let condition = CareTable::shipped().condition(id)?;
        let sites = words(sites)?.iter().map(|id| Site::by_id(id)).collect::<Option<_>>()?;
        Some(HeldCondition { condition, sites })
    });
    let held = held.collect::<Option<Vec<_>>>()?;
    let set = |key: &str| words(table.get(key)?);
    // In a file from before there were any.
    let signs = if table.contains_key(key::SIGNS) { set(key::SIGNS)? } else { BTreeSet::new() };
    let read = fresh.clone().with_answers(set(key::ASKED)?, held).with_told(set(key::TOLD)?);
    let read = read.with_signs(signs);
    Some(read.with_known(known(table)?))
}

/// What was read lately, each with its day; nothing in a file from before that was kept.
fn known(table: &Table) -> Option<Vec<(String, String)>> {
    let Some(known) = table.get(key::KNOWN) else { return Some(Vec::new()) };
    let dated = |(mark, day): (&String, &Value)| Some((mark.clone(), day.as_str()?.to_owned()));
    known.as_table()?.iter().map(dated).collect()
}

fn words(value: &Value) -> Option<BTreeSet<String>> {
    value.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect()
}

/// Keeps what was asked and told on its day, readable by its person alone.
///
/// # Errors
/// Whatever the file system says.
pub fn keep_today(paths: &Paths, today: &Today) -> io::Result<()> {
    let list = |words: &BTreeSet<String>| Value::from(words.iter().cloned().collect::<Vec<_>>());
    let held = today.held().iter().map(|held| {
        let sites: Vec<_> = held.sites.iter().map(|site| site.id()).collect();
        (held.condition.id.clone(), Value::from(sites))
    });
    let known = today.known().iter();
    let known = known.map(|(mark, day)| (mark.clone(), Value::from(day.as_str())));
    let table = Table::from_iter([
        (key::DAY.to_owned(), Value::from(today.day())),
        (key::ASKED.to_owned(), list(today.asked())),
        (key::TOLD.to_owned(), list(today.told())),
        (key::SIGNS.to_owned(), list(today.signs())),
        (key::HELD.to_owned(), Value::Table(held.collect())),
        (key::KNOWN.to_owned(), Value::Table(known.collect())),
    ]);
    files::write_private(&paths.today_file(), table.to_string().as_bytes())
}
