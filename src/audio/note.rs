//! What can be played: a chime by its name, or the tone of one phase of a breath.

use std::time::Duration;

use crate::session::PhaseKind;

/// One thing to be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A chime from a recipe, called by the name of its file.
    Chime {
        /// For example `switch`. An unknown name sounds as `bowl`: somebody whose eyes are closed
        /// must not miss a cue over a spelling.
        name: String,
    },
    /// The tone of one phase of a breath. Holds and rests are silent.
    Breath {
        /// What the breath does in this phase.
        phase: PhaseKind,
        /// How long the phase, and so the tone, lasts.
        length: Duration,
    },
}

impl Note {
    /// A chime by its name.
    pub fn chime(name: impl Into<String>) -> Self {
        Self::Chime { name: name.into() }
    }
}
