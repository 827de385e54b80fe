//! What a person mostly felt better after lately.

use std::collections::BTreeMap;

use super::told::{COMPARED, told};
use super::{Journal, JournalEntry, JournalError};

/// How many of the last sessions are looked at.
const LATELY: u32 = 300;
/// So many of the last times that a session was rated are looked at; before that nothing is said.
const TIMES: usize = 3;
/// In so many of them it was better after.
const LEAST_BETTER: usize = 2;

impl Journal {
    /// The ids of the sessions that the person mostly felt better after lately.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn did_good(&self) -> Result<Vec<String>, JournalError> {
        Ok(did_good(&self.entries(Some(LATELY))?))
    }
}

/// The ids of the sessions that were mostly better after than before, of entries of which the latest
/// comes first.
fn did_good(entries: &[JournalEntry]) -> Vec<String> {
    let mut rated: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for entry in entries {
        if let Some(is_better) = is_better(entry) {
            rated.entry(&entry.session).or_default().push(is_better);
        }
    }
    let helps = |times: &[bool]| {
        let last = &times[..times.len().min(TIMES)];
        last.len() == TIMES && last.iter().filter(|better| **better).count() >= LEAST_BETTER
    };
    let helped = rated.into_iter().filter(|(_, times)| helps(times));
    helped.map(|(session, _)| session.to_owned()).collect()
}

/// Whether more was better after a session than was worse; nothing where that was not told.
fn is_better(entry: &JournalEntry) -> Option<bool> {
    let changes = COMPARED.into_iter().filter_map(|measure| {
        let (before, after) = told(entry, measure)?;
        let change = i32::from(after) - i32::from(before);
        let score = i32::from(measure.is_worse(-change)) - i32::from(measure.is_worse(change));
        Some(score)
    });
    let scores: Vec<i32> = changes.collect();
    (!scores.is_empty()).then(|| scores.iter().sum::<i32>() > 0)
}
