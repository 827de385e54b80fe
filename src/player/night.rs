//! When a session is played as at night, and how it then ends. Whether it is, its timeline says.

use crate::config::Night;
use crate::timeline::{Ending, Timeline};

/// When a session turns to night by itself, and how long its bed then plays on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NightRule {
    /// When it does.
    pub when: Night,
    /// It is late: by the clock, every session is one at night.
    pub is_late: bool,
    /// How long the bed plays on after a session at night, in minutes.
    pub sleep_timer: u32,
}

impl NightRule {
    /// How a session ends that nothing else is asked of.
    pub fn ending_of(self, timeline: &Timeline) -> Ending {
        let is_night = match self.when {
            Night::Never => false,
            Night::Bed => timeline.is_for_bed(),
            Night::Clock => timeline.is_for_bed() || self.is_late,
        };
        self.ending(is_night)
    }

    /// How a session ends by night or by day.
    pub fn ending(self, is_night: bool) -> Ending {
        if is_night {
            Ending::Night { play_on: u64::from(self.sleep_timer) * 60_000 }
        } else {
            Ending::Day
        }
    }
}
