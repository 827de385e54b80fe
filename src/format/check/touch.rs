//! What only some kinds have: touch, tension, warmth.

use super::Checker;
use crate::body::{MuscleGroup, Region};
use crate::format::draft::{Given, Kind, StepDraft, StrokeDraft};
use crate::session::Tool;
use crate::session::limits;
use crate::session::{Massage, StepKind, Stroke, Tense};

/// Where nothing else is written, in milliseconds.
const TENSE: u64 = 6_000;
/// Where nothing else is written, in milliseconds.
const RELEASE: u64 = 30_000;
/// Where nothing else is written.
const TIMES: u32 = 2;

impl Checker<'_> {
    pub(super) fn details(&mut self, kind: Kind, draft: &StepDraft) -> Option<StepKind> {
        let region = draft.region.value().copied();
        match kind {
            Kind::Breathe => Some(StepKind::Breathe),
            Kind::Rest => Some(StepKind::Rest),
            Kind::Stretch => Some(StepKind::Stretch { region }),
            Kind::Scan => Some(StepKind::Scan { region }),
            Kind::Pack => {
                Some(StepKind::Pack { temperature: *draft.temperature.value()?, region: region? })
            }
            Kind::Massage => self.massage(draft).map(StepKind::Massage),
            Kind::Tense => self.tense(draft).map(StepKind::Tense),
            Kind::Group => None,
        }
    }

    fn massage(&mut self, draft: &StepDraft) -> Option<Massage> {
        let pressure = self.pressure(draft);
        let stroke = self.inside(&draft.stroke, Self::stroke).flatten();
        Some(Massage {
            region: *draft.region.value()?,
            technique: *draft.technique.value()?,
            tool: draft.tool.value().copied().unwrap_or(Tool::Hands),
            pressure: pressure?,
            stroke: stroke?,
        })
    }

    fn pressure(&mut self, draft: &StepDraft) -> Option<u8> {
        let given = draft.pressure.given()?;
        let pressure = given.value;
        if !(0..=10).contains(&pressure) {
            let message = "`pressure` lies between 0 and 10";
            self.error("out-of-range", &given.span, message, None);
            return None;
        }
        let help = |cap: u8| Some(format!("write {cap} or less"));
        if let Some(region) =
            draft.region.value().filter(|region| pressure > i64::from(region.pressure_cap()))
        {
            let (name, cap) = (region.name(), region.pressure_cap());
            let reason = cap_reason(*region);
            let message = format!(
                "pressure {pressure} is more than the {name} should meet: {cap} at most, since {reason}"
            );
            self.error("pressure-cap", &given.span, message, help(cap));
            return None;
        }
        if pressure >= 7 {
            let message = format!("pressure {pressure} is too much anywhere: from 7 on, stop");
            self.error("pressure-cap", &given.span, message, help(5));
            return None;
        }
        u8::try_from(pressure).ok()
    }

    fn stroke(&mut self, given: &Given<StrokeDraft>) -> Option<Stroke> {
        let draft = &given.value;
        let required =
            [("kind", draft.kind.is_missing()), ("direction", draft.direction.is_missing())];
        let missing: Vec<&str> =
            (required.iter().filter(|(_, gone)| *gone)).map(|(key, _)| *key).collect();
        self.missing("a stroke", &missing, given.span.clone());
        let tempo = self.time_within("tempo", &draft.tempo, limits::TEMPO_MILLIS);
        Some(Stroke { kind: *draft.kind.value()?, direction: *draft.direction.value()?, tempo })
    }

    fn tense(&mut self, draft: &StepDraft) -> Option<Tense> {
        let longest = draft
            .muscles
            .value()
            .map_or(limits::HOLD_MILLIS, |muscles| muscles.longest_tense_millis());
        let tense_limits = (limits::TENSE_MIN_MILLIS, longest);
        let tense = self.time_within("tense", &draft.tense, tense_limits);
        let release_limits = (limits::RELEASE_MIN_MILLIS, limits::RELEASE_MAX_MILLIS);
        let release = self.time_within("release", &draft.release, release_limits);
        let times = self.whole("times", &draft.times, 1, limits::TENSE_TIMES);
        Some(Tense {
            muscles: *draft.muscles.value()?,
            tense: tense.unwrap_or(TENSE.min(longest)),
            release: release.unwrap_or(RELEASE),
            times: times.unwrap_or(TIMES),
        })
    }
}

/// Whether the muscles lie on a left and a right side that can be worked one after the other.
pub(super) fn has_sides(muscles: MuscleGroup) -> bool {
    matches!(
        muscles,
        MuscleGroup::HandAndForearm
            | MuscleGroup::UpperArm
            | MuscleGroup::Arm
            | MuscleGroup::Thigh
            | MuscleGroup::Calf
            | MuscleGroup::Foot
            | MuscleGroup::Leg
    )
}

/// Why a region's cap is what it is, to follow the word “since”. Conventions on the gentle side.
fn cap_reason(region: Region) -> &'static str {
    match region {
        Region::Forehead | Region::Temples => "the eyes and thin bone lie near",
        Region::Abdomen => "soft organs lie beneath",
        Region::Scalp | Region::Jaw => "there is little between skin and bone",
        Region::SkullBase | Region::NeckBack => "vessels and nerves of the neck lie near",
        Region::Chest => "ribs and nerves lie close to the skin",
        Region::LowBack => "the kidneys lie near",
        Region::Hand | Region::ThumbPad | Region::Shin => {
            "small joints or bone lie close to the skin"
        }
        Region::OuterThigh | Region::Calf => "vessels and nerves lie close to the skin",
        Region::UpperTrapezius
        | Region::Shoulder
        | Region::UpperBack
        | Region::Forearm
        | Region::Glutes
        | Region::Quadriceps
        | Region::Hamstrings
        | Region::Foot => "pressing harder has not been seen to do more",
    }
}
