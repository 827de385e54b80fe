//! A whole session as a file: its sound as WAV, FLAC or Ogg Vorbis, and its words as captions.
//!
//! What a recording holds is what live play would have sounded: the same timeline, the same
//! [`Arrangement`](crate::mixer::Arrangement) and the same [`Mixer`](crate::mixer::Mixer). It is made a block at a time, so
//! that a session of hours needs no more memory than one of minutes.

mod captions;
mod dither;
mod flac;
mod format;
mod label;
mod ogg;
mod recorder;
#[cfg(test)]
mod tests;
mod wav;

use std::{io, iter};

use thiserror::Error;

use crate::choices::Channels;
use crate::synthesis::StereoFrame;

pub use captions::captions;
pub use format::Format;
pub use label::Label;
pub use recorder::{RecordingProgress, record};

/// Frames that are rendered and encoded at once: 85 ms.
const BLOCK: usize = 4_096;

/// Why there is no recording.
#[derive(Debug, Error)]
pub enum RecordingError {
    /// It was asked to stop.
    #[error("stopped before the end")]
    Stopped,
    /// The file cannot be written.
    #[error(transparent)]
    Unwritable(#[from] io::Error),
    /// The sound does not fit into this kind of file.
    #[error("{0}")]
    Unfit(String),
}

impl RecordingError {
    /// Why the sound does not fit, in words.
    fn unfit(reason: impl Into<String>) -> Self {
        Self::Unfit(reason.into())
    }
}

/// Something that turns frames into the bytes of a file.
trait Encoder {
    /// Takes the next frames, at most [`BLOCK`].
    fn write(&mut self, frames: &[StereoFrame]) -> Result<(), RecordingError>;
    /// Writes what is left, after the last frames.
    fn finish(self: Box<Self>) -> Result<(), RecordingError>;
}

/// The samples of a frame, as a file with these channels holds them.
fn samples_of(frame: StereoFrame, channels: Channels) -> impl Iterator<Item = f32> {
    let (first, second) = match channels {
        Channels::Stereo => (frame.left, Some(frame.right)),
        Channels::Mono => (frame.to_mono(), None),
    };
    iter::once(first).chain(second)
}
