//! Settings and paths: defaults, then the file, then the environment.

mod colors;
mod mix;
mod paths;
mod remembered;
mod settings;
mod slip;
mod surroundings;
#[cfg(test)]
mod tests;
mod voice;

pub use colors::ColorChoice;
pub use mix::{MixSettings, SoundKind};
pub use paths::{Paths, write_whole};
pub use remembered::Remembered;
pub use settings::{
    FirstSide, LONGEST_SLEEP_TIMER, Night, OutputChoice, Settings, SettingsError, StayAwake,
};
pub use surroundings::Surroundings;
pub use voice::{VoiceEngine, VoiceSettings};
