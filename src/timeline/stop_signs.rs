//! Where a stop sign is said: in a part of its own, before hands go to its place for the first time.

use super::night;
use super::part::{Part, SegmentKind};
use crate::care::StopSign;
use crate::prosody::Pace;

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
