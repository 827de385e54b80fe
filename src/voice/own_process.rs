//! The built-in voice at work in a process of its own.
//!
//! The process is this very program, started for one sentence: it reads the words from its standard
//! input and writes a WAV file to its standard output. So no file is needed, and the memory that the
//! net took (some 30 MB, of which an allocator keeps a third) is the system's again after each
//! sentence.

use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::clip::LARGEST_BYTES;
use super::engine::{SpeechEngine, speak_built_in};
use super::process::{PIPE_BYTES, ProcessError, StopSignal, answer};
use super::synthesis_error::SynthesisError;
use crate::decoding::{self, DecodedSound};

/// No sentence is longer, in bytes.
pub const SENTENCE_BYTES: u64 = PIPE_BYTES as u64;

/// Speaks a sentence so that its words take `length`: in a process of its own, or in this one where
/// none can be started.
pub(super) fn speak(
    engine: &SpeechEngine,
    voice: &str,
    sentence: &str,
    length: Duration,
    stop: &StopSignal,
) -> Result<DecodedSound, SynthesisError> {
    if stop.is_asked_for() {
        return Err(ProcessError::Stopped.into());
    }
    let here = || Ok(speak_built_in(voice, sentence, length)?);
    let Some(program) = engine.own_program() else { return here() };
    let command = command(program, voice, length);
    match answer(command, sentence, (engine.limit(), LARGEST_BYTES), stop) {
        Ok(wav) => Ok(decoding::read_written(&wav).map_err(io::Error::other)?),
        Err(ProcessError::NotStarted(_)) => here(),
        Err(failure) => Err(failure.into()),
    }
}

/// The command line of such a process: `unclench speak MILLISECONDS VOICE`.
fn command(program: &Path, voice: &str, length: Duration) -> Command {
    let mut command = Command::new(program);
    command.arg("speak").arg(length.as_millis().to_string()).arg(voice);
    command
}

/// What such a process does: a sentence as a WAV file, its words as long as `length` if they can be.
///
/// # Errors
/// Where there is no such voice, or its file cannot be read.
pub fn sentence_as_wav(voice: &str, sentence: &str, length: Duration) -> io::Result<Vec<u8>> {
    let sound = speak_built_in(voice, sentence, length)?;
    decoding::write(&sound.samples, sound.rate).map_err(io::Error::other)
}
