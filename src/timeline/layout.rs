//! Lays parts one after another.

use super::part::Part;
use super::segment::Segment;

/// Segments that tile the time from 0 without a gap.
pub(super) fn segments(parts: &[Part]) -> Vec<Segment> {
    let mut start = 0;
    parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let switches_after = part.twin.is_some_and(|twin| twin == index + 2);
            let segment = Segment::place(part, start, switches_after);
            start = segment.end;
            segment
        })
        .collect()
}
