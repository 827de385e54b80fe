//! The turns of a step that tenses and lets go.

use super::Announcement;
use crate::session::Tense;

/// When each tension and each release begins, in milliseconds after the start, and what is said.
pub(super) fn turns(tense: &Tense) -> impl Iterator<Item = (u64, Announcement)> + use<> {
    let round = tense.tense + tense.release;
    let release = tense.tense;
    (0..u64::from(tense.times)).flat_map(move |time| {
        let again = if time == 0 { Announcement::Tense } else { Announcement::Again };
        [(time * round, again), (time * round + release, Announcement::Release)]
    })
}
