//! The speech engines a machine may have, their voices, and which of them speaks.
//!
//! speech-dispatcher is not among them: it plays what it speaks by itself and hands over no sound,
//! so a line could neither be placed in time nor be mixed with the rest.

#[cfg(feature = "built-in-voice")]
mod built_in;
mod choice;
mod espeak_ng;
#[cfg(not(feature = "built-in-voice"))]
mod not_built_in;
mod piper;
mod sapi;
mod say;
mod stages;

use std::env;
use std::ffi::OsString;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::lookup;
use super::process::{ProcessError, StopSignal};
use super::utterance::{language_tag, primary};
use crate::choices::{Choice as _, EngineKind};
use crate::files::composed;

#[cfg(not(feature = "built-in-voice"))]
use not_built_in as built_in;

pub(super) use built_in::speak as speak_built_in;
pub use choice::{Speaker, VoiceChoice};

/// What an engine that is told how much faster or slower to speak than usual is taken to speak by
/// itself, in words a minute. How fast it really is, is learnt from what it speaks.
const USUAL_PACE: u32 = 170;

/// How long an engine may take to name its voices, by default.
const ASKING_LIMIT: Duration = Duration::from_secs(10);
/// How long it may take where a person waits for a report of it.
const REPORT_LIMIT: Duration = Duration::from_millis(2_500);

impl EngineKind {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Piper => "Piper",
            Self::Say => "the voices of macOS",
            Self::Sapi => "the voices of Windows",
            Self::BuiltIn => "Unclench itself",
            Self::EspeakNg => "espeak-ng",
        }
    }

    /// The program that speaks; none for the voice that is built in.
    fn program(self) -> Option<&'static str> {
        match self {
            Self::Piper => Some("piper"),
            Self::Say => Some("say"),
            Self::Sapi => Some("powershell"),
            Self::BuiltIn => None,
            Self::EspeakNg => Some("espeak-ng"),
        }
    }

    /// Whether this system can have it. Other systems know other programs called `say`.
    fn is_of_this_system(self) -> bool {
        match self {
            Self::Piper | Self::EspeakNg => true,
            Self::Say => cfg!(target_os = "macos"),
            Self::Sapi => cfg!(windows),
            Self::BuiltIn => cfg!(feature = "built-in-voice"),
        }
    }

    /// How long it may take over one line. Piper reads its whole model for each.
    fn limit(self) -> Duration {
        match self {
            Self::Piper => Duration::from_secs(30),
            Self::Say | Self::Sapi | Self::BuiltIn => Duration::from_secs(20),
            Self::EspeakNg => Duration::from_secs(10),
        }
    }

    /// The paces it can be told, in words a minute; none where it is told how long to take.
    pub(super) fn paces(self) -> Option<RangeInclusive<u32>> {
        match self {
            Self::Piper => Some(piper::PACES),
            Self::Say => Some(say::PACES),
            Self::Sapi => Some(sapi::PACES),
            Self::BuiltIn => None,
            Self::EspeakNg => Some(espeak_ng::PACES),
        }
    }
}

/// A voice of an engine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EngineVoice {
    /// What its engine is told: a name, or the path of a model.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The languages it speaks, its own first, in small letters: `en-gb`.
    pub languages: Vec<String>,
    /// Whose work a synthetic voice is, and on which terms, where its engine tells.
    pub origin: Option<String>,
}

impl EngineVoice {
    fn new(id: &str, name: &str, language: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            languages: vec![language_tag(language)],
            origin: None,
        }
    }

    /// Whether it speaks a language, of whatever region: `en-GB` is spoken by `en-us`.
    pub fn speaks(&self, language: &str) -> bool {
        let wanted = language_tag(language);
        self.languages.iter().any(|own| primary(own) == primary(&wanted))
    }

    /// Whether this is its name, however it is written.
    pub fn is_called(&self, name: &str) -> bool {
        let plain = |text: &str| composed(text).replace('_', " ").to_lowercase();
        [&self.id, &self.name].iter().any(|own| plain(own) == plain(name))
    }
}

/// Where engines are looked for.
#[derive(Clone, Debug)]
pub struct EngineSearch {
    /// The folders of programs, as `PATH` lists them.
    pub path: OsString,
    /// The kinds that are looked for.
    pub kinds: Vec<EngineKind>,
    /// Folders that may hold voices for Piper, themselves or somewhere inside.
    pub piper_folders: Vec<PathBuf>,
    /// How long an engine may take over one line; each kind has its own by default, 10 to 30 s.
    pub limit: Option<Duration>,
    /// How long an engine may take to name its voices; 10 s by default.
    pub asking_limit: Option<Duration>,
    /// This program, which speaks the lines of the built-in voice in a process of its own; without
    /// it they are spoken in this one.
    pub own_program: Option<PathBuf>,
}

