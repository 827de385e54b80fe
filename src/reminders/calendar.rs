//! Reminders as a file for calendars: iCalendar by RFC 5545, in local time, so that a reminder keeps
//! its hour wherever the calendar is read.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use super::Reminder;
use super::reminder::WallMinute;

/// The longest line of a calendar, in bytes.
const LONGEST_LINE: usize = 75;
/// The days of the week, from Monday on, as calendars name them.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A calendar of reminders, each with what is said of it, as of a moment and a day. Written again,
/// each keeps its name in the calendar, so that it is replaced and never doubled.
pub fn calendar(
    reminders: &[(Reminder, String)],
    now: Timestamp,
    today: Date,
    day_begins: u8,
) -> String {
    let mut text = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Unclench//Reminders//EN"] {
        put(&mut text, line);
    }
    for (reminder, said) in reminders {
        for time in reminder.times() {
            event(&mut text, (reminder, said), time, (now, today), day_begins);
        }
    }
    put(&mut text, "END:VCALENDAR");
    text
}

/// One time of day, on all the days of a reminder.
fn event(
    text: &mut String,
    (reminder, said): (&Reminder, &str),
    time: WallMinute,
    (now, today): (Timestamp, Date),
    day_begins: u8,
) {
    let later = Reminder::days_later(time, day_begins);
    let days: Vec<usize> = reminder.days.moved(later).collect();
    let names: Vec<&str> = days.iter().map(|day| DAYS[*day]).collect();
    let is_day = |date: &Date| {
        let day = date.weekday().to_monday_zero_offset();
        usize::try_from(day).is_ok_and(|day| days.contains(&day))
    };
    let first = today.series(1.day()).take(8).find(is_day).unwrap_or(today);
    let at = first.at(time.hour(), time.minute(), 0, 0);
    let minute = format!("{:02}{:02}", time.hour(), time.minute());
    put(text, "BEGIN:VEVENT");
    put(text, &format!("UID:{}-{minute}@unclench", reminder.id()));
    put(text, &format!("DTSTAMP:{}", now.strftime("%Y%m%dT%H%M%SZ")));
    put(text, &format!("DTSTART:{}", at.strftime("%Y%m%dT%H%M%S")));
    put(text, "DURATION:PT5M");
    put(text, &format!("RRULE:FREQ=WEEKLY;BYDAY={}", names.join(",")));
    put(text, &format!("SUMMARY:{}", escaped(&reminder.name)));
    put(text, &format!("DESCRIPTION:{}", escaped(said)));
    put(text, "TRANSP:TRANSPARENT");
    put(text, "BEGIN:VALARM");
    put(text, "ACTION:DISPLAY");
    put(text, "TRIGGER:PT0S");
    put(text, &format!("DESCRIPTION:{}", escaped(&reminder.name)));
    put(text, "END:VALARM");
    put(text, "END:VEVENT");
}

/// Text with the letters that mean something in a calendar marked as letters.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\n").replace('\n', "\\n")
}

/// A line, broken between letters wherever it would be too long; what goes on begins with a blank.
fn put(text: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}
