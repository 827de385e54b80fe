//! Which speech engine speaks.

use super::word::choice;

/// A kind of speech engine. Where none is asked for, the first in their order speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EngineKind {
    /// Piper: natural voices from model files, on any system.
    Piper,
    /// `say`: the voices of macOS.
    Say,
    /// SAPI: the voices of Windows.
    Sapi,
    /// The voice that is built in, English; only where this build has it.
    BuiltIn,
    /// espeak-ng: small and clear, a little like a robot, and in over a hundred languages.
    EspeakNg,
}

choice! {
    EngineKind {
        Piper => "piper",
        Say => "say",
        Sapi => "sapi",
        BuiltIn => "built-in",
        EspeakNg => "espeak-ng",
    }
}

/// Which engine is wished for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EngineChoice {
    /// The best there is on this machine.
    #[default]
    Auto,
    /// No speech at all, but for recordings.
    None,
    /// This one, and what else there is if it cannot speak.
    First(EngineKind),
}

choice! {
    EngineChoice {
        Auto => "auto",
        None => "none",
        First(EngineKind::BuiltIn) => "built-in",
        First(EngineKind::Piper) => "piper",
        First(EngineKind::EspeakNg) => "espeak-ng",
        First(EngineKind::Say) => "say",
        First(EngineKind::Sapi) => "sapi",
    }
}
