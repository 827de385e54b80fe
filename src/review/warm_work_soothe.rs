//! Warm, work, soothe: nothing is worked firmly before it was warmed, and nothing is left at its firmest.

use super::remark;
use super::work::Work;
use crate::body::{Region, Side};
use crate::session::{Massage, Step, StepKind, Technique, Temperature};
use crate::timeline::Segment;
use crate::words::{self, Message};

/// The least pressure that is firm, 0–10 of discomfort. Kneading at it is not: it squeezes and lets go.
const FIRM: u8 = 4;

/// Places that lie so near to one another that what warms or soothes one does so for the other.
const BESIDE: &[&[Region]] = &[
    &[Region::Scalp, Region::Forehead, Region::Temples, Region::Jaw],
    &[Region::SkullBase, Region::NeckBack],
    &[Region::UpperTrapezius, Region::Shoulder],
    &[Region::UpperTrapezius, Region::UpperBack],
    &[Region::Chest, Region::Shoulder],
    &[Region::LowBack, Region::Glutes],
    &[Region::Forearm, Region::Hand, Region::ThumbPad],
    &[Region::Quadriceps, Region::OuterThigh],
    &[Region::Hamstrings, Region::OuterThigh],
];

/// What a step does where.
struct PlaceWork<'a> {
    step: &'a Step,
    written: usize,
    place: Region,
    side: Option<Side>,
}

impl<'a> PlaceWork<'a> {
    fn of(segment: &'a Segment) -> Option<Self> {
        let step = segment.step.as_deref()?;
        let (written, place) = (segment.written?, step.region()?);
        Some(Self { step, written, place, side: segment.side })
    }

    fn is_firm(&self) -> bool {
        self.step.massage().is_some_and(is_firm)
    }

    /// Whether it makes a place ready for more.
    fn warms(&self) -> bool {
        match &self.step.kind {
            StepKind::Massage(massage) => !is_firm(massage),
            StepKind::Stretch { .. } => true,
            StepKind::Pack { temperature, .. } => *temperature == Temperature::Heat,
            _ => false,
        }
    }

    /// Whether it lets a place be, after more.
    fn soothes(&self) -> bool {
        match &self.step.kind {
            StepKind::Massage(massage) => !is_firm(massage),
            StepKind::Stretch { .. } | StepKind::Pack { .. } | StepKind::Scan { .. } => true,
            _ => false,
        }
    }

    fn is_near(&self, other: &Self) -> bool {
        let beside =
            |places: &&[Region]| places.contains(&self.place) && places.contains(&other.place);
        let on_one_side = self.side.is_none() || other.side.is_none() || self.side == other.side;
        on_one_side && (self.place == other.place || BESIDE.iter().any(beside))
    }
}

fn is_firm(massage: &Massage) -> bool {
    massage.pressure >= FIRM && massage.technique != Technique::Swedish
}

/// Firm work that comes cold, and firm work after which nothing soothes, each step once.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let Some(timeline) = work.written(Side::Left) else { return };
    let done: Vec<PlaceWork<'_>> = timeline.segments().iter().filter_map(PlaceWork::of).collect();
    let mut found: Vec<(usize, Region, bool)> = Vec::new();
    for (at, firm) in done.iter().enumerate().filter(|(_, done)| done.is_firm()) {
        let is_warmed = done[..at].iter().any(|before| before.warms() && before.is_near(firm));
        let is_soothed = done[at..].iter().any(|after| after.soothes() && after.is_near(firm));
        if !is_warmed {
            found.push((firm.written, firm.place, true));
        }
        if !is_soothed {
            found.push((firm.written, firm.place, false));
        }
    }
    found.sort_by_key(|(written, _, is_cold)| (*written, !is_cold));
    found.dedup();
    for (step, place, is_cold) in found {
        let (id, help) = if is_cold {
            ("not-warmed", "not-warmed-help")
        } else {
            ("not-soothed", "not-soothed-help")
        };
        let span = work.place(step).key(&["region", "move"]);
        let message = Message::new(id).with("place", words::place(place, None));
        work.add(remark("warm-work-soothe", span, message, Message::new(help)));
    }
}
