//! Everything a person can choose from, each choice once, in the words that the settings use.

mod background;
mod cells;
mod channels;
mod colors;
mod guidance;
mod language;
mod loudness;
mod night;
mod output;
mod pictures;
mod stay_awake;
#[cfg(test)]
mod tests;
mod voice;
mod word;

pub use background::Background;
pub use cells::CellChoice;
pub use channels::Channels;
pub use colors::ColorChoice;
pub use guidance::Guidance;
pub use language::LanguageChoice;
pub use loudness::{Mix, SoundKind};
pub use night::{LONGEST_SLEEP_TIMER, Night, NightHours};
pub use output::OutputChoice;
pub use pictures::PictureChoice;
pub use stay_awake::StayAwake;
pub use voice::{EngineChoice, EngineKind};
pub use word::Choice;
