//! One channel, gathered from frames of any number of channels.

use super::{Damage, DecodedSound, DecodingPolicy, DecodingProblem, Excess};

/// No sound has more samples than this; a file from a stream may promise them all the same.
const MOST_PROMISED: u64 = 256 * 1024 * 1024;
/// The loudest sample of a sound whose faults are forgiven.
const LOUDEST: f32 = 4.0;

/// One channel being gathered.
pub(super) struct MonoSamples<'a> {
    policy: &'a DecodingPolicy,
    samples: Vec<f32>,
    rate: u32,
    channels: usize,
}

impl<'a> MonoSamples<'a> {
    pub(super) fn new(policy: &'a DecodingPolicy, rate: u32, channels: usize) -> Self {
        Self { policy, samples: Vec::new(), rate, channels }
    }

    /// How many frames are taken at most.
    pub(super) fn most_frames(&self) -> usize {
        (u64::from(self.rate) * self.policy.longest_millis / 1000) as usize
    }

    /// Whether no more frames are taken.
    pub(super) fn is_full(&self) -> bool {
        self.policy.excess == Excess::Cut && self.samples.len() >= self.most_frames()
    }

    /// Adds frames, one sample of each channel after the other.
    pub(super) fn add(
        &mut self,
        frames: &[f32],
        channels: usize,
        rate: u32,
    ) -> Result<(), DecodingProblem> {
        if channels != self.channels || rate != self.rate {
            return Err(DecodingProblem::unreadable("it changes its shape on the way"));
        }
        let forgives = self.policy.damage != Damage::Refused;
        let level = |sample: &f32| match *sample {
            sample if !forgives => sample,
            sample if sample.is_finite() => sample.clamp(-LOUDEST, LOUDEST),
            _ => 0.0,
        };
        let mix = |frame: &[f32]| frame.iter().map(level).sum::<f32>() / channels as f32;
        self.samples.extend(frames.chunks_exact(channels).map(mix));
        let most = self.most_frames();
        if self.samples.len() > most {
            match self.policy.excess {
                Excess::Cut => self.samples.truncate(most),
                Excess::Refused => return Err(DecodingProblem::TooLong),
            }
        }
        Ok(())
    }

    /// The sound, if there is one and enough of the frames that were promised is there.
    pub(super) fn finish(self, promised: Option<u64>) -> Result<DecodedSound, DecodingProblem> {
        if self.samples.is_empty() {
            return Err(DecodingProblem::Empty);
        }
        let heard = self.samples.len() as u64;
        let credible =
            |promised: &u64| promised.saturating_mul(self.channels as u64) <= MOST_PROMISED;
        if let (Damage::Forgiven { least_part, .. }, Some(promised)) =
            (self.policy.damage, promised.filter(credible))
            && (heard as f64) < least_part * promised.min(self.most_frames() as u64) as f64
        {
            return Err(DecodingProblem::CutOff { heard, promised, rate: self.rate });
        }
        Ok(DecodedSound { samples: self.samples, rate: self.rate })
    }
}
