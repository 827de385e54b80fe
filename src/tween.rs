//! Values that move over time: how they ease, one that travels between two ends, and one that
//! follows a target.
//!
//! Time is an argument, in whatever unit the caller counts (seconds, milliseconds, frames), so long
//! as it is one unit throughout.

use std::ops::{Add, Div, Mul, Sub};
use std::{f32, f64};

/// A number that can move: `f32` or `f64`.
pub trait Real:
    Copy
    + PartialOrd
    + From<f32>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
{
    /// Half a turn.
    const PI: Self;
    /// The smallest distance from 1 that the type can tell.
    const EPSILON: Self;

    /// The cosine.
    #[must_use]
    fn cos(self) -> Self;

    /// The smaller of two.
    #[must_use]
    fn least(self, other: Self) -> Self {
        if other < self { other } else { self }
    }

    /// The larger of two.
    #[must_use]
    fn most(self, other: Self) -> Self {
        if other > self { other } else { self }
    }

    /// The nearest number from 0 to 1.
    #[must_use]
    fn share(self) -> Self {
        self.most(0.0.into()).least(1.0.into())
    }
}

impl Real for f32 {
    const PI: Self = f32::consts::PI;
    const EPSILON: Self = Self::EPSILON;

    fn cos(self) -> Self {
        self.cos()
    }
}

impl Real for f64 {
    const PI: Self = f64::consts::PI;
    const EPSILON: Self = Self::EPSILON;

    fn cos(self) -> Self {
        self.cos()
    }
}

/// How a value is under way between two ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Easing {
    /// At the same pace all the way.
    #[default]
    Linear,
    /// Slow at both ends: a polynomial of third degree, cheap enough for every pixel.
    Smoothstep,
    /// Slow at both ends: half a wave of a cosine, as a breath or a hand moves.
    Cosine,
}

impl Easing {
    /// How much of the distance lies behind after a share of the time; both 0 to 1.
    pub fn apply<R: Real>(self, share: R) -> R {
        self.between(0.0.into(), 1.0.into(), share)
    }

    /// Where a value is on its way between two ends after a share of the time, 0 to 1.
    pub fn between<R: Real>(self, from: R, to: R, share: R) -> R {
        let share = share.share();
        let distance = to - from;
        let [half, two, three]: [R; 3] = [0.5.into(), 2.0.into(), 3.0.into()];
        match self {
            Self::Linear => from + distance * share,
            Self::Smoothstep => from + distance * share * share * (three - two * share),
            Self::Cosine => from + distance * (half - half * (R::PI * share).cos()),
        }
    }
}

/// A value on its way between two ends, as a function of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tween<R> {
    /// The value until `start`.
    pub from: R,
    /// The value once `duration` has passed.
    pub to: R,
    /// When it sets out.
    pub start: R,
    /// How long it is under way. With none it is at its end from the first.
    pub duration: R,
    /// How it is under way.
    pub easing: Easing,
}

impl<R: Real> Tween<R> {
    /// A value that stays where it is.
    pub fn resting(value: R) -> Self {
        let none = R::from(0.0);
        Self { from: value, to: value, start: none, duration: none, easing: Easing::Linear }
    }

    /// Where the value is at a time.
    pub fn value_at(&self, time: R) -> R {
        self.easing.between(self.from, self.to, self.share_at(time))
    }

    /// When it arrives.
    pub fn end(&self) -> R {
        self.start + self.duration
    }

    /// The share of its duration that has passed at a time, 0 to 1.
    pub fn share_at(&self, time: R) -> R {
        if self.duration <= 0.0.into() {
            return 1.0.into();
        }
        ((time - self.start) / self.duration).share()
    }
}

/// A value that follows a target evenly. The target may change at any time, and the value never
/// jumps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter<R> {
    value: R,
    target: R,
    /// How far it moves in one unit of time.
    speed: R,
}

impl<R: Real> Parameter<R> {
    /// A value that stays where it is.
    pub fn resting(value: R) -> Self {
        Self { value, target: value, speed: 0.0.into() }
    }

    /// Sends it to a target at the pace at which a change by 1 takes `whole`.
    pub fn move_to(&mut self, target: R, whole: R) {
        self.target = target;
        self.speed = R::from(1.0) / whole.most(R::EPSILON);
    }

    /// Sends it to a target where it arrives after `duration`, wherever it is.
    pub fn arrive_at(&mut self, target: R, duration: R) {
        let distance = (target - self.value).most(self.value - target);
        self.move_to(target, duration);
        self.speed = self.speed * distance.most(R::EPSILON);
    }

    /// Puts it at its target at once, for when no one could notice the jump.
    pub fn settle(&mut self) {
        self.value = self.target;
    }

    /// Where it is.
    pub fn value(&self) -> R {
        self.value
    }

    /// Where it is going, or stays.
    pub fn target(&self) -> R {
        self.target
    }

    /// Lets time pass, and says where the value is then.
    pub fn advance(&mut self, elapsed: R) -> R {
        let step = elapsed * self.speed;
        self.value = if self.value < self.target {
            (self.value + step).least(self.target)
        } else {
            (self.value - step).most(self.target)
        };
        self.value
    }
}

#[cfg(test)]
mod tests;
