//! What stays the same while the program runs.

use crate::body::Side;
use crate::library::PartOfDay;

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
}
