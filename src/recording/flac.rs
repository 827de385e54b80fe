//! FLAC: the samples of a WAV file, packed without loss.

use std::io::{Seek, SeekFrom, Write};

use flacenc::bitsink::ByteSink;
use flacenc::component::{BitRepr, MetadataBlockData, Stream, StreamInfo};
use flacenc::config::Encoder as Settings;
use flacenc::encode_fixed_size_frame;
use flacenc::error::{Verified, Verify as _};
use flacenc::source::{Context, Fill as _, FrameBuf};

use super::dither::Dither;
use super::label::SOFTWARE;
use super::{BLOCK, Encoder, Label, RecordingError, samples_of};
use crate::choices::Channels;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

const BITS: usize = 16;
/// The number of the metadata block that holds Vorbis comments.
const COMMENTS: u8 = 4;

/// Writes a FLAC file. Its header holds the length and a digest of all samples, so it is written
/// once to make room and once when they are known.
pub(super) struct Flac<W> {
    file: W,
    channels: Channels,
    dither: Dither,
    settings: Verified<Settings>,
    info: StreamInfo,
    comments: MetadataBlockData,
    digest: Context,
    frames: usize,
    /// Samples of all channels in turn, until they fill a block: only the last may be shorter.
    pending: Vec<i32>,
}

impl<W: Write + Seek> Flac<W> {
    pub(super) fn begin(
        file: W,
        label: &Label,
        channels: Channels,
    ) -> Result<Self, RecordingError> {
        let count = usize::from(channels.count());
        let mut settings = Settings::default();
        // Fixed predictors alone: about 4 times as fast, and 7 % larger, or 12 % with a bed.
        settings.subframe_coding.use_lpc = false;
        let settings = settings.into_verified();
        let settings = settings.map_err(|(_, error)| unfit(error))?;
        let info = StreamInfo::new(SAMPLE_RATE as usize, count, BITS).map_err(unfit)?;
        let comments = MetadataBlockData::new_unknown(COMMENTS, &comments(label));
        let mut flac = Self {
            file,
            channels,
            dither: Dither::new(),
            settings,
            info,
            comments: comments.map_err(unfit)?,
            digest: Context::new(BITS, count),
            frames: 0,
            pending: Vec::with_capacity(BLOCK * count),
        };
        flac.write_header()?;
        Ok(flac)
    }

    /// The header has the same length whatever is in it.
    fn write_header(&mut self) -> Result<(), RecordingError> {
        let mut header = Stream::with_stream_info(self.info.clone());
        header.add_metadata_block(self.comments.clone());
        self.write_bits(&header)
    }

    fn write_block(&mut self) -> Result<(), RecordingError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let count = usize::from(self.channels.count());
        let mut block = FrameBuf::with_size(count, self.pending.len() / count).map_err(unfit)?;
        block.fill_interleaved(&self.pending).map_err(unfit)?;
        self.digest.fill_interleaved(&self.pending).map_err(unfit)?;
        let frame = encode_fixed_size_frame(&self.settings, &block, self.frames, &self.info)
            .map_err(unfit)?;
        self.info.update_frame_info(&frame);
        self.frames += 1;
        self.pending.clear();
        self.write_bits(&frame)
    }

    fn write_bits(&mut self, part: &impl BitRepr) -> Result<(), RecordingError> {
        let mut bits = ByteSink::new();
        part.write(&mut bits).map_err(unfit)?;
        Ok(self.file.write_all(bits.as_slice())?)
    }
}

impl<W: Write + Seek> Encoder for Flac<W> {
    fn write(&mut self, frames: &[StereoFrame]) -> Result<(), RecordingError> {
        let whole = BLOCK * usize::from(self.channels.count());
        for &frame in frames {
            let samples = samples_of(frame, self.channels);
            self.pending.extend(samples.map(|sample| i32::from(self.dither.round(sample))));
            if self.pending.len() == whole {
                self.write_block()?;
            }
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), RecordingError> {
        self.write_block()?;
        // The last block, which may be shorter, does not count.
        self.info.set_block_sizes(BLOCK, BLOCK).map_err(unfit)?;
        self.info.set_md5_digest(&self.digest.md5_digest());
        self.file.seek(SeekFrom::Start(0))?;
        self.write_header()?;
        Ok(self.file.flush()?)
    }
}

/// What the encoder says, in the place of a reason of our own.
#[expect(clippy::needless_pass_by_value, reason = "it maps errors, which come by value")]
fn unfit(reason: impl ToString) -> RecordingError {
    RecordingError::unfit(reason.to_string())
}

/// Vorbis comments as FLAC packs them: the program's name, how many, and each with its length.
fn comments(label: &Label) -> Vec<u8> {
    let sized = |text: &str| [&(text.len() as u32).to_le_bytes()[..], text.as_bytes()].concat();
    let comments = label.comments();
    let mut bytes = sized(SOFTWARE);
    bytes.extend((comments.len() as u32).to_le_bytes());
    for (name, value) in comments {
        bytes.extend(sized(&format!("{name}={value}")));
    }
    bytes
}
