//! A spoken line as samples: read from a file, and looked over before it is played.

use std::ops::Range;
use std::path::Path;

use thiserror::Error;

use crate::decoding::{self, Damage, DecodedSound, DecodingPolicy, DecodingProblem, Excess};

/// No file of a clip is larger, in bytes: 50 MB.
pub(super) const LARGEST_BYTES: u64 = 50_000_000;
/// No line has words for longer, pauses aside, in milliseconds.
pub(super) const LONGEST_MILLIS: u64 = 60_000;
/// What is taken for speech: short, whole and of a usual shape, since an engine may write anything.
const POLICY: DecodingPolicy = DecodingPolicy {
    most_bytes: LARGEST_BYTES,
    rates: 8_000..=192_000,
    channels: 1..=8,
    longest_millis: LONGEST_MILLIS,
    excess: Excess::Refused,
    damage: Damage::Refused,
};

/// A clip whose loudest sample is softer is silent: −54 dBFS.
const SILENT: f32 = 0.002;
/// No voice is this loud all through, as root mean square; noise is: −6 dBFS.
const NOISE: f32 = 0.5;
/// What is this much softer than the loudest sample is taken for silence at the ends: −42 dB.
const HUSH: f32 = 0.008;
/// How much silence stays at either end, in milliseconds.
pub(super) const MARGIN_MILLIS: u64 = 50;
/// The length of a line may be known so much too short, in milliseconds.
const ROUNDED_MILLIS: u64 = 100;
/// The ends are faded over this time, so that a cut never clicks, in milliseconds.
const FADE_MILLIS: u64 = 4;

/// Why a file is no clip.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ClipProblem {
    /// It cannot be opened.
    #[error("{0}")]
    Unopened(String),
    /// Its ending is that of a kind that is not read here.
    #[error("{0}")]
    NotRead(String),
    /// It does not lie where a recording has to lie.
    #[error("it is a link that leads out of its folder")]
    Outside,
    /// It cannot be read as sound.
    #[error("it is no sound file that can be read: {0}")]
    Unreadable(String),
    /// It is larger than 50 MB.
    #[error("its file is larger than 50 MB")]
    TooLarge,
    /// It is longer than a minute.
    #[error("it is longer than a minute")]
    TooLong,
    /// Its sample rate is out of range.
    #[error("its sample rate of {0} Hz is not between 8,000 and 192,000")]
    OddRate(u32),
    /// Nothing is to be heard in it.
    #[error("it is silent")]
    Silent,
    /// Its channels cancel each other where they become one.
    #[error("{0}")]
    Cancelled(String),
    /// It is noise from end to end.
    #[error("it is noise, not speech")]
    Noise,
}

/// Reads a sound file as a spoken line: WAV, FLAC or Ogg Vorbis, with no more than 50 ms of silence
/// at either end.
///
/// # Errors
/// [`ClipProblem`] says why it cannot be used.
pub(super) fn read(path: &Path) -> Result<DecodedSound, ClipProblem> {
    looked_over(decoding::decode(path, &POLICY)?)
}

/// Reads the bytes of a WAV file as one.
#[cfg(test)]
pub(super) fn from_wav(bytes: &[u8]) -> Result<DecodedSound, ClipProblem> {
    looked_over(decoding::decode_wav(bytes, bytes.len() as u64, &POLICY)?)
}

/// Speech as a spoken line, with no more than 50 ms of silence at either end.
///
/// # Errors
/// [`ClipProblem`] says why it cannot be used.
pub(super) fn looked_over(sound: DecodedSound) -> Result<DecodedSound, ClipProblem> {
    if u64::from(sound.millis()) > LONGEST_MILLIS {
        return Err(ClipProblem::TooLong);
    }
    let DecodedSound { mut samples, rate } = sound;
    look_over(&mut samples)?;
    Ok(trimmed(&samples, rate))
}

impl From<DecodingProblem> for ClipProblem {
    fn from(problem: DecodingProblem) -> Self {
        match problem {
            DecodingProblem::TooLarge(_) => Self::TooLarge,
            DecodingProblem::Unopened(why) => Self::Unopened(why),
            DecodingProblem::TooLong => Self::TooLong,
            DecodingProblem::OddRate { rate, .. } => Self::OddRate(rate),
            DecodingProblem::Empty => Self::Silent,
            DecodingProblem::Cancelled { .. } => Self::Cancelled(problem.to_string()),
            problem => Self::Unreadable(problem.to_string()),
        }
    }
}

