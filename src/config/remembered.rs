//! What is remembered from one run to the next.

mod unused;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Paths;
use super::headings::FileShape;
use super::lines::Lines;
use super::slip::Slip;
use crate::choices::{Background, Choice as _, SoundKind};
use crate::files::{self, FileError, FileErrorKind, FolderState, folder_state};

/// The most that is read of what is remembered, in bytes.
const LARGEST_BYTES: u64 = 256 * 1024;

/// How many of the last sessions are remembered.
const LAST_SESSIONS: usize = 8;

/// What is remembered from one run to the next: what was changed, and nothing else, so that the
/// settings still count for the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Remembered {
    /// The last loudness, 0–100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u8>,
    /// The last background: `session`, `none` or the name of a bed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<Background>,
    /// The last loudness of each kind of sound, 0–100.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub mix: BTreeMap<SoundKind, u8>,
    /// The names of the last sessions that were played for at least half of their time, the last
    /// first, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lately: Vec<String>,
    /// The names of the person's favourites, in the order they were chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub favourites: Option<Vec<String>>,
    /// Which of many plans the last one was that was played or kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_variety: Option<u32>,
    /// What the person did not want on a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declined: Option<DeclinedSessions>,
}

/// The sessions that a person did not want when they were offered on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DeclinedSessions {
    /// The day, such as `2026-11-28`.
    pub day: String,
    /// Their names.
    pub sessions: Vec<String>,
}

impl Remembered {
    /// Reads it; what cannot be read is simply not remembered.
    pub fn load(paths: &Paths) -> Self {
        let bytes = files::read(&paths.remembered_file(), LARGEST_BYTES).unwrap_or_default();
        Self::read(&String::from_utf8_lossy(&bytes))
    }

    /// Whether it can be read, and written.
    pub fn state(paths: &Paths) -> FolderState {
        let state = folder_state(&paths.state, true);
        let unreadable = || files::read(&paths.remembered_file(), LARGEST_BYTES).err();
        let fault = state.fault.or_else(|| unreadable().filter(|error| !error.is_missing()));
        FolderState { fault, ..state }
    }

    /// How many lines of it cannot be read. The next [`Self::save`] puts them [aside](Self::aside).
    pub fn broken_lines(paths: &Paths) -> usize {
        let bytes = files::read(&paths.remembered_file(), LARGEST_BYTES).unwrap_or_default();
        broken_lines(&String::from_utf8_lossy(&bytes)).len()
    }

    /// The file of the lines that could not be read.
    pub fn aside(paths: &Paths) -> PathBuf {
        paths.remembered_file().with_extension("toml.broken")
    }

    /// Reads key by key, so that one that does not fit costs no other.
    fn read(text: &str) -> Self {
        Self::of_table(&table(text))
    }

    fn of_table(table: &toml::Table) -> Self {
        let loudness = |value: &toml::Value| {
            value.as_integer().and_then(|number| u8::try_from(number).ok()).filter(|it| *it <= 100)
        };
        let mix = table.get("mix").and_then(toml::Value::as_table).into_iter().flatten();
        let mix =
            mix.filter_map(|(kind, value)| Some((SoundKind::from_word(kind)?, loudness(value)?)));
        let lately = names(table, "lately").unwrap_or_default().into_iter();
        let declined = table.get("declined").and_then(toml::Value::as_table);
        Self {
            volume: table.get("volume").and_then(loudness),
            background: table.get("background").and_then(|it| it.as_str()).map(Background::written),
            mix: mix.collect(),
            lately: lately.take(LAST_SESSIONS).collect(),
            favourites: names(table, "favourites"),
            plan_variety: table
                .get("plan-variety")
                .and_then(toml::Value::as_integer)
                .and_then(|number| u32::try_from(number).ok()),
            declined: declined.and_then(|declined| {
                let day = declined.get("day")?.as_str()?.to_owned();
                Some(DeclinedSessions { day, sessions: names(declined, "sessions")? })
            }),
        }
    }

    /// The same with what is newer in its place.
    #[must_use]
    pub fn renewed(mut self, newer: &Self) -> Self {
        self.volume = newer.volume.or(self.volume);
        self.background = newer.background.clone().or(self.background);
        self.mix.extend(&newer.mix);
        self.lately.retain(|id| !newer.lately.contains(id));
        self.lately.splice(0..0, newer.lately.iter().cloned());
        self.lately.truncate(LAST_SESSIONS);
        self.favourites = newer.favourites.clone().or(self.favourites);
        self.plan_variety = newer.plan_variety.or(self.plan_variety);
        self.declined = newer.declined.clone().or(self.declined);
        self
    }

