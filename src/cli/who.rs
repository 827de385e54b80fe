//! Who speaks where the command line names somebody: the same settings, spoken by them.

use super::exit::Failure;
use super::setup::Setup;
use super::text::printable;
use crate::config::VoiceSettings;
use crate::playback::{voice_search, voice_wish};
use crate::voice::{EngineWish, Engines};

/// The settings, spoken by whoever is asked for, if anybody is.
///
/// # Errors
/// Where nobody of that name speaks the language here. Settings that name nobody are forgiven, and
/// somebody else speaks; a name just typed is more likely a slip.
pub(super) fn spoken_by(
    who: Option<&str>,
    language: &str,
    setup: &Setup,
) -> Result<VoiceSettings, Failure> {
    let settings = setup.settings.voice.clone();
    let Some(who) = who.filter(|who| *who != "auto") else {
        return Ok(settings);
    };
    let settings = settings.spoken_by(who);
    let wish = voice_wish(&settings);
    if wish == EngineWish::None {
        return Ok(settings);
    }
    let engines = Engines::find(&voice_search(setup.paths.as_ref()));
    let failure = match (&settings.name, wish) {
        (Some(name), _) if !engines.have(name, language) => {
            let (name, language) = (printable(name), printable(language));
            Failure::new(format!("there is no voice called “{name}” here that speaks “{language}”"))
        }
        (None, EngineWish::First(kind)) if engines.of(kind).is_none() => Failure::new(format!(
            "{} cannot speak here: it, or a voice for it, is missing",
            kind.id()
        )),
        _ => return Ok(settings),
    };
    Err(failure
        .help("`unclench voices` lists the voices there are; `none` leaves the words on screen"))
}
