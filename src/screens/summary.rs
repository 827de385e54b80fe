//! After a session: what it came to.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use super::Place;
use super::check_in_form::CheckInForm;
use super::shared::Shared;
use crate::player::SessionRecord;

pub(super) use keys::KEYS;

/// After a session.
#[derive(Clone, Debug)]
pub struct SummaryScreen {
    /// What it came to.
    pub record: SessionRecord,
    /// How the person is now: what they said of themselves before. Empty where that was nothing.
    pub form: CheckInForm,
}

impl SummaryScreen {
    /// What is shown after a session.
    pub(super) fn after(record: SessionRecord, shared: &Shared) -> Self {
        let said = shared.said_before.as_ref();
        Self { record, form: said.map(CheckInForm::after).unwrap_or_default() }
    }

    /// The form it takes, for its keys.
    fn form(&self) -> Place {
        if self.form.is_empty() { Place::Summary } else { Place::SummaryRatings }
    }
}
