//! What a person has set about the voice.

use serde::{Deserialize, Serialize};

use crate::choices::{Choice as _, EngineChoice};

/// The slowest and the fastest pace that can be set, in words a minute.
const PACES: std::ops::RangeInclusive<u32> = 60..=240;
/// The least room spoken lines can be kept in, in MiB: a long session needs about as much.
const LEAST_CACHE: u32 = 20;
/// The most, in MiB.
const MOST_CACHE: u32 = 10_000;

/// What a person has set about the voice: the table `[voice]`. Every key may be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct VoiceSettings {
    /// Who speaks.
    pub engine: EngineChoice,
    /// The voice, as `unclench voices` names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How fast by day, in words a minute; sessions for bed are spoken slower in proportion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words_per_minute: Option<u32>,
    /// How high, 0–100, where the engine can change it; 50 is the voice's own.
    pub pitch: u8,
    /// How much room spoken lines may take on the disk, in MiB; 0 keeps none.
    pub cache_mib: u32,
}

impl Default for VoiceSettings {
    fn default() -> Self {
        Self {
            engine: EngineChoice::Auto,
            name: None,
            words_per_minute: None,
            pitch: 50,
            cache_mib: 200,
        }
    }
}

impl VoiceSettings {
    /// The same, spoken by somebody else: an engine, `auto`, `none`, or a voice by its name.
    #[must_use]
    pub fn spoken_by(self, who: &str) -> Self {
        match EngineChoice::from_word(who) {
            Some(engine) => Self { engine, name: None, ..self },
            None => Self { engine: EngineChoice::Auto, name: Some(who.to_owned()), ..self },
        }
    }

    /// What is out of range, in words.
    pub(super) fn problem(&self) -> Option<String> {
        if let Some(pace) = self.words_per_minute.filter(|pace| !PACES.contains(pace)) {
            let (slowest, fastest) = (PACES.start(), PACES.end());
            return Some(format!("voice.words-per-minute is {slowest} to {fastest}, not {pace}"));
        }
        if self.pitch > 100 {
            return Some(format!("voice.pitch is 0 to 100, not {}", self.pitch));
        }
        let room = self.cache_mib;
        let fits = room == 0 || (LEAST_CACHE..=MOST_CACHE).contains(&room);
        (!fits)
            .then(|| format!("voice.cache-mib is 0, or {LEAST_CACHE} to {MOST_CACHE}, not {room}"))
    }
}
