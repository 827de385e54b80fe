//! Sound files read into samples, and samples written as a WAV file.

use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::Path;

use hound::{SampleFormat, WavReader, WavSpec, WavWriter};
use symphonia::core::audio::SampleBuffer;
use symphonia::core::codecs::{CODEC_TYPE_NULL, Decoder, DecoderOptions};
use symphonia::core::errors::Error as DecodeError;
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::probe::Hint;

use super::clip::{ClipProblem, LARGEST_BYTES, LONGEST_MILLIS, RATES, SpokenClip};
use crate::files;

/// More channels than this are no speech.
const MOST_CHANNELS: u16 = 8;

/// The endings of files that can be read, in the order they are preferred.
pub(super) const ENDINGS: [&str; 4] = ["wav", "flac", "ogg", "oga"];

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn unreadable(why: impl ToString) -> ClipProblem {
    ClipProblem::Unreadable(why.to_string())
}

/// Reads a file: WAV, or by its ending FLAC or Ogg Vorbis.
///
/// # Errors
/// [`ClipProblem`] says why it cannot be used.
pub(super) fn read(path: &Path) -> Result<SpokenClip, ClipProblem> {
    let file = files::open(path).map_err(|error| unreadable(error.kind))?;
    let about = file.metadata().map_err(unreadable)?;
    if about.len() > LARGEST_BYTES {
        return Err(ClipProblem::TooLarge);
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ending == "wav" { from_wav(file.take(LARGEST_BYTES)) } else { from_packed(file, &ending) }
}

/// Reads a WAV file: whole numbers of 8 to 32 bits, or floating point.
pub(super) fn from_wav(bytes: impl Read) -> Result<SpokenClip, ClipProblem> {
    let reader = WavReader::new(bytes).map_err(unreadable)?;
    let spec = reader.spec();
    if !RATES.contains(&spec.sample_rate) {
        return Err(ClipProblem::OddRate(spec.sample_rate));
    }
    if spec.channels == 0 || spec.channels > MOST_CHANNELS {
        return Err(unreadable(format!("it has {} channels", spec.channels)));
    }
    if u64::from(reader.duration()) > most_frames(spec.sample_rate) as u64 {
        return Err(ClipProblem::TooLong);
    }
    let samples = samples(reader, spec)?;
    SpokenClip::from_frames(&samples, usize::from(spec.channels), spec.sample_rate)
}

fn most_frames(rate: u32) -> usize {
    (u64::from(rate) * LONGEST_MILLIS / 1000) as usize
}

fn samples<R: Read>(mut reader: WavReader<R>, spec: WavSpec) -> Result<Vec<f32>, ClipProblem> {
    let read: Result<Vec<f32>, hound::Error> = match (spec.sample_format, spec.bits_per_sample) {
        (SampleFormat::Float, 32) => reader.samples::<f32>().collect(),
        (SampleFormat::Int, bits @ (8 | 16 | 24 | 32)) => {
            let full = (1_i64 << (bits - 1)) as f32;
            reader.samples::<i32>().map(|sample| sample.map(|it| it as f32 / full)).collect()
        }
        (_, bits) => return Err(unreadable(format!("it has samples of {bits} bits"))),
    };
    read.map_err(unreadable)
}

/// Reads FLAC or Ogg Vorbis.
fn from_packed(file: File, ending: &str) -> Result<SpokenClip, ClipProblem> {
    let stream = MediaSourceStream::new(Box::new(file), MediaSourceStreamOptions::default());
    let mut hint = Hint::new();
    hint.with_extension(ending);
    let probe = symphonia::default::get_probe();
    let found = probe
        .format(&hint, stream, &FormatOptions::default(), &MetadataOptions::default())
        .map_err(unreadable)?;
    let mut format = found.format;
    let is_sound = |codec| codec != CODEC_TYPE_NULL;
    let track = format.tracks().iter().find(|track| is_sound(track.codec_params.codec));
    let track = track.ok_or_else(|| unreadable("there is no sound in it"))?;
    let id = track.id;
    let codecs = symphonia::default::get_codecs();
    let mut decoder =
        codecs.make(&track.codec_params, &DecoderOptions::default()).map_err(unreadable)?;
    unpack(format.as_mut(), decoder.as_mut(), id)
}

fn unpack(
    format: &mut dyn FormatReader,
    decoder: &mut dyn Decoder,
    track: u32,
) -> Result<SpokenClip, ClipProblem> {
    let mut frames: Vec<f32> = Vec::new();
    let mut shape = None;
    loop {
        let packet = match format.next_packet() {
            Ok(packet) => packet,
            Err(DecodeError::IoError(error))
                if error.kind() == std::io::ErrorKind::UnexpectedEof =>
            {
                break;
            }
            Err(error) => return Err(unreadable(error)),
        };
        if packet.track_id() != track {
            continue;
        }
        let heard = decoder.decode(&packet).map_err(unreadable)?;
        let spec = *heard.spec();
        if *shape.get_or_insert(spec) != spec {
            return Err(unreadable("it changes its shape on the way"));
        }
        let mut buffer = SampleBuffer::<f32>::new(heard.capacity() as u64, spec);
        buffer.copy_interleaved_ref(heard);
        frames.extend_from_slice(buffer.samples());
        if frames.len() > most_frames(spec.rate) * spec.channels.count().max(1) {
            return Err(ClipProblem::TooLong);
        }
    }
    let spec = shape.ok_or(ClipProblem::Silent)?;
    SpokenClip::from_frames(&frames, spec.channels.count(), spec.rate)
}

/// A clip as a WAV file of one channel and 16 bits.
///
/// # Errors
/// Whatever the writer says.
pub(super) fn to_wav(clip: &SpokenClip) -> Result<Vec<u8>, hound::Error> {
    let mut bytes = Cursor::new(Vec::new());
    let spec = WavSpec {
        channels: 1,
        sample_rate: clip.rate,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    write(&mut bytes, spec, &clip.samples)?;
    Ok(bytes.into_inner())
}

fn write<W: std::io::Write + Seek>(
    out: W,
    spec: WavSpec,
    samples: &[f32],
) -> Result<(), hound::Error> {
    let mut writer = WavWriter::new(out, spec)?;
    for sample in samples {
        let loud = sample.clamp(-1.0, 1.0) * f32::from(i16::MAX);
        writer.write_sample(loud.round() as i16)?;
    }
    writer.finalize()
}

/// Reads what [`to_wav`] wrote, as it is.
pub(super) fn kept(bytes: &[u8]) -> Result<SpokenClip, ClipProblem> {
    let mut reader = WavReader::new(bytes).map_err(unreadable)?;
    let rate = reader.spec().sample_rate;
    let full = f32::from(i16::MAX);
    let samples: Result<Vec<f32>, _> =
        reader.samples::<i16>().map(|sample| sample.map(|it| f32::from(it) / full)).collect();
    Ok(SpokenClip { samples: samples.map_err(unreadable)?, rate })
}