impl EngineSearch {
    /// The same for a report that a person waits for: what does not answer within 2.5 s is told so.
    #[must_use]
    pub fn for_report(self) -> Self {
        Self { asking_limit: Some(REPORT_LIMIT), ..self }
    }

    /// How long an engine may take to name its voices.
    fn asking_limit(&self) -> Duration {
        self.asking_limit.unwrap_or(ASKING_LIMIT)
    }

    /// Every kind this system can have, on its own `PATH`. Voices for Piper are looked for in
    /// `piper_folders` and then where systems keep them.
    pub fn of_this_machine(mut piper_folders: Vec<PathBuf>) -> Self {
        piper_folders.extend(piper::SHARED_FOLDERS.iter().map(PathBuf::from));
        let kinds = EngineKind::ALL.iter().copied().filter(|kind| kind.is_of_this_system());
        Self {
            path: env::var_os("PATH").unwrap_or_default(),
            kinds: kinds.collect(),
            piper_folders,
            limit: None,
            asking_limit: None,
            own_program: None,
        }
    }
}

/// An engine that was found, with at least one voice.
#[derive(Clone, Debug)]
pub struct SpeechEngine {
    /// What it is.
    pub kind: EngineKind,
    /// Its program; `None` for the voice that is built in.
    pub program: Option<PathBuf>,
    /// Its version; empty where it does not tell.
    pub version: String,
    /// Its voices.
    pub voices: Vec<EngineVoice>,
    limit: Duration,
    own_program: Option<PathBuf>,
}

/// What an engine is told about one line.
pub(super) struct SpeechRequest<'a> {
    /// Which voice.
    pub(super) voice: &'a EngineVoice,
    /// Words a minute, within what its engine can be told.
    pub(super) pace: u32,
    /// 0–100.
    pub(super) pitch: u8,
    /// The file that holds the words; it is the standard input, too.
    pub(super) text: &'a Path,
    /// The file to write.
    pub(super) wav: &'a Path,
}

impl SpeechEngine {
    /// The engine of a kind, if it is there with a voice. Why others of its voices cannot be used is
    /// added to `problems`.
    fn find(
        kind: EngineKind,
        search: &EngineSearch,
        stop: &StopSignal,
    ) -> (Option<Self>, Vec<VoiceProblem>) {
        let program = kind.program().map(|program| lookup::program(program, &search.path));
        let program = match program {
            Some(None) => return Default::default(),
            found => found.flatten(),
        };
        let asking = search.asking_limit();
        let mut version = String::new();
        let (voices, problems_found) = match (kind, &program) {
            (EngineKind::Piper, Some(program)) => piper::voices(program, search, stop),
            (EngineKind::Say, Some(program)) => told(program, say::voices(program, asking, stop)),
            (EngineKind::Sapi, Some(program)) => told(program, sapi::voices(program, asking, stop)),
            (EngineKind::EspeakNg, Some(program)) => {
                // Both at once: one that hangs is waited for only once.
                let (told_version, voices) = thread::scope(|scope| {
                    let voices = scope.spawn(|| espeak_ng::voices(program, asking, stop));
                    (espeak_ng::version(program, asking, stop), voices.join())
                });
                version = told_version;
                told(program, voices.unwrap_or_else(|_| Ok(Vec::new())))
            }
            (_, _) => {
                built_in::VERSION.clone_into(&mut version);
                built_in::voices(search)
            }
        };
        let problems = problems_found.into_iter().map(|what| VoiceProblem { engine: kind, what });
        let limit = search.limit.unwrap_or(kind.limit());
        let own_program = search.own_program.clone();
        let engine = Self { kind, program, version, voices, limit, own_program };
        let engine = (!engine.voices.is_empty()).then_some(engine);
        (engine, problems.collect())
    }

    /// The command that speaks one line into a file; `None` for the voice that is built in. Its
    /// words are not in it.
    pub(super) fn command(&self, told: &SpeechRequest<'_>) -> Option<Command> {
        let mut command = Command::new(self.program.as_ref()?);
        match self.kind {
            EngineKind::Piper => piper::speak(&mut command, told),
            EngineKind::Say => say::speak(&mut command, told),
            EngineKind::Sapi => sapi::speak(&mut command, told),
            EngineKind::EspeakNg => espeak_ng::speak(&mut command, told),
            EngineKind::BuiltIn => return None,
        }
        Some(command)
    }

