//! A tone that sounds, and can be faded out without a click.

use std::time::Duration;

use crate::synthesis::{BLOCK, Pan, SAMPLE_RATE, StereoFrame, Tone};
use crate::tween::Parameter;

/// How long a tone takes to fade out.
pub(super) const FADE: Duration = Duration::from_millis(40);

/// A tone that sounds.
pub(super) struct PlayingTone {
    tone: Box<dyn Tone>,
    pan: Pan,
    block: [f32; BLOCK],
    next: usize,
    filled: usize,
    level: Parameter<f32>,
}

impl PlayingTone {
    pub(super) fn new(tone: impl Tone, pan: Pan) -> Self {
        // As if a whole block had just been read: the first call fills the next one.
        Self {
            tone: Box::new(tone),
            pan,
            block: [0.0; BLOCK],
            next: BLOCK,
            filled: BLOCK,
            level: Parameter::resting(1.0),
        }
    }

    /// Lets it fade within [`FADE`].
    pub(super) fn fade_out(&mut self) {
        self.level.move_to(0.0, FADE.as_secs_f32() * SAMPLE_RATE as f32);
    }

    /// Adds its next samples, and says whether there are more.
    pub(super) fn add_to(&mut self, out: &mut [StereoFrame]) -> bool {
        let mut rest = out;
        while !rest.is_empty() {
            if self.next >= self.filled && !self.refill() {
                return false;
            }
            let count = (self.filled - self.next).min(rest.len());
            let (now, later) = rest.split_at_mut(count);
            for (sum, sample) in now.iter_mut().zip(&self.block[self.next..]) {
                *sum += self.pan.place(*sample);
            }
            self.next += count;
            rest = later;
        }
        self.next < self.filled || self.filled == BLOCK
    }

    /// Computes the next block, and says whether there is one.
    fn refill(&mut self) -> bool {
        if self.filled < BLOCK {
            return false;
        }
        self.next = 0;
        self.filled = self.tone.fill(&mut self.block);
        if self.level.target() <= 0.0 {
            for sample in &mut self.block[..self.filled] {
                *sample *= self.level.advance(1.0);
            }
            if self.level.value() <= 0.0 {
                self.filled = 0;
            }
        }
        self.filled > 0
    }
}
