//! Speech: recorded clips, or the machine's own engines, rendered ahead and kept.
//!
//! A [`SpeechWorker`] is given the lines of a session in the order they fall due. On a thread of its
//! own it looks for a recording of each, and else lets an engine of this machine speak it into a
//! file, under a time limit. What was spoken once is kept, so that the next time it is there at
//! once. A machine without any voice is nothing worse than a [`LineState::None`] with its reason.
//!
//! Words reach an engine as data alone: in a file or on its standard input, never through a shell
//! and never among its arguments.

mod cache;
mod clip;
mod engine;
mod fit;
mod learnt;
mod lookup;
mod options;
mod own_process;
mod polish;
mod process;
mod recorded;
mod recordings;
mod speaking_program;
mod synthesis;
mod synthesis_error;
#[cfg(test)]
mod tests;
mod utterance;
mod worker;

pub use engine::{EngineSearch, EngineVoice, Speaker, SpeechEngine, SpeechEngines, VoiceChoice};
pub use fit::LineFit;
pub use options::SpeechOptions;
pub use own_process::{SENTENCE_BYTES, sentence_as_wav};
pub use process::StopSignal;
pub use recordings::{BadRecording, Recordings};
pub use utterance::{Manner, Utterance};
pub use worker::{LineState, SpeechProgress, SpeechWorker};
