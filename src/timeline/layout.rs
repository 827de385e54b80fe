//! Lays parts one after another.

use super::part::{Part, SegmentKind};
use super::segment::{PartPlace, Segment};
use super::wording::Wording;

/// Segments that tile the time from 0 without a gap, as they are by day or at night.
pub(super) fn segments(parts: &[Part], wording: &Wording, is_night: bool) -> Vec<Segment> {
    let mut start = 0;
    parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let next = parts[index + 1..].iter().find(|next| next.step.is_some());
            let mut before = parts[..index].iter().rev();
            let mut leading = before.by_ref().take_while(|it| it.kind.leads_to_a_step());
            let follows_switch = leading.any(|it| it.kind == SegmentKind::Switch);
            let place = PartPlace { start, next, follows_switch, is_night };
            let segment = Segment::place(part, place, wording);
            start = segment.end;
            segment
        })
        .collect()
}
