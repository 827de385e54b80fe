//! The samples of a sound file, looked at with suspicion: a header may promise anything.

use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _};
use std::path::Path;

use hound::{SampleFormat, WavReader, WavSpec};
use symphonia::core::audio::{Channels, SampleBuffer};
use symphonia::core::codecs::{CODEC_TYPE_NULL, Decoder, DecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::probe::Hint;

use super::SoundFileProblem;
use crate::files;
use crate::synthesis::resample::resample;

/// The largest file, in bytes.
pub(super) const LARGEST: u64 = 256 * 1024 * 1024;
/// This many pieces of a file may be damaged; they are left out.
const MOST_DAMAGED: usize = 16;
/// A file that ends before this part of what it promises is cut off.
const NEARLY_WHOLE: f64 = 0.98;

/// One channel being gathered from frames of any number of channels.
struct Mono {
    samples: Vec<f32>,
    rate: u32,
    channels: usize,
    most: usize,
}

/// The first seconds of a file, as one channel at the rate of the mixer.
pub(super) fn decode(path: &Path, seconds: u32) -> Result<Vec<f32>, SoundFileProblem> {
    let mut file = open(path)?;
    if is_wav(&mut file) {
        return decode_wav(file, seconds);
    }
    let stream = MediaSourceStream::new(Box::new(file), MediaSourceStreamOptions::default());
    let mut hint = Hint::new();
    hint.with_extension(&path.extension().unwrap_or_default().to_string_lossy().to_lowercase());
    let (format, meta) = (FormatOptions::default(), MetadataOptions::default());
    let found = symphonia::default::get_probe().format(&hint, stream, &format, &meta);
    let mut format = found.map_err(|_| SoundFileProblem::Unknown)?.format;
    let track = format.tracks().iter().find(|it| it.codec_params.codec != CODEC_TYPE_NULL);
    let track = track.ok_or(SoundFileProblem::Unknown)?;
    let (id, about) = (track.id, track.codec_params.clone());
    let channels = about.channels.map_or(0, Channels::count);
    let mut mono = Mono::new(about.sample_rate.unwrap_or(0), channels, seconds)?;
    let decoder = symphonia::default::get_codecs().make(&about, &DecoderOptions::default());
    let mut decoder = decoder.map_err(|_| SoundFileProblem::Unknown)?;
    mono.gather(format.as_mut(), decoder.as_mut(), id)?;
    mono.finish(about.n_frames)
}

fn is_wav(file: &mut File) -> bool {
    let mut begin = [0; 4];
    let is_wav = file.read_exact(&mut begin).is_ok() && &begin == b"RIFF";
    file.rewind().is_ok() && is_wav
}

/// WAV is read by another library: this one takes a rate or channels of zero for impossible, and
/// ends the program.
fn decode_wav(file: File, seconds: u32) -> Result<Vec<f32>, SoundFileProblem> {
    let mut reader = WavReader::new(BufReader::new(file)).map_err(|_| SoundFileProblem::Unknown)?;
    let WavSpec { channels, sample_rate, bits_per_sample, sample_format } = reader.spec();
    let promised = Some(u64::from(reader.duration()));
    let mut mono = Mono::new(sample_rate, usize::from(channels), seconds)?;
    let most = mono.most.saturating_mul(mono.channels);
    // Whatever keeps the next sample from being read, the file ends there.
    let samples: Vec<f32> = match sample_format {
        SampleFormat::Float => reader.samples::<f32>().map_while(Result::ok).take(most).collect(),
        SampleFormat::Int => {
            let full = (1_u64 << bits_per_sample.clamp(1, 32).saturating_sub(1)) as f32;
            let whole = reader.samples::<i32>().map_while(Result::ok).take(most);
            whole.map(|it| it as f32 / full).collect()
        }
    };
    mono.add(&samples, mono.channels, sample_rate)?;
    mono.finish(promised)
}

fn open(path: &Path) -> Result<File, SoundFileProblem> {
    let unreadable = |why: String| SoundFileProblem::Unreadable(why);
    let file = files::open(path).map_err(|error| unreadable(error.kind.to_string()))?;
    let about = file.metadata().map_err(|error| unreadable(error.to_string()))?;
    if about.len() > LARGEST {
        return Err(SoundFileProblem::TooLarge { megabytes: about.len() / 1024 / 1024 });
    }
    Ok(file)
}

impl Mono {
    /// Refuses shapes that no sound has, before a decoder takes them at their word.
    fn new(rate: u32, channels: usize, seconds: u32) -> Result<Self, SoundFileProblem> {
        if !(4_000..=384_000).contains(&rate) || !(1..=64).contains(&channels) {
            return Err(SoundFileProblem::Unknown);
        }
        let most = seconds as usize * rate as usize;
        Ok(Self { samples: Vec::new(), rate, channels, most })
    }

    fn gather(
        &mut self,
        format: &mut dyn FormatReader,
        decoder: &mut dyn Decoder,
        track: u32,
    ) -> Result<(), SoundFileProblem> {
        let mut damaged = 0;
        // Whatever keeps the next piece from being read, the file ends there.
        while let Ok(packet) = format.next_packet() {
            if packet.track_id() != track {
                continue;
            }
            match decoder.decode(&packet) {
                Ok(heard) => {
                    let spec = *heard.spec();
                    let mut frames = SampleBuffer::<f32>::new(heard.capacity() as u64, spec);
                    frames.copy_interleaved_ref(heard);
                    self.add(frames.samples(), spec.channels.count(), spec.rate)?;
                }
                Err(Error::DecodeError(_) | Error::IoError(_)) if damaged < MOST_DAMAGED => {
                    damaged += 1;
                }
                Err(_) => return Err(SoundFileProblem::Unknown),
            }
            if self.samples.len() >= self.most {
                self.samples.truncate(self.most);
                break;
            }
        }
        Ok(())
    }

    fn add(&mut self, frames: &[f32], channels: usize, rate: u32) -> Result<(), SoundFileProblem> {
        if channels != self.channels || rate != self.rate {
            return Err(SoundFileProblem::Unknown);
        }
        let level = |it: &f32| if it.is_finite() { it.clamp(-4.0, 4.0) } else { 0.0 };
        let mix = |frame: &[f32]| frame.iter().map(level).sum::<f32>() / channels as f32;
        self.samples.extend(frames.chunks_exact(channels).map(mix));
        Ok(())
    }

    /// The samples at the rate of the mixer, if all that was promised is there and the promise can be
    /// believed: a file from a stream says that it has no end.
    fn finish(self, promised: Option<u64>) -> Result<Vec<f32>, SoundFileProblem> {
        if self.samples.is_empty() {
            return Err(SoundFileProblem::Unknown);
        }
        let believable = |promised: &u64| promised.saturating_mul(self.channels as u64) <= LARGEST;
        let heard = self.samples.len() as u64;
        match promised.filter(believable) {
            Some(promised)
                if (heard as f64) < NEARLY_WHOLE * promised.min(self.most as u64) as f64 =>
            {
                let rate = u64::from(self.rate);
                Err(SoundFileProblem::CutOff {
                    heard: heard / rate,
                    promised: promised.div_ceil(rate),
                })
            }
            _ => Ok(resample(self.samples, self.rate)),
        }
    }
}
