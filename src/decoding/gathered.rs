//! Frames of any number of channels, gathered as one channel or as two.

use super::{Damage, DecodedSound, DecodingPolicy, DecodingProblem, Excess};

/// No sound has more samples than this; a file from a stream may promise them all the same.
const MOST_PROMISED: u64 = 256 * 1024 * 1024;
/// The loudest sample of a sound whose faults are forgiven.
const LOUDEST: f32 = 4.0;

/// A sound of which a channel is louder than this is heard (−60 dBFS); where so little of that is left
/// once they are one (−60 dB), they have cancelled each other.
const HEARD: f32 = 0.001;
const LEFT: f32 = 0.001;

/// A frame of a file as it is kept.
pub(crate) trait KeptFrame: Copy {
    /// It of a sample for each channel that the file has, each brought to its level first.
    fn of(channels: &[f32], level: impl Fn(f32) -> f32) -> Self;

    /// The loudest of it.
    fn peak(self) -> f32;
}

/// One channel: the mean of all.
impl KeptFrame for f32 {
    fn of(channels: &[f32], level: impl Fn(f32) -> f32) -> Self {
        channels.iter().map(|sample| level(*sample)).sum::<f32>() / channels.len() as f32
    }

    fn peak(self) -> f32 {
        self.abs()
    }
}

/// Left and right, as a file of two channels has them; of any other number, the mean of all in both.
impl KeptFrame for [f32; 2] {
    fn of(channels: &[f32], level: impl Fn(f32) -> f32) -> Self {
        match *channels {
            [left, right] => [level(left), level(right)],
            _ => [f32::of(channels, level); 2],
        }
    }

    fn peak(self) -> f32 {
        self[0].abs().max(self[1].abs())
    }
}

/// Frames being gathered.
pub(super) struct GatheredFrames<'a, F> {
    policy: &'a DecodingPolicy,
    samples: Vec<F>,
    rate: u32,
    channels: usize,
    /// Whether any sample was a number.
    has_numbers: bool,
    /// The loudest sample of any channel.
    loudest: f32,
}

impl<'a, F: KeptFrame> GatheredFrames<'a, F> {
    pub(super) fn new(policy: &'a DecodingPolicy, rate: u32, channels: usize) -> Self {
        Self { policy, samples: Vec::new(), rate, channels, has_numbers: false, loudest: 0.0 }
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
        self.has_numbers |= frames.iter().any(|sample| sample.is_finite());
        let forgives = self.policy.damage != Damage::Refused;
        let level = |sample: f32| match sample {
            sample if !forgives => sample,
            sample if sample.is_finite() => sample.clamp(-LOUDEST, LOUDEST),
            _ => 0.0,
        };
        let levels = frames.iter().map(|sample| level(*sample).abs());
        self.loudest = levels.fold(self.loudest, f32::max);
        self.samples.extend(frames.chunks_exact(channels).map(|frame| F::of(frame, level)));
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
    pub(super) fn finish(self, promised: Option<u64>) -> Result<DecodedSound<F>, DecodingProblem> {
        let heard = self.samples.len() as u64;
        let credible =
            |promised: &u64| promised.saturating_mul(self.channels as u64) <= MOST_PROMISED;
        if let (Damage::Forgiven { least_part, .. }, Some(promised)) =
            (self.policy.damage, promised.filter(credible))
            && (heard as f64) < least_part * promised.min(self.most_frames() as u64) as f64
        {
            return Err(DecodingProblem::CutOff { heard, promised, rate: self.rate });
        }
        if self.samples.is_empty() {
            return Err(DecodingProblem::Empty);
        }
        // Of a sound that was cut, numbers may follow.
        if self.policy.damage != Damage::Refused && !self.has_numbers && !self.is_full() {
            return Err(DecodingProblem::NoNumbers);
        }
        if self.is_cancelled() {
            return Err(DecodingProblem::Cancelled { channels: self.channels });
        }
        Ok(DecodedSound { samples: self.samples, rate: self.rate })
    }

    /// Whether something sounds in its channels, and nothing of that is left.
    fn is_cancelled(&self) -> bool {
        let peak = self.samples.iter().fold(0.0_f32, |peak, frame| peak.max(frame.peak()));
        self.channels > 1 && self.loudest > HEARD && peak < self.loudest * LEFT
    }
}
