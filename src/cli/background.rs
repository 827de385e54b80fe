//! Which background a session is heard with, and how loud each kind of sound is.

use super::console::Console;
use super::exit::Failure;
use super::names::name_meant;
use super::setup::{self, Setup};
use super::text::printable;
use crate::choices::{Background, Mix};
use crate::conductor::bed_names;
use crate::config::{Paths, Remembered, Settings};

/// The background asked for, or the last one, or the one that is set.
///
/// # Errors
/// Where the one asked for is not there. One that was remembered is passed over then, and for one
/// that is set there is a warning.
pub(super) fn background(
    setup: &Setup,
    asked: Option<&str>,
    console: &mut Console<'_>,
) -> Result<Background, Failure> {
    if asked.is_some() {
        return asked_or_set(setup, asked, console);
    }
    let remembered = remembered(setup).background;
    match remembered.and_then(|choice| find(choice, setup.paths.as_ref()).ok()) {
        Some(choice) => Ok(choice),
        None => asked_or_set(setup, None, console),
    }
}

/// The background asked for, or the one that is set, whatever the last one was.
///
/// # Errors
/// Where the one asked for is not there.
pub(super) fn asked_or_set(
    setup: &Setup,
    asked: Option<&str>,
    console: &mut Console<'_>,
) -> Result<Background, Failure> {
    if let Some(name) = asked {
        return find(Background::written(name), setup.paths.as_ref())
            .map_err(|help| unknown(name, help));
    }
    Ok(set(&setup.settings, setup.paths.as_ref()).unwrap_or_else(|(message, help)| {
        console.warn(&message, help);
        Background::AsWritten
    }))
}

/// The background that is set.
///
/// # Errors
/// Where it is not there: what to say of it, and the help.
pub(super) fn set(
    settings: &Settings,
    paths: Option<&Paths>,
) -> Result<Background, (String, &'static str)> {
    let set = &settings.background;
    find(set.clone(), paths).map_err(|help| {
        let message = format!("your settings name a background “{}”", printable(&set.to_string()));
        let help = help.map(|help| format!("; {help}")).unwrap_or_default();
        (format!("{message}, and there is none{help}"), SHOWS)
    })
}

/// How loud each kind of sound is: as it was last, or as it is set.
pub(super) fn mix(setup: &Setup) -> Mix {
    setup.settings.first_mix().recalling(&remembered(setup).mix)
}

const SHOWS: &str = "`unclench sounds` shows them all; `none` is silence, `session` leaves its own";

fn remembered(setup: &Setup) -> Remembered {
    setup.paths.as_ref().map(Remembered::load).unwrap_or_default()
}

/// The choice, where there is such a bed, or else the help that says what may be meant.
fn find(choice: Background, paths: Option<&Paths>) -> Result<Background, Option<String>> {
    let Some(name) = choice.name() else {
        return Ok(choice);
    };
    let beds = bed_names(&setup::sounds(paths).0);
    let words = [Background::SILENCE, Background::AS_WRITTEN];
    name_meant(name, beds.iter().map(String::as_str).chain(words)).map(Background::written)
}

fn unknown(name: &str, help: Option<String>) -> Failure {
    let failure = Failure::new(format!("there is no background called “{}”", printable(name)));
    let failure = match help {
        Some(help) => failure.help(help),
        None => failure,
    };
    failure.help(SHOWS)
}
