//! No place is worked for longer than its most: neither where a session is stretched to a length, nor
//! where a step is made longer while it plays.

use super::flex::StepFlex;
use super::part::Part;
use crate::body::{Region, Side};
use crate::session::{Plays, Step, WorkedTime};

/// Keeps each place within the most it may get, or within what it was written with where that is more:
/// all its steps give up the same share of what they might grow by, so that sides stay equal.
pub(super) fn keep(steps: &[(&Step, Plays)], flexes: &mut [StepFlex]) {
    let (written, longest) =
        (worked(steps, flexes, |flex| flex.written), worked(steps, flexes, |flex| flex.max));
    for region in longest.regions() {
        let growth = |side: Side| {
            let more = longest.on(region, Some(side)) - written.on(region, Some(side));
            (u128::from(written.room(region, Some(side)).min(more)), u128::from(more))
        };
        let grown = [Side::Left, Side::Right].map(growth).into_iter().filter(|(_, more)| *more > 0);
        let Some((room, more)) =
            grown.min_by(|one, other| (one.0 * other.1).cmp(&(other.0 * one.1)))
        else {
            continue;
        };
        let here = steps.iter().zip(flexes.iter_mut()).filter(|((step, _), _)| {
            step.massage().is_some_and(|massage| massage.region.dose_region() == region)
        });
        for (_, flex) in here {
            let growth = (u128::from(flex.max - flex.written) * room / more) as u64;
            // Whole breaths, or whole seconds, so that the longest is a round one.
            let grain = if flex.is_free() { 1_000 } else { flex.grain };
            flex.max = flex.written + growth / grain * grain;
        }
    }
}

fn worked(
    steps: &[(&Step, Plays)],
    flexes: &[StepFlex],
    length: fn(&StepFlex) -> u64,
) -> WorkedTime {
    let all = steps.iter().zip(flexes).map(|((step, plays), flex)| {
        let told = if step.words_first { flex.opening } else { 0 };
        (*step, *plays, length(flex).saturating_sub(told))
    });
    all.collect()
}

/// How much longer each of some parts of one step may become at once, in milliseconds, until a place
/// has its most.
pub(super) fn room(parts: &[Part], longer: &[usize]) -> u64 {
    let of = |part: &Part| Some(part.step.as_deref()?.massage()?.region);
    let Some(region) = longer.first().and_then(|at| of(parts.get(*at)?)) else {
        return u64::MAX;
    };
    let worked = time(parts.iter(), Part::worked_millis);
    let added = time(longer.iter().filter_map(|at| parts.get(*at)), |_| 1);
    let sides = [Side::Left, Side::Right].map(|side| room_on(region, side, &worked, &added));
    sides.into_iter().flatten().min().unwrap_or(u64::MAX)
}

/// The same for one side, where `added` counts how many of the parts are on it.
fn room_on(region: Region, side: Side, worked: &WorkedTime, added: &WorkedTime) -> Option<u64> {
    worked.room(region, Some(side)).checked_div(added.on(region, Some(side)))
}

/// How long each place is worked in some parts.
pub(super) fn time<'p>(
    parts: impl Iterator<Item = &'p Part>,
    length: impl Fn(&Part) -> u64,
) -> WorkedTime {
    let steps = parts.filter_map(|part| Some((part.step.as_deref()?, part)));
    steps.map(|(step, part)| (step, Plays::once(part.side), length(part))).collect()
}
