//! How much of it: time in one place, and time under a pack.

use super::remark;
use super::work::Work;
use crate::body::{Region, Side};
use crate::lengths::millis_to_text;
use crate::session::{PackPlace, PackedJoint, StepKind, WorkedTime, limits};
use crate::timeline::Segment;
use crate::words::{self, Message};

/// Every rule about the time one place gets.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let worked = work.written(Side::Left).map(|timeline| timeline.worked()).unwrap_or_default();
    for region in worked.regions() {
        long_work(work, region, &worked);
    }
    let regions = Region::ALL.into_iter().map(PackPlace::Region);
    let joints = PackedJoint::ALL.iter().copied().map(PackPlace::Joint);
    for place in regions.chain(joints) {
        long_pack(work, place);
    }
}

/// A place that is worked for longer than its most, as the session is written. Stretched, none gets
/// more than that.
fn long_work(work: &mut Work<'_, '_>, region: Region, worked: &WorkedTime) {
    let (cap, most) = (region.dose_cap(), worked.on(region, None));
    let step = work.steps.iter().position(|step| {
        step.massage().is_some_and(|massage| massage.region.dose_region() == region)
    });
    let Some(step) = step.filter(|_| most > cap) else { return };
    let over = |side: &Side| worked.on(region, Some(*side)) > cap;
    let mut sides = [Side::Left, Side::Right].into_iter().filter(over);
    let side = match (sides.next(), sides.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    };
    let sides = if side.is_none() && region.has_sides() { "each" } else { "one" };
    let span = work.place(step).key(&["region", "move"]);
    let message = Message::new("long-work").with("place", words::place(region, side));
    let message = message.with("sides", sides).with("length", millis_to_text(most));
    let message = message.with("most", millis_to_text(cap));
    let over = millis_to_text((most - cap).next_multiple_of(1_000));
    let help = Message::new("long-work-help").with("over", over);
    work.add(remark("long-dose", span, message, help));
}

/// A place that lies under packs for too long, with the session at its longest.
fn long_pack(work: &mut Work<'_, '_>, place: PackPlace) {
    let is_pack = |segment: &&Segment| {
        let lies_there =
            |kind: &StepKind| matches!(kind, StepKind::Pack { place: at, .. } if *at == place);
        segment.step.as_ref().is_some_and(|step| lies_there(&step.kind))
    };
    let packs: Vec<&Segment> = work.longest().iter().filter(is_pack).collect();
    let on = |side: Side| {
        let here = packs.iter().filter(|segment| segment.side.is_none_or(|own| own == side));
        here.map(|segment| segment.millis() - segment.begins).sum::<u64>()
    };
    let millis = on(Side::Left).max(on(Side::Right));
    let first = packs.first().and_then(|segment| segment.written);
    if let Some(step) = first.filter(|_| millis > limits::PACK_MILLIS) {
        let span = work.place(step).key(&["region", "joint", "move"]);
        let message = Message::new("long-pack").with("place", named(place));
        let message = message.with("length", millis_to_text(millis));
        let help = Message::new("long-pack-help");
        work.add(remark("long-dose", span, message, help));
    }
}

/// What the place of a pack is called.
pub(super) fn named(place: PackPlace) -> Message {
    match place {
        PackPlace::Region(region) => words::place(region, None),
        PackPlace::Joint(joint) => Message::new(format!("joint-{}", joint.id())),
    }
}
