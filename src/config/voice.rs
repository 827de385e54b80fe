//! What a person has set about the voice.

use serde::Serialize;

use super::table::SettingsTable;

use crate::choices::{Choice as _, EngineChoice};
use crate::words::Message;

/// The slowest and the fastest pace that can be set, in words a minute.
const PACES: std::ops::RangeInclusive<i64> = 60..=240;
/// The least room spoken lines can be kept in, in MiB: a long session needs about as much.
const LEAST_CACHE: i64 = 20;
/// The most, in MiB.
const MOST_CACHE: i64 = 10_000;

/// What a person has set about the voice: the table `[voice]`. Every key may be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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
    /// The same, spoken by another voice: an engine, `auto`, `none`, or a voice by its name.
    #[must_use]
    pub fn spoken_by(self, who: &str) -> Self {
        match EngineChoice::from_word(who) {
            Some(engine) => Self { engine, name: None, ..self },
            None => Self { engine: EngineChoice::Auto, name: Some(who.to_owned()), ..self },
        }
    }

    /// Reads what a table sets.
    pub(super) fn read(&mut self, table: &mut SettingsTable<'_>) {
        table.choice("engine", &mut self.engine);
        self.name = table.name("name", "setting-voice-help");
        let mut pace: u32 = 0;
        table.number("words-per-minute", PACES, "none", &mut pace);
        self.words_per_minute = (pace > 0).then_some(pace);
        table.number("pitch", 0..=100, "none", &mut self.pitch);
        let fits = |room| room == 0 || (LEAST_CACHE..=MOST_CACHE).contains(&room);
        let help = Message::new("setting-cache-help").with("least", LEAST_CACHE.to_string());
        let help = help.with("most", MOST_CACHE.to_string());
        table.number_among("cache-mib", fits, help, &mut self.cache_mib);
    }
}
