//! What stands between a person and a step.

use super::condition::{Condition, EmergencyRow, Rule, RuleLevel};
use super::deeds::{Act, Deed, deeds_of};
use super::profile::{HandUse, HeldCondition, Profile};
use super::table::CareTable;
use crate::body::{Region, Side};
use crate::session::{
    Massage, Pattern, PhaseKind, Position, Receiver, Step, StepKind, Temperature, Tool, limits,
};
use crate::words::{Message, Texts};

/// The pressure of a light stroke, 0–10 of discomfort: the hardest for a hand that can do light ones only.
pub(super) const LIGHT: u8 = 2;

/// Whom a session is for: what is kept of a person, and what holds today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaredFor {
    /// What is known of the person.
    pub profile: Profile,
    /// What the person said yes to today.
    pub today: Vec<HeldCondition>,
}

/// Why a step cannot stay as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeReason {
    /// A rule of a condition.
    Rule(&'static Condition, &'static Rule),
    /// The person does not own this.
    NotOwned(Tool),
    /// What the hand of this side can do is not enough.
    Hand(Side),
    /// The hands do not reach there.
    OutOfReach,
    /// It breaks what holds for everybody.
    Everybody,
}

impl CaredFor {
    /// The signs that what the person has told of themselves may go with, and that come first.
    pub fn signs(&self) -> Vec<&'static EmergencyRow> {
        let table = CareTable::shipped();
        let ids = self.profile.conditions.iter().flat_map(|held| &held.condition.emergencies);
        ids.filter_map(|id| table.emergency(id)).collect()
    }

    /// What is known of the one whom the hands work on. Of a partner that is nothing but what was answered
    /// today; the hands and the tools stay the person's own.
    pub(super) fn receiving(&self, receiver: Receiver) -> Self {
        match receiver {
            Receiver::Oneself => self.clone(),
            Receiver::Partner => {
                let own = self.profile.clone();
                let profile = Profile {
                    tools: own.tools,
                    left_hand: own.left_hand,
                    right_hand: own.right_hand,
                    first_side: own.first_side,
                    ..Profile::default()
                };
                Self { profile, today: self.today.clone() }
            }
        }
    }

    /// Every condition that holds.
    pub(super) fn held(&self) -> impl Iterator<Item = &HeldCondition> {
        self.profile.conditions.iter().chain(&self.today)
    }

    /// The rules of a level that speak of what a step does on a side, each once.
    pub(super) fn rules_on(
        &self,
        step: &Step,
        position: Position,
        side: Option<Side>,
        level: RuleLevel,
    ) -> Vec<(&'static Condition, &'static Rule)> {
        let deeds = deeds_of(step, position);
        let mut found: Vec<(&'static Condition, &'static Rule)> = Vec::new();
        for held in self.held() {
            let condition = held.condition;
            for rule in condition.all_rules().filter(|rule| rule.level == level) {
                let speaks = deeds.iter().any(|deed| rule.speaks_of(*deed, side, &held.sites));
                if speaks && !found.iter().any(|(_, known)| std::ptr::eq(*known, rule)) {
                    found.push((condition, rule));
                }
            }
        }
        found
    }

    /// Everything that stands in the way of a step on a side; nothing, where the person may do it.
    pub fn obstacles(
        &self,
        step: &Step,
        position: Position,
        side: Option<Side>,
    ) -> Vec<ChangeReason> {
        let rules = self.rules_on(step, position, side, RuleLevel::Block).into_iter();
        let mut found: Vec<_> = rules.map(|(it, rule)| ChangeReason::Rule(it, rule)).collect();
        match &step.kind {
            StepKind::Massage(massage) => self.of_massage(massage, side, &mut found),
            StepKind::Pack { temperature, .. } => {
                let pack = match temperature {
                    Temperature::Heat => Tool::WarmPack,
                    Temperature::Cold => Tool::ColdPack,
                };
                if !self.profile.owns(pack) {
                    found.push(ChangeReason::NotOwned(pack));
                }
            }
            _ => {}
        }
        if !holds_for_everybody(step) {
            found.push(ChangeReason::Everybody);
        }
        found
    }

    /// The ids of sessions made for conditions that the person has not told of.
    pub fn sessions_for_others(&self) -> Vec<String> {
        let is_told = |condition: &Condition| {
            self.held().any(|held| held.condition.is_or_includes(condition))
        };
        let others = CareTable::shipped().conditions.iter().filter(|it| !is_told(it));
        others.flat_map(|condition| condition.sessions.iter().cloned()).collect()
    }

    /// Whether nothing may press firmly in a region, on one side at least: light strokes are left.
    pub fn keeps_light(&self, region: Region) -> bool {
        let deed = Deed { act: Act::DeepPressure, region: Some(region) };
        let on = |held: &HeldCondition, side| {
            held.rules_on(deed, side, RuleLevel::Block).next().is_some()
        };
        let sides = [None, Some(Side::Left), Some(Side::Right)];
        self.held().any(|held| sides.into_iter().any(|side| on(held, side)))
    }

    fn of_massage(&self, massage: &Massage, side: Option<Side>, found: &mut Vec<ChangeReason>) {
        if !self.profile.owns(massage.tool) {
            found.push(ChangeReason::NotOwned(massage.tool));
        }
        if !matches!(massage.tool, Tool::Hands | Tool::Cream) {
            return;
        }
        if !self.profile.reach.takes_in(massage.region) {
            found.push(ChangeReason::OutOfReach);
        }
        let firm = massage.pressure > LIGHT;
        let can = |hand: Side| match self.profile.hand(hand, &self.today) {
            HandUse::Full => true,
            HandUse::Light => !firm,
            HandUse::None => false,
        };
        let hands: &[Side] = match side {
            Some(side) if massage.region.is_worked_by_the_other_hand() => &[side.other()],
            // Both at once: each works on its own or the other side.
            None if massage.region.has_sides() => &[Side::Left, Side::Right],
            // Either hand will do.
            _ if can(Side::Left) || can(Side::Right) => &[],
            _ => &[Side::Left],
        };
        found
            .extend(hands.iter().filter(|hand| !can(**hand)).map(|hand| ChangeReason::Hand(*hand)));
    }
}

