//! Moments as a person's own clock shows them, wherever they are.

use std::time::{Duration, SystemTime};

use jiff::civil::{DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000;
/// An hour, in milliseconds.
const HOUR: i64 = 60 * 60 * 1_000;

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

    /// The moment at which the clocks of a time zone show a time such as `2026-11-28 21:05`, or `9:05`
    /// on the day of another moment. `None` where it is written with its distance from UTC.
    pub fn at_wall_time(text: &str, now: Self, zone: &TimeZone) -> Option<Self> {
        let (day, time) = match text.trim().rsplit_once([' ', 'T']) {
            Some((day, time)) => (day.trim().parse().ok()?, time),
            None => (now.zoned()?.date(), text.trim()),
        };
        // With its distance from UTC, or in a zone by name, it is no time of this place.
        if time.contains(['+', '-', '\u{2212}', 'Z', 'z', '[']) {
            return None;
        }
        // People write `9:05`, and the standard wants `09:05`.
        let time: Time = match time.split_once(':') {
            Some((hour, rest)) => format!("{hour:0>2}:{rest}").parse().ok()?,
            None => return None,
        };
        let wall = DateTime::from_parts(day, time);
        let there = wall.to_zoned(zone.clone()).ok()?;
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

    /// The day it belongs to for a person whose day begins at this hour, counted from 1 January 1970.
    pub fn day(self, day_begins: u8) -> i64 {
        let local = self.millis + i64::from(self.ahead) * 1_000;
        (local - i64::from(day_begins) * HOUR).div_euclid(DAY)
    }

    /// The hour that a clock of its place showed, 0–23.
    pub(super) fn hour(self) -> u8 {
        let local = self.millis + i64::from(self.ahead) * 1_000;
        u8::try_from(local.rem_euclid(DAY) / HOUR).unwrap_or_default()
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

/// So many days after a Monday the year 1970 began.
const THURSDAY: i64 = 3;

/// The week that a day lies in, from Monday on; both counted from the first of 1970.
pub fn week_of(day: i64) -> i64 {
    (day + THURSDAY).div_euclid(7)
}

/// The Monday that a week begins with, counted likewise.
pub fn monday_of(week: i64) -> i64 {
    week * 7 - THURSDAY
}

/// The date of a day, counted from the first of 1970, such as `2026-11-28`; empty where no calendar
/// reaches.
pub fn date_of(day: i64) -> String {
    let noon = day.saturating_mul(DAY).saturating_add(DAY / 2);
    LocalMoment { millis: noon, ahead: 0 }.shown("%Y-%m-%d")
}
