//! The only clock in the program.

use std::time::{Duration, SystemTime};

use super::time_zone::time_zone;
use crate::journal::LocalMoment;
use crate::playback::Clock;

/// The machine's clock since it was switched on. On Linux it counts the time the machine slept,
/// which `Instant` does not: a session must notice that it was away.
#[derive(Clone, Copy, Debug)]
pub struct BootClock {
    #[cfg(not(target_os = "linux"))]
    start: std::time::Instant,
}

impl BootClock {
    /// Starts the clock.
    #[cfg_attr(
        not(target_os = "linux"),
        expect(clippy::disallowed_methods, reason = "this is the one place that reads a clock")
    )]
    pub fn start() -> Self {
        Self {
            #[cfg(not(target_os = "linux"))]
            start: std::time::Instant::now(),
        }
    }
}

impl Clock for BootClock {
    #[cfg(target_os = "linux")]
    fn now(&self) -> Duration {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        let seconds = u64::try_from(now.tv_sec).unwrap_or_default();
        Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or_default())
    }

    #[cfg(not(target_os = "linux"))]
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn date(&self) -> SystemTime {
        time_of_files()
    }

    fn ahead(&self, at: SystemTime) -> i32 {
        let Ok(at) = jiff::Timestamp::try_from(at) else { return 0 };
        time_zone().to_offset(at).seconds()
    }
}

/// The time as files have it.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads a clock")]
pub(super) fn time_of_files() -> SystemTime {
    SystemTime::now()
}

/// This moment, with the clocks of this place.
pub fn here_and_now() -> jiff::Zoned {
    let at = jiff::Timestamp::try_from(time_of_files()).unwrap_or_default();
    at.to_zoned(time_zone())
}

/// This moment, as the clocks here show it.
pub fn moment_here() -> LocalMoment {
    let now = here_and_now();
    LocalMoment { millis: now.timestamp().as_millisecond(), ahead: now.offset().seconds() }
}

/// The day as `2026-11-28`, in local time. It begins at this hour of the morning: until then a person
/// is still up, or up at night.
pub fn day_of_person(begins: u8) -> String {
    day_at(time_of_files(), begins)
}

/// The same at another time; the first day that files know where the system has no such time.
pub(super) fn day_at(date: SystemTime, begins: u8) -> String {
    let at = jiff::Timestamp::try_from(date).unwrap_or_default();
    let local = at.to_zoned(time_zone()).datetime();
    local.saturating_sub(jiff::Span::new().hours(begins)).date().to_string()
}

/// The hour of the day, 0–23, and the days since 1 January 1970, both in local time.
pub fn hour_and_day() -> (u8, u32) {
    let now = here_and_now();
    let days = jiff::civil::date(1970, 1, 1).until(now.date()).map_or(0, |span| span.get_days());
    (u8::try_from(now.hour()).unwrap_or_default(), days.unsigned_abs())
}
