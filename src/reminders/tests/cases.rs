//! Times and days as a table of cases: summer time, journeys, clocks that were set.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::super::{LastShown, Reminder, Verdict, verdict};
use super::{at, every};

/// When a person's day begins, in these cases.
const FOUR: u8 = 4;

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap_or_else(|_| panic!("{text} is a moment"))
}

/// The system's own table of zones, or nothing where it has none.
fn zone(name: &str) -> Option<TimeZone> {
    let zone = TimeZone::get(name).ok();
    if zone.is_none() {
        eprintln!("skipped: this system has no time zone {name}");
    }
    zone
}

/// The next time of a reminder after a moment, in a place.
fn next(reminder: &Reminder, now: &str, place: &str, day_begins: u8) -> Option<String> {
    let zone = zone(place)?;
    let next = reminder.next_after(moment(now), &zone, day_begins).expect("a next time");
    Some(next.to_string())
}

/// Case, reminder, now, place, the hour at which the day begins, and the next time.
const NEXT: &str = "\
within a day | break | 2026-11-30T08:00:00Z | Europe/Berlin | 4 | 2026-11-30T09:30:00Z
at the minute itself | break | 2026-11-30T09:30:00Z | Europe/Berlin | 4 | 2026-11-30T11:00:00Z
over a weekend | break | 2026-11-27T16:00:00Z | Europe/Berlin | 4 | 2026-11-30T09:30:00Z
its hour, once it is summer | break | 2026-03-27T16:00:00Z | Europe/Berlin | 4 | 2026-03-30T08:30:00Z
a time that is left out | night | 2026-03-29T00:00:00Z | Europe/Berlin | 4 | 2026-03-29T01:30:00Z
a time that is there twice | night | 2026-10-25T00:00:00Z | Europe/Berlin | 4 | 2026-10-25T00:30:00Z
its second time is none | night | 2026-10-25T00:30:00Z | Europe/Berlin | 4 | 2026-10-26T01:30:00Z
a night belongs to its evening | late | 2026-11-26T00:00:00Z | Europe/Berlin | 4 | 2026-11-27T23:30:00Z
where days begin at midnight | late | 2026-11-26T00:00:00Z | Europe/Berlin | 0 | 2026-11-26T23:30:00Z
at its hour elsewhere | break | 2026-11-30T08:00:00Z | America/New_York | 4 | 2026-11-30T15:30:00Z
half an hour's offset | break | 2026-11-30T03:00:00Z | Asia/Kolkata | 4 | 2026-11-30T05:00:00Z";

#[test]
fn the_next_time_is_right_through_summer_time_midnight_and_weekends() {
    for line in NEXT.lines() {
        let fields: Vec<&str> = line.split(" | ").collect();
        let [case, which, now, place, day_begins, expected] = fields[..] else {
            panic!("{line} has six fields");
        };
        let reminder = match which {
            "break" => every("90m", "9:00-17:30", "weekdays"),
            "night" => at("2:30", "daily"),
            _ => at("0:30", "fri"),
        };
        let day_begins = day_begins.parse().expect("an hour");
        if let Some(found) = next(&reminder, now, place, day_begins) {
            assert_eq!(found, expected, "{case}");
        }
    }
}

/// What is done about a reminder, in a word.
fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Show(_) => "show",
        Verdict::NotNow => "not now",
        Verdict::Shown => "shown",
        Verdict::Rested => "rested",
    }
}

/// What is done at a moment where it was last shown at another, for a minute on the wall.
#[track_caller]
fn holds(
    case: &str,
    reminder: &Reminder,
    (last, now): (Option<(&str, &str)>, &str),
    place: &str,
    expected: &str,
) {
    let Some(zone) = zone(place) else { return };
    let last = last.map(|(at, meant)| LastShown {
        at: moment(at),
        meant: meant.parse::<DateTime>().expect("a time"),
    });
    let found = verdict(reminder, last, None, (moment(now), &zone), FOUR);
    assert_eq!(word(found), expected, "{case}");
}

#[test]
fn a_reminder_comes_once_for_its_time_also_on_journeys_and_after_a_clock_was_set() {
    let (break_, berlin) = (every("90m", "9:00-17:30", "daily"), "Europe/Berlin");
    let noon = "2026-11-30T11:00:00Z";
    let shown = Some((noon, "2026-11-30T12:00"));
    holds("on time", &break_, (None, noon), berlin, "show");
    holds("a little late", &break_, (None, "2026-11-30T11:09:00Z"), berlin, "show");
    holds("ten minutes late", &break_, (None, "2026-11-30T11:10:00Z"), berlin, "show");
    holds("a second later", &break_, (None, "2026-11-30T11:10:01Z"), berlin, "not now");
    holds("missed while asleep", &break_, (None, "2026-11-30T11:40:00Z"), berlin, "not now");
    holds("before its time", &break_, (None, "2026-11-30T10:59:00Z"), berlin, "not now");
    holds("twice", &break_, (shown, "2026-11-30T11:02:00Z"), berlin, "shown");
    holds("the next", &break_, (shown, "2026-11-30T12:30:00Z"), berlin, "show");
    let west = "America/New_York";
    holds("west, its hour again", &break_, (shown, "2026-11-30T17:00:00Z"), west, "show");
    let east = Some(("2026-11-30T10:30:00Z", "2026-11-30T16:00"));
    holds("half an hour's flight", &break_, (east, noon), berlin, "shown");
    let ahead = Some(("2026-11-30T11:30:00Z", "2026-11-30T12:00"));
    holds("set back by half an hour", &break_, (ahead, "2026-11-30T11:00:00Z"), berlin, "shown");
    let month = Some(("2026-12-30T11:00:00Z", "2026-12-30T12:00"));
    holds("set back by a month", &break_, (month, noon), berlin, "show");
    let night = at("2:30", "daily");
    let first = Some(("2026-10-25T00:30:00Z", "2026-10-25T02:30"));
    holds("its hour twice", &night, (first, "2026-10-25T01:30:00Z"), berlin, "not now");
}

#[test]
fn a_break_that_was_just_taken_counts_and_puts_no_bedtime_off() {
    let Some(zone) = zone("Europe/Berlin") else { return };
    let rested = |reminder: &Reminder, ended: &str, now: &str| {
        let ended = Some(moment(ended));
        word(verdict(reminder, None, ended, (moment(now), &zone), FOUR))
    };
    let (break_, noon) = (every("90m", "9:00-17:30", "daily"), "2026-11-30T11:00:00Z");
    assert_eq!(rested(&break_, "2026-11-30T10:30:00Z", noon), "rested");
    assert_eq!(rested(&break_, "2026-11-30T10:10:00Z", noon), "show");
    assert_eq!(rested(&break_, "2026-11-30T11:10:00Z", noon), "show", "a clock that was set back");
    assert_eq!(rested(&at("12:00", "daily"), "2026-11-30T10:59:00Z", noon), "show");
}
