//! Sound files read into samples of one channel or of two, under a policy that its caller sets.
//!
//! What people record, what they bring and what engines write all goes through [`decode`]: WAV, FLAC,
//! Ogg Vorbis and MP3. How large, how long and how damaged a file may be is data.

mod beginning;
mod gathered;
mod head;
mod packed;
#[cfg(test)]
mod tests;
mod wav;

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _};
use std::ops::RangeInclusive;
use std::path::Path;

use thiserror::Error;

use crate::files::{self, has_ending, system_words};
use crate::lengths::{seconds_promised, seconds_there};
use gathered::{GatheredFrames, KeptFrame};
pub(crate) use wav::{read_written, write};

/// The endings of files that are read here, the plainest first.
pub(crate) const ENDINGS: [&str; 6] = ["wav", "wave", "flac", "ogg", "oga", "mp3"];
/// Endings of sound files that people have and that are not read here: they are told, not passed
/// over.
const UNREAD_ENDINGS: [&str; 23] = [
    "m4a", "m4b", "m4r", "mp4", "aac", "opus", "wma", "aif", "aiff", "aifc", "caf", "webm", "weba",
    "amr", "3gp", "3ga", "mka", "mp2", "ape", "wv", "spx", "au", "mid",
];

/// The ending of a sound file of a kind that is not read here.
pub(crate) fn unread_ending(path: &Path) -> Option<&'static str> {
    UNREAD_ENDINGS.into_iter().find(|ending| has_ending(path, ending))
}

/// What is said of a file with such an ending.
pub(crate) fn not_read_here(ending: &str) -> String {
    format!("`.{ending}` is not read here; WAV, FLAC, Ogg Vorbis and MP3 are")
}

/// What is taken for a sound, and what is not.
#[derive(Clone, Debug)]
pub(crate) struct DecodingPolicy {
    /// The largest file, in bytes.
    pub(crate) most_bytes: u64,
    /// Sample rates, in frames per second.
    pub(crate) rates: RangeInclusive<u32>,
    /// How many channels there may be.
    pub(crate) channels: RangeInclusive<usize>,
    /// The longest sound, in milliseconds.
    pub(crate) longest_millis: u64,
    /// What becomes of a longer one.
    pub(crate) excess: Excess,
    /// What becomes of one that is not whole.
    pub(crate) damage: Damage,
}

/// What becomes of a sound that goes on too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Excess {
    /// Its beginning is taken.
    Cut,
    /// It is refused.
    Refused,
}

/// What becomes of a sound that is damaged or ends too soon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Damage {
    /// It is refused. Samples are given as they are, also those that are no number.
    Refused,
    /// A few pieces may be left out, and a little of the end. Samples are brought between −4 and 4,
    /// and what is no number becomes silence.
    Forgiven {
        /// So many pieces may be left out.
        most_pieces: usize,
        /// At least this part of the frames has to be there.
        least_part: f64,
    },
}

/// A sound file as samples, each of one channel, or of two as a pair.
#[derive(Clone, PartialEq)]
pub struct DecodedSound<F = f32> {
    /// One channel, the mean of all that there were, or left and right. −1 to 1, where its policy
    /// forgives nothing.
    pub samples: Vec<F>,
    /// Frames per second, within the policy's.
    pub rate: u32,
}

impl<F> DecodedSound<F> {
    /// How long it lasts, in milliseconds.
    pub fn millis(&self) -> u32 {
        let frames = self.samples.len() as u64;
        (frames * 1000).div_ceil(u64::from(self.rate.max(1))) as u32
    }
}

impl<F> fmt::Debug for DecodedSound<F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "DecodedSound({} ms at {} Hz)", self.millis(), self.rate)
    }
}

