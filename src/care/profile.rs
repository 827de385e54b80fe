//! What is known of a person: plain data, wherever it is kept.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::condition::{Condition, ConditionGroup, Rule, RuleLevel, RulePlace};
use super::deeds::{Act, Deed};
use super::place::Site;
use crate::body::{Region, Side};
use crate::session::{Tool, words};
use crate::words::Texts;

words! {
    /// What a hand can do.
    #[derive(Default)]
    HandUse {
        /// Anything.
        #[default]
        Full "full" "anything",
        /// Only light strokes.
        Light "light" "light strokes only",
        /// Nothing.
        None "none" "nothing",
    }
}

words! {
    /// How far both hands reach.
    #[derive(Default)]
    HandReach {
        /// To every place that can be worked.
        #[default]
        All "all" "everywhere",
        /// Not to the feet and lower legs.
        NotFeet "not-feet" "not to the feet",
        /// Not behind the back.
        NotBack "not-back" "not behind the back",
        /// To neither of them.
        Neither "neither" "to neither feet nor back",
    }
}

impl HandReach {
    /// Whether hands get to a region.
    pub fn takes_in(self, region: Region) -> bool {
        let is_low = matches!(region, Region::Calf | Region::Shin | Region::Foot);
        let is_behind = matches!(region, Region::UpperBack | Region::LowBack);
        match self {
            Self::All => true,
            Self::NotFeet => !is_low,
            Self::NotBack => !is_behind,
            Self::Neither => !is_low && !is_behind,
        }
    }
}

/// A condition that a person has, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldCondition {
    /// The condition.
    pub condition: &'static Condition,
    /// Where, if it sits in a place and the person named it.
    pub sites: Vec<Site>,
}

impl HeldCondition {
    /// Its name, and where it sits as far as that was named: “a new injury: left calf”.
    pub fn name(&self, texts: &Texts) -> String {
        let name = self.condition.name_in(texts.language());
        let places: Vec<_> = self.sites.iter().map(|site| texts.text(&site.message())).collect();
        if places.is_empty() { name.to_owned() } else { format!("{name}: {}", places.join(", ")) }
    }

    /// The rules of a level that speak of a deed on a side.
    pub fn rules_on(
        &self,
        deed: Deed,
        side: Option<Side>,
        level: RuleLevel,
    ) -> impl Iterator<Item = &'static Rule> {
        let rules = self.condition.all_rules().filter(move |rule| rule.level == level);
        rules.filter(move |rule| rule.speaks_of(deed, side, &self.sites))
    }
}

/// What is known of a person. The empty one knows nothing and asks for what holds for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The conditions the person has.
    pub conditions: Vec<HeldCondition>,
    /// The groups in which every question was answered: there is no need to warn of the rest.
    pub answered: Vec<ConditionGroup>,
    /// The tools the person owns, of ball, roller and packs; `None` where that is not known.
    pub tools: Option<Vec<Tool>>,
    /// The hardest pressure the person likes, 0–10 of discomfort.
    pub pressure: Option<u8>,
    /// What the left hand can do.
    pub left_hand: HandUse,
    /// What the right hand can do.
    pub right_hand: HandUse,
    /// How far the hands reach.
    pub reach: HandReach,
    /// The side the person likes to begin with.
    pub first_side: Option<Side>,
    /// Whether the person gets down to the floor and up again; `None` where that is not known.
    pub reaches_floor: Option<bool>,
}

impl Profile {
    /// Whether the person has a condition.
    pub fn has(&self, condition: &Condition) -> bool {
        self.conditions.iter().any(|held| held.condition.id == condition.id)
    }

    /// A number for what was told of the body, from which nothing of it can be read: another once
    /// anything is told or taken back.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for held in &self.conditions {
            held.condition.id.hash(&mut hasher);
            held.sites.hash(&mut hasher);
        }
        self.answered.hash(&mut hasher);
        (self.left_hand, self.right_hand, self.reach, self.reaches_floor).hash(&mut hasher);
        hasher.finish()
    }

    /// Adds a condition at some places, to those where it is known already. A condition that is
    /// known without a place may be anywhere, until a place is named.
    pub fn add(&mut self, condition: &'static Condition, sites: &[Site]) {
        let known = self.conditions.iter().position(|held| held.condition.id == condition.id);
        let at = known.unwrap_or_else(|| {
            self.conditions.push(HeldCondition { condition, sites: Vec::new() });
            self.conditions.len() - 1
        });
        let held = &mut self.conditions[at].sites;
        held.extend(sites.iter().copied());
        held.sort_unstable();
        held.dedup();
    }

    /// Takes a condition out; where places are named, only there. One that sits nowhere any more is
    /// gone. Returns whether there was any of it.
    pub fn remove(&mut self, condition: &Condition, sites: &[Site]) -> bool {
        let Some(at) = self.conditions.iter().position(|it| it.condition.id == condition.id) else {
            return false;
        };
        let held = &mut self.conditions[at].sites;
        let before = held.len();
        held.retain(|site| !sites.contains(site));
        if !sites.is_empty() && held.len() == before {
            return false;
        }
        if sites.is_empty() || held.is_empty() {
            self.conditions.remove(at);
        }
        true
    }

    /// What a hand can do, also for what hurts in it: what must not be touched does no work.
    pub fn hand(&self, side: Side, today: &[HeldCondition]) -> HandUse {
        let written = match side {
            Side::Left => self.left_hand,
            Side::Right => self.right_hand,
        };
        let held = self.conditions.iter().chain(today);
        let spares = |held: &HeldCondition| {
            let deed = Deed { act: Act::Massage, region: Some(Region::Hand) };
            let mut rules = held.rules_on(deed, Some(side), RuleLevel::Block);
            !held.sites.is_empty() && rules.any(|rule| rule.place == RulePlace::Site)
        };
        if held.into_iter().any(spares) { HandUse::None } else { written }
    }

    /// Whether a tool is at hand, as far as is known.
    pub fn owns(&self, tool: Tool) -> bool {
        !Tool::ASKED.contains(&tool)
            || self.tools.as_ref().is_none_or(|owned| owned.contains(&tool))
    }
}
