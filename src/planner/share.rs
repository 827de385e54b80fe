//! Shares the time of a plan out among its steps, to the millisecond.

use super::part::{PlannedPart, Section};

/// Gives each part its length, so that all of them together take `spare` milliseconds more than at
/// their shortest. Returns what is left over, which is less than any part grows by.
pub(super) fn share(sections: &mut [Section], mut spare: u64) -> u64 {
    let wanted = |part: &PlannedPart| part.wanted;
    let most = |part: &PlannedPart| part.most;
    for target in [wanted as fn(&PlannedPart) -> u64, most] {
        spare -= grow(sections, spare, target);
    }
    // What rounding has left over goes to one after another.
    for target in [wanted as fn(&PlannedPart) -> u64, most] {
        for part in parts(sections) {
            if part.millis + part.grain <= target(part) && part.grain * part.times <= spare {
                part.millis += part.grain;
                spare -= part.grain * part.times;
            }
        }
    }
    spare
}

fn parts(sections: &mut [Section]) -> impl Iterator<Item = &mut PlannedPart> {
    sections.iter_mut().flat_map(|section| &mut section.parts)
}

/// Lets every part go the same share of its way, as far as there is time; how much that takes.
fn grow(sections: &mut [Section], spare: u64, target: fn(&PlannedPart) -> u64) -> u64 {
    let way = |part: &PlannedPart| target(part).saturating_sub(part.millis);
    let whole: u64 = parts(sections).map(|part| way(part) * part.times).sum();
    if whole == 0 {
        return 0;
    }
    let mut taken = 0;
    for part in parts(sections) {
        let added = way(part) * spare.min(whole) / whole;
        let added = added / part.grain * part.grain;
        part.millis += added;
        taken += added * part.times;
    }
    taken
}
