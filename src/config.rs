//! Settings and paths: defaults, then the file, then the environment.

mod lines;
mod paths;
mod remembered;
mod settings;
mod surroundings;
mod table;
#[cfg(test)]
mod tests;
mod unread;
mod voice;

pub use lines::readable;
pub use paths::{Paths, installed_program};
pub use remembered::{DeclinedSessions, Remembered, known_value};
pub use settings::{Settings, SettingsError};
pub use surroundings::Surroundings;
pub use unread::heading_finding;
pub use voice::VoiceSettings;