/// Whether a step keeps to what holds for everybody, whatever file it comes from.
fn holds_for_everybody(step: &Step) -> bool {
    let longest = |pattern: &Pattern| {
        let phases = pattern.phases.iter().filter(|phase| phase.kind == PhaseKind::Hold);
        phases.map(|phase| phase.millis).max().unwrap_or(0)
    };
    let length = step.written_millis();
    let length = step.flex.map_or(length, |flex| flex.max.max(length));
    match &step.kind {
        StepKind::Massage(massage) if massage.pressure > massage.region.pressure_cap() => false,
        StepKind::Pack { .. } if length > limits::PACK_MILLIS => false,
        _ => step.pattern.as_ref().is_none_or(|pattern| longest(pattern) <= limits::HOLD_MILLIS),
    }
}

impl ChangeReason {
    /// Whether both are told in the same words: a condition has several rules.
    pub fn is_told_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Rule(one, _), Self::Rule(other, _)) => one.id == other.id,
            (one, other) => one == other,
        }
    }

    /// Some reasons, those that are told in the same words once.
    pub fn each_once(reasons: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut once: Vec<Self> = Vec::new();
        for reason in reasons {
            if !once.iter().any(|known| known.is_told_like(reason)) {
                once.push(reason);
            }
        }
        once
    }

    /// What it was, to stand in a list: “fever or an infection”.
    pub fn name(&self, texts: &Texts) -> String {
        let message = match self {
            Self::Rule(condition, _) => return condition.name_in(texts.language()).to_owned(),
            Self::NotOwned(tool) => Message::new("care-not-owned")
                .with("tool", Message::new(format!("tool-{}", tool.id()))),
            Self::Hand(side) => Message::new("care-hand").with("side", side.word()),
            Self::OutOfReach => Message::new("care-out-of-reach"),
            Self::Everybody => Message::new("care-everybody"),
        };
        texts.text(&message)
    }
}
