//! Which heading a line is meant as.

use toml::de::{DeTable, DeValue};

use super::slip::SlipKind;
use crate::problem::letters::as_typed;
use crate::problem::{as_name, nearest};

/// The keys and headings that a file may have.
pub struct FileShape {
    root: Vec<String>,
    tables: Vec<(String, Vec<String>)>,
    /// Whether other headings and keys are those of a later version, and stay as they are.
    keeps_others: bool,
}

/// A line that is a heading, or is meant as one.
#[derive(Debug)]
pub(super) struct WrittenHeading {
    /// The names in it, the outermost first.
    pub path: Vec<String>,
    /// It stands in two brackets.
    pub is_list: bool,
    /// It can be read as it is written.
    is_sound: bool,
    /// Something follows it in its line.
    has_more: bool,
}

/// What a heading counts as.
pub(super) struct MeantPlace {
    /// The path of the table that it stands for; an empty one is the place without a heading.
    pub place: Option<Vec<String>>,
    /// What is told of it.
    pub kind: Option<SlipKind>,
}

impl FileShape {
    /// The shape of a file in which everything is set; `keeps_others` as of a later version.
    pub fn of(whole: &toml::Table, keeps_others: bool) -> Self {
        let (mut root, mut tables) = (Vec::new(), Vec::new());
        for (key, value) in whole {
            match value {
                toml::Value::Table(table) => {
                    tables.push((key.clone(), table.keys().cloned().collect()));
                }
                _ => root.push(key.clone()),
            }
        }
        Self { root, tables, keeps_others }
    }

    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.tables.iter().map(|(name, _)| name.as_str())
    }

    fn table(&self, name: &str) -> Option<&Vec<String>> {
        self.tables.iter().find(|(it, _)| it == name).map(|(_, keys)| keys)
    }

    /// The one place where alone a key can belong that there is not beneath this heading.
    pub(super) fn home_of(&self, key: &str, path: &[String]) -> Option<Vec<String>> {
        let has = |keys: &Vec<String>| keys.iter().any(|it| it == key);
        let here = match path {
            [] => Some(&self.root),
            [name] => self.table(name),
            _ => None,
        };
        if self.keeps_others || here.is_none_or(has) || path.is_empty() && self.table(key).is_some()
        {
            return None;
        }
        let mut homes: Vec<_> = has(&self.root).then(Vec::new).into_iter().collect();
        let tables = self.tables.iter().filter(|(_, keys)| has(keys));
        homes.extend(tables.map(|(name, _)| vec![name.clone()]));
        if homes.len() == 1 { homes.pop() } else { None }
    }

    /// How many of these entries there are without a heading, and beneath each.
    fn fitting<'s>(&'s self, entries: &Entries<'_>) -> Vec<(Option<&'s str>, usize)> {
        let keys = || entries.iter().flat_map(|(_, table)| table.iter());
        let count = |keys_there: &Vec<String>, has_tables: bool| {
            let fits = keys().filter(|(key, value)| {
                let key: &str = key.get_ref();
                keys_there.iter().any(|it| it == key)
                    || has_tables && value.get_ref().is_table() && self.table(key).is_some()
            });
            fits.count()
        };
        let tables =
            self.tables.iter().map(|(name, keys)| (Some(name.as_str()), count(keys, false)));
        std::iter::once((None, count(&self.root, true))).chain(tables).collect()
    }
}

/// What stands beneath a heading.
type Entries<'a> = [(std::ops::Range<usize>, DeTable<'a>)];

