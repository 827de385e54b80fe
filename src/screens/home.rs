//! The first screen: a greeting, and three sessions for now.

mod drawing;
mod keys;
mod reasons;
#[cfg(test)]
mod tests;

use super::Shared;
use crate::care::{CaredFor, screen};
use crate::library::{AfterCare, Catalogue, Entry, Occasion, Suggestion, suggest};
use crate::session::{Session, steps_in};

pub(super) use keys::KEYS;

/// The first screen.
#[derive(Clone, Debug, Default)]
pub struct HomeScreen {
    /// Up to three fitting sessions, out of the catalogue.
    pub suggested: Vec<Suggestion>,
    /// Which of them is selected.
    pub selected: usize,
}

impl HomeScreen {
    /// Chooses what fits now. `lately` are the ids of what was played last; `after_care` says what
    /// is left of a session for the person.
    pub(super) fn suggest(
        &mut self,
        shared: &Shared,
        lately: &[String],
        after_care: impl FnMut(&Entry) -> AfterCare,
    ) {
        let environment = &shared.environment;
        let profile = &shared.person.profile;
        let occasion = Occasion {
            part: environment.part_of_day,
            is_weekend: environment.is_weekend(),
            day: environment.day,
            tools: profile.tools.as_deref(),
            reaches_floor: profile.reaches_floor,
            lately,
        };
        self.suggested = suggest(&shared.catalogue, &occasion, after_care);
        self.selected = self.selected.min(self.suggested.len().saturating_sub(1));
    }

    /// Keeps what was suggested from the catalogue before, so that nothing changes under the hand.
    /// Returns whether all of it is still there.
    fn keeps(&mut self, catalogue: &[Entry], before: &Catalogue) -> bool {
        let still = |offer: &Suggestion| {
            let id = &before.get(offer.index)?.id;
            let index = catalogue.iter().position(|entry| entry.id == *id)?;
            Some(Suggestion { index, ..offer.clone() })
        };
        let kept: Option<Vec<Suggestion>> = self.suggested.iter().map(still).collect();
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
        self.suggested.get(self.selected).and_then(|offer| catalogue.get(offer.index))
    }
}

/// What is left of a session once it is made safe for a person.
pub fn after_care(session: &Session, person: &CaredFor) -> AfterCare {
    let is_touch = |session: &Session| {
        steps_in(&session.blocks).into_iter().any(|step| step.massage().is_some())
    };
    let screened = screen(session, person);
    if screened.says_that_little_is_left() {
        AfterCare::Little
    } else if is_touch(session) && !is_touch(screened.session()) {
        AfterCare::WithoutTouch
    } else {
        AfterCare::Whole
    }
}
