//! After a session: what it came to.

use crate::player::SessionRecord;

/// After a session.
#[derive(Clone, Debug)]
pub struct Summary {
    /// What it came to.
    pub record: SessionRecord,
}
