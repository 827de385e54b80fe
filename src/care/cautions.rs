//! The cautions before a session, composed from the table: one sentence for all that ask for the same.

use std::collections::BTreeMap;

use super::condition::{
    CautionKind, Condition, ConditionGroup, EmergencyRow, Rule, RuleLevel, RulePlace,
};
use super::deeds::{Act, Deed};
use super::person::CaredFor;
use super::place::BodyPart;
use super::profile::HeldCondition;
use super::table::CareTable;
use super::translation::in_language;
use crate::body::Region;
use crate::session::limits;
use crate::words::{Language, Message, Texts, upper_first};

/// Kinds of caution with the places they are about, and the names of the conditions.
type Gathered<'a> = BTreeMap<(CautionKind, Vec<BodyPart>), Vec<&'a str>>;

/// What cautions are composed of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CautionFacts {
    /// Messages that come before those of the table.
    pub(super) first: Vec<&'static str>,
    /// What the session does, and what the one does that was asked for.
    pub(super) deeds: Vec<Deed>,
    pub(super) asked_deeds: Vec<Deed>,
    pub(super) person: CaredFor,
}

impl CautionFacts {
    /// The cautions in a language.
    pub(super) fn in_language(&self, language: Language) -> Vec<String> {
        let first = self.first.iter().map(|id| Texts::of(language).text(&Message::new(*id)));
        let deeds = (&self.deeds[..], &self.asked_deeds[..]);
        let of_table = composed(CareTable::shipped(), deeds, &self.person, language);
        first.chain(of_table).collect()
    }
}

/// What there is to know before a session that does this, for a person: what the conditions ask for
/// that they have, also of what was `asked` and gave way; signs of an emergency; and everything that a
/// condition asks for which they may have.
fn composed(
    table: &CareTable,
    (deeds, asked): (&[Deed], &[Deed]),
    person: &CaredFor,
    language: Language,
) -> Vec<String> {
    let mut lines: Vec<String> =
        person.held().flat_map(|held| personal(held, asked, language)).collect();
    let told = table.emergencies.iter().filter(|row| deeds.iter().any(|deed| row.is_for(*deed)));
    lines.extend(EmergencyRow::sentences(told, language));
    let mut gathered = Gathered::new();
    for condition in table.conditions.iter().filter(|condition| may_have(condition, person)) {
        gather(condition, deeds, &mut gathered);
    }
    for ((kind, places), names) in &gathered {
        let words = table.cautions.iter().find(|(known, _)| known == kind);
        let Some((_, words)) = words else { continue };
        let places = listed(&part_names(places), "and", language);
        let words = in_language(words, language).replace("{places}", &places);
        lines.extend(sentences(&words, names, language));
    }
    lines
}

/// What a condition asks for that a person has, in a session that does this: its name, and what to do.
fn personal(held: &HeldCondition, deeds: &[Deed], language: Language) -> Vec<String> {
    let rules = held.condition.all_rules().filter(|rule| rule.level != RuleLevel::Inform);
    let speaking =
        rules.filter(|rule| deeds.iter().any(|deed| rule.speaks_of(*deed, None, &held.sites)));
    let mut lines: Vec<String> = Vec::new();
    let name = upper_first(held.condition.name_in(language));
    for says in speaking.map(|rule| in_language(&rule.says, language)) {
        match lines.last_mut() {
            Some(line) if line.contains(says) => {}
            Some(line) if line.chars().count() + says.chars().count() < limits::LINE => {
                *line = format!("{line} {says}");
            }
            _ => lines.push(format!("{name}: {says}")),
        }
    }
    lines
}

/// Whether a person may have a condition: they were never asked for it, and have not told of it. What
/// they have is told by itself.
fn may_have(condition: &Condition, person: &CaredFor) -> bool {
    let is_held = person.held().any(|held| held.condition.is_or_includes(condition));
    let is_open = condition.group != ConditionGroup::Today
        && !person.profile.answered.contains(&condition.group);
    !is_held && is_open
}

/// Adds what a condition asks for in a session that does this.
fn gather<'a>(condition: &'a Condition, deeds: &[Deed], gathered: &mut Gathered<'a>) {
    let rules = condition.rules.iter().filter(|rule| rule.level != RuleLevel::Inform);
    let mut asked: Vec<(CautionKind, Vec<BodyPart>)> = Vec::new();
    for rule in rules {
        let spoken_of: Vec<Deed> =
            deeds.iter().copied().filter(|deed| rule.speaks_of(*deed, None, &[])).collect();
        for (kind, places) in kinds(rule, &spoken_of) {
            asked.push((kind, places));
        }
    }
    asked.sort_unstable();
    asked.dedup();
    let has_block = asked.iter().any(|(kind, _)| *kind < CautionKind::Gently);
    let no_touch = asked.iter().any(|(kind, _)| *kind == CautionKind::NoTouch);
    for (kind, places) in asked {
        let said_already = match kind {
            CautionKind::Gently => has_block,
            CautionKind::NotThere
            | CautionKind::NotAtSite
            | CautionKind::NoHeat
            | CautionKind::NoCold
            | CautionKind::Lightly => no_touch,
            _ => false,
        };
        if !said_already {
            let names = gathered.entry((kind, places)).or_default();
            names.extend(condition.short.iter().map(String::as_str));
        }
    }
}

