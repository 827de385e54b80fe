//! How loud each kind of sound is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A kind of sound that has a loudness of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SoundKind {
    /// Spoken lines.
    Voice,
    /// Chimes.
    Chimes,
    /// The tone of the breath.
    Breath,
    /// The sound beneath.
    Bed,
}

impl SoundKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Voice, Self::Chimes, Self::Breath, Self::Bed];

    /// What it is called, in settings and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Chimes => "chimes",
            Self::Breath => "breath",
            Self::Bed => "bed",
        }
    }
}

/// How loud each kind of sound is, 0–100: the table `[mix]`. At 70 it is as it was meant, at 0 it is
/// not to be heard. Every key may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MixSettings {
    /// Spoken lines.
    pub voice: u8,
    /// Chimes.
    pub chimes: u8,
    /// The tone of the breath.
    pub breath: u8,
    /// The sound beneath.
    pub bed: u8,
}

impl Default for MixSettings {
    fn default() -> Self {
        Self { voice: 70, chimes: 70, breath: 70, bed: 70 }
    }
}

impl MixSettings {
    /// The loudness of a kind of sound.
    pub const fn of(self, kind: SoundKind) -> u8 {
        match kind {
            SoundKind::Voice => self.voice,
            SoundKind::Chimes => self.chimes,
            SoundKind::Breath => self.breath,
            SoundKind::Bed => self.bed,
        }
    }

    /// The same with one kind of sound as loud as this, 100 at most.
    #[must_use]
    pub fn with(mut self, kind: SoundKind, volume: u8) -> Self {
        let place = match kind {
            SoundKind::Voice => &mut self.voice,
            SoundKind::Chimes => &mut self.chimes,
            SoundKind::Breath => &mut self.breath,
            SoundKind::Bed => &mut self.bed,
        };
        *place = volume.min(100);
        self
    }

    /// The same with what is remembered in its place.
    #[must_use]
    pub fn recalling(self, remembered: &BTreeMap<SoundKind, u8>) -> Self {
        remembered.iter().fold(self, |mix, (kind, volume)| mix.with(*kind, *volume))
    }

    /// What is out of range, in words.
    pub(super) fn problem(self) -> Option<String> {
        let over = SoundKind::ALL.into_iter().find(|kind| self.of(*kind) > 100)?;
        Some(format!("mix.{} is 0 to 100, not {}", over.word(), self.of(over)))
    }
}
