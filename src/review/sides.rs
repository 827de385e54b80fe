//! Left and right: named by the voice, and worked for the same time.

use std::collections::BTreeMap;

use super::dose::named;
use super::remark;
use super::speech::opening_place;
use super::work::Work;
use crate::body::{MuscleGroup, Region, Side};
use crate::lengths;
use crate::session::{PackPlace, Step, StepKind};
use crate::timeline::{Phrase, Segment, SegmentKind};
use crate::words::{self, Message};

/// Left and right may differ by this, in milliseconds: the last of what fitting leaves over.
const EVEN_MILLIS: u64 = 1_000;

/// Every rule about sides.
pub(super) fn review(work: &mut Work<'_, '_>) {
    if work.speaks_english() {
        unsaid(work);
    }
    uneven(work);
}

/// Sides that no spoken word names by the time the first touch on them begins.
fn unsaid(work: &mut Work<'_, '_>) {
    let mut steps = Vec::new();
    for first_side in [Side::Left, Side::Right] {
        let timeline = work.written(first_side);
        steps.extend(timeline.map(|it| unsaid_in(it.segments())).unwrap_or_default());
    }
    steps.sort_unstable();
    steps.dedup();
    for step in steps {
        let span = opening_place(work.place(step));
        let (message, help) = (Message::new("side-unsaid"), Message::new("side-unsaid-help"));
        work.add(remark("side-unsaid", span, message, help));
    }
}

fn unsaid_in(segments: &[Segment]) -> Vec<usize> {
    let mut steps = Vec::new();
    let mut before = None;
    let mut open = false;
    for segment in segments {
        if segment.side != before {
            open = segment.side.is_some();
            before = segment.side;
        }
        let Some(side) = segment.side.filter(|_| open) else {
            continue;
        };
        let is_work = !matches!(segment.kind, SegmentKind::Rest | SegmentKind::Breathe);
        let touches = segment.step.is_some() && is_work;
        let lines = segment.lines.iter().filter(|(after, _)| !touches || *after == 0);
        let lines = lines.filter_map(|(_, line)| line.say.as_deref());
        let mut spoken = segment.say.as_ref().and_then(Phrase::by_author).into_iter().chain(lines);
        let by_other = segment.step.as_deref().is_some_and(names_the_other);
        if spoken.any(|words| names(words, side) || by_other && names(words, side.other())) {
            open = false;
        } else if touches {
            steps.extend(segment.written);
            open = false;
        }
    }
    steps
}

/// Whether what a step says names the other side, such as that of the hand or the way to lean: who
/// hears it knows this one too.
fn names_the_other(step: &Step) -> bool {
    let lines = step.lines.iter().filter_map(|line| line.say.as_ref());
    let said =
        [&step.say, &step.second_side, &step.later_rounds].into_iter().flatten().chain(lines);
    said.into_iter().any(|words| words.to_lowercase().contains("{other-side"))
}

fn names(words: &str, side: Side) -> bool {
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case(side.word()))
}

/// What is worked on a side.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum WorkedPlace {
    Region(Region),
    Packed(PackPlace),
    Muscles(MuscleGroup),
}

impl WorkedPlace {
    fn of(segment: &Segment) -> Option<Self> {
        match &segment.step.as_ref()?.kind {
            StepKind::Massage(massage) => Some(Self::Region(massage.region)),
            StepKind::Stretch { region } => region.map(Self::Region),
            StepKind::Pack { place, .. } => Some(Self::Packed(*place)),
            StepKind::Tense(tense) => Some(Self::Muscles(tense.muscles)),
            StepKind::Breathe | StepKind::Rest | StepKind::Scan { .. } => None,
        }
    }

    fn name(self) -> Message {
        match self {
            Self::Region(region) => words::place(region, None),
            Self::Packed(place) => named(place),
            Self::Muscles(group) => words::muscles(group, None),
        }
    }
}

/// How long a place is worked on each side, in milliseconds, and where that is first written.
#[derive(Default)]
struct Worked {
    millis: [u64; 2],
    first: [Option<usize>; 2],
}

/// Places that one side gets and the other does not, or not for as long.
fn uneven(work: &mut Work<'_, '_>) {
    let mut worst: BTreeMap<usize, (u64, Message)> = BTreeMap::new();
    for fit in &work.lengths {
        let mut places: Vec<(WorkedPlace, Worked)> = Vec::new();
        for segment in fit.timeline.segments() {
            let (Some(side), Some(target)) = (segment.side, WorkedPlace::of(segment)) else {
                continue;
            };
            let known = places.iter().position(|(known, _)| *known == target);
            let known = known.unwrap_or_else(|| {
                places.push((target, Worked::default()));
                places.len() - 1
            });
            let worked = &mut places[known].1;
            worked.millis[side as usize] += segment.millis();
            worked.first[side as usize] = worked.first[side as usize].or(segment.written);
        }
        for (target, worked) in places {
            let [left, right] = worked.millis;
            // One hurt knee is cooled, not both.
            if matches!(target, WorkedPlace::Packed(_)) && left.min(right) == 0 {
                continue;
            }
            let difference = left.abs_diff(right);
            let Some(step) = worked.first[usize::from(right > left)] else {
                continue;
            };
            let known = worst.get(&step).map_or(EVEN_MILLIS, |(known, _)| *known);
            if difference > known {
                let message = Message::new("uneven-sides").with("place", target.name());
                let message = message.with("left", lengths::given(left));
                let message = message.with("right", lengths::given(right));
                worst.insert(step, (difference, message.with("fit", fit.name.clone())));
            }
        }
    }
    for (step, (_, message)) in worst {
        let span = work.place(step).key(&["side"]);
        work.add(remark("uneven-sides", span, message, Message::new("uneven-sides-help")));
    }
}
