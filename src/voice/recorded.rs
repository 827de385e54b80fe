//! A person's recordings as clips, and those that cannot be used.

use super::cache::{Cache, Key};
use super::clip::{self, ClipProblem, LARGEST_BYTES};
use super::recordings::{BadRecording, Recording};
use crate::decoding::DecodedSound;
use crate::files::{self, FileErrorKind};

/// More recordings than this that cannot be used are counted, not named.
const MOST_NAMED: usize = 8;

/// Says which recordings cannot be used, and why.
pub(super) fn bad_recordings(bad: &[BadRecording]) -> Option<String> {
    let told = |bad: &BadRecording| {
        let name = bad.path.file_name().unwrap_or_default().to_string_lossy();
        (format!("“{name}”"), bad.problem.to_string())
    };
    match bad {
        [] => None,
        [one] => {
            let (name, why) = told(one);
            Some(format!("the recording {name} cannot be used: {why}"))
        }
        several => {
            let listed: Vec<String> = several
                .iter()
                .take(MOST_NAMED)
                .map(told)
                .map(|(name, why)| format!("{name} ({why})"))
                .collect();
            let more = several.len().saturating_sub(MOST_NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            Some(format!("some recordings cannot be used: {}{more}", listed.join(", ")))
        }
    }
}

/// A recording as a clip, kept like any other so that it is there at once when it falls due.
pub(super) fn recorded(
    cache: &Cache,
    recording: &Recording,
) -> Result<(Key, DecodedSound), ClipProblem> {
    let path = recording.file()?;
    let bytes = files::read(path, LARGEST_BYTES).map_err(|error| match error.kind {
        FileErrorKind::TooLarge { .. } => ClipProblem::TooLarge,
        kind => ClipProblem::Unopened(kind.to_string()),
    })?;
    let key = Key::of(&[b"recording", &bytes]);
    if let Some(clip) = cache.load(&key) {
        return Ok((key, clip));
    }
    let clip = clip::read(path)?;
    cache.keep(&key, &clip);
    Ok((key, clip))
}
