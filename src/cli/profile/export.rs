//! A profile for its person to take along: as its file has it, or as JSON.

use serde::Serialize;

use crate::body::Side;
use crate::care::{CareTable, HeldCondition, Profile, Today};
use crate::cli::arguments::ProfileExportArguments;
use crate::cli::console::Console;
use crate::cli::exit::Exit;
use crate::cli::exported;
use crate::config::Paths;
use crate::profile::KeptProfile;
use crate::words::{Language, Texts};

/// Prints the profile, or saves it as a file.
pub(super) fn export(
    wish: &ProfileExportArguments,
    (paths, kept): (&Paths, &KeptProfile),
    today: &Today,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let text = if wish.json {
        let facts = ProfileFacts::of(&kept.profile, today);
        format!("{}\n", serde_json::to_string_pretty(&facts)?)
    } else {
        format!("{}{}", kept.to_text(), answered(today))
    };
    let Some(place) = &wish.output else {
        console.out.write_all(text.as_bytes())?;
        return Ok(Exit::Done);
    };
    exported::save(
        &text,
        place,
        wish.force,
        (Some(paths), Texts::with_reports(Language::English)),
        console,
    )?;
    Ok(Exit::Done)
}

/// What was answered today, as comments: a profile that is put back does not hold for another day.
fn answered(today: &Today) -> String {
    let asked = CareTable::shipped().questions.iter().filter(|it| today.asked().contains(&it.id));
    let lines = asked.map(|question| {
        let held = today.held().iter().find(|held| held.condition.id == question.condition);
        let answer = held.map_or_else(|| "no".to_owned(), said_yes_to);
        format!("#   {}: {answer}\n", question.id)
    });
    let lines: Vec<_> = lines.collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("\n# Answered on {}, and forgotten on the next day:\n{}", today.day(), lines.concat())
}

/// What a yes was said to, and where that is.
fn said_yes_to(held: &HeldCondition) -> String {
    let places: Vec<_> = held.sites.iter().map(|site| site.name()).collect();
    let places = if places.is_empty() { String::new() } else { format!(": {}", places.join(", ")) };
    format!("yes, {}{places}", held.condition.name)
}

/// A profile as JSON gives it. The keys are a promise to scripts.
#[derive(Serialize)]
struct ProfileFacts {
    conditions: Vec<HeldFacts>,
    answered: Vec<&'static str>,
    tools: Option<Vec<&'static str>>,
    pressure: Option<u8>,
    left_hand: &'static str,
    right_hand: &'static str,
    reach: &'static str,
    first_side: Option<&'static str>,
    reaches_floor: Option<bool>,
    today: TodayFacts,
}

/// What was answered today, as JSON gives it.
#[derive(Serialize)]
struct TodayFacts {
    day: String,
    asked: Vec<String>,
    so: Vec<HeldFacts>,
}

/// A condition as JSON gives it.
#[derive(Serialize)]
struct HeldFacts {
    id: &'static str,
    name: &'static str,
    places: Vec<String>,
}

impl HeldFacts {
    fn of(held: &HeldCondition) -> Self {
        let places = held.sites.iter().map(|site| site.id()).collect();
        Self { id: &held.condition.id, name: &held.condition.name, places }
    }
}

impl ProfileFacts {
    fn of(profile: &Profile, today: &Today) -> Self {
        let held = profile.conditions.iter().map(HeldFacts::of);
        let today = TodayFacts {
            day: today.day().to_owned(),
            asked: today.asked().iter().cloned().collect(),
            so: today.held().iter().map(HeldFacts::of).collect(),
        };
        let tools = profile.tools.as_ref();
        Self {
            conditions: held.collect(),
            answered: profile.answered.iter().map(|group| group.id()).collect(),
            tools: tools.map(|tools| tools.iter().map(|tool| tool.id()).collect()),
            pressure: profile.pressure,
            left_hand: profile.left_hand.id(),
            right_hand: profile.right_hand.id(),
            reach: profile.reach.id(),
            first_side: profile.first_side.map(Side::word),
            reaches_floor: profile.reaches_floor,
            today,
        }
    }
}
