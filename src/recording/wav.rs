//! WAV: a header, plain samples of 16 bits, and where the chapters begin.

use std::io::{Seek, SeekFrom, Write};

use super::dither::Dither;
use super::label::SOFTWARE;
use super::{Encoder, Label, RecordingError, samples_of};
use crate::choices::Channels;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

const BYTES_PER_SAMPLE: u8 = 2;

/// Writes a WAV file. Its sizes stand at the front and are known at the end, so it goes back for
/// them.
pub(super) struct Wav<W> {
    file: W,
    channels: Channels,
    dither: Dither,
    /// Where the size of the samples is written.
    size_at: u64,
    frames: u64,
    ending: Vec<u8>,
}

impl<W: Write + Seek> Wav<W> {
    pub(super) fn begin(
        mut file: W,
        label: &Label,
        channels: Channels,
    ) -> Result<Self, RecordingError> {
        let mut head = b"RIFF\0\0\0\0WAVE".to_vec();
        head.extend(chunk(*b"fmt ", &format(channels)));
        head.extend(chunk(*b"LIST", &about(label)));
        head.extend(b"data");
        let size_at = head.len() as u64;
        head.extend([0; 4]);
        file.write_all(&head)?;
        let (dither, ending) = (Dither::new(), chapters(label));
        Ok(Self { file, channels, dither, size_at, frames: 0, ending })
    }

    /// Writes a size at its place, in bytes.
    fn set_size(&mut self, at: u64, size: u64) -> Result<(), RecordingError> {
        let size = u32::try_from(size).map_err(|_| {
            RecordingError::unfit(
                "a .wav file holds 4 GB at most; .flac holds more, and is smaller",
            )
        })?;
        self.file.seek(SeekFrom::Start(at))?;
        Ok(self.file.write_all(&size.to_le_bytes())?)
    }
}

impl<W: Write + Seek> Encoder for Wav<W> {
    fn write(&mut self, frames: &[StereoFrame]) -> Result<(), RecordingError> {
        let mut bytes =
            Vec::with_capacity(frames.len() * usize::from(bytes_per_frame(self.channels)));
        for &frame in frames {
            for sample in samples_of(frame, self.channels) {
                bytes.extend_from_slice(&self.dither.round(sample).to_le_bytes());
            }
        }
        self.frames += frames.len() as u64;
        Ok(self.file.write_all(&bytes)?)
    }

    fn finish(mut self: Box<Self>) -> Result<(), RecordingError> {
        let ending = std::mem::take(&mut self.ending);
        self.file.write_all(&ending)?;
        let samples = self.frames * u64::from(bytes_per_frame(self.channels));
        let whole = self.size_at + 4 + samples + ending.len() as u64;
        self.set_size(self.size_at, samples)?;
        self.set_size(4, whole - 8)?;
        Ok(self.file.flush()?)
    }
}

fn bytes_per_frame(channels: Channels) -> u8 {
    BYTES_PER_SAMPLE * channels.count()
}

/// What the samples are: plain whole numbers, in so many channels.
fn format(channels: Channels) -> Vec<u8> {
    let frame = bytes_per_frame(channels);
    let mut bytes = Vec::new();
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(u16::from(channels.count()).to_le_bytes());
    bytes.extend(SAMPLE_RATE.to_le_bytes());
    bytes.extend((SAMPLE_RATE * u32::from(frame)).to_le_bytes());
    bytes.extend(u16::from(frame).to_le_bytes());
    bytes.extend((u16::from(BYTES_PER_SAMPLE) * 8).to_le_bytes());
    bytes
}

/// Title, author, licence, voice and program.
fn about(label: &Label) -> Vec<u8> {
    let named = [
        (*b"INAM", Some(label.title.as_str())),
        (*b"IART", label.author.as_deref()),
        (*b"ICOP", label.licence.as_deref()),
        (*b"ICMT", label.voice.as_deref()),
        (*b"ISFT", Some(SOFTWARE)),
    ];
    let mut bytes = b"INFO".to_vec();
    for (name, value) in named {
        bytes.extend(value.map(|value| chunk(name, &text(value))).unwrap_or_default());
    }
    bytes
}

/// The chapters: their frames in one chunk, their titles in another.
fn chapters(label: &Label) -> Vec<u8> {
    let mut points = (label.chapters.len() as u32).to_le_bytes().to_vec();
    let mut titles = b"adtl".to_vec();
    for (number, chapter) in (1_u32..).zip(&label.chapters) {
        let frame = (chapter.at * u64::from(SAMPLE_RATE) / 1_000) as u32;
        let number = number.to_le_bytes();
        // Number, place in a play list, chunk, its start, the block's start, the frame.
        points.extend(
            [number, frame.to_le_bytes(), *b"data", [0; 4], [0; 4], frame.to_le_bytes()].concat(),
        );
        titles.extend(chunk(*b"labl", &[&number[..], &text(&chapter.title)].concat()));
    }
    [chunk(*b"cue ", &points), chunk(*b"LIST", &titles)].concat()
}

fn text(words: &str) -> Vec<u8> {
    [words.as_bytes(), b"\0"].concat()
}

/// A named part of the file; each fills whole pairs of bytes.
fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = name.to_vec();
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend(content);
    bytes.extend(vec![0; content.len() % 2]);
    bytes
}
