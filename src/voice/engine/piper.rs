//! Piper: natural voices from model files, which people download themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{ASKING_LIMIT, EngineSearch, EngineVoice, SpeechRequest};
use crate::files;
use crate::voice::process::{StopSignal, ask};

/// Where packages put voices for everybody.
pub(super) const SHARED_FOLDERS: [&str; 2] =
    ["/usr/share/piper-voices", "/usr/local/share/piper-voices"];

/// How deep voices may lie: `en/en_GB/alba/medium/en_GB-alba-medium.onnx`.
const DEEPEST: usize = 4;
/// No folder of voices holds more.
const MOST_ENTRIES: usize = 5_000;
/// How much slower or faster than usual a voice still sounds like one.
const SCALES: (f64, f64) = (0.5, 2.5);

/// The voices in its folders; none if `program` is something else of the same name.
pub(super) fn voices(program: &Path, search: &EngineSearch, stop: &StopSignal) -> Vec<EngineVoice> {
    let mut found = BTreeMap::new();
    let mut left = MOST_ENTRIES;
    for folder in &search.piper_folders {
        look_in(folder, DEEPEST, &mut left, &mut found);
    }
    // Asked last, since it takes seconds. Some systems have a program for mice that is called so.
    if found.is_empty() || !is_piper(program, stop) {
        return Vec::new();
    }
    found.into_values().collect()
}

fn is_piper(program: &Path, stop: &StopSignal) -> bool {
    let mut command = Command::new(program);
    let help = ask(command.arg("--help"), ASKING_LIMIT, stop);
    // The first Piper prints its help to the error stream, which `ask` does not read.
    help.is_ok_and(|help| help.is_empty() || help.contains("--model"))
}

/// Finds models by their endings; each has its description beside it. The first of a name counts.
fn look_in(
    folder: &Path,
    deeper: usize,
    left: &mut usize,
    found: &mut BTreeMap<String, EngineVoice>,
) {
    // A folder that cannot be read is told by `doctor`.
    let entries = files::list(folder).unwrap_or_default();
    let paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path).take(*left).collect();
    *left -= paths.len();
    for path in paths {
        if path.is_dir() {
            if deeper > 0 {
                look_in(&path, deeper - 1, left, found);
            }
        } else if let Some((name, voice)) = voice(&path) {
            found.entry(name).or_insert(voice);
        }
    }
}

/// The voice of a model called `en_GB-alba-medium.onnx`.
fn voice(model: &Path) -> Option<(String, EngineVoice)> {
    let path = model.to_str()?;
    let described = fs::metadata(format!("{path}.json")).is_ok_and(|about| about.is_file());
    let name = Path::new(path).file_name()?.to_str()?.strip_suffix(".onnx")?;
    let (language, _) = name.split_once('-')?;
    let path = std::path::absolute(path).ok()?;
    let voice = EngineVoice::new(path.to_str()?, name, language);
    described.then(|| (name.to_owned(), voice))
}

/// Speaks its standard input. Both Pipers, the first and its successor, know these words.
pub(super) fn speak(command: &mut Command, told: &SpeechRequest<'_>) {
    let scale = f64::from(told.usual_pace) / f64::from(told.pace.max(1));
    let scale = format!("{:.3}", scale.clamp(SCALES.0, SCALES.1));
    command.args(["--model", &told.voice.id, "--length_scale", &scale]);
    command.args(["--sentence_silence", "0.4"]);
    command.arg("--output_file").arg(told.wav);
    // It is written in Python and would read its input in whatever way the system reads text.
    command.env("PYTHONUTF8", "1");
}
