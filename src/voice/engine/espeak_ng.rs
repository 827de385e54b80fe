//! espeak-ng: a small engine with a voice for over a hundred languages.

use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{EngineVoice, SpeechRequest};
use crate::voice::process::{ProcessError, StopSignal, ask};
use crate::voice::utterance::language_tag;

/// Paces it can speak at, in words a minute.
pub(super) const PACES: RangeInclusive<u32> = 80..=450;

/// Voices in these folders are not for speaking: some need another program, some only colour
/// another voice.
const NO_VOICES: [&str; 2] = ["mb/", "!v/"];

fn ask_with(
    program: &Path,
    argument: &str,
    limit: Duration,
    stop: &StopSignal,
) -> Result<String, ProcessError> {
    let mut command = Command::new(program);
    command.arg(argument);
    ask(command, limit, stop)
}

/// Its version, such as `1.51`.
pub(super) fn version(program: &Path, limit: Duration, stop: &StopSignal) -> String {
    let printed = ask_with(program, "--version", limit, stop);
    // “eSpeak NG text-to-speech: 1.51  Data at: /usr/lib/…”
    let printed = printed.unwrap_or_default();
    let mut words = printed.split_whitespace();
    let version = words.find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    version.unwrap_or_default().to_owned()
}

/// Its voices.
///
/// # Errors
/// Why it does not tell them.
pub(super) fn voices(
    program: &Path,
    limit: Duration,
    stop: &StopSignal,
) -> Result<Vec<EngineVoice>, ProcessError> {
    let printed = ask_with(program, "--voices", limit, stop)?;
    let mut voices: Vec<(u32, EngineVoice)> = printed.lines().skip(1).filter_map(voice).collect();
    // A stable sort: voices of one priority keep their order.
    voices.sort_by_key(|(priority, _)| *priority);
    Ok(voices.into_iter().map(|(_, voice)| voice).collect())
}

/// Reads a row: priority, language, gender, name, file, and other languages as `(en 2)`. The voice
/// with the smallest priority is preferred.
fn voice(row: &str) -> Option<(u32, EngineVoice)> {
    let mut cells = row.split_whitespace();
    let priority = cells.next()?.parse().ok()?;
    let language = cells.next()?;
    let name = cells.nth(1)?.replace('_', " ");
    let file = cells.next()?;
    if NO_VOICES.iter().any(|folder| file.starts_with(folder)) {
        return None;
    }
    let mut voice = EngineVoice::new(file, &name, language);
    let others = cells.filter_map(|cell| cell.strip_prefix('('));
    voice.languages.extend(others.map(language_tag));
    Some((priority, voice))
}

/// `VOICE+VARIANT`, where espeak-ng knows how to colour any voice: `English (America)+f3`.
pub(super) fn with_variant(
    name: &str,
    find: impl Fn(&str) -> Option<EngineVoice>,
) -> Option<EngineVoice> {
    let (voice, variant) = name.split_once('+')?;
    let is_plain = !variant.is_empty() && variant.chars().all(char::is_alphanumeric);
    let voice = find(voice).filter(|_| is_plain)?;
    Some(EngineVoice {
        id: format!("{}+{variant}", voice.id),
        name: format!("{}+{variant}", voice.name),
        ..voice
    })
}

/// What colours a voice where none is asked for: of the plain variants, which every espeak-ng has, the
/// warmest. Its 2 to 5 kHz are 4 dB softer, and small loudspeakers lose 4 dB of it.
const WARMEST: &str = "m7";

/// Speaks its standard input.
pub(super) fn speak(command: &mut Command, told: &SpeechRequest<'_>) {
    let pace = told.pace.to_string();
    let pitch = told.pitch.min(99).to_string();
    let id = &told.voice.id;
    let voice = if id.contains('+') { id.clone() } else { format!("{id}+{WARMEST}") };
    command.args(["--stdin", "-b", "1", "-v", &voice, "-s", &pace, "-p", &pitch]);
    command.arg("-w").arg(told.wav);
}
