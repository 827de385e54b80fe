//! Peaks brought down without a trace, sample by sample.

use std::collections::VecDeque;
use std::iter::{Chain, RepeatN};

/// How far ahead of a peak and after it the level gives way: 1.5 ms.
const REACH_MICROS: u64 = 1_500;

/// Samples with every peak above a limit brought down to it, and what is within 3 ms of it a little way
/// with it.
pub(super) fn held_below<Samples: Iterator<Item = f32>>(
    samples: Samples,
    rate: u32,
    limit: f32,
) -> HeldSamples<Samples> {
    let holder = PeakHolder::new(rate, limit);
    let after = std::iter::repeat_n(0.0, holder.delay());
    HeldSamples { samples: samples.chain(after), holder }
}

/// Samples whose peaks are held down as they are taken.
#[derive(Clone)]
pub(super) struct HeldSamples<Samples> {
    /// With silence behind the last, for the holder to give out what it has.
    samples: Chain<Samples, RepeatN<f32>>,
    holder: PeakHolder,
}

impl<Samples: Iterator<Item = f32>> Iterator for HeldSamples<Samples> {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        self.samples.by_ref().find_map(|sample| self.holder.hold(sample))
    }
}

/// Brings peaks down sample by sample. It looks ahead, and so gives each of them later.
#[derive(Clone)]
struct PeakHolder {
    limit: f32,
    /// A peak is felt by so many frames, twice over: by the lowest gain around, and by its mean.
    around: usize,
    /// Samples that wait for what comes after them.
    waiting: VecDeque<f32>,
    /// The gains that the newest samples want, one by one.
    wanted: VecDeque<f32>,
    /// For how many samples none has wanted a gain below 1.
    calm: usize,
    /// The lowest of the gains around each sample, and their sum.
    lowest: VecDeque<f32>,
    sum: f64,
}

impl PeakHolder {
    /// For samples at a rate, of which none is above this limit afterwards.
    fn new(rate: u32, limit: f32) -> Self {
        let reach = (u64::from(rate) * REACH_MICROS / 1_000_000) as usize;
        let around = 2 * reach + 1;
        let ones = || VecDeque::from(vec![1.0; around]);
        Self {
            limit,
            around,
            waiting: VecDeque::with_capacity(around),
            wanted: ones(),
            calm: around,
            lowest: ones(),
            sum: around as f64,
        }
    }

    /// How many frames later a sample is given.
    fn delay(&self) -> usize {
        self.around - 1
    }

    /// Takes a sample, and gives the one that is due, if one is already.
    fn hold(&mut self, sample: f32) -> Option<f32> {
        let gain = if sample.abs() > self.limit { self.limit / sample.abs() } else { 1.0 };
        self.calm = if gain < 1.0 { 0 } else { self.calm + 1 };
        push(&mut self.wanted, gain);
        let lowest = if self.calm < self.around { least(&self.wanted) } else { 1.0 };
        // The mean of the lowest around: it is smooth, and nowhere above what is wanted.
        self.sum += f64::from(lowest) - f64::from(push(&mut self.lowest, lowest));
        self.waiting.push_back(sample);
        let due = if self.waiting.len() > self.delay() { self.waiting.pop_front() } else { None };
        due.map(|sample| sample * (self.sum / self.around as f64) as f32)
    }
}

/// Puts a gain behind the others, and gives the oldest, which goes.
fn push(gains: &mut VecDeque<f32>, gain: f32) -> f32 {
    gains.push_back(gain);
    gains.pop_front().unwrap_or(1.0)
}

fn least(gains: &VecDeque<f32>) -> f32 {
    gains.iter().fold(1.0, |least, gain| gain.min(least))
}

#[cfg(test)]
mod tests;
