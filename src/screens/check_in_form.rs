//! A few numbers that a person gives of themselves: one row each, from 0 to 10, and where it hurts.
//!
//! It is part of a screen: before a session, after it, and in the morning. Nothing has to be said.

mod drawing;
#[cfg(test)]
mod tests;

use super::Action;
use super::frame_record::{Hit, Target};
use crate::body::Region;
use crate::journal::{CheckIn, Measure, PainPlace};

/// The most that is given.
const MOST: u16 = 10;

/// A few numbers that a person gives of themselves.
#[derive(Clone, Debug, Default)]
pub struct CheckInForm {
    /// What is asked, with what was said so far.
    said: CheckIn,
    /// The row that the keys are with.
    chosen: usize,
    /// The places that may hurt, the nearest first; none where that is not asked.
    places: Vec<PainPlace>,
    /// It is about now, after something was said before.
    is_after: bool,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FormRow {
    /// A number, by its index among the answers.
    Number(usize),
    /// Where it hurts.
    Place,
}

impl CheckInForm {
    /// What is asked before a session that works these regions.
    pub(super) fn before(measures: &[Measure], regions: &[Region]) -> Self {
        let mut places: Vec<PainPlace> = Vec::new();
        // The places of the session come first, since it is played for them.
        let regions = regions.iter().copied().chain(Region::ALL);
        for place in regions.flat_map(PainPlace::of_region) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        Self { said: CheckIn::asking(measures), places, ..Self::default() }
    }

    /// What is asked after one: all that was said before it.
    pub(super) fn after(before: &CheckIn) -> Self {
        Self { said: CheckIn::asking(&before.told()), is_after: true, ..Self::default() }
    }

    /// What is asked in the morning.
    pub(super) fn of_sleep() -> Self {
        Self { said: CheckIn::asking(&[Measure::Sleep]), ..Self::default() }
    }

    /// The first number that was said.
    pub(super) fn first_value(&self) -> Option<u16> {
        self.said.answers.first().and_then(|answer| answer.value)
    }

    /// Whether nothing is asked.
    pub(super) fn is_empty(&self) -> bool {
        self.said.answers.is_empty()
    }

    /// What was said so far.
    pub(super) fn said(&self) -> CheckIn {
        let is_hurting = self.rows().contains(&FormRow::Place);
        let pain_at = self.said.pain_at.filter(|_| is_hurting);
        CheckIn { answers: self.said.answers.clone(), pain_at }
    }

    /// Does what a key means. Returns whether something else is said now.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let rows = self.rows();
        let last = rows.len().saturating_sub(1);
        match action {
            Action::Next => self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 },
            Action::Previous => {
                self.chosen = self.chosen.checked_sub(1).map_or(last, |row| row.min(last));
            }
            _ => {
                return match rows.get(self.chosen) {
                    Some(FormRow::Number(index)) => self.change(*index, action),
                    Some(FormRow::Place) => self.turn_place(action),
                    None => false,
                };
            }
        }
        false
    }

    /// Does what a click means. Returns whether something else is said now.
    pub(super) fn click(&mut self, hit: &Hit) -> bool {
        let Target::Bar(row) = hit.target else { return false };
        let column = usize::from(hit.cell.0.saturating_sub(hit.area.x));
        self.chosen = row;
        match self.rows().get(row) {
            Some(FormRow::Number(index)) => match drawing::value_at(column) {
                Some(value) => self.set(*index, Some(value)),
                None => false,
            },
            Some(FormRow::Place) => self.turn_place(Action::Right),
            None => false,
        }
    }

    /// Where a finger on the body map lies at first: where it hurts, or what is nearest to that. `None`
    /// where that is not asked.
    pub(super) fn pain_place_asked(&self) -> Option<PainPlace> {
        let is_asked = self.rows().contains(&FormRow::Place);
        self.said.pain_at.or(self.places.first().copied()).filter(|_| is_asked)
    }

    /// It hurts there, which is said in the row that the keys are with from now on.
    pub(super) fn set_pain_place(&mut self, place: PainPlace) {
        if let Some(row) = self.rows().iter().position(|row| *row == FormRow::Place) {
            self.chosen = row;
            self.said.pain_at = Some(place);
        }
    }

    /// The rows there are. Where it hurts is asked only where it does.
    fn rows(&self) -> Vec<FormRow> {
        let mut rows = Vec::new();
        for (index, answer) in self.said.answers.iter().enumerate() {
            rows.push(FormRow::Number(index));
            let hurts = answer.measure == Measure::Pain && answer.value.is_some_and(|it| it > 0);
            if hurts && !self.places.is_empty() {
                rows.push(FormRow::Place);
            }
        }
        rows
    }

    fn change(&mut self, index: usize, action: Action) -> bool {
        let Some(now) = self.said.answers.get(index).map(|answer| answer.value) else {
            return false;
        };
        let new = match (action, now) {
            (Action::Erase, _) => None,
            (Action::Left, Some(value)) => Some(value.saturating_sub(1)),
            (Action::Right, Some(value)) => Some((value + 1).min(MOST)),
            // From the middle either way, so that no end is nearer than the other.
            (Action::Left | Action::Right, None) => Some(MOST / 2),
            // Ten is written as it is.
            (Action::Digit(0), Some(1)) => Some(MOST),
            (Action::Digit(digit), _) => Some(u16::from(digit)),
            _ => return false,
        };
        self.set(index, new)
    }

    fn set(&mut self, index: usize, value: Option<u16>) -> bool {
        let Some(answer) = self.said.answers.get_mut(index) else { return false };
        std::mem::replace(&mut answer.value, value) != value
    }

    fn turn_place(&mut self, action: Action) -> bool {
        let now = self.said.pain_at.and_then(|at| self.places.iter().position(|it| *it == at));
        let last = self.places.len().saturating_sub(1);
        let new = match (action, now) {
            (Action::Erase, _) | (Action::Left, Some(0)) => None,
            (Action::Left, None) => Some(last),
            (Action::Left, Some(index)) => Some(index - 1),
            (Action::Right, None) => Some(0),
            (Action::Right, Some(index)) => (index < last).then_some(index + 1),
            _ => return false,
        };
        self.said.pain_at = new.and_then(|index| self.places.get(index)).copied();
        new != now
    }
}
