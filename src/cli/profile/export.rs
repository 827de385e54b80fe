//! A profile for its person to take along: as its file has it, or as JSON.

use serde::Serialize;

use crate::body::Side;
use crate::care::Profile;
use crate::cli::arguments::ProfileExportArguments;
use crate::cli::console::Console;
use crate::cli::exit::{Exit, Failure};
use crate::cli::text::said;
use crate::files::{self, why_unwritten};
use crate::profile::KeptProfile;

/// Prints the profile, or saves it as a file.
pub(super) fn export(
    wish: &ProfileExportArguments,
    kept: &KeptProfile,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let text = if wish.json {
        let facts = ProfileFacts::of(&kept.profile);
        format!("{}\n", serde_json::to_string_pretty(&facts)?)
    } else {
        kept.to_text()
    };
    let Some(place) = &wish.output else {
        console.out.write_all(text.as_bytes())?;
        return Ok(Exit::Done);
    };
    let name = said(place);
    if place.is_file() && !wish.force {
        let failure = Failure::new(format!("`{name}` is there already"));
        return Err(failure.help("`--force` replaces it").into());
    }
    files::write_private(place, text.as_bytes()).map_err(|error| {
        Failure::new(format!("`{name}` could not be written: {}", why_unwritten(&error)))
    })?;
    writeln!(console.out, "Saved in {name}, readable by you alone.")?;
    Ok(Exit::Done)
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
    first_side: Option<&'static str>,
    reaches_floor: Option<bool>,
}

/// A condition as JSON gives it.
#[derive(Serialize)]
struct HeldFacts {
    id: &'static str,
    name: &'static str,
    places: Vec<String>,
}

impl ProfileFacts {
    fn of(profile: &Profile) -> Self {
        let held = profile.conditions.iter().map(|held| HeldFacts {
            id: &held.condition.id,
            name: &held.condition.name,
            places: held.sites.iter().map(|site| site.id()).collect(),
        });
        let tools = profile.tools.as_ref();
        Self {
            conditions: held.collect(),
            answered: profile.answered.iter().map(|group| group.id()).collect(),
            tools: tools.map(|tools| tools.iter().map(|tool| tool.id()).collect()),
            pressure: profile.pressure,
            left_hand: profile.left_hand.id(),
            right_hand: profile.right_hand.id(),
            first_side: profile.first_side.map(Side::word),
            reaches_floor: profile.reaches_floor,
        }
    }
}
