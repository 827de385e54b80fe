//! A session that was stopped since something did not feel right: what it was, and what helps.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::care::{CareTable, Deed, EmergencyRow, Urgency, deeds_of};
use crate::session::Position;
use crate::timeline::Timeline;

pub(super) use keys::KEYS;

/// A session that was stopped since something did not feel right.
#[derive(Clone, Debug)]
pub struct StopScreen {
    /// The signs that matter in this session, the most urgent first.
    pub signs: Vec<&'static EmergencyRow>,
    /// Which of them it was, counted from 0; the one after the last is something else. `None` before
    /// anything was chosen.
    pub felt: Option<usize>,
    /// The first line that is shown.
    pub scroll: usize,
}

impl StopScreen {
    /// What may have been felt in a session: whatever asks for the emergency number, and the signs of
    /// what the session does.
    pub(super) fn of(timeline: &Timeline) -> Self {
        let steps = timeline.segments().iter().filter_map(|segment| segment.step.as_deref());
        let deeds: Vec<Deed> = steps.flat_map(|step| deeds_of(step, Position::Any)).collect();
        let fits = |row: &&EmergencyRow| {
            row.act == Urgency::EmergencyNumber || deeds.iter().any(|deed| row.is_for(*deed))
        };
        let signs = CareTable::shipped().emergencies.iter().filter(fits).collect();
        Self { signs, felt: None, scroll: 0 }
    }

    /// Chooses what it was, counted from 1.
    fn choose(&mut self, number: u8) {
        let index = usize::from(number).checked_sub(1);
        self.felt = index.filter(|index| *index <= self.signs.len()).or(self.felt);
    }
}
