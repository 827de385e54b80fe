//! The keys of another screen, and what Unclench is and is not.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use super::Place;

pub(super) use keys::KEYS;

/// The keys of another screen.
#[derive(Clone, Copy, Debug)]
pub struct HelpScreen {
    /// Whose keys.
    pub about: Place,
    /// A session paused for them, and goes on after them.
    pub goes_on: bool,
    /// The first line that is shown.
    pub scroll: usize,
}
