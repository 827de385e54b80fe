//! The items of a profile in their sections: what each says now, and what the next answer is.

use crate::body::Side;
use crate::care::{
    BodyPlace, CareTable, Condition, ConditionGroup, HandReach, HandUse, Profile, RuleLevel, Site,
};
use crate::session::Tool;

/// The hardest pressure that can be asked for, 0–10 of discomfort: no session presses harder.
const MOST_PRESSURE: u8 = 5;

/// One thing that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileItem {
    /// A tool is owned.
    Tool(Tool),
    /// None of the tools is.
    NoTool,
    /// The hardest pressure that is liked.
    Pressure,
    /// What a hand can do.
    Hand(Side),
    /// How far the hands reach.
    Reach,
    /// The side to begin with.
    FirstSide,
    /// Down to the floor and up again.
    Floor,
    /// A condition.
    Condition(&'static Condition),
    /// There is nothing else to tell in a group.
    NothingElse(ConditionGroup),
}

/// Items under one heading.
#[derive(Clone, Debug)]
pub struct ProfileSection {
    /// The heading.
    pub title: &'static str,
    /// What can be told there.
    pub items: Vec<ProfileItem>,
}

impl ProfileSection {
    /// Every section, from top to bottom. What holds for one day is asked before a session.
    pub fn all() -> Vec<Self> {
        let tools = Tool::ASKED.into_iter().map(ProfileItem::Tool);
        let likes = [
            ProfileItem::Pressure,
            ProfileItem::Hand(Side::Left),
            ProfileItem::Hand(Side::Right),
            ProfileItem::Reach,
            ProfileItem::FirstSide,
            ProfileItem::Floor,
        ];
        let groups = ConditionGroup::ALL.iter().filter(|group| **group != ConditionGroup::Today);
        let group = |group: &ConditionGroup| Self {
            title: group.name(),
            items: (CareTable::shipped().in_group(*group).map(ProfileItem::Condition))
                .chain([ProfileItem::NothingElse(*group)])
                .collect(),
        };
        let own =
            Self { title: "Tools you own", items: tools.chain([ProfileItem::NoTool]).collect() };
        let likes = Self { title: "You", items: likes.to_vec() };
        [own, likes].into_iter().chain(groups.map(group)).collect()
    }
}

