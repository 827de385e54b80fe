//! The turns of a step that tenses and lets go.

use super::{Announcement, Segment};
use crate::session::StepKind;

/// When each tension and each release of a segment begins, in milliseconds after the segment does, and
/// what is said: the first once its words have been said.
pub(super) fn turns(segment: &Segment) -> Vec<(u64, Announcement)> {
    let Some(StepKind::Tense(tense)) = segment.step.as_ref().map(|step| &step.kind) else {
        return Vec::new();
    };
    let round = tense.tense + tense.release;
    let rounds = (0..u64::from(tense.times)).flat_map(|time| {
        let begins = segment.begins + time * round;
        let again = if time == 0 { Announcement::Tense } else { Announcement::Again };
        [(begins, again), (begins + tense.tense, Announcement::Release)]
    });
    rounds.collect()
}
