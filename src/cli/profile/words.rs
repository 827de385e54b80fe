//! A profile and the conditions there are, in words.

use std::io;

use crate::care::{
    CareTable, Condition, ConditionGroup, Grounds, HandReach, HandUse, Profile, RuleLevel,
};
use crate::cli::console::Console;
use crate::cli::exit::Exit;
use crate::cli::text::{fold, in_columns};
use crate::words::upper_first;

/// Columns of the names of conditions in a list.
const NAME: usize = 28;
const GAP: &str = "  ";

/// The groups of the conditions that are kept.
fn groups() -> impl Iterator<Item = ConditionGroup> {
    ConditionGroup::ALL.iter().copied().filter(|group| *group != ConditionGroup::Today)
}

/// Lists the conditions by their groups, as questions in plain words.
pub(super) fn list(console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let width = console.text_width();
    for group in groups() {
        writeln!(console.out, "{}", group.name())?;
        for condition in CareTable::shipped().in_group(group) {
            let place = if condition.has_site { " (where, with `--place`)" } else { "" };
            let ask = format!("{}{place}", condition.ask);
            if width < NAME + GAP.len() + 30 {
                writeln!(console.out, "{GAP}{}", condition.id)?;
                write_folded(&ask, 4, console)?;
                continue;
            }
            let indent = NAME + 2 * GAP.len();
            let mut lines = fold(&ask, width - indent).into_iter();
            let first = lines.next().unwrap_or_default();
            writeln!(console.out, "{GAP}{}{GAP}{first}", in_columns(&condition.id, NAME))?;
            for line in lines {
                writeln!(console.out, "{:indent$}{line}", "")?;
            }
        }
        writeln!(console.out)?;
    }
    let help = "`unclench profile add NAME` tells one, `unclench profile remove NAME` takes it out \
        again. Tell only what you like to tell.";
    write_folded(help, 0, console)?;
    Ok(Exit::Done)
}

/// Shows what is known.
pub(super) fn show(profile: &Profile, console: &mut Console<'_>) -> io::Result<()> {
    if *profile == Profile::default() {
        let words = "Nothing is known of you yet, and nothing has to be. Sessions ask for what \
            holds for everybody, and say what to look out for. `unclench profile list` shows what \
            can be told, `unclench profile add NAME` tells it.";
        return write_folded(words, 0, console);
    }
    let mut has_groups = false;
    for group in groups() {
        let held = profile.conditions.iter().filter(|held| held.condition.group == group);
        let held: Vec<_> = held.map(|held| held.condition).collect();
        let is_answered = profile.answered.contains(&group);
        if held.is_empty() && !is_answered {
            continue;
        }
        has_groups = true;
        writeln!(console.out, "{}", group.name())?;
        for condition in &held {
            write_folded(&upper_first(&self::held(profile, condition)), 2, console)?;
        }
        if is_answered {
            let words = if held.is_empty() { "Nothing of these" } else { "Nothing else of these" };
            writeln!(console.out, "{GAP}{words}")?;
        }
    }
    write_likes(profile, has_groups, console)
}

fn write_likes(
    profile: &Profile,
    is_after_groups: bool,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let tools = profile.tools.as_ref().map(|tools| {
        let names: Vec<_> = tools.iter().map(|tool| tool.name()).collect();
        if names.is_empty() { "none".to_owned() } else { names.join(", ") }
    });
    let hand = |hand: HandUse| Some(hand).filter(|it| *it != HandUse::Full).map(HandUse::name);
    let reach = Some(profile.reach).filter(|reach| *reach != HandReach::All);
    let floor = profile.reaches_floor.map(|can| if can { "yes" } else { "no" });
    let facts = [
        ("Tools you own", tools),
        ("Hardest pressure", profile.pressure.map(|pressure| format!("{pressure} of 10"))),
        ("Your left hand does", hand(profile.left_hand).map(str::to_owned)),
        ("Your right hand does", hand(profile.right_hand).map(str::to_owned)),
        ("Your hands reach", reach.map(|reach| reach.name().to_owned())),
        ("Side to begin with", profile.first_side.map(|side| side.word().to_owned())),
        ("Down to the floor", floor.map(str::to_owned)),
    ];
    if is_after_groups && facts.iter().any(|(_, fact)| fact.is_some()) {
        writeln!(console.out)?;
    }
    for (name, fact) in facts {
        if let Some(fact) = fact {
            writeln!(console.out, "{}{GAP}{fact}", in_columns(name, 20))?;
        }
    }
    Ok(())
}

/// A condition as it is held: its name, and where it sits.
pub(super) fn held(profile: &Profile, condition: &Condition) -> String {
    let held = profile.conditions.iter().find(|held| held.condition.id == condition.id);
    let places: Vec<_> =
        held.into_iter().flat_map(|held| &held.sites).map(|it| it.name()).collect();
    match (condition.has_site, places.is_empty()) {
        (_, false) => format!("{}: {}", condition.name, places.join(", ")),
        (true, true) => format!("{}: anywhere, until you name a place", condition.name),
        (false, true) => condition.name.clone(),
    }
}

/// What sessions do about a condition, and how sure that is.
pub(super) fn write_rules(condition: &Condition, console: &mut Console<'_>) -> io::Result<()> {
    for rule in condition.all_rules().filter(|rule| rule.level != RuleLevel::Inform) {
        write_folded(&rule.says, 2, console)?;
    }
    if condition.all_rules().any(|rule| rule.until_clinician) {
        write_folded("Ask your doctor what else is right for you.", 2, console)?;
    }
    let grounds = match condition.sure {
        Grounds::Read => "",
        Grounds::Secondary | Grounds::CommonKnowledge | Grounds::Judgement => condition.sure.name(),
    };
    if !grounds.is_empty() {
        write_folded(&format!("({})", upper_first(grounds)), 2, console)?;
    }
    Ok(())
}

fn write_folded(text: &str, indent: usize, console: &mut Console<'_>) -> io::Result<()> {
    for line in fold(text, console.text_width() - indent) {
        writeln!(console.out, "{:indent$}{line}", "")?;
    }
    Ok(())
}
