//! What is remembered from one run to the next.

use std::collections::BTreeMap;
use std::fs;
use std::io;

use serde::{Deserialize, Serialize};

use super::{Paths, write_whole};
use crate::choices::{Background, SoundKind};

/// What is remembered from one run to the next: what was changed, and nothing else, so that the
/// settings still count for the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
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
}

impl Remembered {
    /// Reads it; what cannot be read is simply not remembered.
    pub fn load(paths: &Paths) -> Self {
        let text = fs::read_to_string(paths.remembered_file()).unwrap_or_default();
        let mut remembered: Self = toml::from_str(&text).unwrap_or_default();
        remembered.volume = remembered.volume.filter(|volume| *volume <= 100);
        remembered.mix.retain(|_, volume| *volume <= 100);
        remembered
    }

    /// The same with what is newer in its place.
    #[must_use]
    pub fn renewed(mut self, newer: &Self) -> Self {
        self.volume = newer.volume.or(self.volume);
        self.background = newer.background.clone().or(self.background);
        self.mix.extend(&newer.mix);
        self
    }

    /// Writes it, whole or not at all.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn save(&self, paths: &Paths) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
        write_whole(&paths.remembered_file(), &text)
    }
}
