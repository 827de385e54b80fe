//! `unclench speak`: one sentence of the built-in voice, for the program that started this one.

use std::io::{self, Read as _, Write as _};
use std::time::Duration;

use super::arguments::SpeakArguments;
use super::exit::Exit;
use crate::voice::{SENTENCE_BYTES, sentence_as_wav};

/// Speaks the standard input to the standard output, as a WAV file. No printer stands between, since
/// no person reads that.
pub(super) fn speak(told: &SpeakArguments) -> anyhow::Result<Exit> {
    let mut sentence = String::new();
    io::stdin().lock().take(SENTENCE_BYTES).read_to_string(&mut sentence)?;
    let length = Duration::from_millis(told.milliseconds);
    let wav = sentence_as_wav(&told.voice, &sentence, length)?;
    io::stdout().lock().write_all(&wav)?;
    Ok(Exit::Done)
}
