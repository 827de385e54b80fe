//! A reminder: its name, its days and times, and what it is of.

use jiff::civil::Weekday;

use crate::files::composed;

/// A day, in minutes.
pub(super) const DAY: u16 = 24 * 60;

/// A minute of the day, as a clock on the wall shows it: 0–1439.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WallMinute(u16);

impl WallMinute {
    /// The minute that is written like `9:00`, `22.15` or `9:30 pm`. A day ends at `24:00`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let half = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)];
        let half = half.iter().find_map(|(word, hours)| Some((text.strip_suffix(word)?, *hours)));
        let written = half.map_or(text.as_str(), |(written, _)| written.trim());
        let (hour, minute) = written.split_once([':', '.']).unwrap_or((written, "00"));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(hour) || !digits(minute) || minute.len() != 2 {
            return None;
        }
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        let hour = match half {
            Some((_, later)) if (1..=12).contains(&hour) => hour % 12 + later,
            None if (hour, minute) == (24, 0) => 0,
            None if hour < 24 => hour,
            _ => return None,
        };
        (minute < 60).then_some(Self(hour * 60 + minute))
    }

    /// The hour, 0–23.
    pub fn hour(self) -> i8 {
        i8::try_from(self.0 / 60).unwrap_or_default()
    }

    /// The minute of the hour, 0–59.
    pub fn minute(self) -> i8 {
        i8::try_from(self.0 % 60).unwrap_or_default()
    }

    /// It as it is written: `09:00`.
    pub fn text(self) -> String {
        format!("{:02}:{:02}", self.hour(), self.minute())
    }

    /// So many minutes later, round the clock.
    pub(super) fn later(self, minutes: u16) -> Self {
        Self((self.0 + minutes) % DAY)
    }

    /// How many minutes it is after another one, round the clock.
    pub(super) fn after(self, other: Self) -> u16 {
        (self.0 + DAY - other.0) % DAY
    }
}

/// The days of the week on which a reminder comes, from Monday on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReminderDays([bool; 7]);

impl ReminderDays {
    /// The days that are written as `daily`, `weekdays`, `weekends`, or by name, alone or from one to
    /// another: `mon,wed,fri` or `mon-thu,sat`.
    pub fn read(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "daily" | "every day" => return Some(Self([true; 7])),
            "weekdays" => return Some(Self([true, true, true, true, true, false, false])),
            "weekends" => return Some(Self([false, false, false, false, false, true, true])),
            _ => {}
        }
        let mut days = [false; 7];
        for word in text.split([',', ' ']).filter(|word| !word.is_empty()) {
            let (first, last) = match word.split_once(['-', '–']) {
                Some((first, last)) => (Self::named(first)?, Self::named(last)?),
                None => (Self::named(word)?, Self::named(word)?),
            };
            // From Saturday to Tuesday leads through the end of the week.
            let count = (last + 7 - first) % 7;
            (first..=first + count).for_each(|day| days[day % 7] = true);
        }
        days.contains(&true).then_some(Self(days))
    }

    /// Which day has a name, or begins so: `tue`, `tues`, `tuesdays`.
    fn named(word: &str) -> Option<usize> {
        let word = word.to_lowercase();
        let word = word.strip_suffix('s').filter(|it| it.ends_with("day")).unwrap_or(&word);
        Self::NAMES.iter().position(|name| word.len() >= 2 && name.starts_with(word))
    }

    /// Their names, from Monday on.
    const NAMES: [&'static str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// Whether a day of the week is among them.
    pub fn has(self, day: Weekday) -> bool {
        self.0[usize::try_from(day.to_monday_zero_offset()).unwrap_or_default()]
    }

    /// Each of them, counted from Monday as 0.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        self.moved(0)
    }

    /// Each of them, counted from Monday as 0, so many days later in the week.
    pub(super) fn moved(self, days: usize) -> impl Iterator<Item = usize> {
        (0..7).filter(move |day| self.0[(day + 7 - days) % 7])
    }

    /// It as it is written.
    pub fn text(self) -> String {
        for word in ["daily", "weekdays", "weekends"] {
            if Self::read(word) == Some(self) {
                return word.to_owned();
            }
        }
        let names: Vec<&str> = self.moved(0).map(|day| &Self::NAMES[day][..3]).collect();
        names.join(",")
    }
}

/// When a reminder comes on its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderRhythm {
    /// Each time so many minutes have passed in a part of the day; the first time so many minutes
    /// after its beginning.
    Every {
        /// Minutes from one to the next.
        minutes: u16,
        /// Where that part of the day begins.
        from: WallMinute,
        /// Where it ends; it may lie beyond midnight.
        to: WallMinute,
    },
    /// At these minutes.
    At(Vec<WallMinute>),
}

/// What a reminder is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderPurpose {
    /// A session by its id, or none in particular.
    Session(Option<String>),
    /// A glass of water.
    Water,
    /// Winding down for bed, with a session by its id.
    Bedtime(String),
}

/// A reminder that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// What the person calls it.
    pub name: String,
    /// The days it comes on.
    pub days: ReminderDays,
    /// When, on these days.
    pub rhythm: ReminderRhythm,
    /// What it is of.
    pub purpose: ReminderPurpose,
}

impl Reminder {
    /// Its name as files and commands have it: `desk-break`.
    pub fn id(&self) -> String {
        Self::id_of(&self.name)
    }

    /// Whether this is its name, however large its letters and its gaps are written.
    pub fn is_called(&self, name: &str) -> bool {
        let plain = |name: &str| {
            let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
            composed(&words).to_lowercase()
        };
        plain(&self.name) == plain(name)
    }

    /// What a name comes to in files and commands.
    pub fn id_of(name: &str) -> String {
        let mut id = String::new();
        for letter in name.to_lowercase().chars() {
            if letter.is_alphanumeric() {
                id.push(letter);
            } else if !id.ends_with('-') && !id.is_empty() {
                id.push('-');
            }
        }
        id.trim_end_matches('-').to_owned()
    }

    /// The minutes of the day it comes at, in the order of a day that begins at `from`'s.
    pub fn times(&self) -> Vec<WallMinute> {
        match &self.rhythm {
            ReminderRhythm::At(times) => times.clone(),
            ReminderRhythm::Every { minutes, from, to } => {
                let length = to.after(*from);
                (1..=length / minutes).map(|number| from.later(number * minutes)).collect()
            }
        }
    }

    /// The session it leads to, where it leads to one.
    pub fn session(&self) -> Option<&str> {
        match &self.purpose {
            ReminderPurpose::Session(session) => session.as_deref(),
            ReminderPurpose::Water => None,
            ReminderPurpose::Bedtime(session) => Some(session),
        }
    }
}
