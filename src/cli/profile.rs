//! `profile`: what a person tells of their body, shown, changed, exported and erased.

mod export;
mod today;
mod words;

use std::io;

use super::arguments::{ProfileArguments, ProfileCommand, ProfileSetArguments, ToolList};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::names::name_meant;
use super::setup::Setup;
use super::text::{printable, said};
use crate::care::{
    BodyPlace, Condition, Profile, Site, conditions_told_in, kept_conditions, words_of,
};
use crate::config::Paths;
use crate::files::{composed, help_to_write, why_unwritten};
use crate::learn::signs_told;
use crate::library::nearest;
use crate::problem::as_name;
use crate::problem::letters::{as_typed, odd_letter, write_for};
use crate::profile::{KeptProfile, ProfileError};
use crate::words::{Texts, in_english};

/// Does what is asked about the profile.
pub(super) fn profile(
    arguments: &ProfileArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let setup = Setup::read_but_profile_faults(console);
    let paths = setup.folders()?;
    match &arguments.command {
        None => show(paths, &setup, console),
        Some(ProfileCommand::List) => words::list(console),
        Some(ProfileCommand::Add { condition, places }) => {
            let condition = condition_named(condition, setup.report_texts())?;
            let sites = sites(condition, places)?;
            let kept = change(paths, |profile| profile.add(condition, &sites))?;
            writeln!(console.out, "Noted: {}.", words::held(&kept.profile, condition))?;
            words::write_rules(condition, console)?;
            Ok(Exit::Done)
        }
        Some(ProfileCommand::Remove { condition, places }) => {
            let condition = condition_named(condition, setup.report_texts())?;
            remove(condition, &sites(condition, places)?, paths, console)
        }
        Some(ProfileCommand::Set(wish)) => {
            change(paths, |profile| set(profile, wish))?;
            show(paths, &setup, console)
        }
        Some(ProfileCommand::Export(wish)) => {
            export::export(wish, (paths, &load(paths, &setup, console)?), &setup.today, console)
        }
        Some(ProfileCommand::Today(wish)) => {
            let paths = paths.clone();
            today::today(wish, &paths, setup, console)
        }
        Some(ProfileCommand::Erase) => erase(paths, console),
    }
}

fn show(paths: &Paths, setup: &Setup, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let kept = load(paths, setup, console)?;
    words::show(&kept.profile, console)?;
    let place = said(&paths.profile_file());
    if kept.later_conditions() > 0 {
        let message = "your profile names conditions that this version does not know";
        console.warn(message, "a newer Unclench does; until then sessions take no heed of them");
    }
    writeln!(console.out, "\nIt is kept on this machine alone: {place}")?;
    Ok(Exit::Done)
}

/// The profile; what does not fit in its file is said.
fn load(paths: &Paths, setup: &Setup, console: &mut Console<'_>) -> anyhow::Result<KeptProfile> {
    let (kept, errors) = KeptProfile::load(paths);
    console.says_of_profile(&errors, setup.report_texts());
    if errors.iter().any(|error| matches!(error, ProfileError::Unreadable(_))) {
        let failure = Failure::new("so nothing of your health profile is known now");
        return Err(failure.into());
    }
    Ok(kept)
}

fn change(paths: &Paths, change: impl FnOnce(&mut Profile)) -> Result<KeptProfile, Failure> {
    KeptProfile::change(paths, change).map_err(|error| unwritten(&error, paths))
}

fn unwritten(error: &io::Error, paths: &Paths) -> Failure {
    Failure::unwritten(&paths.profile_file(), error)
}

fn remove(
    condition: &Condition,
    sites: &[Site],
    paths: &Paths,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let mut was_there = false;
    change(paths, |profile| was_there = profile.remove(condition, sites))?;
    if was_there {
        writeln!(console.out, "Taken out: {}.", condition.name)?;
    } else {
        writeln!(console.out, "It was not in your profile: {}.", condition.name)?;
    }
    Ok(Exit::Done)
}

fn set(profile: &mut Profile, wish: &ProfileSetArguments) {
    if let Some(pressure) = &wish.pressure {
        profile.pressure = pressure.clone().into();
    }
    if let Some(tools) = &wish.tools {
        profile.tools = Option::from(tools.clone()).map(|ToolList(tools)| tools);
    }
    profile.left_hand = wish.left_hand.unwrap_or(profile.left_hand);
    profile.right_hand = wish.right_hand.unwrap_or(profile.right_hand);
    profile.reach = wish.reach.unwrap_or(profile.reach);
    if let Some(side) = &wish.first_side {
        profile.first_side = side.clone().into();
    }
    if let Some(floor) = &wish.floor {
        profile.reaches_floor = floor.clone().into();
    }
    for group in &wish.answered {
        if !profile.answered.contains(group) {
            profile.answered.push(*group);
        }
    }
}

