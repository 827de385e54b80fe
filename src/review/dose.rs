//! How much of it: time in one place, and time under a pack.

use super::remark;
use super::work::Work;
use crate::body::{Region, Side};
use crate::lengths::millis_to_text;
use crate::session::{StepKind, limits};
use crate::timeline::Segment;
use crate::words::{self, Message};

/// The longest one region is worked on one side in a session, in milliseconds: 10 minutes.
///
/// A convention on the careful side; self-massage of single regions has no trial behind its doses.
const REGION_MILLIS: u64 = 10 * 60 * 1_000;

/// Every rule about the time one place gets, with the session at its longest.
pub(super) fn review(work: &mut Work<'_, '_>) {
    for region in Region::ALL {
        let massaged = worked(work, region, |kind| matches!(kind, StepKind::Massage(_)));
        if let Some((step, millis)) = massaged.filter(|(_, millis)| *millis > REGION_MILLIS) {
            let span = work.place(step).key(&["region", "move"]);
            let message = Message::new("long-work").with("place", words::place(region, None));
            let message = message.with("length", millis_to_text(millis));
            let help = Message::new("long-work-help");
            work.add(remark("long-dose", span, message, help));
        }
        let packed = worked(work, region, |kind| matches!(kind, StepKind::Pack { .. }));
        if let Some((step, millis)) = packed.filter(|(_, millis)| *millis > limits::PACK_MILLIS) {
            let span = work.place(step).key(&["region", "move"]);
            let message = Message::new("long-pack").with("place", words::place(region, None));
            let message = message.with("length", millis_to_text(millis));
            let help = Message::new("long-pack-help");
            work.add(remark("long-dose", span, message, help));
        }
    }
}

/// The step that first works a region in a way, and for how long one side of it is, in milliseconds.
fn worked(
    work: &Work<'_, '_>,
    region: Region,
    is_meant: impl Fn(&StepKind) -> bool,
) -> Option<(usize, u64)> {
    let meant = |segment: &&Segment| {
        segment.region() == Some(region)
            && segment.step.as_ref().is_some_and(|step| is_meant(&step.kind))
    };
    let segments: Vec<&Segment> = work.longest().iter().filter(meant).collect();
    let on = |side: Side| {
        let here = segments.iter().filter(|segment| segment.side.is_none_or(|own| own == side));
        here.map(|segment| segment.millis()).sum::<u64>()
    };
    let step = segments.first()?.written?;
    Some((step, on(Side::Left).max(on(Side::Right))))
}
