//! Ogg Vorbis: small files that play nearly everywhere.

use std::io::Write;
use std::num::{NonZeroU8, NonZeroU32};

use vorbis_rs::{
    VorbisBitrateManagementStrategy, VorbisEncoder, VorbisEncoderBuilder, VorbisError,
};

use super::{Encoder, Label, RecordingError, samples_of};
use crate::choices::Channels;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

/// Quality 5 of 10.
const QUALITY: f32 = 0.5;
/// Tells streams within one file apart; here is one. Always the same, so that the same session
/// gives the same file.
const SERIAL: i32 = 1;
const RATE: NonZeroU32 = NonZeroU32::new(SAMPLE_RATE).expect("the sample rate is above zero");

/// Writes an Ogg Vorbis file.
pub(super) struct Ogg<W: Write> {
    encoder: VorbisEncoder<W>,
    channels: Channels,
}

impl<W: Write> Ogg<W> {
    pub(super) fn begin(
        file: W,
        label: &Label,
        channels: Channels,
    ) -> Result<Self, RecordingError> {
        let count = NonZeroU8::MIN.saturating_add(channels.count() - 1);
        let mut builder = VorbisEncoderBuilder::new_with_serial(RATE, count, file, SERIAL);
        let quality = VorbisBitrateManagementStrategy::QualityVbr { target_quality: QUALITY };
        builder.bitrate_management_strategy(quality);
        builder.comment_tags(label.comments())?;
        Ok(Self { encoder: builder.build()?, channels })
    }
}

impl<W: Write> Encoder for Ogg<W> {
    fn write(&mut self, frames: &[StereoFrame]) -> Result<(), RecordingError> {
        let mut channels =
            vec![Vec::with_capacity(frames.len()); usize::from(self.channels.count())];
        for &frame in frames {
            for (channel, sample) in channels.iter_mut().zip(samples_of(frame, self.channels)) {
                channel.push(sample);
            }
        }
        Ok(self.encoder.encode_audio_block(channels)?)
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
