//! The head of a WAV file as it really is: streams and careless writers leave sizes that lie.

use std::io::{self, Read};

use super::DecodingProblem;

/// What a WAV file begins with; the second and third are for files beyond 4 GiB, and streams.
pub(super) const NAMES: [&[u8; 4]; 3] = [b"RIFF", b"RF64", b"BW64"];

/// Bytes of the name and the size of one chunk.
const CHUNK_HEAD: u64 = 8;
/// No more of the chunk that describes the samples is looked at, in bytes.
const FORMAT_BYTES: usize = 40;
/// No sound that is read here is larger, in bytes: a stream that knows no end writes more.
const LARGEST_CREDIBLE: u64 = 256 * 1024 * 1024;
/// Numbers of formats: whole numbers, floating point, and “look further on”.
const WHOLE: u16 = 1;
const FLOAT: u16 = 3;
const EXTENSIBLE: u16 = 0xFFFE;

/// What a WAV file says of its samples, and how many bytes of them there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WavHead {
    pub(super) rate: u32,
    pub(super) channels: u16,
    /// Bytes of one sample.
    sample_bytes: u16,
    /// Bits of a sample that count.
    bits: u16,
    /// The number of the format.
    format: u16,
    /// Bytes of samples that are promised.
    promised: u64,
    /// Bytes of samples that are there.
    there: u64,
}

impl WavHead {
    /// Reads up to the first sample of a file of so many bytes.
    pub(super) fn read(bytes: &mut impl Read, length: u64) -> Result<Self, DecodingProblem> {
        let mut chunks = Chunks { bytes, at: 0, peeked: None };
        let (name, riff) = chunks.head()?;
        let mut kind = [0; 4];
        chunks.fill(&mut kind)?;
        if !NAMES.contains(&&name) || &kind != b"WAVE" {
            return Err(DecodingProblem::unreadable("it does not begin as a WAV file does"));
        }
        let mut format = None;
        loop {
            let (name, size) = chunks.head()?;
            match &name {
                b"fmt " => format = Some(chunks.format(size)?),
                b"data" => {
                    let start = chunks.at;
                    let head = format.ok_or_else(|| {
                        DecodingProblem::unreadable("it does not say what its samples are")
                    })?;
                    return Ok(head.with_data(size, u64::from(riff) + CHUNK_HEAD, start, length));
                }
                _ => chunks.skip(size)?,
            }
        }
    }

    fn with_data(self, size: u32, riff_end: u64, start: u64, length: u64) -> Self {
        let rest = length.saturating_sub(start);
        let size = u64::from(size);
        let is_stream = size > LARGEST_CREDIBLE || size == 0 && riff_end.abs_diff(length) > 1;
        let promised = if is_stream { rest } else { size };
        Self { promised, there: promised.min(rest), ..self }
    }

    fn frame_bytes(&self) -> u64 {
        u64::from(self.channels) * u64::from(self.sample_bytes)
    }

    /// How many frames are promised.
    pub(super) fn promised_frames(&self) -> u64 {
        self.promised.checked_div(self.frame_bytes()).unwrap_or(0)
    }

    /// Whether less is there than was promised.
    pub(super) fn is_cut_off(&self) -> bool {
        self.there < self.promised
    }

    /// Bytes of the whole frames that are there.
    pub(super) fn data_bytes(&self) -> u64 {
        self.there - self.there.checked_rem(self.frame_bytes()).unwrap_or(0)
    }

    /// How many whole frames are there.
    pub(super) fn frames_there(&self) -> u64 {
        self.there.checked_div(self.frame_bytes()).unwrap_or(0)
    }

    /// Whether samples are floating point of 64 bits.
    pub(super) fn is_of_doubles(&self) -> bool {
        (self.format, self.sample_bytes) == (FLOAT, 8)
    }

    /// Whether samples are of a kind that can be read.
    pub(super) fn check_samples(&self) -> Result<(), DecodingProblem> {
        match (self.format, self.sample_bytes) {
            (WHOLE, 1..=4) | (FLOAT, 4 | 8) => Ok(()),
            (WHOLE | FLOAT, bytes) => {
                let bits = u32::from(bytes) * 8;
                Err(DecodingProblem::Unreadable(format!("it has samples of {bits} bits")))
            }
            (format, _) => Err(DecodingProblem::Unreadable(format!(
                "its samples are packed (WAV format {format}); plain ones (PCM) can be read"
            ))),
        }
    }

