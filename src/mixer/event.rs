//! What the mixer can be asked to play: a chime, the phase of a breath, a sound beneath, or a finished clip.

use std::time::Duration;

use crate::body::Side;
use crate::session::PhaseKind;
use crate::synthesis::{RecipeKind, SoundClip};

/// A sound event and when it begins: by the clock on its way to the mixer, and there by its frame.
#[derive(Clone, Debug)]
pub(crate) struct TimedEvent<At> {
    /// When.
    pub(crate) at: At,
    /// What.
    pub(crate) event: SoundEvent,
}

/// One thing to be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SoundEvent {
    /// A chime, called by the name of its file.
    Chime {
        /// For example `switch`. An unknown name sounds as `bowl`: a person whose eyes are
        /// closed must not miss a cue over a spelling.
        name: String,
    },
    /// One phase of a breath: a tone of its own, silent in holds and rests, and a bed swells and
    /// draws back with it.
    Breath {
        /// What the breath does in this phase.
        phase: PhaseKind,
        /// How long the phase, and so the tone, lasts.
        length: Duration,
        /// How full of air the person is when it ends, in thousandths.
        fullness: u16,
        /// Through which nostril, where it is only one: there the tone is heard.
        nostril: Option<Side>,
    },
    /// The sound beneath changes, from one to the other within 4 s.
    Bed {
        /// For example `ocean`; `None` is the room tone alone, and a name that nothing has is silence.
        name: Option<String>,
    },
    /// The sound beneath fades away. Another [`SoundEvent::Bed`] brings one back.
    FadeOut {
        /// How long that takes.
        length: Duration,
    },
    /// Everything is so much softer from then on than it was meant.
    Softer {
        /// In hundredths of a dB.
        hundredths: u16,
    },
    /// A finished clip, such as a spoken line. Beds draw back beneath it, shortly before it begins.
    Clip(SoundClip),
}

impl SoundEvent {
    /// A chime by its name.
    pub fn chime(name: impl Into<String>) -> Self {
        Self::Chime { name: name.into() }
    }

    /// A bed by its name.
    pub fn bed(name: impl Into<String>) -> Self {
        Self::Bed { name: Some(name.into()) }
    }

    /// A phase of a breath that fills or empties the lungs whole.
    pub fn breath(phase: PhaseKind, length: Duration) -> Self {
        let fullness = match phase {
            PhaseKind::Inhale | PhaseKind::Hold => 1_000,
            PhaseKind::Exhale | PhaseKind::Rest => 0,
        };
        Self::Breath { phase, length, fullness, nostril: None }
    }

    /// The same, to begin at this time.
    pub(crate) fn at<At>(self, at: At) -> TimedEvent<At> {
        TimedEvent { at, event: self }
    }

    /// The chime or bed that it calls by name, if it calls one.
    pub(super) fn named_sound(&self) -> Option<(&str, RecipeKind)> {
        match self {
            Self::Chime { name } => Some((name, RecipeKind::Chime)),
            Self::Bed { name: Some(name) } => Some((name, RecipeKind::Bed)),
            _ => None,
        }
    }

    /// Whether it says how things are from now on, and so still counts when its time is over.
    pub(super) fn is_lasting(&self) -> bool {
        matches!(self, Self::Bed { .. } | Self::FadeOut { .. } | Self::Softer { .. })
    }

    /// Whether what it says of how things are takes the place of what another one said.
    pub(super) fn overrules(&self, other: &Self) -> bool {
        let is_softer = |event: &Self| matches!(event, Self::Softer { .. });
        self.is_lasting() && other.is_lasting() && is_softer(self) == is_softer(other)
    }
}
