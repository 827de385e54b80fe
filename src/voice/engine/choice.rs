//! Which engine and which voice speak, and why.

use super::{EngineVoice, SpeechEngine, SpeechEngines};
use crate::choices::{Choice as _, EngineChoice, EngineKind};
use crate::voice::utterance::Manner;

/// An engine and one of its voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The engine.
    pub engine: EngineKind,
    /// The voice.
    pub voice: EngineVoice,
}

/// Who may speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceChoice {
    /// The first speaks; each of the others steps in if all before it have failed.
    pub candidates: Vec<Speaker>,
    /// Why the first was chosen, or why there is none, in a few words.
    pub why: String,
}

impl SpeechEngines {
    /// Who speaks in a manner: the engine that is wished for, one that has the voice that is
    /// wished for, and then the others in their order. Only voices that speak the language are candidates.
    pub fn choose(&self, wish: EngineChoice, manner: &Manner) -> VoiceChoice {
        if wish == EngineChoice::None {
            return none("the settings ask for no voice");
        }
        if self.0.is_empty() {
            return none("neither espeak-ng nor Piper with a voice was found");
        }
        let wished = manner.voice.as_deref();
        let mut candidates: Vec<(Rank, Speaker)> =
            self.0.iter().filter_map(|engine| rank(engine, wish, wished, manner)).collect();
        // A stable sort: engines of one rank keep their order.
        candidates.sort_by_key(|(rank, _)| *rank);
        let Some((best, _)) = candidates.first() else {
            return none(&format!("no voice was found that speaks “{}”", manner.language));
        };
        let why = why(*best, wish, wished);
        VoiceChoice {
            candidates: candidates.into_iter().map(|(_, speaker)| speaker).collect(),
            why,
        }
    }
}

fn none(why: &str) -> VoiceChoice {
    VoiceChoice { candidates: Vec::new(), why: why.to_owned() }
}

/// What speaks for an engine; what comes first counts most, and `false` sorts first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    is_another_engine: bool,
    is_another_voice: bool,
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

fn why(rank: Rank, wish: EngineChoice, wished: Option<&str>) -> String {
    let engine = match wish {
        EngineChoice::First(kind) if rank.is_another_engine => {
            format!("{} is asked for, but has no voice here for the language", kind.word())
        }
        EngineChoice::First(_) => "your settings ask for it".to_owned(),
        _ if wished.is_some() && !rank.is_another_voice => {
            return "your settings name this voice".to_owned();
        }
        _ => "it is the first that was found".to_owned(),
    };
    match wished {
        Some(name) if rank.is_another_voice => {
            format!("{engine}; no voice called “{name}” speaks the language")
        }
        _ => engine,
    }
}
