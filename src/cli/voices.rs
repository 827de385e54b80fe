//! `voices`: the speech engines of this machine, who would speak, and what recordings are called.

mod clips;
mod sample;

use std::collections::BTreeSet;
use std::io;

use serde::Serialize;

use super::arguments::VoicesArguments;
use super::console::Console;
use super::exit::Exit;
use super::list::write_json;
use super::setup::Setup;
use super::text::{count, in_columns, printable, said};
use super::who;
use crate::choices::Choice as _;
use crate::playback::{manner, voice_search};
use crate::prosody::Pace;
use crate::voice::{EngineVoice, Speaker, SpeechEngine, SpeechEngines, StopSignal, VoiceChoice};

/// More voices than this are counted, not listed, unless a language is asked for.
const MOST_LISTED: usize = 12;
/// Columns of a voice's name.
const NAME: usize = 34;

/// Lists engines and voices, or the recordings a session may have.
pub(super) fn voices(
    arguments: &VoicesArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let setup = Setup::read(console);
    if let Some(session) = &arguments.clips {
        return clips::clips(session, arguments.json, &setup, console);
    }
    if let Some(who) = &arguments.sample {
        return sample::speak(who, arguments.language.as_deref(), &setup, console);
    }
    who::while_engines_are_asked(|stop| list(arguments, &setup, stop, console))?
}

fn list(
    arguments: &VoicesArguments,
    setup: &Setup,
    stop: &StopSignal,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let search = voice_search(setup.paths.as_ref()).for_report();
    let engines = SpeechEngines::find_until(&search, stop);
    let settings = &setup.settings.voice;
    let language = arguments.language.as_deref().unwrap_or("en");
    let pace = Pace::by_day(settings.words_per_minute);
    let choice = engines.choose(settings.engine, &manner(settings, language, pace));
    if arguments.json {
        write_json(&Facts::of(&engines, &choice, arguments.language.as_deref()), console)?;
        return Ok(Exit::Done);
    }
    write_choice(&choice, console)?;
    for engine in engines.all() {
        write_engine(engine, arguments.language.as_deref(), console)?;
    }
    for problem in engines.problems() {
        writeln!(console.out, "\n{}", printable(&problem.what))?;
    }
    let is_there = |kind| engines.problems().iter().any(|problem| problem.engine == kind);
    let missing = search.kinds.iter().filter(|kind| engines.of(**kind).is_none());
    let missing = missing.filter(|kind| !is_there(**kind));
    let missing: Vec<&str> = missing.map(|kind| kind.name()).collect();
    if !missing.is_empty() {
        writeln!(console.out, "\nnot found: {}", missing.join(", "))?;
    }
    Ok(Exit::Done)
}

fn write_choice(choice: &VoiceChoice, console: &mut Console<'_>) -> io::Result<()> {
    let why = printable(&choice.why);
    match choice.candidates.first() {
        Some(Speaker { engine, voice }) => {
            let (engine, voice) = (engine.name(), printable(&voice.name));
            writeln!(console.out, "{voice} would speak, a voice of {engine}: {why}.")
        }
        None => writeln!(console.out, "Nobody would speak: {why}."),
    }
}

fn write_engine(
    engine: &SpeechEngine,
    language: Option<&str>,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let program = engine.program.as_deref().map_or_else(|| "in this program".to_owned(), said);
    let name = format!("{} {}", engine.kind.word(), printable(&engine.version));
    writeln!(console.out, "\n{}  {program}", name.trim_end())?;
    let asked_for = wanted(engine, language);
    if asked_for.is_empty() {
        return writeln!(console.out, "  no voice for that language");
    }
    if language.is_none() && asked_for.len() > MOST_LISTED {
        let languages = count(languages(&asked_for), "language");
        let voices = count(asked_for.len(), "voice");
        let hint = "`--language de` lists those for one";
        return writeln!(console.out, "  {voices} in {languages}; {hint}");
    }
    for voice in asked_for {
        let name = in_columns(&printable(&voice.name), NAME);
        writeln!(console.out, "  {name}  {}", printable(&voice.languages[0]))?;
        if let Some(origin) = &voice.origin {
            writeln!(console.out, "    a synthetic voice: {}", printable(origin))?;
        }
    }
    Ok(())
}

fn wanted<'a>(engine: &'a SpeechEngine, language: Option<&str>) -> Vec<&'a EngineVoice> {
    let speaks = |voice: &&EngineVoice| language.is_none_or(|language| voice.speaks(language));
    engine.voices.iter().filter(speaks).collect()
}

fn languages(voices: &[&EngineVoice]) -> usize {
    let primary = |voice: &&EngineVoice| {
        let tag = voice.languages[0].split('-').next();
        tag.unwrap_or_default().to_owned()
    };
    voices.iter().map(primary).collect::<BTreeSet<String>>().len()
}

/// Engines and voices as JSON gives them. The keys are a promise to scripts.
#[derive(Serialize)]
struct Facts<'a> {
    /// The voice that would speak; `None` where there is none.
    used: Option<Used<'a>>,
    why: &'a str,
    engines: Vec<EngineFacts<'a>>,
    /// Why voices that are there cannot be used.
    problems: Vec<&'a str>,
}

#[derive(Serialize)]
struct Used<'a> {
    engine: &'static str,
    voice: &'a str,
}

#[derive(Serialize)]
struct EngineFacts<'a> {
    id: &'static str,
    /// `None` for the voice that is built in.
    program: Option<String>,
    version: &'a str,
    voices: Vec<VoiceFacts<'a>>,
}

#[derive(Serialize)]
struct VoiceFacts<'a> {
    name: &'a str,
    id: &'a str,
    languages: &'a [String],
    /// Whose work a synthetic voice is, and on which terms, where its engine tells.
    origin: Option<&'a str>,
}

impl<'a> Facts<'a> {
    fn of(engines: &'a SpeechEngines, choice: &'a VoiceChoice, language: Option<&str>) -> Self {
        let used = choice.candidates.first();
        let used =
            used.map(|speaker| Used { engine: speaker.engine.word(), voice: &speaker.voice.name });
        let facts = |engine: &'a SpeechEngine| EngineFacts {
            id: engine.kind.word(),
            program: engine.program.as_ref().map(|path| path.to_string_lossy().into_owned()),
            version: &engine.version,
            voices: wanted(engine, language).into_iter().map(VoiceFacts::of).collect(),
        };
        Self {
            used,
            why: &choice.why,
            engines: engines.all().iter().map(facts).collect(),
            problems: engines.problems().iter().map(|problem| problem.what.as_str()).collect(),
        }
    }
}

impl<'a> VoiceFacts<'a> {
    fn of(voice: &'a EngineVoice) -> Self {
        Self {
            name: &voice.name,
            id: &voice.id,
            languages: &voice.languages,
            origin: voice.origin.as_deref(),
        }
    }
}
