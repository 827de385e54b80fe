//! What is taken for a person's own sound: nearly anything, since people bring what they have.

use std::path::Path;

use super::SoundFileProblem;
use crate::decoding::{self, Damage, DecodedSound, DecodingPolicy, DecodingProblem, Excess};
use crate::synthesis::resample::resample;
use crate::synthesis::stereo::StereoFrame;

/// The largest file, in bytes.
pub(super) const LARGEST: u64 = 256 * 1024 * 1024;

/// The first seconds of a file, as one channel at the rate of the mixer.
pub(super) fn decode(path: &Path, seconds: u32) -> Result<Vec<f32>, SoundFileProblem> {
    let sound = decoding::decode(path, &policy(seconds))?;
    Ok(resample(sound.samples, sound.rate))
}

/// The same for each ear.
pub(super) fn decode_stereo(
    path: &Path,
    seconds: u32,
) -> Result<Vec<StereoFrame>, SoundFileProblem> {
    let DecodedSound { samples, rate } = decoding::decode::<[f32; 2]>(path, &policy(seconds))?;
    let ear = |ear: usize| samples.iter().map(|frame| frame[ear]).collect();
    if samples.iter().all(|[left, right]| left.to_bits() == right.to_bits()) {
        let both = resample(ear(0), rate).into_iter();
        return Ok(both.map(|sample| StereoFrame { left: sample, right: sample }).collect());
    }
    let (left, right) = (resample(ear(0), rate), resample(ear(1), rate));
    let pairs = left.into_iter().zip(right);
    Ok(pairs.map(|(left, right)| StereoFrame { left, right }).collect())
}

fn policy(seconds: u32) -> DecodingPolicy {
    DecodingPolicy {
        most_bytes: LARGEST,
        rates: 4_000..=384_000,
        channels: 1..=64,
        longest_millis: u64::from(seconds) * 1000,
        excess: Excess::Cut,
        damage: Damage::Forgiven { most_pieces: 16, least_part: 0.98 },
    }
}

impl From<DecodingProblem> for SoundFileProblem {
    fn from(problem: DecodingProblem) -> Self {
        match problem {
            DecodingProblem::Unopened(why) => Self::Unreadable(why),
            DecodingProblem::TooLarge(bytes) => Self::TooLarge { megabytes: bytes / 1024 / 1024 },
            DecodingProblem::Cancelled { .. } => Self::Cancelled(problem.to_string()),
            DecodingProblem::CutOff { .. }
            | DecodingProblem::Damaged { .. }
            | DecodingProblem::Unreadable(_)
            | DecodingProblem::OddRate { .. }
            | DecodingProblem::OddChannels { .. }
            | DecodingProblem::NoNumbers
            | DecodingProblem::Empty => Self::Odd(problem.to_string()),
            DecodingProblem::Unknown | DecodingProblem::TooLong => Self::Unknown,
        }
    }
}
