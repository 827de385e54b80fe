//! `say`: the voices of macOS.

use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{EngineVoice, SpeechRequest};
use crate::voice::process::{ProcessError, StopSignal, ask};

/// Voices that are there for fun or sound like old machines. They speak only if they are named.
const ODD_VOICES: [&str; 30] = [
    "Albert",
    "Bad News",
    "Bahh",
    "Bells",
    "Boing",
    "Bubbles",
    "Cellos",
    "Deranged",
    "Eddy",
    "Flo",
    "Fred",
    "Good News",
    "Grandma",
    "Grandpa",
    "Hysterical",
    "Jester",
    "Junior",
    "Kathy",
    "Organ",
    "Pipe Organ",
    "Ralph",
    "Reed",
    "Rocko",
    "Sandy",
    "Shelley",
    "Superstar",
    "Trinoids",
    "Whisper",
    "Wobble",
    "Zarvox",
];

/// Its voices, the most natural first.
///
/// # Errors
/// Why it does not tell them.
pub(super) fn voices(
    program: &Path,
    limit: Duration,
    stop: &StopSignal,
) -> Result<Vec<EngineVoice>, ProcessError> {
    let mut command = Command::new(program);
    command.args(["-v", "?"]);
    let printed = ask(command, limit, stop)?;
    let mut voices: Vec<EngineVoice> = printed.lines().filter_map(voice).collect();
    voices.sort_by_key(|voice| oddity(&voice.name));
    Ok(voices)
}

/// Reads a row: a name, which may have blanks in it, a language, and after `#` a sample.
fn voice(row: &str) -> Option<EngineVoice> {
    let (facts, _) = row.split_once('#')?;
    let (name, language) = facts.trim().rsplit_once(char::is_whitespace)?;
    let name = name.trim();
    (!name.is_empty()).then(|| EngineVoice::new(name, name, language))
}

fn oddity(name: &str) -> u8 {
    let plain = name.split(" (").next().unwrap_or(name);
    match name {
        _ if ODD_VOICES.contains(&plain) => 3,
        _ if name.contains("(Premium)") => 0,
        _ if name.contains("(Enhanced)") => 1,
        _ => 2,
    }
}

/// Paces it can be told, in words a minute.
pub(super) const PACES: RangeInclusive<u32> = 80..=500;

/// Speaks a file.
pub(super) fn speak(command: &mut Command, told: &SpeechRequest<'_>) {
    command.args(["-v", &told.voice.id, "-r", &told.pace.to_string()]);
    command.arg("-f").arg(told.text).arg("-o").arg(told.wav);
    command.args(["--file-format=WAVE", "--data-format=LEI16@22050"]);
}
