//! Moments as a person's own clock shows them, wherever they are.

use std::time::{Duration, SystemTime};

use jiff::civil::DateTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000;
/// When a person's day begins, in milliseconds after midnight.
const DAY_BEGINS: i64 = 4 * 60 * 60 * 1_000;

/// A moment, and what the clocks of its place said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalMoment {
    /// Milliseconds since the beginning of 1970 in UTC.
    pub millis: i64,
    /// How many seconds the local time was ahead of UTC.
    pub ahead: i32,
}

impl LocalMoment {
    /// This moment, where local time is so many seconds ahead of UTC.
    pub fn new(at: SystemTime, ahead: i32) -> Self {
        let millis = |span: Duration| i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
        let millis = match at.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => millis(since),
            Err(before) => -millis(before.duration()),
        };
        Self { millis, ahead }
    }

    /// The moment at which the clocks of this place show a time such as `2026-11-28 21:05`.
    pub fn at_wall_time(text: &str) -> Option<Self> {
        let wall: DateTime = text.trim().replace(' ', "T").parse().ok()?;
        let there = wall.to_zoned(TimeZone::system()).ok()?;
        Some(Self { millis: there.timestamp().as_millisecond(), ahead: there.offset().seconds() })
    }

    /// The moment that is written with its distance from UTC: `2026-11-28T21:05:03.120+01:00`.
    pub fn by_text(text: &str) -> Option<Self> {
        let at: Timestamp = text.trim().parse().ok()?;
        let offset = Pieces::parse(text.trim()).ok()?.to_numeric_offset();
        let ahead = offset.map_or(0, Offset::seconds);
        Some(Self { millis: at.as_millisecond(), ahead })
    }

    /// It as it is written, to the millisecond and with its distance from UTC.
    pub fn text(self) -> String {
        self.shown("%Y-%m-%dT%H:%M:%S%.3f%:z")
    }

    /// The day and the minute, as a clock of its place showed them: `2026-11-28 21:05`.
    pub fn day_and_minute(self) -> String {
        self.shown("%Y-%m-%d %H:%M")
    }

    /// The day it belongs to, counted from 1 January 1970: it begins at four in the morning.
    pub(super) fn day(self) -> i64 {
        let local = self.millis + i64::from(self.ahead) * 1_000;
        (local - DAY_BEGINS).div_euclid(DAY)
    }

    /// The hour that a clock of its place showed, 0–23.
    pub(super) fn hour(self) -> u8 {
        let local = self.millis + i64::from(self.ahead) * 1_000;
        u8::try_from(local.rem_euclid(DAY) / (60 * 60 * 1_000)).unwrap_or_default()
    }

    /// The week it belongs to, from Monday on.
    pub(super) fn week(self) -> i64 {
        // The first day of 1970 was a Thursday.
        (self.day() + 3).div_euclid(7)
    }

    fn shown(self, how: &str) -> String {
        self.zoned().map(|there| there.strftime(how).to_string()).unwrap_or_default()
    }

    /// `None` where no calendar reaches.
    fn zoned(self) -> Option<Zoned> {
        let offset = Offset::from_seconds(self.ahead).ok()?;
        let at = Timestamp::from_millisecond(self.millis).ok()?;
        Some(at.to_zoned(offset.to_time_zone()))
    }
}