impl WrittenHeading {
    /// What it counts as, above these entries; `line` is how it is written.
    pub(super) fn meant(&self, entries: &Entries<'_>, shape: &FileShape, line: &str) -> MeantPlace {
        let name = |name: &str| format!("[{name}]");
        let words: Vec<String> = self.path.iter().map(|word| plain(word)).collect();
        let as_table = |found: &str| {
            let is_right = self.is_sound && !self.is_list && self.path == [found];
            let written = name(found);
            let kind = SlipKind::Heading { written, has_more: self.has_more };
            MeantPlace { place: Some(vec![found.to_owned()]), kind: (!is_right).then_some(kind) }
        };
        let known = |word: &String| shape.table(word).is_some();
        let is_of_table = words.iter().rev().skip(1).any(known);
        if let Some(last) = words.last().filter(|last| known(last) && !is_of_table) {
            return as_table(last);
        }
        let fitting = shape.fitting(entries);
        let fits = |found: &str| fitting.iter().any(|(it, count)| *it == Some(found) && *count > 0);
        let near = words.last().and_then(|last| nearest(last, shape.names()));
        if let Some(near) = near.filter(|near| !is_of_table && fits(near)) {
            return as_table(near);
        }
        if shape.keeps_others {
            let written = name(&self.path.join("."));
            let kind = SlipKind::Heading { written, has_more: self.has_more };
            return MeantPlace { place: None, kind: (!self.is_sound).then_some(kind) };
        }
        let most = fitting.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let mut best = fitting.iter().filter(|(_, count)| *count == most && most > 0);
        match (best.next(), best.next()) {
            (Some((Some(table), _)), None) if !is_of_table => as_table(table),
            (Some((None, _)), None) if !is_of_table => {
                let written = line.split('#').next().unwrap_or_default().trim().to_owned();
                MeantPlace {
                    place: Some(Vec::new()),
                    kind: Some(SlipKind::NeedlessHeading { written }),
                }
            }
            _ => {
                let keys = entries.iter().flat_map(|(_, table)| table.keys());
                let keys = keys.map(|key| key.get_ref().to_string()).collect();
                let meant = words.iter().find(|word| known(word)).map(String::as_str).or(near);
                let whole = line.split('#').next().unwrap_or_default().trim();
                let own = self.has_more.then(|| name(&self.path.join(".")));
                let written = own.unwrap_or_else(|| whole.to_owned());
                let meant = meant.map(name);
                let kind = SlipKind::UnknownHeading { written, keys, meant };
                MeantPlace { place: None, kind: Some(kind) }
            }
        }
    }
}

/// The heading that a line is, or is meant as; `read` is what TOML reads of it.
pub(super) fn heading(
    line: &str,
    read: Option<&DeTable<'_>>,
    shape: &FileShape,
) -> Option<WrittenHeading> {
    let line = line.trim();
    if let Some(read) = read {
        let is_list = line.starts_with("[[");
        let path = path_of(read);
        return line.starts_with('[').then_some(WrittenHeading {
            path,
            is_list,
            is_sound: true,
            has_more: false,
        });
    }
    let typed = as_typed(line);
    let words = typed.split('#').next()?.trim();
    let is_around = |letter: char| letter.is_whitespace() || "[](){}<>:;,\"'".contains(letter);
    let inside = words.trim_matches(is_around);
    let (name, more) = match words.strip_prefix('[') {
        Some(rest) => rest.split_once(']').unwrap_or((rest, "")),
        None if shape.table(&plain(inside)).is_some() => (inside, ""),
        None => return None,
    };
    let name = name.trim_matches(is_around);
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if name.is_empty() || !name.chars().all(is_bare) {
        return None;
    }
    let written = format!("[{name}]");
    let read = DeTable::parse(&written).ok()?;
    let has_more = !more.trim_matches(is_around).is_empty();
    Some(WrittenHeading {
        path: path_of(read.get_ref()),
        is_list: false,
        is_sound: false,
        has_more,
    })
}

/// The names in a heading, the outermost first.
fn path_of(heading: &DeTable<'_>) -> Vec<String> {
    let (mut path, mut table) = (Vec::new(), Some(heading));
    while let Some((key, value)) = table.and_then(|table| table.iter().next()) {
        path.push(key.get_ref().to_string());
        table = match value.get_ref() {
            DeValue::Table(inner) => Some(inner),
            DeValue::Array(list) => list.first().and_then(|it| it.get_ref().as_table()),
            _ => None,
        };
    }
    path
}

/// A name as it is written where it is written right.
fn plain(name: &str) -> String {
    as_name(&as_typed(name))
}
