//! Words that the program would add, and where.

use std::ops::RangeInclusive;

use crate::timeline::Phrase;

/// Silence between a line and one that follows at once, in milliseconds.
pub(in crate::timeline) const APART_MILLIS: u64 = 400;

/// Something to be said where there is room for it: the first of these that fits.
pub(super) struct Wanted {
    pub(super) options: Vec<PlacedWords>,
    /// When it has ended at the latest, in milliseconds of the timeline.
    pub(super) ends_by: Option<u64>,
}

/// Words, and when they may begin, in milliseconds of the timeline: as early in it as they fit.
pub(super) struct PlacedWords {
    pub(super) words: Phrase,
    pub(super) begins: RangeInclusive<u64>,
    /// The silence before and after them, in milliseconds.
    pub(super) apart: u64,
}
