//! Piper: natural voices from model files, which people download themselves.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{EngineSearch, EngineVoice, SpeechRequest, USUAL_PACE};
use crate::files;
use crate::voice::process::{ProcessError, StopSignal, ask};

/// Where packages put voices for everybody.
pub(super) const SHARED_FOLDERS: [&str; 2] =
    ["/usr/share/piper-voices", "/usr/local/share/piper-voices"];

/// How deep voices may lie: `en/en_GB/alba/medium/en_GB-alba-medium.onnx`.
const DEEPEST: usize = 4;
/// No folder of voices holds more.
const MOST_ENTRIES: usize = 5_000;
/// What a model is called behind its name.
const ENDING: &str = ".onnx";
/// How much of a model is looked at, in bytes.
const BEGINNING: u64 = 16;
/// No description of a model is longer, in bytes; those of hundreds of speakers come to 100 kB.
const MOST_DESCRIPTION: u64 = 4_000_000;
/// Paces at which a voice still sounds like one: from 2.5 times as slow as usual to twice as fast.
pub(super) const PACES: RangeInclusive<u32> = USUAL_PACE * 2 / 5..=USUAL_PACE * 2;

/// What lies in the folders of voices.
#[derive(Default)]
struct Models {
    /// By name.
    usable: BTreeMap<String, EngineVoice>,
    /// Why one cannot be used, by name.
    damaged: BTreeMap<String, String>,
    entries_left: usize,
}

/// The voices in its folders, and why others there, or Piper itself, cannot be used. Where there are
/// none at all, nobody has asked for it.
pub(super) fn voices(
    program: &Path,
    search: &EngineSearch,
    stop: &StopSignal,
) -> (Vec<EngineVoice>, Vec<String>) {
    let mut models = Models { entries_left: MOST_ENTRIES, ..Models::default() };
    for folder in &search.piper_folders {
        models.look_in(folder, DEEPEST);
    }
    let Models { usable, damaged, .. } = models;
    // Asked last, since it takes seconds. Some systems have a program for mice that is called so.
    if usable.is_empty() && damaged.is_empty() {
        return Default::default();
    }
    let is_missed = |(name, why): (String, String)| (!usable.contains_key(&name)).then_some(why);
    let mut problems: Vec<String> = damaged.into_iter().filter_map(is_missed).collect();
    let shown = program.display();
    let unusable = match is_piper(program, search.asking_limit(), stop) {
        Ok(true) => return (usable.into_values().collect(), problems),
        Ok(false) => format!("{shown} is another program of that name"),
        Err(ProcessError::Stopped) => return Default::default(),
        Err(error) => format!("{shown} does not answer: {error}"),
    };
    problems.insert(0, unusable);
    (Vec::new(), problems)
}

fn is_piper(program: &Path, limit: Duration, stop: &StopSignal) -> Result<bool, ProcessError> {
    let mut command = Command::new(program);
    command.arg("--help");
    let help = ask(command, limit, stop)?;
    // The first Piper prints its help to the error stream, which `ask` does not read.
    Ok(help.is_empty() || help.contains("--model"))
}

impl Models {
    /// Finds models by their endings. The first of a name that can be used counts.
    fn look_in(&mut self, folder: &Path, deeper: usize) {
        let mut entries = files::list(folder).unwrap_or_default();
        entries.truncate(self.entries_left);
        self.entries_left -= entries.len();
        for entry in entries {
            let shown = entry.path.display();
            if entry.is_folder() {
                if deeper > 0 {
                    self.look_in(&entry.path, deeper - 1);
                }
                if let Some(name) = model_name(&entry.path).filter(|name| name.contains('-')) {
                    let help = "put the file of the model itself there";
                    self.damaged(name, &format!("{shown} is a folder; {help}"));
                }
            } else if let Some((name, voice)) = voice(&entry.path) {
                match problem(&entry.path) {
                    Ok(()) => _ = self.usable.entry(name).or_insert(voice),
                    Err(problem) => self.damaged(&name, &problem),
                }
            } else if let Some(model) = lacks_model(&entry.path) {
                let help = "download it into the folder of its description";
                let name = model_name(&model).unwrap_or_default();
                self.damaged(name, &format!("{} is missing; {help}", model.display()));
            }
        }
    }

