//! Slow random motion: from one random height to the next, in a random time, without an edge.

use super::random::Random;
use crate::synthesis::recipe::MotionShape;
use crate::synthesis::units::BLOCK_SECONDS;
use crate::tween::Easing;

/// A height that wanders between −1 and 1 for ever and never comes round to the same way again.
pub(super) struct RandomMotion {
    chance: Random,
    shape: MotionShape,
    seconds: f64,
    from: f64,
    to: f64,
    /// Seconds since `from`, and from there to `to`.
    since: f64,
    lasts: f64,
    rising: bool,
}

impl RandomMotion {
    /// `lag` seconds pass before it moves at all.
    pub(super) fn new(mut chance: Random, shape: MotionShape, seconds: f64, lag: f64) -> Self {
        let rising = chance.unit() < 0.5;
        let mut wander =
            Self { chance, shape, seconds, from: 0.0, to: 0.0, since: 0.0, lasts: 0.0, rising };
        wander.turn();
        wander.since = -lag;
        wander
    }

    /// The height now; then one block of time passes.
    pub(super) fn advance(&mut self) -> f64 {
        let height = Easing::Smoothstep.between(self.from, self.to, self.since / self.lasts);
        self.since += BLOCK_SECONDS;
        if self.since >= self.lasts {
            self.since -= self.lasts;
            self.turn();
        }
        height
    }

    /// Draws the next height and how long the way there takes.
    fn turn(&mut self) {
        self.from = self.to;
        self.rising = !self.rising;
        let (to, share) = match (self.shape, self.rising) {
            (MotionShape::Drift, _) => ([-1.0, 1.0], [0.5, 1.6]),
            (MotionShape::Waves, true) => ([-0.1, 1.0], [0.4, 1.2]),
            (MotionShape::Waves, false) => ([-1.0, -0.2], [0.6, 2.6]),
        };
        self.to = self.chance.between(to);
        // As the ear counts: twice as long is as likely as half as long. Waves that lie so far apart
        // and come so high by turns are never expected.
        let [shortest, longest] = share;
        self.lasts = self.seconds * shortest * (longest / shortest).powf(self.chance.unit());
    }
}
