//! How the sound begins, and whether there is any.

use std::time::Duration;

use crate::choices::{Channels, Mix, OutputChoice};
use crate::synthesis::Sounds;

/// How to begin.
#[derive(Clone, Debug)]
pub struct SoundOptions {
    /// Where the sound goes.
    pub output: OutputChoice,
    /// Whether both ears hear the same.
    pub channels: Channels,
    /// The volume, 0 to 100.
    pub volume: u8,
    /// Whether to begin muted.
    pub muted: bool,
    /// The PulseAudio server to use, as `PULSE_SERVER` would name it, instead of the one the
    /// environment names.
    pub server: Option<String>,
    /// The chimes and beds that can be called.
    pub sounds: Sounds,
    /// How loud each kind of sound is.
    pub mix: Mix,
}

impl Default for SoundOptions {
    fn default() -> Self {
        Self {
            output: OutputChoice::default(),
            channels: Channels::default(),
            volume: Mix::MEANT,
            muted: false,
            server: None,
            sounds: Sounds::shipped(),
            mix: Mix::default(),
        }
    }
}

/// Whether what is called for now will be heard, and how soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// An output is being opened or woken: it is not known yet.
    Opening,
    /// It is heard, this long from now at the earliest.
    Running {
        /// What the output holds already, and what it takes to reach the ear.
        lead: Duration,
    },
    /// There is no output now.
    Unavailable,
}

/// Whether there is sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// An output is being looked for.
    Starting,
    /// There is sound.
    Playing {
        /// The output, for example `PulseAudio 16.1, to alsa_output.speakers`.
        output: String,
    },
    /// There was sound, and the output went away. One is looked for every 2 s.
    Lost {
        /// What happened, in a few words.
        why: String,
    },
    /// There is no sound. Unless that was chosen, an output is looked for every 2 s.
    None {
        /// Why, in a few words.
        why: String,
    },
}
