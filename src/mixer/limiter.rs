//! Holds the sound below a level, also between its samples.

use crate::synthesis::{SAMPLE_RATE, StereoFrame};

/// What is louder is turned down as a whole, at once; it comes back slowly.
const LIMIT: f32 = 0.5;
/// How long it takes to let go, in seconds.
const LET_GO: f32 = 0.15;
/// What this many samples make of the point half-way between them, from its neighbours outwards.
const BETWEEN: [f32; 4] = [0.617_4, -0.159_2, 0.052_6, -0.010_6];
/// As long as no sample is louder, no point between them reaches the limit.
const SAFE: f32 = 0.29;

/// A limiter that sees what lies between samples. Both channels are turned down alike, so that
/// nothing moves from its place. Nothing is delayed for it: what comes in a single
/// sample from silence to shrill may pass for four samples.
#[derive(Debug)]
pub(super) struct Limiter {
    recent: [StereoFrame; 8],
    /// How many more samples must be looked at closely.
    wary: usize,
    highest: f32,
    kept: f32,
}

impl Limiter {
    pub(super) fn new() -> Self {
        Self {
            recent: [StereoFrame::SILENT; 8],
            wary: 0,
            highest: LIMIT,
            kept: (-1.0 / (LET_GO * SAMPLE_RATE as f32)).exp(),
        }
    }

    /// Whether these frames are so soft, and those before were, that they pass as they are.
    pub(super) fn passes(&mut self, frames: &[StereoFrame]) -> bool {
        let is_soft = |frame: &StereoFrame| frame.peak() <= SAFE;
        if self.wary > 0 || self.highest > LIMIT || !frames.iter().all(is_soft) {
            return false;
        }
        let new = self.recent.len().min(frames.len());
        self.recent.rotate_left(new);
        let kept = self.recent.len() - new;
        self.recent[kept..].copy_from_slice(&frames[frames.len() - new..]);
        true
    }

    pub(super) fn limit(&mut self, frame: StereoFrame) -> StereoFrame {
        self.recent.copy_within(1.., 0);
        self.recent[7] = frame;
        let mut level = frame.peak();
        if level > SAFE {
            self.wary = self.recent.len();
        }
        if self.wary > 0 {
            self.wary -= 1;
            level = level.max(self.between().peak());
        }
        if level <= LIMIT && self.highest <= LIMIT {
            return frame;
        }
        self.highest = level.max(LIMIT + (self.highest - LIMIT) * self.kept);
        if self.highest < LIMIT * 1.000_1 {
            self.highest = LIMIT;
        }
        frame * (LIMIT / self.highest)
    }

    /// The point in the middle of the recent frames.
    fn between(&self) -> StereoFrame {
        let pairs = BETWEEN.iter().enumerate();
        pairs.fold(StereoFrame::SILENT, |sum, (away, &part)| {
            sum + (self.recent[3 - away] + self.recent[4 + away]) * part
        })
    }
}
