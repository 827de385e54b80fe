//! Ogg Vorbis: small files that play nearly everywhere.

use std::io::Write;
use std::num::{NonZeroU8, NonZeroU32};

use vorbis_rs::{
    VorbisBitrateManagementStrategy, VorbisEncoder, VorbisEncoderBuilder, VorbisError,
};

use super::{Encoder, Label, RecordingError};
use crate::synthesis::SAMPLE_RATE;

/// Quality 5 of 10.
const QUALITY: f32 = 0.5;
/// Tells streams within one file apart; here is one. Always the same, so that the same session
/// gives the same file.
const SERIAL: i32 = 1;
const RATE: NonZeroU32 = NonZeroU32::new(SAMPLE_RATE).expect("the sample rate is above zero");

/// Writes an Ogg Vorbis file.
pub(super) struct Ogg<W: Write> {
    encoder: VorbisEncoder<W>,
}

impl<W: Write> Ogg<W> {
    pub(super) fn begin(file: W, label: &Label) -> Result<Self, RecordingError> {
        let mut builder = VorbisEncoderBuilder::new_with_serial(RATE, NonZeroU8::MIN, file, SERIAL);
        let quality = VorbisBitrateManagementStrategy::QualityVbr { target_quality: QUALITY };
        builder.bitrate_management_strategy(quality);
        builder.comment_tags(label.comments())?;
        Ok(Self { encoder: builder.build()? })
    }
}

impl<W: Write> Encoder for Ogg<W> {
    fn write(&mut self, samples: &[f32]) -> Result<(), RecordingError> {
        Ok(self.encoder.encode_audio_block([samples])?)
    }

    fn finish(self: Box<Self>) -> Result<(), RecordingError> {
        Ok(self.encoder.finish()?.flush()?)
    }
}

impl From<VorbisError> for RecordingError {
    fn from(error: VorbisError) -> Self {
        match error {
            VorbisError::Io(error) => Self::Unwritable(error),
            other => Self::unfit(other.to_string()),
        }
    }
}
