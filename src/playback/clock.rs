//! The clock that playback is given.

use std::time::{Duration, SystemTime};

/// A clock that runs on, and the one on the wall.
pub trait Clock {
    /// Time since some fixed point: what it says only means something next to what it said before.
    fn now(&self) -> Duration;

    /// The time on the wall.
    fn date(&self) -> SystemTime;

    /// How many seconds local time is ahead of UTC at this time.
    fn ahead(&self, at: SystemTime) -> i32;
}
