//! Which background plays: the session's own, none, or another one.

use std::fmt;

use super::{Cue, CueKind, Timeline, Wish};

/// Which background a person wishes to hear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BedChoice {
    /// As the session has it.
    #[default]
    AsWritten,
    /// None.
    Silence,
    /// This one, from the beginning to the end.
    Named(String),
}

impl BedChoice {
    /// How a choice is written that leaves a session as it is.
    pub const AS_WRITTEN: &str = "session";
    /// How silence is written.
    pub const SILENCE: &str = "none";

    /// The choice that is written like this; whether there is such a bed is another question.
    pub fn written(text: &str) -> Self {
        match text {
            Self::AS_WRITTEN => Self::AsWritten,
            Self::SILENCE => Self::Silence,
            name => Self::Named(name.to_owned()),
        }
    }

    /// The bed it names, if it names one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::AsWritten | Self::Silence => None,
        }
    }
}

impl fmt::Display for BedChoice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::AsWritten => Self::AS_WRITTEN,
            Self::Silence => Self::SILENCE,
            Self::Named(name) => name,
        })
    }
}

impl BedChoice {
    /// Cues as they are with this background beneath them.
    pub(super) fn beneath(&self, mut cues: Vec<Cue>) -> Vec<Cue> {
        if *self == Self::AsWritten {
            return cues;
        }
        cues.retain(|cue| !matches!(cue.kind, CueKind::Bed(_)));
        if let Some(name) = self.name() {
            cues.insert(0, Cue { at: 0, kind: CueKind::Bed(Some(name.to_owned())) });
        }
        cues
    }
}

impl Timeline {
    /// The same timeline with another background, beneath all of it. Everything else is to be heard
    /// as before, and [`BedChoice::AsWritten`] brings the session's own back.
    #[must_use]
    pub fn with_bed(&self, choice: &BedChoice) -> Self {
        self.heard(Wish { bed: choice.clone(), ..self.wish.clone() })
    }

    /// Which background it has.
    pub fn bed_choice(&self) -> &BedChoice {
        &self.wish.bed
    }
}
