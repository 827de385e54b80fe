//! The first screen: a greeting, and three sessions for now.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use super::Shared;
use crate::library::{Catalogue, Entry, suggest};

pub(super) use keys::KEYS;

/// The first screen.
#[derive(Clone, Debug, Default)]
pub struct HomeScreen {
    /// Up to three fitting sessions, as indices into the catalogue.
    pub suggested: Vec<usize>,
    /// Which of them is selected.
    pub selected: usize,
}

impl HomeScreen {
    /// Chooses what fits now.
    pub(super) fn suggest(&mut self, shared: &Shared) {
        let environment = &shared.environment;
        self.suggested = suggest(&shared.catalogue, environment.part_of_day, environment.day);
        self.selected = self.selected.min(self.suggested.len().saturating_sub(1));
    }

    /// Keeps what was suggested from the catalogue before, so that nothing changes under the hand.
    /// Returns whether all of it is still there.
    fn keeps(&mut self, catalogue: &[Entry], before: &Catalogue) -> bool {
        let id = |index: &usize| before.get(*index).map(|entry| &entry.id);
        let still = |index: &usize| catalogue.iter().position(|entry| Some(&entry.id) == id(index));
        let kept: Option<Vec<usize>> = self.suggested.iter().map(still).collect();
        match kept.filter(|kept| !kept.is_empty()) {
            Some(kept) => {
                self.suggested = kept;
                true
            }
            None => false,
        }
    }

    /// The session that is selected.
    fn selection<'a>(&self, catalogue: &'a [Entry]) -> Option<&'a Entry> {
        self.suggested.get(self.selected).and_then(|index| catalogue.get(*index))
    }
}
