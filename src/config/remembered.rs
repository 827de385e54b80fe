//! What is remembered from one run to the next.

use std::fs;
use std::io;

use serde::{Deserialize, Serialize};

use super::{Paths, write_whole};

/// What is remembered from one run to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Remembered {
    /// The last loudness, 0–100.
    pub volume: Option<u8>,
}

impl Remembered {
    /// Reads it; what cannot be read is simply not remembered.
    pub fn load(paths: &Paths) -> Self {
        let text = fs::read_to_string(paths.remembered_file()).unwrap_or_default();
        let remembered: Self = toml::from_str(&text).unwrap_or_default();
        Self { volume: remembered.volume.filter(|volume| *volume <= 100) }
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
