//! The items of a profile in their sections: what each says now, and what the next answer is.

use crate::body::Side;
use crate::care::{
    BodyPlace, CareTable, Condition, ConditionGroup, HandReach, HandUse, Profile, RuleLevel, Site,
};
use crate::session::Tool;
use crate::words::{Message, Texts};

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
    pub title: Message,
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
            title: Message::new(format!("health-group-{}", group.id())),
            items: (CareTable::shipped().in_group(*group).map(ProfileItem::Condition))
                .chain([ProfileItem::NothingElse(*group)])
                .collect(),
        };
        let own = tools.chain([ProfileItem::NoTool]).collect();
        let own = Self { title: Message::new("health-tools"), items: own };
        let likes = Self { title: Message::new("health-you"), items: likes.to_vec() };
        [own, likes].into_iter().chain(groups.map(group)).collect()
    }
}

impl ProfileItem {
    /// What it is called.
    pub(super) fn name(self, texts: &Texts) -> String {
        let message = match self {
            Self::Condition(condition) => return condition.name_in(texts.language()).to_owned(),
            Self::Tool(tool) => Message::new(format!("tool-{}", tool.id())),
            Self::NoTool => Message::new("health-no-tool"),
            Self::Pressure => Message::new("health-pressure"),
            Self::Hand(side) => Message::new("health-hand").with("side", side.word()),
            Self::Reach => Message::new("health-reach"),
            Self::FirstSide => Message::new("health-first-side"),
            Self::Floor => Message::new("health-floor"),
            Self::NothingElse(_) => Message::new("health-nothing-else"),
        };
        texts.text(&message)
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
    pub(super) fn answer(self, profile: &Profile) -> Option<Message> {
        let hand = |hand: HandUse| Message::new(format!("health-hand-{}", hand.id()));
        Some(match self {
            Self::Pressure => match profile.pressure {
                Some(most) => Message::new("health-at-most").with("most", u64::from(most)),
                None => Message::new("health-as-it-comes"),
            },
            Self::Hand(Side::Left) => hand(profile.left_hand),
            Self::Hand(Side::Right) => hand(profile.right_hand),
            Self::Reach => Message::new(format!("health-reach-{}", profile.reach.id())),
            Self::FirstSide => Message::new(match profile.first_side {
                Some(Side::Left) => "health-left",
                Some(Side::Right) => "health-right",
                None => "health-as-it-comes",
            }),
            Self::Floor => Message::new(match profile.reaches_floor {
                Some(true) => "health-yes",
                Some(false) => "health-no",
                None => "health-not-told",
            }),
            _ => return None,
        })
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
    pub(super) fn about(self, texts: &Texts) -> String {
        let id = match self {
            Self::Condition(condition) => return condition.ask_in(texts.language()).to_owned(),
            Self::Tool(_) | Self::NoTool => "health-about-tools",
            Self::Pressure => "health-about-pressure",
            Self::Hand(_) => "health-about-hand",
            Self::Reach => "health-about-reach",
            Self::FirstSide => "health-about-first-side",
            Self::Floor => "health-about-floor",
            Self::NothingElse(_) => "health-about-nothing-else",
        };
        texts.text(&Message::new(id))
    }

    /// What comes before any session where it may need help.
    pub(super) fn comes_first(self, texts: &Texts) -> Vec<String> {
        let Self::Condition(condition) = self else { return Vec::new() };
        let table = CareTable::shipped();
        let rows = condition.emergencies.iter().filter_map(|id| table.emergency(id));
        rows.map(|row| row.sentence(texts.language())).collect()
    }

    /// What sessions do about it.
    pub(super) fn rules(self, texts: &Texts) -> Vec<String> {
        let condition = match self {
            Self::Condition(condition) => Some(condition),
            _ => None,
        };
        let rules = condition.into_iter().flat_map(Condition::all_rules);
        let told = rules.filter(|rule| rule.level != RuleLevel::Inform);
        told.map(|rule| rule.says_in(texts.language()).to_owned()).collect()
    }
}

fn next_hand(hand: HandUse) -> HandUse {
    match hand {
        HandUse::Full => HandUse::Light,
        HandUse::Light => HandUse::None,
        HandUse::None => HandUse::Full,
    }
}

/// On which side of a place a condition sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SiteAnswer {
    /// There, and it has no sides.
    Here,
    Left,
    Right,
    Both,
}

impl SiteAnswer {
    /// What is told of a place, if anything.
    pub(super) fn at(place: BodyPlace, sites: &[Site]) -> Option<Self> {
        let is_told = |side| sites.contains(&Site { place, side });
        match (is_told(None), is_told(Some(Side::Left)), is_told(Some(Side::Right))) {
            (true, ..) if !place.has_sides() => Some(Self::Here),
            (true, ..) | (_, true, true) => Some(Self::Both),
            (_, true, _) => Some(Self::Left),
            (_, _, true) => Some(Self::Right),
            _ => None,
        }
    }

    /// In words.
    pub(super) fn message(self) -> Message {
        Message::new(match self {
            Self::Here => "health-here",
            Self::Left => "health-left",
            Self::Right => "health-right",
            Self::Both => "health-both",
        })
    }
}

/// The places after a turn of one of them: left, right, both, nowhere.
pub(super) fn turned(place: BodyPlace, sites: &[Site]) -> Vec<Site> {
    let next: &[Option<Side>] = match SiteAnswer::at(place, sites) {
        None if !place.has_sides() => &[None],
        None => &[Some(Side::Left)],
        Some(SiteAnswer::Left) => &[Some(Side::Right)],
        Some(SiteAnswer::Right) => &[None],
        Some(SiteAnswer::Here | SiteAnswer::Both) => &[],
    };
    let others = sites.iter().copied().filter(|site| site.place != place);
    others.chain(next.iter().map(|side| Site { place, side: *side })).collect()
}
