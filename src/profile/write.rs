//! A profile as text.

use toml::Value;

use super::{KeptProfile, key};
use crate::care::{HandReach, HandUse, HeldCondition};

/// What begins a line that could not be read and is kept for the person to look at.
pub(super) const ASIDE: &str = "# not understood: ";

/// The first lines of the file.
pub(super) const HEAD: &str = "\
# Your health profile. It stays on this machine and is readable by you alone.
# `unclench profile` shows it, `unclench profile erase` removes it.
";

/// A profile as text.
pub(super) fn text(kept: &KeptProfile) -> String {
    let mut table = kept.later.clone();
    for (key, value) in entries(kept) {
        table.insert(key.to_owned(), value);
    }
    let mut conditions = kept.later_conditions.clone();
    for held in &kept.profile.conditions {
        conditions.insert(held.condition.id.clone(), places(kept, held));
    }
    if !conditions.is_empty() {
        table.insert(key::CONDITIONS.to_owned(), Value::Table(conditions));
    }
    let aside: Vec<_> = kept.aside.iter().map(|line| format!("{ASIDE}{line}\n")).collect();
    let comments: Vec<_> = kept.comments.iter().map(|line| format!("{line}\n")).collect();
    format!("{HEAD}{}{}\n{table}", comments.concat(), aside.concat())
}

/// What is known beside conditions.
fn entries(kept: &KeptProfile) -> Vec<(&'static str, Value)> {
    let profile = &kept.profile;
    let words = |words: Vec<&str>| Value::from(words);
    let hand = |hand: HandUse| Some(hand).filter(|hand| *hand != HandUse::Full);
    let reach = Some(profile.reach).filter(|reach| *reach != HandReach::All);
    let tools = profile.tools.as_ref().map(|tools| tools.iter().map(|tool| tool.id()).collect());
    let answered: Vec<&str> = profile.answered.iter().map(|group| group.id()).collect();
    let entries = [
        (key::PRESSURE, profile.pressure.map(|pressure| Value::from(i64::from(pressure)))),
        (key::TOOLS, tools.map(words)),
        (key::LEFT_HAND, hand(profile.left_hand).map(|hand| hand.id().into())),
        (key::RIGHT_HAND, hand(profile.right_hand).map(|hand| hand.id().into())),
        (key::REACH, reach.map(|reach| reach.id().into())),
        (key::FIRST_SIDE, profile.first_side.map(|side| side.word().into())),
        (key::FLOOR, profile.reaches_floor.map(Value::from)),
        (key::ANSWERED, Some(answered).filter(|groups| !groups.is_empty()).map(words)),
    ];
    entries.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// The places of a condition, those that only a later version knows too.
fn places(kept: &KeptProfile, held: &HeldCondition) -> Value {
    let later = kept.later_places.get(&held.condition.id).into_iter().flatten();
    let own = held.sites.iter().map(|site| site.id());
    Value::from(own.chain(later.cloned()).collect::<Vec<_>>())
}
