//! The voice that is built in, and voices of its family in the person's folder: no other program.

use std::io;
use std::path::Path;
use std::time::Duration;

use unclench_voice::{SAMPLE_RATE, Voice, about_built_in};

use super::{EngineSearch, EngineVoice};
use crate::decoding::DecodedSound;
use crate::files::{self, system_words};

/// What makes lines sound as they do: clips that were kept of another version are spoken anew.
pub(super) const VERSION: &str = unclench_voice::VERSION;

/// What the built-in voice is told by, where others are by the path of their file.
const OWN: &str = "heart";
/// How the file of a voice ends.
const ENDING: &str = "voice";
/// No file of a voice is larger, in bytes; the one built in has 6.7 million.
const LARGEST_BYTES: u64 = 64_000_000;

/// The voices: the one built in, then those of the folders; and why others cannot be used.
pub(super) fn voices(search: &EngineSearch) -> (Vec<EngineVoice>, Vec<String>) {
    let mut voices = vec![described(OWN, about_built_in)];
    let mut problems = Vec::new();
    let entries = search.piper_folders.iter().filter_map(|folder| files::list(folder).ok());
    for entry in entries.flatten() {
        if entry.path.extension().is_none_or(|ending| ending != ENDING) {
            continue;
        }
        match of_file(&entry.path) {
            Ok(voice) => voices.push(voice),
            Err(why) => problems.push(format!("{} cannot be used: {why}", entry.path.display())),
        }
    }
    (voices, problems)
}

fn of_file(path: &Path) -> Result<EngineVoice, String> {
    let bytes = files::read(path, LARGEST_BYTES).map_err(|error| error.kind.to_string())?;
    let voice = Voice::read(&bytes).map_err(|error| error.to_string())?;
    let path = std::path::absolute(path).map_err(|error| system_words(&error))?;
    let id = path.to_str().ok_or("its name is no text")?;
    Ok(described(id, |key| voice.about(key)))
}

fn described<'a>(id: &'a str, about: impl Fn(&str) -> Option<&'a str>) -> EngineVoice {
    let about = |key, otherwise| about(key).unwrap_or(otherwise);
    let origin = about("origin", "an unknown origin");
    EngineVoice {
        origin: Some(format!("{origin}, {}", about("licence", "licence unknown"))),
        ..EngineVoice::new(id, about("name", id), about("language", "en"))
    }
}

/// Speaks a sentence so that its words take `length`, or as near to that as the voice can.
pub(in crate::voice) fn speak(
    id: &str,
    sentence: &str,
    length: Duration,
) -> io::Result<DecodedSound> {
    let reading = unclench_voice::read(sentence);
    let spoken = |voice: Voice<'_>| {
        let speed = voice.speed_for(&reading, length);
        DecodedSound { samples: voice.speak(&reading, speed), rate: SAMPLE_RATE }
    };
    if id == OWN {
        return Ok(spoken(Voice::built_in()));
    }
    let bytes = files::read(Path::new(id), LARGEST_BYTES);
    let bytes = bytes.map_err(|error| io::Error::other(error.to_string()))?;
    let voice = Voice::read(&bytes).map_err(io::Error::other)?;
    Ok(spoken(voice))
}
