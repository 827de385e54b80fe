//! How loud each kind of sound is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::word::choice;

/// A kind of sound that has a loudness of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

choice! {
    SoundKind { Voice => "voice", Chimes => "chimes", Breath => "breath", Bed => "bed", }
}

/// How loud each kind of sound is, 0–100: at [`Mix::MEANT`] it is as it was meant, at 0 it is not to
/// be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Mix {
    /// Spoken lines.
    pub voice: u8,
    /// Chimes.
    pub chimes: u8,
    /// The tone of the breath.
    pub breath: u8,
    /// The sound beneath.
    pub bed: u8,
}

impl Default for Mix {
    fn default() -> Self {
        Self { voice: Self::MEANT, chimes: Self::MEANT, breath: Self::MEANT, bed: Self::MEANT }
    }
}

impl Mix {
    /// The loudness at which a kind of sound is as it was meant; 100 is 6 dB more.
    pub const MEANT: u8 = 70;

    /// The loudness of a kind of sound, 0–100.
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
}
