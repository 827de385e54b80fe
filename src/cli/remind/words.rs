//! Reminders in words.

use crate::cli::text::printable;
use crate::conductor::{Reminded, here_and_now};
use crate::reminders::{Reminder, ReminderPurpose, ReminderRhythm};
use crate::words::{Message, Texts};

/// The ids of the names of the days, from Monday on.
const DAYS: [&str; 7] = [
    "remind-monday",
    "remind-tuesday",
    "remind-wednesday",
    "remind-thursday",
    "remind-friday",
    "remind-saturday",
    "remind-sunday",
];

/// A reminder in a line: its name, when, and the next time.
pub(super) fn line(reminder: &Reminder, day_begins: u8, texts: &Texts) -> String {
    let say = |id: &'static str| texts.text(&Message::new(id));
    let when = match &reminder.rhythm {
        ReminderRhythm::Every { minutes, from, to } => {
            let every = Message::new("remind-every").with("minutes", u64::from(*minutes));
            texts.text(&every.with("from", from.text()).with("to", to.text()))
        }
        ReminderRhythm::At(times) => {
            let times: Vec<String> = times.iter().map(|time| time.text()).collect();
            times.join(", ")
        }
    };
    let what = match &reminder.purpose {
        ReminderPurpose::Water => say("remind-water"),
        ReminderPurpose::Bedtime(session) | ReminderPurpose::Session(Some(session)) => {
            session.clone()
        }
        ReminderPurpose::Session(None) => say("remind-no-session"),
    };
    let here = here_and_now();
    let next = reminder.next_after(here.timestamp(), here.time_zone(), day_begins);
    let next = next.map(|at| at.to_zoned(here.time_zone().clone())).map(|at| {
        let weekday = usize::try_from(at.weekday().to_monday_zero_offset()).unwrap_or_default();
        let next = Message::new("remind-next").with("day", day_name(weekday, texts));
        texts.text(&next.with("time", at.strftime("%H:%M").to_string()))
    });
    let line = [format!("{}: {}", printable(&reminder.name), days(reminder, texts)), when, what];
    let line = line.join(", ");
    next.map_or_else(|| line.clone(), |next| format!("{line}; {next}"))
}

/// The days of a reminder.
fn days(reminder: &Reminder, texts: &Texts) -> String {
    let known = match reminder.days.text().as_str() {
        "daily" => "remind-daily",
        "weekdays" => "remind-weekdays",
        "weekends" => "remind-weekends",
        _ => {
            let names = reminder.days.numbers().map(|day| day_name(day, texts));
            return names.collect::<Vec<_>>().join(" ");
        }
    };
    texts.text(&Message::new(known))
}

/// The name of a day of the week, counted from Monday as 0.
fn day_name(day: usize, texts: &Texts) -> String {
    texts.text(&Message::new(DAYS[day % DAYS.len()]))
}

/// What a reminder came to, where that is worth a line.
pub(super) fn came_to(reminder: &Reminder, came_to: Reminded, texts: &Texts) -> Option<String> {
    let id = match came_to {
        Reminded::NotDue => return None,
        Reminded::Begun => "remind-begun",
        Reminded::PutAway => "remind-put-away",
        Reminded::Rested => "remind-rested",
        Reminded::Undisturbed => "remind-undisturbed",
        Reminded::Engaged => "remind-engaged",
        Reminded::Unreachable => "remind-unreachable",
        Reminded::CannotBegin => "remind-cannot-begin",
    };
    let name = printable(&reminder.name);
    Some(format!("{name}: {}", texts.text(&Message::new(id))))
}
