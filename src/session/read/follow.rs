//! Follows a file along its schema and reports what does not fit.

use toml::de::DeTable;

use crate::session::shelf::Shelf;
use crate::session::source::Findings;

/// Follows a file along its schema.
pub(super) struct Follower<'a> {
    schema: &'a serde_json::Value,
    shelf: &'a Shelf,
    found: &'a mut Findings,
}

impl<'a> Follower<'a> {
    pub(super) fn new(
        schema: &'a serde_json::Value,
        shelf: &'a Shelf,
        found: &'a mut Findings,
    ) -> Self {
        Self {
            schema,
            shelf,
            found,
        }
    }

    pub(super) fn document(&mut self, _table: &mut DeTable<'_>) {}
}
