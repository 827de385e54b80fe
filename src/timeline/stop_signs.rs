//! Where a stop sign is said: in a part of its own, before hands go to its place for the first time.

use super::part::{Part, SegmentKind};
use super::{Timeline, night};
use crate::care::{CareTable, Deed, StopSign, deeds_of};
use crate::prosody::Pace;
use crate::session::Position;

/// Time for a stop sign, in milliseconds: what any of them takes to say late at night, a chime before
/// and a breath after it.
const STOP_SIGN_MILLIS: u64 = 8_000;
/// Words are spoken no slower than naturally down to this pace, in words a minute.
const NATURAL_FROM: u64 = 65;
/// It lasts a multiple of this, in milliseconds.
const GRAIN_MILLIS: u64 = 500;

/// How long a stop sign takes, in milliseconds: by day as long as at night, so that a session keeps its
/// length when the light goes out.
pub(super) fn millis(words_per_minute: Option<u32>) -> u64 {
    let slowest = night::slowest(Pace::by(true, words_per_minute)).words_per_minute().max(1);
    let slowness = u64::from(slowest).min(NATURAL_FROM);
    (STOP_SIGN_MILLIS * NATURAL_FROM / slowness).next_multiple_of(GRAIN_MILLIS)
}

/// These parts, each sign before the first that plays the step it belongs to, and for so many
/// milliseconds. Steps are counted from 0, as they are written.
pub(super) fn with(
    parts: Vec<Part>,
    signs: &[(usize, &'static StopSign)],
    millis: u64,
) -> Vec<Part> {
    let first_of = |step: usize| parts.iter().position(|part| part.written == Some(step));
    let places: Vec<(usize, &'static str)> = signs
        .iter()
        .filter_map(|(step, sign)| Some((first_of(*step)?, sign.id.as_str())))
        .collect();
    let moved = |index: usize| index + places.iter().filter(|(before, _)| *before <= index).count();
    let mut with_signs = Vec::with_capacity(parts.len() + places.len());
    for (index, part) in parts.into_iter().enumerate() {
        let here = places.iter().filter(|(before, _)| *before == index);
        with_signs.extend(here.map(|(_, id)| {
            let sign = Part::between(SegmentKind::StopSign(id), millis);
            Part { side: part.side, repeat: part.repeat, ..sign }
        }));
        with_signs.push(Part { twin: part.twin.map(moved), ..part });
    }
    with_signs
}

impl Timeline {
    /// The segments of stop signs that lie before a position in milliseconds and are about what is
    /// worked there or later, in order.
    pub fn signs_missed_at(&self, position: u64) -> Vec<usize> {
        let at = self.segment_index(position);
        let (before, after) = self.segments().split_at(at);
        let steps = after.iter().filter_map(|segment| segment.step.as_deref());
        let deeds: Vec<Deed> = steps.flat_map(|step| deeds_of(step, Position::Any)).collect();
        let is_needed = |id: &str| {
            let mut signs = CareTable::shipped().stop_signs.iter();
            let sign = signs.find(|sign| sign.id == id);
            sign.is_some_and(|sign| deeds.iter().any(|deed| sign.belongs_to(*deed)))
        };
        let signs = before.iter().enumerate().filter_map(|(index, segment)| match segment.kind {
            SegmentKind::StopSign(id) if is_needed(id) => Some(index),
            _ => None,
        });
        signs.collect()
    }
}
