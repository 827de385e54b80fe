//! The first screen: a greeting, and three sessions for now.

use super::Request;
use crate::library::{Entry, PartOfDay, suggest};
use crate::screens::Action;

/// The first screen.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Up to three fitting sessions, as indices into the catalogue.
    pub suggested: Vec<usize>,
    /// Which of them is selected.
    pub selected: usize,
}

impl Home {
    /// Chooses what fits now.
    pub(super) fn refresh(&mut self, catalogue: &[Entry], part: PartOfDay, day: u32) {
        self.suggested = suggest(catalogue, part, day);
        self.selected = self.selected.min(self.suggested.len().saturating_sub(1));
    }

    /// Keeps what was suggested from the catalogue before, so that nothing changes under the hand.
    /// Returns whether all of it is still there.
    pub(super) fn keeps(&mut self, catalogue: &[Entry], before: &[Entry]) -> bool {
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

    pub(super) fn act(&mut self, action: Action, catalogue: &[Entry]) -> Vec<Request> {
        let last = self.suggested.len().saturating_sub(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Open => {
                let entry = self.suggested.get(self.selected).and_then(|i| catalogue.get(*i));
                return entry.map(|entry| Request::Load(entry.id.clone())).into_iter().collect();
            }
            _ => {}
        }
        Vec::new()
    }
}
