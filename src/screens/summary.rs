//! After a session: what it came to.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::player::SessionRecord;

pub(super) use keys::KEYS;

/// After a session.
#[derive(Clone, Debug)]
pub struct SummaryScreen {
    /// What it came to.
    pub record: SessionRecord,
}
