//! Peaks brought down without a trace, sample by sample.

use std::collections::VecDeque;

/// How far ahead of a peak and after it the level gives way, in frames: 1.5 ms.
const REACH: usize = 72;
/// A peak is felt by so many frames, twice over: by the lowest gain around, and by its mean.
const AROUND: usize = 2 * REACH + 1;

/// Brings every peak above a limit down to it, and what is within 3 ms of it a little way with it.
/// It looks ahead, and so gives each sample [`DELAY`](Self::DELAY) frames later.
#[derive(Clone)]
pub(super) struct PeakHolder {
    limit: f32,
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
    /// How many frames later a sample is given.
    pub(super) const DELAY: usize = 2 * REACH;

    /// None is above this limit afterwards.
    pub(super) fn new(limit: f32) -> Self {
        let ones = || VecDeque::from(vec![1.0; AROUND]);
        Self {
            limit,
            waiting: VecDeque::with_capacity(AROUND),
            wanted: ones(),
            calm: AROUND,
            lowest: ones(),
            sum: AROUND as f64,
        }
    }

    /// Takes a sample, and gives the one that is due, if one is already.
    pub(super) fn hold(&mut self, sample: f32) -> Option<f32> {
        let gain = if sample.abs() > self.limit { self.limit / sample.abs() } else { 1.0 };
        self.calm = if gain < 1.0 { 0 } else { self.calm + 1 };
        push(&mut self.wanted, gain);
        let lowest = if self.calm < AROUND { least(&self.wanted) } else { 1.0 };
        // The mean of the lowest around: it is smooth, and nowhere above what is wanted.
        self.sum += f64::from(lowest) - f64::from(push(&mut self.lowest, lowest));
        self.waiting.push_back(sample);
        let due = if self.waiting.len() > Self::DELAY { self.waiting.pop_front() } else { None };
        due.map(|sample| sample * (self.sum / AROUND as f64) as f32)
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