/// The kinds of caution that a rule makes of what a session does.
fn kinds(rule: &Rule, spoken_of: &[Deed]) -> Vec<(CautionKind, Vec<BodyPart>)> {
    let does = |acts: &[Act]| spoken_of.iter().any(|deed| acts.contains(&deed.act));
    let mut kinds = Vec::new();
    let mut add = |is_so: bool, kind| {
        if is_so {
            kinds.push((kind, Vec::new()));
        }
    };
    if rule.level == RuleLevel::Caution {
        add(does(&[Act::LyingFlat]), CautionKind::Lying);
        add(does(&[Act::EyesClosed, Act::Imagery]), CautionKind::Inward);
        let gently = spoken_of
            .iter()
            .any(|deed| !matches!(deed.act, Act::LyingFlat | Act::EyesClosed | Act::Imagery));
        add(gently, CautionKind::Gently);
        return kinds;
    }
    add(does(&[Act::BreathHold, Act::FastBreathing, Act::LongExhale]), CautionKind::NoHold);
    add(does(&[Act::HeadDown, Act::NearEyes]), CautionKind::HeadAndEyes);
    let working = [Act::Massage, Act::Stretch, Act::Tensing, Act::WideMouth];
    match &rule.place {
        RulePlace::Everywhere => {
            let touches = does(&[Act::Massage])
                || (rule.does.contains(&Act::Massage) && does(&[Act::Heat, Act::Cold]));
            add(touches, CautionKind::NoTouch);
            add(does(&[Act::Heat]), CautionKind::NoHeat);
            add(does(&[Act::Cold]), CautionKind::NoCold);
            add(does(&[Act::Tensing]), CautionKind::NoTensing);
        }
        RulePlace::Site | RulePlace::Limb => {
            let touches = does(&working)
                || (rule.does.contains(&Act::Massage) && does(&[Act::Heat, Act::Cold]));
            add(touches, CautionKind::NotAtSite);
            add(!touches && does(&[Act::Heat]), CautionKind::NoHeat);
            add(!touches && does(&[Act::Cold]), CautionKind::NoCold);
        }
        RulePlace::Regions(_) => {
            let places = parts_of(spoken_of.iter().filter(|deed| working.contains(&deed.act)));
            add(places.is_empty() && does(&[Act::Heat]), CautionKind::NoHeat);
            add(places.is_empty() && does(&[Act::Cold]), CautionKind::NoCold);
            if !places.is_empty() {
                kinds.push((CautionKind::NotThere, places));
            }
        }
    }
    if does(&[Act::DeepPressure, Act::Tool, Act::Friction]) && !does(&[Act::Massage]) {
        kinds.push((CautionKind::Lightly, Vec::new()));
    }
    kinds
}

/// The parts of the body that hold these deeds, the smallest that name them all.
pub(super) fn parts_of<'a>(deeds: impl Iterator<Item = &'a Deed>) -> Vec<BodyPart> {
    let regions: Vec<Region> = deeds.filter_map(|deed| deed.region).collect();
    let whole = [BodyPart::Legs, BodyPart::Arms];
    let part = |region: Region| {
        let smaller = BodyPart::ALL.iter().filter(|part| !whole.contains(part));
        let large = whole.iter().find(|part| part.regions().contains(&region));
        let only_feet = regions.iter().all(|it| BodyPart::Feet.regions().contains(it));
        let small = smaller.into_iter().find(|part| part.regions().contains(&region));
        match (large, small) {
            (Some(large), Some(BodyPart::Feet)) if !only_feet => Some(*large),
            (_, Some(small)) => Some(*small),
            (large, None) => large.copied(),
        }
    };
    let mut parts: Vec<_> = regions.iter().filter_map(|region| part(*region)).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn part_names(parts: &[BodyPart]) -> Vec<&'static str> {
    parts.iter().map(|part| part.id()).collect()
}

/// One sentence, or several where the names are more than one can hold.
fn sentences(words: &str, names: &[&str], language: Language) -> Vec<String> {
    let whole = words.replace("{names}", &listed(names, "or", language));
    if whole.chars().count() <= limits::LINE || names.len() < 2 {
        return vec![whole];
    }
    let (first, second) = names.split_at(names.len() / 2);
    [sentences(words, first, language), sentences(words, second, language)].concat()
}

/// A list of the table's texts as people say it in a language: “one, two or three”.
fn listed(names: &[&str], joint: &str, language: Language) -> String {
    let said = |text| in_language(text, language);
    let names: Vec<_> = names.iter().map(|name| said(name)).collect();
    match &names[..] {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [several @ .., last] => format!("{} {} {last}", several.join(", "), said(joint)),
    }
}
