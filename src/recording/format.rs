//! The kinds of sound file, told by their endings.

use std::fmt;
use std::path::Path;

use thiserror::Error;

/// A kind of sound file. All hold one or two channels at
/// [`SAMPLE_RATE`](crate::synthesis::SAMPLE_RATE).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain samples of 16 bits.
    Wav,
    /// The same samples, packed without loss.
    Flac,
    /// Vorbis in Ogg, at quality 5: small, and hard to tell from the others.
    Ogg,
}

/// The ending of a file names no kind of sound file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a recording is a file that ends in .wav, .flac or .ogg")]
pub struct UnknownEnding;

impl Format {
    /// Every kind there is.
    pub const ALL: [Self; 3] = [Self::Wav, Self::Flac, Self::Ogg];

    /// The kind that the ending of a file names, in large or small letters.
    ///
    /// # Errors
    /// [`UnknownEnding`] where it names none.
    pub fn of(path: &Path) -> Result<Self, UnknownEnding> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        Self::ALL.into_iter().find(|format| format.to_string() == ending).ok_or(UnknownEnding)
    }
}

impl fmt::Display for Format {
    /// The ending without its point.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wav => "wav",
            Self::Flac => "flac",
            Self::Ogg => "ogg",
        })
    }
}