    /// How long it may take over one line.
    pub(super) fn limit(&self) -> Duration {
        self.limit
    }

    /// This program, where it is to speak the lines of the built-in voice in a process of its own.
    pub(super) fn own_program(&self) -> Option<&Path> {
        self.own_program.as_deref()
    }

    /// The voice of that name, if it speaks the language.
    fn named(&self, name: &str, language: &str) -> Option<EngineVoice> {
        let called = |name: &str| {
            let mut voices = self.voices.iter();
            voices.find(|voice| voice.is_called(name) && voice.speaks(language)).cloned()
        };
        called(name).or_else(|| match self.kind {
            EngineKind::EspeakNg => espeak_ng::with_variant(name, called),
            _ => None,
        })
    }

    /// The best voice for a language: of its region, else of the language at large, else of any
    /// other region. Among equals the engine's own order counts.
    fn voice_for(&self, language: &str) -> Option<&EngineVoice> {
        let wanted = language_tag(language);
        let at_large = primary(&wanted).to_owned();
        let own = |tag: &str| self.voices.iter().find(|voice| voice.languages[0] == tag);
        let also = |tag: &str| {
            let mut voices = self.voices.iter();
            voices.find(|voice| voice.languages.iter().any(|other| other == tag))
        };
        own(&wanted)
            .or_else(|| also(&wanted))
            .or_else(|| own(&at_large))
            .or_else(|| also(&at_large))
            .or_else(|| self.voices.iter().find(|voice| voice.speaks(&wanted)))
    }
}

/// The voices that a program told, or why it told none.
fn told(
    program: &Path,
    voices: Result<Vec<EngineVoice>, ProcessError>,
) -> (Vec<EngineVoice>, Vec<String>) {
    let why = match voices {
        Ok(voices) if !voices.is_empty() => return (voices, Vec::new()),
        Ok(_) => "it names none".to_owned(),
        Err(ProcessError::Stopped) => return Default::default(),
        Err(error) => error.to_string(),
    };
    (Vec::new(), vec![format!("{} does not tell its voices: {why}", program.display())])
}

/// A voice that is there and cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceProblem {
    /// Whose voice it is.
    pub engine: EngineKind,
    /// Which, why not, and how to mend it, in words for a person.
    pub what: String,
}

/// The engines that were found, the first choice first, and the voices that cannot be used.
#[derive(Clone, Debug, Default)]
pub struct SpeechEngines {
    found: Vec<SpeechEngine>,
    problems: Vec<VoiceProblem>,
    /// Which were not looked for yet.
    unasked: Option<EngineSearch>,
}

impl SpeechEngines {
    /// Looks for engines and asks each for its voices. That may take a second.
    pub fn find(search: &EngineSearch) -> Self {
        Self::find_until(search, &StopSignal::default())
    }

    /// The same, unless it is to end before.
    pub fn find_until(search: &EngineSearch, stop: &StopSignal) -> Self {
        let kinds = EngineKind::ALL.iter().filter(|kind| search.kinds.contains(kind));
        // All at once, so that one that hangs keeps none of the others.
        let answers: Vec<_> = thread::scope(|scope| {
            let asked: Vec<_> = kinds
                .map(|kind| scope.spawn(move || SpeechEngine::find(*kind, search, stop)))
                .collect();
            asked.into_iter().filter_map(|asked| asked.join().ok()).collect()
        });
        let (found, problems): (Vec<_>, Vec<_>) = answers.into_iter().unzip();
        Self {
            found: found.into_iter().flatten().collect(),
            problems: problems.into_iter().flatten().collect(),
            unasked: None,
        }
    }

    /// All of them, the first choice first.
    pub fn all(&self) -> &[SpeechEngine] {
        &self.found
    }

    /// The one of a kind.
    pub fn of(&self, kind: EngineKind) -> Option<&SpeechEngine> {
        self.found.iter().find(|engine| engine.kind == kind)
    }

    /// The voices that are there and cannot be used.
    pub fn problems(&self) -> &[VoiceProblem] {
        &self.problems
    }

    /// Whether any of them has a voice of this name that speaks a language.
    pub fn have(&self, voice: &str, language: &str) -> bool {
        self.found.iter().any(|engine| engine.named(voice, language).is_some())
    }
}
