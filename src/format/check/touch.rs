//! What only some kinds have: touch, tension, warmth.

use super::groups::{leave_out, lies_between};
use super::{Checker, part};
use crate::body::{MuscleGroup, Region, RegionPart};
use crate::format::draft::{Given, Kind, StepDraft, StrokeDraft, TouchDraft};
use crate::problem::nearest_or_all;
use crate::session::limits;
use crate::session::{
    Contact, Massage, PackPlace, StepKind, Stroke, StrokeKind, Tense, Tool, TouchingPart,
};
use crate::words::{self, Message};

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
                let place = self.pack_place(draft);
                Some(StepKind::Pack { temperature: *draft.temperature.value()?, place: place? })
            }
            Kind::Massage => self.massage(draft).map(StepKind::Massage),
            Kind::Tense => self.tense(draft).map(StepKind::Tense),
            Kind::Group => None,
        }
    }

    /// Where a pack lies: a region or a joint.
    fn pack_place(&mut self, draft: &StepDraft) -> Option<PackPlace> {
        if let (Some(region), Some(joint)) = (draft.region.given(), draft.joint.given()) {
            // What the step says itself wins over its move.
            return match (region.from_move, joint.from_move) {
                (false, true) => Some(PackPlace::Region(region.value)),
                (true, false) => Some(PackPlace::Joint(joint.value)),
                _ => {
                    let message = Message::new("pack-on-two-places");
                    self.error("conflict", &joint.span, message, Some(leave_out("region")));
                    None
                }
            };
        }
        let joint = draft.joint.value().copied().map(PackPlace::Joint);
        joint.or_else(|| draft.region.value().copied().map(PackPlace::Region))
    }

    fn massage(&mut self, draft: &StepDraft) -> Option<Massage> {
        let pressure = self.pressure(draft);
        let stroke = self.inside(&draft.stroke, Self::stroke).flatten();
        let tool = draft.tool.value().copied().unwrap_or(Tool::Hands);
        let kind = stroke.map_or(StrokeKind::Effleurage, |stroke| stroke.kind);
        let usual = Contact::usual(tool, kind);
        let region = draft.region.value().copied();
        let contact = self.inside(&draft.touch, |checker, given| {
            checker.contact(&given.value, usual, tool, region)
        });
        Some(Massage {
            region: region?,
            technique: *draft.technique.value()?,
            tool,
            pressure: pressure?,
            stroke: stroke?,
            contact: contact.unwrap_or(usual),
        })
    }

    /// What touches: what is written, and the usual where nothing is.
    fn contact(
        &mut self,
        draft: &TouchDraft,
        usual: Contact,
        tool: Tool,
        region: Option<Region>,
    ) -> Contact {
        if let Some(with) = draft.with.given().filter(|with| !with.value.goes_with(tool)) {
            let message = Message::new("touch-unlike-tool").with("with", with.value.id());
            let message = message.with("tool", tool.id());
            let fitting = TouchingPart::ALL.iter().filter(|part| part.goes_with(tool));
            let ids = fitting.map(|part| part.id());
            let help = nearest_or_all("", ids);
            self.error("bad-touch", &with.span, message, help);
        }
        if let (Some(at), Some(region)) = (draft.at.given(), region)
            && !at.value.is_in(region)
        {
            let message = Message::new("touch-elsewhere").with("spot", at.value.id());
            let message = message.with("place", words::place(region, None));
            let spots: Vec<&str> = RegionPart::of(region).map(RegionPart::id).collect();
            let help = match spots[..] {
                [] => Some(Message::new("touch-elsewhere-help")),
                _ => nearest_or_all("", spots.iter().copied()),
            };
            self.error("bad-touch", &at.span, message, help);
        }
        let part = draft.with.value().copied().unwrap_or(usual.part);
        if let Some(on) = draft.on.given()
            && !matches!(part, TouchingPart::Ball | TouchingPart::Roller)
        {
            let message = Message::new("touch-carried").with("with", part.id());
            self.error("bad-touch", &on.span, message, Some(Message::new("touch-carried-help")));
        }
        Contact {
            part,
            hands: draft.hands.value().copied().or(usual.hands),
            spot: draft.at.value().copied(),
            support: draft.on.value().copied().or(usual.support),
        }
    }

    fn pressure(&mut self, draft: &StepDraft) -> Option<u8> {
        let given = draft.pressure.given()?;
        let pressure = given.value;
        if !(0..=10).contains(&pressure) {
            let message = lies_between("pressure", "0".to_owned(), "10".to_owned());
            self.error("out-of-range", &given.span, message, None);
            return None;
        }
        let help = |cap: u8| Some(Message::new("write-or-less").with("most", cap));
        if let Some(region) =
            draft.region.value().filter(|region| pressure > i64::from(region.pressure_cap()))
        {
            let cap = region.pressure_cap();
            let message = Message::new("pressure-above-cap")
                .with("pressure", pressure.to_string())
                .with("place", words::place(*region, None))
                .with("most", cap)
                .with("reason", Message::new(cap_reason(*region)));
            self.error("pressure-cap", &given.span, message, help(cap));
            return None;
        }
        if pressure >= 7 {
            let message = Message::new("pressure-too-much").with("pressure", pressure.to_string());
            self.error("pressure-cap", &given.span, message, help(5));
            return None;
        }
        u8::try_from(pressure).ok()
    }

    fn stroke(&mut self, given: &Given<Box<StrokeDraft>>) -> Option<Stroke> {
        let draft = &given.value;
        let required =
            [("kind", draft.kind.is_missing()), ("direction", draft.direction.is_missing())];
        let missing: Vec<&str> =
            (required.iter().filter(|(_, gone)| *gone)).map(|(key, _)| *key).collect();
        self.missing(part("stroke"), &missing, given.span.clone());
        let tempo = self.time_within("tempo", &draft.tempo, limits::TEMPO_MILLIS);
        let direction = *draft.direction.value()?;
        let lift = draft.lift.value().copied();
        let lifts = lift.unwrap_or(!direction.goes_back_and_forth());
        Some(Stroke { kind: *draft.kind.value()?, direction, tempo, lifts })
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

/// The message that says why a region's cap is what it is, to follow the word “since”. Conventions on the gentle side.
fn cap_reason(region: Region) -> &'static str {
    match region {
        Region::Forehead | Region::Temples => "cap-reason-eyes",
        Region::Abdomen => "cap-reason-organs",
        Region::Scalp | Region::Jaw => "cap-reason-thin",
        Region::SkullBase | Region::NeckBack => "cap-reason-neck",
        Region::Chest => "cap-reason-ribs",
        Region::LowBack => "cap-reason-kidneys",
        Region::Hand | Region::ThumbPad | Region::Shin => "cap-reason-joints",
        Region::OuterThigh | Region::Calf => "cap-reason-vessels",
        Region::UpperTrapezius
        | Region::Shoulder
        | Region::UpperBack
        | Region::Forearm
        | Region::Glutes
        | Region::Quadriceps
        | Region::Hamstrings
        | Region::Foot => "cap-reason-no-more",
    }
}
