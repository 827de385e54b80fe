//! Lays parts one after another.

use super::part::Part;
use super::segment::Segment;
use super::wording::Wording;

/// Segments that tile the time from 0 without a gap.
pub(super) fn segments(parts: &[Part], wording: &Wording) -> Vec<Segment> {
    let mut start = 0;
    parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let next = parts[index + 1..].iter().find(|next| next.step.is_some());
            let segment = Segment::place(part, next, start, wording);
            start = segment.end;
            segment
        })
        .collect()
}