    /// Writes it, whole or not at all. Keys that are not known here, as of a later version, stay as
    /// they are, and lines that cannot be read are put aside.
    ///
    /// # Errors
    /// Whatever the file system says, of the file that is there already too: one that cannot be read
    /// is not written over.
    pub fn save(&self, paths: &Paths) -> io::Result<()> {
        let file = paths.remembered_file();
        let text = match files::read(&file, LARGEST_BYTES) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.is_missing() => String::new(),
            Err(error) => return Err(error.into()),
        };
        put_aside(&broken_lines(&text), paths)?;
        let (mut kept, mut unknown) = (toml::Table::new(), String::new());
        for (key, value) in &Lines::of(&text, &shape()).root {
            if let Some(value) = known_value(value.get_ref()) {
                kept.insert(key.get_ref().to_string(), value);
                continue;
            }
            // It is larger than TOML's own numbers, for example: it stays as it is written.
            let key = toml::Value::from(key.get_ref().as_ref());
            let written = text.get(value.span()).filter(|it| !it.is_empty());
            unknown.extend(written.map(|written| format!("{key} = {written}\n")));
        }
        let own = toml::Table::try_from(self).map_err(io::Error::other)?;
        for (key, value) in own {
            match (kept.get_mut(&key), value) {
                (Some(toml::Value::Table(there)), toml::Value::Table(new)) => there.extend(new),
                (_, value) => drop(kept.insert(key, value)),
            }
        }
        files::write_whole(&file, format!("{unknown}{kept}").as_bytes())
    }
}

/// The names in a list of this table.
fn names(table: &toml::Table, key: &str) -> Option<Vec<String>> {
    let names = table.get(key)?.as_array()?.iter();
    Some(names.filter_map(|id| id.as_str().map(str::to_owned)).collect())
}

/// The lines of a text that cannot be read.
fn broken_lines(text: &str) -> Vec<&str> {
    let slips = Lines::of(text, &shape()).slips;
    let mut lost: Vec<_> = slips.into_iter().filter(Slip::is_lost).map(|slip| slip.line).collect();
    lost.dedup();
    lost.into_iter().filter_map(|line| text.get(line)).collect()
}

/// The keys and headings there are.
fn shape() -> FileShape {
    let all = Remembered {
        volume: Some(0),
        background: Some(Background::AsWritten),
        mix: SoundKind::ALL.iter().map(|kind| (*kind, 0)).collect(),
        lately: vec![String::new()],
        favourites: Some(Vec::new()),
        plan_variety: Some(0),
        declined: Some(DeclinedSessions::default()),
    };
    FileShape::of(&toml::Table::try_from(all).unwrap_or_default(), true)
}

/// Adds lines to those that were put aside before, each once.
fn put_aside(lines: &[&str], paths: &Paths) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let place = Remembered::aside(paths);
    let before = match files::read(&place, LARGEST_BYTES) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(FileError { kind: FileErrorKind::Missing, .. }) => String::new(),
        Err(error) => return Err(error.into()),
    };
    let mut aside = before.clone();
    for line in lines.iter().map(|line| line.trim_end()) {
        if !aside.lines().any(|there| there == line) {
            aside.push_str(line);
            aside.push('\n');
        }
    }
    if aside == before { Ok(()) } else { files::write_whole(&place, aside.as_bytes()) }
}

/// What a text holds, as far as it can be read.
fn table(text: &str) -> toml::Table {
    known_table(&Lines::of(text, &shape()).root)
}

fn known_table(table: &DeTable<'_>) -> toml::Table {
    let known = |(key, value): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
        Some((key.get_ref().to_string(), known_value(value.get_ref())?))
    };
    table.iter().filter_map(known).collect()
}

/// One value, as far as there is a type for it. Each is read by itself, so that one that cannot be
/// costs no other.
pub fn known_value(value: &DeValue<'_>) -> Option<toml::Value> {
    Some(match value {
        DeValue::String(text) => toml::Value::from(text.as_ref()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok()?.into()
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().ok()?.into(),
        DeValue::Boolean(it) => toml::Value::from(*it),
        DeValue::Datetime(at) => toml::Value::from(*at),
        DeValue::Array(values) => {
            let known: Option<Vec<_>> = values.iter().map(|it| known_value(it.get_ref())).collect();
            toml::Value::from(known?)
        }
        DeValue::Table(table) => toml::Value::from(known_table(table)),
    })
}
