//! Sound files: read, brought to the rate of the mixer and to a fitting level. A bed keeps its width,
//! and a chime is in the middle.

mod decode;

use std::path::Path;

use thiserror::Error;

use crate::synthesis::clip::SoundClip;
use crate::synthesis::looped::LoopedRecording;
use crate::synthesis::loudness::loudness_of_both;
use crate::synthesis::units::{SAMPLE_RATE, amplitude};
use decode::{LARGEST, decode, decode_stereo};

/// How much of a bed is taken, and the longest chime, in seconds.
const LONGEST_BED: u32 = 5 * 60;
const LONGEST_CHIME: u32 = 20;
/// How much of a file is looked at where sounds are only listed, in seconds.
const LOOKED_AT: u32 = 1;
/// Nothing is heard of a sound with a lower peak, as an amplitude.
const SILENCE: f32 = 1e-4;
/// The shortest chime, in frames: 20 ms.
const SHORTEST_CHIME: usize = SAMPLE_RATE as usize / 50;
/// The shortest bed, in seconds: a shorter one would be heard going round.
const SHORTEST_BED: u32 = 4;
/// How loud a bed is, in LUFS, and the highest peak of a chime, in dBFS.
const BED_LUFS: f64 = -37.0;
const CHIME_PEAK: f64 = -13.0;

/// Why a sound file cannot be heard.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SoundFileProblem {
    /// The system does not let it be read.
    #[error("it cannot be opened: {0}")]
    Unreadable(String),
    /// It is too large.
    #[error("it has {megabytes} MB; please keep it below {}", LARGEST / 1024 / 1024)]
    TooLarge {
        /// Its size.
        megabytes: u64,
    },
    /// It is no sound, or none of a kind that can be read.
    #[error("it is no sound that can be read here; WAV, FLAC, Ogg Vorbis and MP3 can")]
    Unknown,
    /// Something of it cannot be read, or is not there.
    #[error("{0}")]
    Odd(String),
    /// Its channels cancel each other where they become one.
    #[error("{0}")]
    Cancelled(String),
    /// It ends too soon.
    #[error("it lasts less than {0} s; a sound beneath should be longer")]
    TooShort(u32),
    /// It is over before it is heard.
    #[error("it lasts less than 20 ms; that is a click and no chime")]
    Click,
    /// It goes on too long.
    #[error("it lasts more than {0} s; a chime should be shorter")]
    TooLong(u32),
    /// There is nothing to be heard in it.
    #[error("it is silent")]
    Silent,
}

/// Reads a file as a chime.
///
/// # Errors
/// Why it cannot be one.
pub(crate) fn read_chime(path: &Path) -> Result<SoundClip, SoundFileProblem> {
    let samples = decode(path, LONGEST_CHIME + 1)?;
    if samples.len() > (LONGEST_CHIME * SAMPLE_RATE) as usize {
        return Err(SoundFileProblem::TooLong(LONGEST_CHIME));
    }
    let peak = heard_peak(&samples)?;
    let gain = amplitude(CHIME_PEAK) as f32 / peak;
    Ok(SoundClip::new(samples.iter().map(|it| it * gain).collect()))
}

/// Looks at the first second of a file, which takes no longer for a long one, and at all of it where
/// nothing is heard there. One that is damaged only further on passes.
///
/// # Errors
/// Why it can be neither a chime nor a bed.
pub(crate) fn look_at(path: &Path) -> Result<(), SoundFileProblem> {
    match decode(path, LOOKED_AT).and_then(|samples| heard_peak(&samples)) {
        // It may begin so and be heard further on.
        Err(SoundFileProblem::Silent | SoundFileProblem::Cancelled(_)) => look_through(path),
        peak => peak.map(drop),
    }
}

/// Reads a file down to its last sample, or as much of it as is heard beneath a session.
///
/// # Errors
/// Why it can be neither a chime nor a bed.
pub(crate) fn look_through(path: &Path) -> Result<(), SoundFileProblem> {
    match read_chime(path) {
        Err(SoundFileProblem::TooLong(_)) => read_bed(path).map(drop),
        read => read.map(drop),
    }
}

/// The peak of a sound that is heard, as an amplitude.
fn heard_peak(samples: &[f32]) -> Result<f32, SoundFileProblem> {
    if samples.len() < SHORTEST_CHIME {
        return Err(SoundFileProblem::Click);
    }
    let peak = samples.iter().fold(0.0_f32, |peak, it| peak.max(it.abs()));
    if peak > SILENCE { Ok(peak) } else { Err(SoundFileProblem::Silent) }
}

/// Reads a file as a bed: at most its first five minutes.
///
/// # Errors
/// Why it cannot be one.
pub(crate) fn read_bed(path: &Path) -> Result<LoopedRecording, SoundFileProblem> {
    let frames = decode_stereo(path, LONGEST_BED)?;
    if frames.len() < (SHORTEST_BED * SAMPLE_RATE) as usize {
        return Err(SoundFileProblem::TooShort(SHORTEST_BED));
    }
    let loudness = loudness_of_both(&frames).ok_or(SoundFileProblem::Silent)?;
    Ok(LoopedRecording::new(frames, amplitude(BED_LUFS - loudness) as f32))
}
