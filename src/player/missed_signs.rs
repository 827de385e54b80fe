//! What to stop at, said first where a session begins within a place.

use super::{Effect, Player};

/// Signs that are said before a session goes on where it was asked to begin.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MissedSigns {
    /// The segments of those that follow the one being said, the next one last.
    left: Vec<usize>,
    /// Where the session goes on then, in milliseconds.
    then: u64,
}

impl Player {
    /// The same player begun at a position in milliseconds, at most the end. What to stop at in the
    /// places that are worked from there on is said first, where its time lies before.
    #[must_use]
    pub fn starting_within(mut self, position: u64) -> Self {
        let mut left = self.timeline.signs_missed_at(position);
        left.reverse();
        match left.pop() {
            Some(first) if position < self.timeline.millis() => {
                self.place(self.timeline.segments()[first].start);
                self.missed_signs = Some(MissedSigns { left, then: position });
            }
            _ => self.place(position),
        }
        self
    }

    /// Where it begins, in milliseconds, whatever is said before.
    pub fn begins_at(&self) -> u64 {
        self.missed_signs.as_ref().map_or(self.position(), |signs| signs.then)
    }

    /// Goes from a sign that has been said to the next, or to where the session was asked to begin.
    /// Returns whether there was any.
    pub(super) fn leave_sign(&mut self, effects: &mut Vec<Effect>) -> bool {
        let Some(mut signs) = self.missed_signs.take() else { return false };
        match signs.left.pop() {
            Some(next) => {
                self.place(self.timeline.segments()[next].start);
                self.missed_signs = Some(signs);
            }
            None => self.place(signs.then),
        }
        effects.push(Effect::Entered(self.segment));
        self.recall_bed(effects);
        true
    }
}
