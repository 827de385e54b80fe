//! Which engine and which voice speak, and why.

use super::{EngineVoice, SpeechEngine, SpeechEngines, VoiceProblem};
use crate::choices::{Choice as _, EngineChoice, EngineKind};
use crate::voice::utterance::Manner;

/// An engine and one of its voices.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Speaker {
    /// The engine.
    pub engine: EngineKind,
    /// The voice.
    pub voice: EngineVoice,
}

impl Speaker {
    /// Which voice it is, of which engine, and whose work it is where that is known.
    pub fn described(&self) -> String {
        let (engine, voice) = (self.engine.name(), &self.voice.name);
        let origin = self.voice.origin.as_deref().map(|origin| format!(" ({origin})"));
        format!("“{voice}” of {engine}{}", origin.unwrap_or_default())
    }
}

/// Who may speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceChoice {
    /// The first speaks; each of the others steps in if all before it have failed.
    pub candidates: Vec<Speaker>,
    /// Why the first was chosen, or why there is none, in a few words.
    pub why: String,
    /// Whether the first is all that was wished for.
    pub is_as_wished: bool,
}

impl SpeechEngines {
    /// Who speaks in a manner: the engine that is wished for, one that has the voice that is
    /// wished for, and then the others in their order. Only voices that speak the language are candidates.
    pub fn choose(&self, wish: EngineChoice, manner: &Manner) -> VoiceChoice {
        if wish == EngineChoice::None {
            return none("the settings ask for no voice");
        }
        if self.found.is_empty() {
            let nothing = "neither espeak-ng nor Piper with a voice was found";
            return none(self.problems.first().map_or(nothing, |problem| &problem.what));
        }
        let wished = manner.voice.as_deref();
        let mut candidates: Vec<(Rank, Speaker)> =
            self.found.iter().filter_map(|engine| rank(engine, wish, wished, manner)).collect();
        // A stable sort: engines of one rank keep their order.
        candidates.sort_by_key(|(rank, _)| *rank);
        let Some((best, first)) = candidates.first() else {
            let why = format!("no voice was found that speaks “{}”", manner.language);
            return none(&self.with_problem(why, |_| true));
        };
        let best = *best;
        let why = self.why(best, wish, wished, first.engine);
        VoiceChoice {
            candidates: candidates.into_iter().map(|(_, speaker)| speaker).collect(),
            why,
            is_as_wished: best.is_as_wished(wish, wished),
        }
    }

    /// A reason, followed by what is wrong with the first voice that counts.
    fn with_problem(&self, why: String, counts: impl Fn(&VoiceProblem) -> bool) -> String {
        match self.problems.iter().find(|problem| counts(problem)) {
            Some(problem) => format!("{why}; {}", problem.what),
            None => why,
        }
    }

    fn why(
        &self,
        rank: Rank,
        wish: EngineChoice,
        wished: Option<&str>,
        first: EngineKind,
    ) -> String {
        let engine = match wish {
            EngineChoice::First(kind) if rank.is_another_engine => {
                let why =
                    format!("{} is asked for, but has no voice here for the language", kind.word());
                self.with_problem(why, |problem| problem.engine == kind)
            }
            EngineChoice::First(_) => "your settings ask for it".to_owned(),
            _ if wished.is_some() && !rank.is_another_voice => {
                return "your settings name this voice".to_owned();
            }
            _ if first == EngineKind::BuiltIn => "it comes with Unclench".to_owned(),
            _ => "it is the first that was found".to_owned(),
        };
        match wished {
            Some(name) if rank.is_another_voice => {
                let why = format!("{engine}; no voice called “{name}” speaks the language");
                self.with_problem(why, |problem| problem.what.contains(&format!("“{name}”")))
            }
            _ => engine,
        }
    }
}

fn none(why: &str) -> VoiceChoice {
    VoiceChoice { candidates: Vec::new(), why: why.to_owned(), is_as_wished: false }
}

/// What speaks for an engine; what comes first counts most, and `false` sorts first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    is_another_engine: bool,
    is_another_voice: bool,
}

impl Rank {
    fn is_as_wished(self, wish: EngineChoice, wished: Option<&str>) -> bool {
        let is_engine = !matches!(wish, EngineChoice::First(_)) || !self.is_another_engine;
        is_engine && (wished.is_none() || !self.is_another_voice)
    }
}

fn rank(
    engine: &SpeechEngine,
    wish: EngineChoice,
    wished: Option<&str>,
    manner: &Manner,
) -> Option<(Rank, Speaker)> {
    let named = wished.and_then(|name| engine.named(name, &manner.language));
    let is_another_voice = named.is_none();
    let voice = named.or_else(|| engine.voice_for(&manner.language).cloned())?;
    let is_another_engine = wish != EngineChoice::First(engine.kind);
    let rank = Rank { is_another_engine, is_another_voice };
    Some((rank, Speaker { engine: engine.kind, voice }))
}
