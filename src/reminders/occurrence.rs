//! When a reminder comes: moments out of days, times and the clocks of a place.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::Reminder;
use super::reminder::WallMinute;

/// How many days on the next one is looked for; each day of the week is among them.
const DAYS_AHEAD: i32 = 9;

/// One time that a reminder comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence {
    /// The moment itself.
    pub(super) at: Timestamp,
    /// The day and minute for which it was meant, as a clock on the wall would show them. A minute
    /// that the clocks leave out comes as much later as they were put forward.
    pub(super) meant: DateTime,
}

impl Reminder {
    /// How many days after the day it belongs to a minute comes: 1 before a person's day begins, at
    /// `day_begins` o'clock, and otherwise 0.
    pub(super) fn days_later(time: WallMinute, day_begins: u8) -> usize {
        usize::from(u8::try_from(time.hour()).unwrap_or_default() < day_begins)
    }

    /// Each time it comes on days from `first` to `last`, in order, in a place with these clocks.
    pub(super) fn occurrences(
        &self,
        first: Date,
        last: Date,
        zone: &TimeZone,
        day_begins: u8,
    ) -> Vec<Occurrence> {
        let times = self.times();
        let days = first.series(1.day()).take_while(|day| *day <= last);
        let mut found: Vec<Occurrence> = days
            .filter(|day| self.days.has(day.weekday()))
            .flat_map(|day| times.iter().map(move |time| (day, *time)))
            .filter_map(|(day, time)| {
                let later = i64::from(Self::days_later(time, day_begins) > 0);
                let day = day.checked_add(later.days()).ok()?;
                let meant = day.at(time.hour(), time.minute(), 0, 0);
                let at = zone.to_ambiguous_zoned(meant).compatible().ok()?.timestamp();
                Some(Occurrence { at, meant })
            })
            .collect();
        found.sort();
        // Where the clocks are put forward two may fall on one moment.
        found.dedup_by_key(|one| one.at);
        found
    }

    /// The first time it comes after a moment.
    pub fn next_after(&self, now: Timestamp, zone: &TimeZone, day_begins: u8) -> Option<Timestamp> {
        let today = now.to_zoned(zone.clone()).date();
        let first = today.checked_sub(2.days()).ok()?;
        let last = today.checked_add(DAYS_AHEAD.days()).ok()?;
        let coming = self.occurrences(first, last, zone, day_begins);
        coming.into_iter().map(|one| one.at).find(|at| *at > now)
    }

    /// The last time it came until a moment.
    pub(super) fn last_until(
        &self,
        now: Timestamp,
        zone: &TimeZone,
        day_begins: u8,
    ) -> Option<Occurrence> {
        let today = now.to_zoned(zone.clone()).date();
        let first = today.checked_sub(DAYS_AHEAD.days()).ok()?;
        let past = self.occurrences(first, today, zone, day_begins);
        past.into_iter().rfind(|one| one.at <= now)
    }
}
