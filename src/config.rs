//! Settings and paths: defaults, then the file, then the environment.

mod paths;
mod remembered;
mod settings;
mod slip;
mod surroundings;
#[cfg(test)]
mod tests;
mod voice;

pub use paths::{Paths, write_whole};
pub use remembered::Remembered;
pub use settings::{Settings, SettingsError};
pub use surroundings::Surroundings;
pub use voice::VoiceSettings;
