//! The voice that is built in, and voices of its family in the person's folder: no other program.

use std::path::Path;

use unclench_voice::{SAMPLE_RATE, Speed, Voice, sentences};

use super::{BuiltInProblem, EngineSearch, EngineVoice};
use crate::decoding::DecodedSound;
use crate::files;
use crate::voice::process::StopSignal;

/// What makes lines sound as they do: clips that were kept of another version are spoken anew.
pub(super) const VERSION: &str = unclench_voice::VERSION;

/// What the built-in voice is told by, where others are by the path of their file.
const OWN: &str = "heart";
/// How the file of a voice ends.
const ENDING: &str = "voice";
/// No file of a voice is larger, in bytes; the one built in has 6.7 million.
const LARGEST_BYTES: u64 = 64_000_000;
/// No line is longer, in seconds.
const LONGEST_LINE: usize = 60;
/// The longest pause between two sentences, in seconds.
const LONGEST_PAUSE: f32 = 3.0;
/// What is softer than this is taken for silence.
const HUSH: f32 = 0.003;
/// How much of that silence stays, in samples: 30 ms.
const MARGIN: usize = 720;
/// Paces with the speed and the pause (s) between sentences that they come to, measured over all
/// shipped lines: 0.55 with 1.5 s gave 83 words a minute, 0.70 with 1.0 s 108.
const SLOW: (f32, f32, f32) = (80.0, 0.55, 1.5);
const USUAL: (f32, f32, f32) = (110.0, 0.70, 1.0);

/// The voices: the one built in, then those of the folders; and why others cannot be used.
pub(super) fn voices(search: &EngineSearch) -> (Vec<EngineVoice>, Vec<String>) {
    let mut voices = vec![described(OWN, &Voice::built_in())];
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
    let bytes = files::read(path, LARGEST_BYTES).map_err(|error| error.to_string())?;
    let voice = Voice::read(&bytes).map_err(|error| error.to_string())?;
    let path = std::path::absolute(path).map_err(|error| error.to_string())?;
    let id = path.to_str().ok_or("its name is no text")?;
    Ok(described(id, &voice))
}

fn described(id: &str, voice: &Voice<'_>) -> EngineVoice {
    let about = |key, otherwise| voice.about(key).unwrap_or(otherwise);
    let origin = about("origin", "an unknown origin");
    EngineVoice {
        origin: Some(format!("{origin}, {}", about("licence", "licence unknown"))),
        ..EngineVoice::new(id, about("name", id), about("language", "en"))
    }
}

/// Speaks a line sentence by sentence, at a pace in words a minute, unless it is to end before.
pub(in crate::voice) fn speak(
    id: &str,
    script: &str,
    pace: u32,
    stop: &StopSignal,
) -> Result<DecodedSound, BuiltInProblem> {
    if id == OWN {
        return spoken(&Voice::built_in(), script, pace, stop);
    }
    let bytes = files::read(Path::new(id), LARGEST_BYTES);
    let bytes = bytes.map_err(|error| BuiltInProblem::File(error.to_string()))?;
    let voice = Voice::read(&bytes).map_err(|error| BuiltInProblem::File(error.to_string()))?;
    spoken(&voice, script, pace, stop)
}

fn spoken(
    voice: &Voice<'_>,
    script: &str,
    pace: u32,
    stop: &StopSignal,
) -> Result<DecodedSound, BuiltInProblem> {
    let (speed, pause) = speed_and_pause(pace);
    let mut samples: Vec<f32> = Vec::new();
    for sentence in sentences(script) {
        if stop.is_asked_for() {
            return Err(BuiltInProblem::Stopped);
        }
        if !samples.is_empty() {
            samples.resize(samples.len() + (pause * SAMPLE_RATE as f32) as usize, 0.0);
        }
        samples.extend(without_silence(&voice.say(sentence, speed)));
        if samples.len() > LONGEST_LINE * SAMPLE_RATE as usize {
            return Err(BuiltInProblem::TooLong);
        }
    }
    Ok(DecodedSound { samples, rate: SAMPLE_RATE })
}

/// The sound without the silence that the voice puts before and after a sentence.
fn without_silence(sound: &[f32]) -> &[f32] {
    let is_heard = |sample: &f32| sample.abs() > HUSH;
    let first = sound.iter().position(is_heard).unwrap_or(0).saturating_sub(MARGIN);
    let last = sound.iter().rposition(is_heard).map_or(0, |last| (last + MARGIN).min(sound.len()));
    sound.get(first..last).unwrap_or_default()
}

/// How fast to speak, and how long to wait between sentences (s), for a pace in words a minute.
fn speed_and_pause(pace: u32) -> (Speed, f32) {
    let pace = pace as f32;
    let (speed, pause) = if pace >= USUAL.0 {
        // Faster: everything in proportion, so that a line is shortened by as much as was asked.
        (USUAL.1 * pace / USUAL.0, USUAL.2 * USUAL.0 / pace)
    } else if pace >= SLOW.0 {
        let share = (pace - SLOW.0) / (USUAL.0 - SLOW.0);
        let between = |slow: f32, usual: f32| slow + (usual - slow) * share;
        (between(SLOW.1, USUAL.1), between(SLOW.2, USUAL.2))
    } else {
        // The voice has a lowest speed; below it only the pauses grow.
        (SLOW.1 * pace / SLOW.0, SLOW.2 * SLOW.0 / pace)
    };
    (Speed::new(speed), pause.min(LONGEST_PAUSE))
}