impl ProfileItem {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Tool(tool) => tool.name(),
            Self::NoTool => "none of these",
            Self::Pressure => "pressure you like",
            Self::Hand(Side::Left) => "your left hand does",
            Self::Hand(Side::Right) => "your right hand does",
            Self::Reach => "your hands reach",
            Self::FirstSide => "side to begin with",
            Self::Floor => "down to the floor and up",
            Self::Condition(condition) => &condition.name,
            Self::NothingElse(_) => "nothing else of these",
        }
    }

    /// Whether it is told; `None` for what has one of several answers.
    pub(super) fn is_told(self, profile: &Profile) -> Option<bool> {
        match self {
            Self::Tool(tool) => {
                Some(profile.tools.as_ref().is_some_and(|tools| tools.contains(&tool)))
            }
            Self::NoTool => Some(profile.tools.as_ref().is_some_and(Vec::is_empty)),
            Self::Condition(condition) => Some(profile.has(condition)),
            Self::NothingElse(group) => Some(profile.answered.contains(&group)),
            Self::Pressure | Self::Hand(_) | Self::Reach | Self::FirstSide | Self::Floor => None,
        }
    }

    /// The answer of what has one of several.
    pub(super) fn answer(self, profile: &Profile) -> Option<String> {
        let answer = match self {
            Self::Pressure => match profile.pressure {
                Some(most) => return Some(format!("at most {most} of 10")),
                None => "as it comes",
            },
            Self::Hand(Side::Left) => profile.left_hand.name(),
            Self::Hand(Side::Right) => profile.right_hand.name(),
            Self::Reach => profile.reach.name(),
            Self::FirstSide => profile.first_side.map_or("as it comes", Side::word),
            Self::Floor => match profile.reaches_floor {
                Some(true) => "yes",
                Some(false) => "no",
                None => "not told",
            },
            _ => return None,
        };
        Some(answer.to_owned())
    }

    /// Turns to the next answer.
    pub(super) fn turn(self, profile: &mut Profile) {
        match self {
            Self::Tool(tool) => {
                let tools = profile.tools.get_or_insert_default();
                match tools.iter().position(|owned| *owned == tool) {
                    Some(at) => drop(tools.remove(at)),
                    None => tools.push(tool),
                }
                // None is owned only where that is said.
                profile.tools.take_if(|tools| tools.is_empty());
            }
            Self::NoTool => {
                let was_told = self.is_told(profile) == Some(true);
                profile.tools = (!was_told).then(Vec::new);
            }
            Self::Pressure => {
                let next = profile.pressure.map_or(1, |most| most + 1);
                profile.pressure = (next <= MOST_PRESSURE).then_some(next);
            }
            Self::Hand(Side::Left) => profile.left_hand = next_hand(profile.left_hand),
            Self::Hand(Side::Right) => profile.right_hand = next_hand(profile.right_hand),
            Self::Reach => {
                let at = HandReach::ALL.iter().position(|reach| *reach == profile.reach);
                let next = at.map_or(0, |at| (at + 1) % HandReach::ALL.len());
                profile.reach = HandReach::ALL.get(next).copied().unwrap_or_default();
            }
            Self::FirstSide => {
                profile.first_side = match profile.first_side {
                    None => Some(Side::Left),
                    Some(Side::Left) => Some(Side::Right),
                    Some(Side::Right) => None,
                };
            }
            Self::Floor => {
                profile.reaches_floor = match profile.reaches_floor {
                    None => Some(true),
                    Some(true) => Some(false),
                    Some(false) => None,
                };
            }
            Self::Condition(condition) => {
                if !profile.remove(condition, &[]) {
                    profile.add(condition, &[]);
                }
            }
            Self::NothingElse(group) => {
                match profile.answered.iter().position(|answered| *answered == group) {
                    Some(at) => drop(profile.answered.remove(at)),
                    None => profile.answered.push(group),
                }
            }
        }
    }

    /// What it asks, or what follows from it.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Tool(_) | Self::NoTool => {
                "Once you tick some, a session that wants another uses your hands instead."
            }
            Self::Pressure => "Nothing presses harder than that, whatever a session says.",
            Self::Hand(_) => "What asks more of this hand gives way to something easier.",
            Self::Reach => "What they do not get to is left out, with a quiet breath instead.",
            Self::FirstSide => "Your settings choose, unless you do here.",
            Self::Floor => {
                "Do you get down to the floor, and up again by yourself? If not, sessions there say what does as well."
            }
            Self::Condition(condition) => &condition.ask,
            Self::NothingElse(_) => {
                "Tick this once you have told all there is in this group. You need not."
            }
        }
    }

    /// What sessions do about it.
    pub(super) fn rules(self) -> impl Iterator<Item = &'static str> {
        let condition = match self {
            Self::Condition(condition) => Some(condition),
            _ => None,
        };
        let rules = condition.into_iter().flat_map(Condition::all_rules);
        rules.filter(|rule| rule.level != RuleLevel::Inform).map(|rule| rule.says.as_str())
    }
}

fn next_hand(hand: HandUse) -> HandUse {
    match hand {
        HandUse::Full => HandUse::Light,
        HandUse::Light => HandUse::None,
        HandUse::None => HandUse::Full,
    }
}

/// What is told of a place: nowhere, on one side or on both.
pub(super) fn answer_at(place: BodyPlace, sites: &[Site]) -> &'static str {
    let is_told = |side| sites.contains(&Site { place, side });
    match (is_told(None), is_told(Some(Side::Left)), is_told(Some(Side::Right))) {
        (true, ..) if !place.has_sides() => "here",
        (true, ..) | (_, true, true) => "both",
        (_, true, _) => "left",
        (_, _, true) => "right",
        _ => "",
    }
}

/// The places after a turn of one of them: left, right, both, nowhere.
pub(super) fn turned(place: BodyPlace, sites: &[Site]) -> Vec<Site> {
    let next: &[Option<Side>] = match answer_at(place, sites) {
        "" if !place.has_sides() => &[None],
        "" => &[Some(Side::Left)],
        "left" => &[Some(Side::Right)],
        "right" => &[None],
        _ => &[],
    };
    let others = sites.iter().copied().filter(|site| site.place != place);
    others.chain(next.iter().map(|side| Site { place, side: *side })).collect()
}
