//! What was asked and told today, in a file that is worth nothing tomorrow.

use std::collections::BTreeSet;
use std::io;

use toml::{Table, Value};

use super::LARGEST_BYTES;
use crate::care::{CareTable, HeldCondition, Today};
use crate::config::Paths;
use crate::files;

/// The keys of the file.
mod key {
    pub(super) const DAY: &str = "day";
    pub(super) const ASKED: &str = "asked";
    pub(super) const HELD: &str = "so-today";
    pub(super) const TOLD: &str = "read";
}

/// What was asked and told on a day, such as `2026-11-28`. Nothing, where the file is of another day
/// or cannot be read: then all of it is asked and told again.
pub fn load_today(paths: &Paths, day: &str) -> Today {
    let read = files::read(&paths.today_file(), LARGEST_BYTES).ok();
    let table = read.and_then(|bytes| String::from_utf8(bytes).ok()?.parse::<Table>().ok());
    let Some(table) = table.filter(|it| it.get(key::DAY).and_then(Value::as_str) == Some(day))
    else {
        return Today::default();
    };
    let words = |key: &str| -> BTreeSet<String> {
        let list = table.get(key).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let known = words(key::HELD);
    let known = known.iter().filter_map(|id| CareTable::shipped().condition(id));
    let held = known.map(|condition| HeldCondition { condition, sites: Vec::new() }).collect();
    Today::new(words(key::ASKED), held, words(key::TOLD))
}

/// Keeps what was asked and told on a day, readable by its person alone.
///
/// # Errors
/// Whatever the file system says.
pub fn keep_today(paths: &Paths, day: &str, today: &Today) -> io::Result<()> {
    let list = |words: &mut dyn Iterator<Item = &str>| -> Value {
        Value::Array(words.map(|word| Value::String(word.to_owned())).collect())
    };
    let table = Table::from_iter([
        (key::DAY.to_owned(), Value::String(day.to_owned())),
        (key::ASKED.to_owned(), list(&mut today.asked().iter().map(String::as_str))),
        (key::HELD.to_owned(), list(&mut today.held().iter().map(|it| it.condition.id.as_str()))),
        (key::TOLD.to_owned(), list(&mut today.told().iter().map(String::as_str))),
    ]);
    files::write_private(&paths.today_file(), table.to_string().as_bytes())
}
