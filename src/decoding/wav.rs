//! WAV files: read with a head that was put right, and written.
//!
//! They are read by a library of their own: that for packed sounds takes a rate or channels of zero
//! for impossible, and ends the program.

use std::io::{Cursor, Read, Seek, Write};

use hound::{SampleFormat, WavReader, WavSpec, WavWriter};

use super::gathered::KeptFrame;
use super::head::WavHead;
use super::{Damage, DecodedSound, DecodingPolicy, DecodingProblem, Excess};

/// Reads a WAV file of so many bytes: whole numbers of 8 to 32 bits, or floating point of 32 or 64.
pub(super) fn decode<F: KeptFrame>(
    mut bytes: impl Read,
    length: u64,
    policy: &DecodingPolicy,
) -> Result<DecodedSound<F>, DecodingProblem> {
    let head = WavHead::read(&mut bytes, length)?;
    let channels = usize::from(head.channels);
    let mut gathered = policy.shape(head.rate, channels)?;
    let promised = head.promised_frames();
    if policy.excess == Excess::Refused && promised > gathered.most_frames() as u64 {
        return Err(DecodingProblem::TooLong);
    }
    head.check_samples()?;
    if policy.damage == Damage::Refused && head.is_cut_off() {
        let (there, rate) = (head.frames_there(), head.rate);
        return Err(DecodingProblem::CutOff { heard: there, promised, rate });
    }
    let most = gathered.most_frames().saturating_mul(channels);
    let data = bytes.take(head.data_bytes());
    let samples = if head.is_of_doubles() {
        doubles(data, most)
    } else {
        let true_file = Cursor::new(head.true_head()).chain(data);
        samples(WavReader::new(true_file).map_err(|_| DecodingProblem::damaged())?, most)
    };
    gathered.add(&samples, channels, head.rate)?;
    gathered.finish(Some(promised))
}

/// So many samples at most. Whatever keeps the next one from being read, the file ends there.
fn samples<R: Read>(mut reader: WavReader<R>, most: usize) -> Vec<f32> {
    let WavSpec { bits_per_sample, sample_format, .. } = reader.spec();
    match sample_format {
        SampleFormat::Float => reader.samples::<f32>().map_while(Result::ok).take(most).collect(),
        SampleFormat::Int => {
            let full = (1_u64 << bits_per_sample.clamp(1, 32).saturating_sub(1)) as f32;
            let whole = reader.samples::<i32>().map_while(Result::ok).take(most);
            whole.map(|it| it as f32 / full).collect()
        }
    }
}

/// The same of samples that the library does not know: floating point of 64 bits.
fn doubles(mut data: impl Read, most: usize) -> Vec<f32> {
    let mut samples = Vec::new();
    let mut sample = [0; size_of::<f64>()];
    while samples.len() < most && data.read_exact(&mut sample).is_ok() {
        samples.push(f64::from_le_bytes(sample) as f32);
    }
    samples
}

/// Samples as a WAV file of one channel and 16 bits.
///
/// # Errors
/// Whatever the writer says.
pub(crate) fn write(samples: &[f32], rate: u32) -> Result<Vec<u8>, hound::Error> {
    let mut bytes = Cursor::new(Vec::new());
    let spec = WavSpec {
        channels: 1,
        sample_rate: rate,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    write_to(&mut bytes, spec, samples)?;
    Ok(bytes.into_inner())
}

fn write_to<W: Write + Seek>(out: W, spec: WavSpec, samples: &[f32]) -> Result<(), hound::Error> {
    let mut writer = WavWriter::new(out, spec)?;
    for sample in samples {
        let loud = sample.clamp(-1.0, 1.0) * f32::from(i16::MAX);
        writer.write_sample(loud.round() as i16)?;
    }
    writer.finalize()
}

/// Reads what [`write()`] wrote, as it is: full is 32,767 here, where it is 32,768 in other files.
///
/// # Errors
/// Whatever the reader says.
pub(crate) fn read_written(bytes: &[u8]) -> Result<DecodedSound, DecodingProblem> {
    let mut reader = WavReader::new(bytes).map_err(|_| DecodingProblem::damaged())?;
    let rate = reader.spec().sample_rate;
    let full = f32::from(i16::MAX);
    let promised = (reader.len() as usize).min(bytes.len() / size_of::<i16>());
    let mut samples = Vec::with_capacity(promised);
    for sample in reader.samples::<i16>() {
        samples.push(f32::from(sample.map_err(|_| DecodingProblem::damaged())?) / full);
    }
    Ok(DecodedSound { samples, rate })
}
