//! Which engine and which voice speak, and why.

use super::{Engine, Engines, Voice};
use crate::choices::{Choice as _, EngineChoice, EngineKind};
use crate::voice::utterance::Manner;

/// An engine and one of its voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The engine.
    pub engine: EngineKind,
    /// The voice.
    pub voice: Voice,
}

/// Who may speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Casting {
    /// The first speaks; each of the others steps in if all before it have failed.
    pub casts: Vec<Cast>,
    /// Why the first was chosen, or why there is nobody, in a few words.
    pub why: String,
}

impl Engines {
    /// Who speaks in a manner: the engine that is wished for, one that has the voice that is
    /// wished for, and then the others in their order. Whoever speaks, speaks the language.
    pub fn cast(&self, wish: EngineChoice, manner: &Manner) -> Casting {
        if wish == EngineChoice::None {
            return nobody("the settings ask for no voice");
        }
        if self.0.is_empty() {
            return nobody("neither espeak-ng nor Piper with a voice was found");
        }
        let wished = manner.voice.as_deref();
        let mut casts: Vec<(Rank, Cast)> =
            self.0.iter().filter_map(|engine| rank(engine, wish, wished, manner)).collect();
        // A stable sort: engines of one rank keep their order.
        casts.sort_by_key(|(rank, _)| *rank);
        let Some((best, _)) = casts.first() else {
            return nobody(&format!("no voice was found that speaks “{}”", manner.language));
        };
        let why = why(*best, wish, wished);
        Casting { casts: casts.into_iter().map(|(_, cast)| cast).collect(), why }
    }
}

fn nobody(why: &str) -> Casting {
    Casting { casts: Vec::new(), why: why.to_owned() }
}

/// What speaks for an engine; what comes first counts most, and `false` sorts first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    is_another_engine: bool,
    is_another_voice: bool,
}

fn rank(
    engine: &Engine,
    wish: EngineChoice,
    wished: Option<&str>,
    manner: &Manner,
) -> Option<(Rank, Cast)> {
    let named = wished.and_then(|name| engine.named(name, &manner.language));
    let is_another_voice = named.is_none();
    let voice = named.or_else(|| engine.voice_for(&manner.language).cloned())?;
    let is_another_engine = wish != EngineChoice::First(engine.kind);
    let rank = Rank { is_another_engine, is_another_voice };
    Some((rank, Cast { engine: engine.kind, voice }))
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