    /// A head that tells the truth, for a reader that believes it.
    pub(super) fn true_head(&self) -> Vec<u8> {
        let mut head = Vec::with_capacity(68);
        let data = self.data_bytes() as u32;
        // 24 bits in four bytes can only be told in the longer form; else all bits of a sample count.
        let is_long = self.format == WHOLE && (self.sample_bytes, self.bits) == (4, 24);
        let bits = if is_long { self.bits } else { self.sample_bytes * 8 };
        let (format, format_bytes) = if is_long { (EXTENSIBLE, 40_u32) } else { (self.format, 16) };
        let frame = self.frame_bytes() as u32;
        head.extend(b"RIFF");
        head.extend((format_bytes + 20).saturating_add(data).to_le_bytes());
        head.extend(b"WAVEfmt ");
        head.extend(format_bytes.to_le_bytes());
        head.extend(format.to_le_bytes());
        head.extend(self.channels.to_le_bytes());
        head.extend(self.rate.to_le_bytes());
        head.extend(self.rate.saturating_mul(frame).to_le_bytes());
        head.extend((frame as u16).to_le_bytes());
        head.extend((if is_long { 32 } else { bits }).to_le_bytes());
        if is_long {
            head.extend(22_u16.to_le_bytes());
            head.extend(bits.to_le_bytes());
            head.extend(0_u32.to_le_bytes());
            head.extend(b"\x01\0\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71");
        }
        head.extend(b"data");
        head.extend(data.to_le_bytes());
        head
    }
}

/// The chunks of a file, one after another.
struct Chunks<'a, R> {
    bytes: &'a mut R,
    /// How many bytes were read.
    at: u64,
    /// A byte that was read and belongs to what comes next.
    peeked: Option<u8>,
}

impl<R: Read> Chunks<'_, R> {
    fn fill(&mut self, out: &mut [u8]) -> Result<(), DecodingProblem> {
        let (first, rest) = match self.peeked.take() {
            Some(byte) if !out.is_empty() => {
                out[0] = byte;
                (1, &mut out[1..])
            }
            _ => (0, out),
        };
        self.bytes
            .read_exact(rest)
            .map_err(|_| DecodingProblem::unreadable("it ends before its first sample"))?;
        self.at += rest.len() as u64 + first;
        Ok(())
    }

    /// The name and the size of the next chunk.
    fn head(&mut self) -> Result<([u8; 4], u32), DecodingProblem> {
        let (mut name, mut size) = ([0; 4], [0; 4]);
        self.fill(&mut name)?;
        self.fill(&mut size)?;
        Ok((name, u32::from_le_bytes(size)))
    }

    fn skip(&mut self, size: u32) -> Result<(), DecodingProblem> {
        let mut rest = self.bytes.by_ref().take(u64::from(size));
        self.at += io::copy(&mut rest, &mut io::sink()).map_err(DecodingProblem::of_system)?;
        if size % 2 == 1 {
            // A chunk is filled up to an even number of bytes, but not every writer does so.
            let mut byte = [0];
            self.fill(&mut byte)?;
            if byte[0] != 0 {
                self.peeked = Some(byte[0]);
                self.at -= 1;
            }
        }
        Ok(())
    }

    /// The chunk that describes the samples.
    fn format(&mut self, size: u32) -> Result<WavHead, DecodingProblem> {
        let mut about = [0; FORMAT_BYTES];
        let known = (size as usize).min(FORMAT_BYTES);
        if known < 16 {
            return Err(DecodingProblem::unreadable("it does not say what its samples are"));
        }
        self.fill(&mut about[..known])?;
        self.skip(size - known as u32)?;
        let word = |at: usize| u16::from_le_bytes([about[at], about[at + 1]]);
        let rate = u32::from_le_bytes([about[4], about[5], about[6], about[7]]);
        let (channels, frame_bytes, mut bits) = (word(2), word(12), word(14));
        let sample_bytes = match frame_bytes.checked_div(channels) {
            Some(bytes) if bytes >= bits.div_ceil(8) => bytes,
            _ => bits.div_ceil(8),
        };
        let mut format = word(0);
        if format == EXTENSIBLE && known == FORMAT_BYTES {
            format = word(24);
            if word(18) > 0 {
                bits = word(18);
            }
        }
        Ok(WavHead { rate, channels, sample_bytes, bits, format, promised: 0, there: 0 })
    }
}