/// Refuses silence and noise, and brings what is too loud for a sample back into range.
fn look_over(samples: &mut [f32]) -> Result<(), ClipProblem> {
    if samples.iter().any(|sample| !sample.is_finite()) {
        return Err(ClipProblem::Noise);
    }
    let peak = loudest(samples);
    if peak < SILENT {
        return Err(ClipProblem::Silent);
    }
    if peak > 1.0 {
        for sample in samples.iter_mut() {
            *sample /= peak;
        }
    }
    let power = samples.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>();
    let mean = (power / samples.len() as f64).sqrt();
    if mean > f64::from(NOISE) { Err(ClipProblem::Noise) } else { Ok(()) }
}

fn loudest(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |most, sample| most.max(sample.abs()))
}

/// From where to where something is heard in a clip, in frames.
fn heard(samples: &[f32]) -> Range<usize> {
    let hush = loudest(samples) * HUSH;
    let is_heard = |sample: &f32| sample.abs() > hush;
    let first = samples.iter().position(is_heard).unwrap_or(0);
    let last = samples.iter().rposition(is_heard).unwrap_or(0);
    first..last + 1
}

/// How long the words of a clip take, without the silence at its ends, in milliseconds.
pub(super) fn words_millis(clip: &DecodedSound) -> u64 {
    heard(&clip.samples).len() as u64 * 1000 / u64::from(clip.rate.max(1))
}

/// Where the sentences of a line begin, each so many milliseconds after the words before it have
/// ended.
pub(super) struct LineLayout {
    pause_millis: u32,
    /// The sample rate of all of them; 0 before the first.
    rate: u32,
    frames: usize,
    /// How many of the last frames are silent.
    silence: usize,
}

impl LineLayout {
    /// A line without a sentence yet.
    pub(super) fn new(pause_millis: u32) -> Self {
        Self { pause_millis, rate: 0, frames: 0, silence: 0 }
    }

    /// Puts a sentence after those before it, and gives how many frames of silence lie between.
    /// `None` where its sample rate is another.
    pub(super) fn add(&mut self, sentence: &DecodedSound) -> Option<usize> {
        let DecodedSound { samples, rate } = sentence;
        let is_first = self.frames == 0;
        if !is_first && self.rate != *rate {
            return None;
        }
        self.rate = *rate;
        let heard = heard(samples);
        let pause = (u64::from(*rate) * u64::from(self.pause_millis) / 1000) as usize;
        let between = if is_first { 0 } else { pause.saturating_sub(self.silence + heard.start) };
        self.frames += between + samples.len();
        self.silence = samples.len().saturating_sub(heard.end);
        Some(between)
    }

    /// How long the line is, in milliseconds.
    pub(super) fn millis(&self) -> u32 {
        (self.frames as u64 * 1000).div_ceil(u64::from(self.rate.max(1))) as u32
    }
}

/// The clips of sentences as one, each so many milliseconds after the words before it have ended.
/// `None` where there is none, where one is missing, or where their sample rates differ.
///
/// They are taken one by one, so that no more than one lies in memory beside the line, which is about
/// so many milliseconds long.
pub(super) fn joined(
    sentences: impl IntoIterator<Item = Option<DecodedSound>>,
    pause_millis: u32,
    about_millis: u32,
) -> Option<DecodedSound> {
    let mut layout = LineLayout::new(pause_millis);
    let mut samples: Vec<f32> = Vec::new();
    for sentence in sentences {
        let sentence = sentence?;
        let between = layout.add(&sentence)?;
        if samples.is_empty() {
            let about =
                u64::from(sentence.rate) * (u64::from(about_millis) + ROUNDED_MILLIS) / 1000;
            samples.reserve_exact(about as usize);
        }
        samples.extend(std::iter::repeat_n(0.0, between));
        samples.extend(&sentence.samples);
    }
    (layout.rate > 0).then_some(DecodedSound { samples, rate: layout.rate })
}

/// The same without the silence at its ends, but for a margin.
fn trimmed(samples: &[f32], rate: u32) -> DecodedSound {
    let heard = heard(samples);
    let frames = |millis: u64| (u64::from(rate) * millis / 1000) as usize;
    let from = heard.start.saturating_sub(frames(MARGIN_MILLIS));
    let to = (heard.end + frames(MARGIN_MILLIS)).min(samples.len());
    let mut samples = samples[from..to].to_vec();
    let fade = frames(FADE_MILLIS).min(samples.len() / 2);
    let end = samples.len();
    for at in 0..fade {
        let gain = at as f32 / fade as f32;
        samples[at] *= gain;
        samples[end - 1 - at] *= gain;
    }
    DecodedSound { samples, rate }
}
