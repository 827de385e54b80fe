//! What stays the same while the program runs, and what follows from it for a session.

use crate::body::Side;
use crate::choices::{Background, Guidance, Night};
use crate::library::PartOfDay;
use crate::session::Session;
use crate::timeline::{Ending, LengthWish, Wish};
use crate::words::Language;

/// What stays the same while the program runs.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")]
pub struct Environment {
    /// The part of the day it was started in.
    pub part_of_day: PartOfDay,
    /// Whether it was started within the hours of the night.
    pub is_night_hour: bool,
    /// The days since 1 January 1970, so that suggestions move on from day to day.
    pub day: u32,
    /// Which side goes first.
    pub first_side: Side,
    /// Draws at most twice a second.
    pub reduced_motion: bool,
    /// When a session turns dim and warm by itself.
    pub night: Night,
    /// How many minutes the bed plays on after a session at night.
    pub sleep_timer: u32,
    /// How much the program says beside the words of a session's author.
    pub guidance: Guidance,
    /// How many words a minute are spoken by day, where a person has set it.
    pub words_per_minute: Option<u32>,
    /// Whether a page before a session asks how the person is, once a day.
    pub asks_before: bool,
    /// Whether such a page comes at all: without questions too, it says what to know.
    pub tells_before: bool,
    /// Whether a person may say before and after a session how they are.
    pub checks_in: bool,
    /// The language that the program speaks; each session's own where it is `None`.
    pub language: Option<Language>,
}

impl Environment {
    /// The first morning, with the settings as they come.
    #[cfg(test)]
    pub(crate) fn of_a_morning() -> Self {
        Self {
            part_of_day: PartOfDay::Morning,
            is_night_hour: false,
            day: 0,
            first_side: Side::Left,
            reduced_motion: false,
            night: Night::Bed,
            sleep_timer: 20,
            guidance: Guidance::Full,
            words_per_minute: None,
            asks_before: false,
            tells_before: false,
            checks_in: false,
            language: None,
        }
    }

    /// Whether it is Saturday or Sunday.
    pub fn is_weekend(&self) -> bool {
        // 1 January 1970 was a Thursday.
        matches!(self.day % 7, 2 | 3)
    }

    /// Whether it is so late that every screen is dim and warm by itself.
    pub fn is_late(self) -> bool {
        self.night != Night::Never && self.is_night_hour
    }

    /// Whether a session begins as at night: dim and warm, with soft sounds and a quiet end.
    pub fn is_night_for(self, session: &Session) -> bool {
        match self.night {
            Night::Never => false,
            Night::Bed => session.is_for_bed(),
            Night::Clock => session.is_for_bed() || self.is_late(),
        }
    }

    /// How a session is played where nothing else is asked for: as long as it is written.
    pub fn wish(self, session: &Session, bed: &Background) -> Wish {
        Wish {
            length: LengthWish::AsWritten,
            first_side: self.first_side,
            ending: self.ending(self.is_night_for(session)),
            bed: bed.clone(),
            words_per_minute: self.words_per_minute,
            guidance: self.guidance,
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