/// Why there is no sound.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub(crate) enum DecodingProblem {
    #[error("{0}")]
    Unopened(String),
    #[error("it has {0} bytes")]
    TooLarge(u64),
    #[error("{0}")]
    Unreadable(String),
    #[error("its sample rate is {rate} Hz; {} to {} kHz fit", fits.start() / 1000, fits.end() / 1000)]
    OddRate {
        /// Its rate.
        rate: u32,
        /// Those that are taken.
        fits: RangeInclusive<u32>,
    },
    #[error("it has {channels} channels; {} to {} fit", fits.start(), fits.end())]
    OddChannels {
        /// How many it has.
        channels: usize,
        /// How many are taken.
        fits: RangeInclusive<usize>,
    },
    #[error("its samples are no numbers")]
    NoNumbers,
    #[error("it is of no kind that is read here; WAV, FLAC, Ogg Vorbis and MP3 are")]
    Unknown,
    #[error("it is too long")]
    TooLong,
    #[error(
        "it is cut off: {} s are left of {} s",
        there(*heard, *rate),
        promised_seconds(*promised, *rate)
    )]
    CutOff {
        /// How many frames there are.
        heard: u64,
        /// How many there should be.
        promised: u64,
        /// Frames per second.
        rate: u32,
    },
    /// Less of it can be read than there should be, and why cannot be known.
    #[error(
        "it is damaged or cut off: {} s of {} s can be read",
        there(*heard, *rate),
        promised_seconds(*promised, *rate)
    )]
    Damaged {
        /// How many frames can be read.
        heard: u64,
        /// How many there should be.
        promised: u64,
        /// Frames per second.
        rate: u32,
    },
    #[error("there is no sound in it")]
    Empty,
    /// Something sounds in its channels, and nothing once they are one.
    #[error(
        "its {} cancel each other, so that nothing is heard of them as one; turn one of them \
         upside down (invert it), or keep one alone",
        if *channels == 2 { "two sides" } else { "channels" }
    )]
    Cancelled {
        /// How many channels it has.
        channels: usize,
    },
}

/// How long so many frames last, in seconds.
fn there(frames: u64, rate: u32) -> String {
    seconds_there(frames.saturating_mul(1000) / u64::from(rate.max(1)))
}

/// The same of frames that there should be.
fn promised_seconds(frames: u64, rate: u32) -> String {
    seconds_promised(frames.saturating_mul(1000).div_ceil(u64::from(rate.max(1))))
}

impl DecodingProblem {
    fn unreadable(why: &str) -> Self {
        Self::Unreadable(why.to_owned())
    }

    /// Something of it is not as its head says, whatever a reader calls it.
    fn damaged() -> Self {
        Self::unreadable("it is damaged")
    }

    /// What the system says.
    #[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
    fn of_system(error: io::Error) -> Self {
        Self::Unreadable(system_words(&error))
    }
}

/// Reads a sound file. Only a regular file is opened, and opening never waits.
///
/// # Errors
/// [`DecodingProblem`] says why it cannot be used.
pub(crate) fn decode<F: KeptFrame>(
    path: &Path,
    policy: &DecodingPolicy,
) -> Result<DecodedSound<F>, DecodingProblem> {
    let unopened = |why: String| DecodingProblem::Unopened(why);
    let mut file = files::open(path).map_err(|error| unopened(error.kind.to_string()))?;
    let length = file.metadata().map_err(|error| unopened(system_words(&error)))?.len();
    if length > policy.most_bytes {
        return Err(DecodingProblem::TooLarge(length));
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    // What is in it counts, whatever its name says.
    if begins_as_wav(&mut file)? {
        decode_wav(BufReader::new(file), length, policy)
    } else {
        packed::decode(file, &ending, policy)
    }
}

/// Reads a WAV file of so many bytes.
///
/// # Errors
/// [`DecodingProblem`] says why it cannot be used.
pub(crate) fn decode_wav<F: KeptFrame>(
    bytes: impl Read,
    length: u64,
    policy: &DecodingPolicy,
) -> Result<DecodedSound<F>, DecodingProblem> {
    wav::decode(bytes.take(policy.most_bytes), length, policy)
}

fn begins_as_wav(file: &mut File) -> Result<bool, DecodingProblem> {
    let mut begin = [0; 4];
    let is_whole = file.read_exact(&mut begin).is_ok();
    file.rewind().map_err(DecodingProblem::of_system)?;
    Ok(is_whole && head::NAMES.contains(&&begin))
}

impl DecodingPolicy {
    /// Refuses shapes that no sound has, before a decoder takes them at their word.
    fn shape<F: KeptFrame>(
        &self,
        rate: u32,
        channels: usize,
    ) -> Result<GatheredFrames<'_, F>, DecodingProblem> {
        if !self.rates.contains(&rate) {
            return Err(DecodingProblem::OddRate { rate, fits: self.rates.clone() });
        }
        if !self.channels.contains(&channels) {
            return Err(DecodingProblem::OddChannels { channels, fits: self.channels.clone() });
        }
        Ok(GatheredFrames::new(self, rate, channels))
    }
}
