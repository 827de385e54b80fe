//! The voice settings, with the engine or voice that the command line names.

use super::exit::{Ended, Failure};
use super::names::name_meant;
use super::setup::Setup;
use super::text::printable;
use crate::choices::{Choice as _, EngineChoice};
use crate::conductor::Interruption;
use crate::config::VoiceSettings;
use crate::playback::voice_search;
use crate::voice::{SpeechEngines, StopSignal};

/// The settings of the voice, with the engine or voice `who` names in place of their own.
///
/// # Errors
/// Where no voice of that name speaks the language here. For a name in the settings that is missing
/// another voice speaks; a name just typed is more likely mistyped.
pub(super) fn spoken_by(
    who: Option<&str>,
    language: &str,
    setup: &Setup,
) -> anyhow::Result<VoiceSettings> {
    let settings = setup.settings.voice.clone();
    let engine = |who| name_meant(who, EngineChoice::ALL.iter().map(|it| it.word())).unwrap_or(who);
    let Some(who) = who.map(engine).filter(|who| *who != "auto") else {
        return Ok(settings);
    };
    let settings = settings.spoken_by(who);
    let wish = settings.engine;
    if wish == EngineChoice::None {
        return Ok(settings);
    }
    let search = voice_search(setup.paths.as_ref());
    let has_voice = |engines: &SpeechEngines| {
        settings.name.as_ref().is_none_or(|name| engines.have(name, language))
    };
    let engines = while_engines_are_asked(|stop| {
        let mut engines = SpeechEngines::find_first(&search, wish, stop);
        if !has_voice(&engines) {
            engines.look_further(stop);
        }
        engines
    })?;
    let failure = match (&settings.name, wish) {
        (Some(name), _) if !has_voice(&engines) => {
            let said = (printable(name), printable(language));
            let (called, spoken) = (&said.0, &said.1);
            let is_of_it = |what: &str| what.contains(&format!("“{name}”"));
            let known = engines.problems().iter().find(|problem| is_of_it(&problem.what));
            let missing =
                || format!("there is no voice called “{called}” here that speaks “{spoken}”");
            let failure = Failure::new(known.map_or_else(missing, |known| printable(&known.what)));
            match name_meant(name, names(&engines, language)) {
                Err(Some(help)) => failure.help(help),
                _ => failure,
            }
        }
        (None, EngineChoice::First(kind)) if engines.of(kind).is_none() => {
            let known = engines.problems().iter().find(|problem| problem.engine == kind);
            let why = known.map_or("it, or a voice for it, is missing", |problem| &problem.what);
            Failure::new(format!("{} cannot speak here: {}", kind.word(), printable(why)))
        }
        _ => return Ok(settings),
    };
    Err(failure
        .help("`unclench voices` lists the voices there are; `none` leaves the words on screen")
        .into())
}

/// What can be asked for: engines, and the voices that speak a language.
fn names<'a>(engines: &'a SpeechEngines, language: &str) -> Vec<&'a str> {
    let voices = engines.all().iter().flat_map(|engine| &engine.voices);
    let speaks = voices.filter(|voice| voice.speaks(language)).map(|voice| voice.name.as_str());
    speaks.chain(EngineChoice::ALL.iter().map(|it| it.word())).collect()
}

/// Does what asks the speech engines. A signal ends them before it ends the program, and Ctrl-Z
/// waits while one is started.
///
/// # Errors
/// [`Ended`] where a signal has asked for the end.
pub(super) fn while_engines_are_asked<T>(ask: impl FnOnce(&StopSignal) -> T) -> anyhow::Result<T> {
    let stop = StopSignal::default();
    let asked_to_stop = stop.clone();
    let interruption = Interruption::watch_and(move || asked_to_stop.now())?;
    let answer = ask(&stop);
    match interruption.asked() {
        Some(end) => Err(Ended(end).into()),
        None => Ok(answer),
    }
}
