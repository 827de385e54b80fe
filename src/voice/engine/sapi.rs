//! SAPI: the voices of Windows, asked for through PowerShell.

use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{EngineVoice, SpeechRequest, USUAL_PACE};
use crate::voice::process::{ProcessError, StopSignal, ask};

/// Prints a line for each voice: its name, a tab, its language.
const LIST: &str = "$ErrorActionPreference = 'Stop'; \
    [Console]::OutputEncoding = [Text.Encoding]::UTF8; \
    Add-Type -AssemblyName System.Speech; \
    $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    foreach ($it in $voice.GetInstalledVoices()) { if ($it.Enabled) { \
    [Console]::WriteLine($it.VoiceInfo.Name + [char]9 + $it.VoiceInfo.Culture.Name) } }";

/// Speaks a file as plain text. What it is told comes in the environment, where nothing is read as
/// a part of the script.
const SPEAK: &str = "$ErrorActionPreference = 'Stop'; \
    Add-Type -AssemblyName System.Speech; \
    $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    $voice.SelectVoice($env:UNCLENCH_VOICE); \
    $voice.Rate = [int]$env:UNCLENCH_RATE; \
    $voice.SetOutputToWaveFile($env:UNCLENCH_WAV); \
    $voice.Speak([IO.File]::ReadAllText($env:UNCLENCH_TEXT, [Text.Encoding]::UTF8)); \
    $voice.Dispose()";

/// Paces it can be told: from a third of its usual one to three times as fast.
pub(super) const PACES: RangeInclusive<u32> = USUAL_PACE / 3..=USUAL_PACE * 3;
/// Ten steps of its rate make speech three times as fast.
const STEPS_TO_THREEFOLD: f64 = 10.0;

fn script(command: &mut Command, script: &str) {
    command.args(["-NoProfile", "-NonInteractive", "-Command", script]);
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
    let mut command = Command::new(program);
    script(&mut command, LIST);
    let printed = ask(command, limit, stop)?;
    Ok(printed.trim_start_matches('\u{feff}').lines().filter_map(voice).collect())
}

fn voice(row: &str) -> Option<EngineVoice> {
    let (name, language) = row.trim_end().split_once('\t')?;
    Some(EngineVoice::new(name, name, language))
}

/// Speaks a file.
pub(super) fn speak(command: &mut Command, told: &SpeechRequest<'_>) {
    let faster = f64::from(told.pace) / f64::from(USUAL_PACE);
    let rate = (STEPS_TO_THREEFOLD * faster.ln() / 3.0_f64.ln()).round().clamp(-10.0, 10.0);
    script(command, SPEAK);
    command
        .env("UNCLENCH_VOICE", &told.voice.id)
        .env("UNCLENCH_RATE", format!("{rate:.0}"))
        .env("UNCLENCH_TEXT", told.text)
        .env("UNCLENCH_WAV", told.wav);
}

#[cfg(test)]
mod tests {
    use super::{LIST, SPEAK};

    #[test]
    fn a_step_that_fails_ends_each_script_instead_of_being_passed_over() {
        for script in [LIST, SPEAK] {
            assert!(script.starts_with("$ErrorActionPreference = 'Stop'; "), "{script}");
        }
    }

    #[test]
    fn what_is_spoken_and_by_whom_is_never_a_part_of_the_script() {
        for name in ["VOICE", "RATE", "TEXT", "WAV"] {
            assert_eq!(SPEAK.matches(&format!("$env:UNCLENCH_{name}")).count(), 1, "{name}");
        }
    }
}