    fn damaged(&mut self, name: &str, problem: &str) {
        let why = format!("the Piper voice “{name}” cannot be used: {problem}");
        self.damaged.entry(name.to_owned()).or_insert(why);
    }
}

/// What a model is called, in whichever letters its ending is written.
fn model_name(model: &Path) -> Option<&str> {
    let file = model.file_name()?.to_str()?;
    let (name, ending) = file.split_at_checked(file.len().checked_sub(ENDING.len())?)?;
    ending.eq_ignore_ascii_case(ENDING).then_some(name)
}

/// Where the description of a model lies.
fn description_of(model: &Path) -> PathBuf {
    let mut description = model.as_os_str().to_owned();
    description.push(".json");
    description.into()
}

/// The model that is missing beside this file, if it describes one.
fn lacks_model(description: &Path) -> Option<PathBuf> {
    let is_description = files::has_ending(description, "json");
    let model = description.with_extension("");
    let name = model_name(&model).filter(|_| is_description)?;
    // Nobody asks for a voice that does not name its language.
    (name.contains('-') && !model.exists()).then_some(model)
}

/// The voice of a model called `en_GB-alba-medium.onnx`.
fn voice(model: &Path) -> Option<(String, EngineVoice)> {
    let name = model_name(model)?;
    let language = match name.split_once('-') {
        Some((language, _)) => language,
        // Beside its description it is a voice; else it may be a model of any other program.
        None => description_of(model).is_file().then_some("")?,
    };
    let path = std::path::absolute(model).ok()?;
    Some((name.to_owned(), EngineVoice::new(path.to_str()?, name, language)))
}

/// Whether a model and its description beside it are whole, as far as a look at them tells: Piper
/// itself says no more than that it failed.
///
/// # Errors
/// What is wrong and how to mend it.
fn problem(model: &Path) -> Result<(), String> {
    let again = "download it again";
    if model.file_stem().is_some_and(|name| !name.as_encoded_bytes().contains(&b'-')) {
        let help = "call it as it was called, such as `en_GB-alba-medium.onnx`";
        return Err(format!("{} does not name its language; {help}", model.display()));
    }
    let beginning = files::read_beginning(model, BEGINNING).map_err(|error| error.to_string())?;
    let is_text = [&b"<"[..], b"version https:"].iter().any(|text| beginning.starts_with(text));
    if beginning.is_empty() || is_text {
        let what = if is_text { "a page or pointer instead of the model" } else { "empty" };
        return Err(format!("{} is {what}; {again}", model.display()));
    }
    let description = description_of(model);
    let shown = description.display();
    match files::read(&description, MOST_DESCRIPTION) {
        Ok(bytes) if is_description(&bytes) => Ok(()),
        Ok(_) => Err(format!("{shown} is damaged; {again}")),
        Err(error) if error.is_missing() => {
            Err(format!("{shown} is missing; download it into the folder of the model"))
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Without these two no Piper speaks.
fn is_description(bytes: &[u8]) -> bool {
    let read = serde_json::from_slice::<serde_json::Value>(bytes);
    read.is_ok_and(|it| it["audio"]["sample_rate"].is_u64() && it["phoneme_id_map"].is_object())
}

/// Speaks its standard input. Both Pipers, the first and its successor, know these words.
pub(super) fn speak(command: &mut Command, told: &SpeechRequest<'_>) {
    let scale = format!("{:.3}", f64::from(USUAL_PACE) / f64::from(told.pace.max(1)));
    command.args(["--model", &told.voice.id, "--length_scale", &scale]);
    command.args(["--sentence_silence", "0"]);
    command.arg("--output_file").arg(told.wav);
    // It is written in Python and would read its input in whatever way the system reads text.
    command.env("PYTHONUTF8", "1");
}
