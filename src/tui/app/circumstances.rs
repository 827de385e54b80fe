//! What stays the same while the program runs, and what follows from it for a session.

use crate::body::Side;
use crate::choices::Night;
use crate::library::PartOfDay;
use crate::timeline::{Ending, Timeline};

/// What stays the same while the program runs.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// The part of the day it was started in.
    pub part_of_day: PartOfDay,
    /// The number of the day, so that suggestions move on from day to day.
    pub day: u32,
    /// Which side goes first.
    pub first_side: Side,
    /// Draws at most twice a second.
    pub reduced_motion: bool,
    /// When a session turns dim and warm by itself.
    pub night: Night,
    /// How many minutes the bed plays on after a session at night.
    pub sleep_timer: u32,
}

impl Circumstances {
    /// Whether a session begins as at night: dim and warm, with soft sounds and a quiet end.
    pub fn is_night_for(self, timeline: &Timeline) -> bool {
        match self.night {
            Night::Never => false,
            Night::Bed => timeline.is_for_bed(),
            Night::Clock => timeline.is_for_bed() || self.part_of_day == PartOfDay::Night,
        }
    }

    /// How a session ends.
    pub fn ending(self, night: bool) -> Ending {
        if night {
            Ending::Night { play_on: u64::from(self.sleep_timer) * 60_000 }
        } else {
            Ending::Day
        }
    }
}
