//! Settings and paths: defaults, then the file, then the environment.

mod headings;
mod lines;
mod merge;
mod paths;
mod remembered;
mod settings;
mod slip;
mod surroundings;
mod table;
#[cfg(test)]
mod tests;
mod unread;
mod voice;

pub use headings::FileShape;
pub use lines::Lines;
pub use paths::{Paths, installed_program};
pub use remembered::{DeclinedSessions, Remembered, known_value};
pub use settings::{Settings, SettingsError};
pub use slip::SlipKind;
pub use surroundings::Surroundings;
pub use unread::slip_finding;
pub use voice::VoiceSettings;
