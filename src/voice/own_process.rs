//! The built-in voice at work in a process of its own.
//!
//! The process is this very program, started for one sentence: it reads the words from its standard
//! input and writes a WAV file to its standard output. So no file is needed, and the memory that the
//! net took (some 30 MB, of which an allocator keeps a third) is the system's again after each
//! sentence.

use std::io;
use std::path::Path;
use std::process::Command;

use super::clip::LARGEST_BYTES;
use super::engine::{SpeechEngine, speak_built_in};
use super::process::{PIPE_BYTES, ProcessError, StopSignal, answer};
use super::synthesis_error::SynthesisError;
use crate::decoding::{self, DecodedSound};

/// No sentence is longer, in bytes.
pub const SENTENCE_BYTES: u64 = PIPE_BYTES as u64;

/// Speaks a sentence at a pace in words a minute: in a process of its own, or in this one where
/// none can be started.
pub(super) fn speak(
    engine: &SpeechEngine,
    voice: &str,
    sentence: &str,
    pace: u32,
    stop: &StopSignal,
) -> Result<DecodedSound, SynthesisError> {
    if stop.is_asked_for() {
        return Err(ProcessError::Stopped.into());
    }
    let here = || Ok(speak_built_in(voice, sentence, pace)?);
    let Some(program) = engine.own_program() else { return here() };
    let command = command(program, voice, pace);
    match answer(command, sentence, (engine.limit(), LARGEST_BYTES), stop) {
        Ok(wav) => Ok(decoding::read_written(&wav).map_err(io::Error::other)?),
        Err(ProcessError::NotStarted(_)) => here(),
        Err(failure) => Err(failure.into()),
    }
}

/// The command line of such a process: `unclench speak PACE VOICE`.
fn command(program: &Path, voice: &str, pace: u32) -> Command {
    let mut command = Command::new(program);
    command.arg("speak").arg(pace.to_string()).arg(voice);
    command
}

/// What such a process does: a sentence as a WAV file.
///
/// # Errors
/// Where there is no such voice, or its file cannot be read.
pub fn sentence_as_wav(voice: &str, sentence: &str, pace: u32) -> io::Result<Vec<u8>> {
    let sound = speak_built_in(voice, sentence, pace)?;
    decoding::write(&sound.samples, sound.rate).map_err(io::Error::other)
}
