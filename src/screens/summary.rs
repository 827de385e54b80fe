//! After a session: what it came to.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use super::Place;
use super::check_in_form::CheckInForm;
use super::shared::Shared;
use crate::care::Felt;
use crate::player::SessionRecord;

pub(super) use keys::KEYS;

/// After a session.
#[derive(Clone, Debug)]
pub struct SummaryScreen {
    /// What it came to.
    pub record: SessionRecord,
    /// How the person is now: what they said of themselves before. Empty where that was nothing.
    pub form: CheckInForm,
    /// What it was stopped for, where that was something to have looked at.
    pub felt: Option<Felt>,
}

impl SummaryScreen {
    /// What is shown after a session.
    pub(super) fn after(record: SessionRecord, shared: &Shared) -> Self {
        let said = shared.said_before.as_ref();
        Self { record, form: said.map(CheckInForm::after).unwrap_or_default(), felt: None }
    }

    /// What is shown after a session that was stopped for something: what helps, and no question.
    pub(super) fn after_stop(record: SessionRecord, felt: Felt) -> Self {
        Self { record, form: CheckInForm::default(), felt: Some(felt) }
    }

    /// The form it takes, for its keys.
    fn form(&self) -> Place {
        match (&self.felt, self.form.is_empty()) {
            (Some(_), _) => Place::SummaryStopped,
            (None, true) => Place::Summary,
            (None, false) => Place::SummaryRatings,
        }
    }
}