fn erase(paths: &Paths, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let was_there = KeptProfile::erase(paths).map_err(|error| {
        let place = said(&paths.profile_file());
        let why = why_unwritten(&error);
        let failure = Failure::new(format!("`{place}` could not be removed: {why}"));
        help_to_write(&error).into_iter().fold(failure, Failure::help)
    })?;
    let answer = if was_there {
        "Your health profile is gone from this machine. Copies you saved yourself are yours."
    } else {
        "There was no health profile to remove."
    };
    writeln!(console.out, "{answer}")?;
    Ok(Exit::Done)
}

/// The condition that is called so, by its id or by a name of it, or what may have been meant.
fn condition_named(called: &str, texts: &Texts) -> Result<&'static Condition, Failure> {
    let called = &*composed(called);
    let typed = || condition_named(&as_typed(called), texts);
    condition_told(called, texts).map_err(|failure| match odd_letter(called) {
        Some(letter) => match typed() {
            Ok(meant) => no_condition(called).help(in_english(&write_for(letter, &meant.id))),
            Err(_) => failure,
        },
        None => failure,
    })
}

fn no_condition(called: &str) -> Failure {
    Failure::new(format!("there is no condition called “{}”", printable(called)))
}

fn condition_told(called: &str, texts: &Texts) -> Result<&'static Condition, Failure> {
    let wanted = words_of(called);
    // The name of one may be what people call another.
    let by_id = kept_conditions().find(|it| words_of(&it.id) == wanted);
    let named: Vec<_> = kept_conditions().filter(|it| it.is_called(called)).collect();
    let told = conditions_told_in(called);
    let only = match (named.as_slice(), told.as_slice()) {
        ([condition], _) | ([], [condition]) => Some(*condition),
        _ => None,
    };
    if let Some(condition) = by_id.or(only) {
        return Ok(condition);
    }
    let failure = no_condition(called);
    let asks = |it: &&Condition| {
        let asked = words_of(&it.ask);
        !wanted.is_empty() && wanted.iter().all(|word| asked.contains(word))
    };
    let asking = kept_conditions().filter(|it| told.contains(it) || asks(it));
    let asking: Vec<_> = asking.map(|it| format!("`{}`", it.id)).collect();
    let signs = if asking.is_empty() { signs_told(called, texts) } else { Vec::new() };
    if !signs.is_empty() {
        let failure = format!("“{}” may need help before anything else", printable(called));
        return Err(signs.into_iter().fold(Failure::new(failure), Failure::help));
    }
    let failure = match asking.as_slice() {
        [] => match nearest(called, kept_conditions().map(|it| it.id.as_str())) {
            Some(near) => failure.help(format!("did you mean `{near}`?")),
            None => failure,
        },
        near => failure.help(format!("did you mean {}?", near.join(" or "))),
    };
    Err(failure.help("`unclench profile list` shows them all, in plain words"))
}

/// The places that were named, where the condition sits in a place.
fn sites(condition: &Condition, places: &[String]) -> Result<Vec<Site>, Failure> {
    if !condition.has_site && !places.is_empty() {
        let message = format!("`{}` is told without a place", condition.id);
        return Err(Failure::new(message));
    }
    places.iter().map(|place| site(place)).collect()
}

fn site(word: &str) -> Result<Site, Failure> {
    Site::by_id(&as_name(&composed(word))).ok_or_else(|| {
        let failure = Failure::new(format!("there is no place called “{}”", printable(word)));
        let all: Vec<String> = Site::all().map(Site::id).collect();
        if let Err(Some(help)) = name_meant(word, all.iter().map(String::as_str)) {
            return failure.help(help);
        }
        let places: Vec<_> = BodyPlace::all().map(BodyPlace::id).collect();
        let places = places.join(", ");
        failure.help(format!("there are {places}; most take `left-` or `right-` in front"))
    })
}

#[cfg(test)]
mod tests {
    use super::condition_named;
    use crate::words::{Language, Texts};

    fn id(called: &str) -> Option<String> {
        condition_named(called, Texts::of(Language::English))
            .ok()
            .map(|condition| condition.id.clone())
    }

    #[test]
    fn a_condition_is_found_in_what_somebody_says_of_themselves() {
        let said = [
            ("I take blood thinners", "bleeds-easily"),
            ("pregnant in the fifth month", "pregnancy"),
            ("I have glaucoma in both eyes", "glaucoma"),
            ("a pacemaker since May", "pacemaker"),
            ("thrombosis", "clot-now"),
            ("DVT", "clot-now"),
            ("ich nehme Blutverdünner", "bleeds-easily"),
            ("thinners", "bleeds-easily"),
            ("Augendruck", "glaucoma"),
        ];
        for (said, meant) in said {
            assert_eq!(id(said).as_deref(), Some(meant), "{said}");
        }
    }

    #[test]
    fn nothing_is_taken_from_what_somebody_says_they_do_not_have() {
        for said in ["I am not pregnant", "no glaucoma", "never had a clot", "nicht schwanger"] {
            assert_eq!(id(said), None, "{said}");
        }
    }
}
