//! A reminder: its name, its days and times, and what it is of.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::files::composed;
use crate::lengths::to_the_second;
use crate::problem::letters::{is_inked_letter, name_of};
use crate::session::millis_from_loose_text;
use crate::words::in_english;

/// The least time between two reminders of one kind, in minutes.
const LEAST_EVERY: u16 = 10;
/// The most, in minutes.
const MOST_EVERY: u16 = 12 * 60;
/// A minute, in milliseconds.
const MINUTE: u64 = 60_000;
/// The longest name, in letters.
const LONGEST_NAME: usize = 60;
/// How long before a bedtime winding down is suggested, in minutes.
const WIND_DOWN: u16 = 45;
/// A day, in minutes.
const DAY: u16 = 24 * 60;
/// The session that a bedtime leads to where none is named.
const BEDTIME_SESSION: &str = "wind-down-breath-and-body";
/// When reminders are shown where nothing else is said.
const USUAL_WINDOW: &str = "9:00-18:00";
/// How often water is remembered where nothing else is said.
const USUAL_WATER: &str = "90m";

/// A minute of the day, as a clock on the wall shows it: 0–1439.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WallMinute(u16);

impl WallMinute {
    /// The minute that is written like `9:00` or `22.15`.
    pub fn read(text: &str) -> Option<Self> {
        let (hour, minute) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "00"));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(hour) || !digits(minute) || minute.len() != 2 {
            return None;
        }
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
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
    fn later(self, minutes: u16) -> Self {
        Self((self.0 + minutes) % DAY)
    }

    /// How many minutes it is after another one, round the clock.
    fn after(self, other: Self) -> u16 {
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

/// A reminder as it is written, on the command line and in the file alike.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReminderDraft {
    /// What the person calls it.
    pub name: String,
    /// How long from one to the next, such as `90m`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<String>,
    /// The part of the day for `every`, such as `9:00-17:30`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<String>,
    /// Times of the day instead, such as `13:00, 17:30`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The days, such as `weekdays`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The session, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// Whether it is of a glass of water.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub water: bool,
    /// When the person goes to bed, such as `23:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bedtime: Option<String>,
    /// Keys of a later version, as they are written.
    #[serde(flatten)]
    pub later: toml::Table,
}

/// Why a reminder cannot be kept as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReminderProblem {
    /// There is no name with a letter or digit in it, or it is too long.
    #[error("a reminder needs a name of 1 to {LONGEST_NAME} letters, such as “desk break”")]
    Name,
    /// A letter of the name cannot be shown.
    #[error("the name has {0} in it: leave it out")]
    NameLetter(String),
    /// It does not say when.
    #[error("say when: `every` such as `90m`, or `at` such as `13:00`")]
    NoTime,
    /// It says when in more than one way.
    #[error("`every`, `at` and `bedtime` each say when: keep one of them")]
    TwoTimes,
    /// It is of more than one thing.
    #[error("a reminder is of water, of bedtime or of a session: keep one of them")]
    TwoPurposes,
    /// A length of time cannot be read.
    #[error("`{0}` is no length of time, such as `90m` or `1h30m`")]
    Every(String),
    /// A length of time is out of its range, or not of whole minutes.
    #[error(
        "`{written}` is {length}: reminders come every {LEAST_EVERY} minutes to 12 hours, in whole \
         minutes, such as `90m` or `1h30m`"
    )]
    EveryOutside {
        /// As it was written.
        written: String,
        /// As it was read.
        length: String,
    },
    /// A part of the day cannot be read.
    #[error("`{0}` is no part of a day, such as `9:00-17:30`")]
    Between(String),
    /// A part of the day is shorter than the time between two reminders.
    #[error("`{0}` is shorter than the time from one reminder to the next, so none would come")]
    TooShort(String),
    /// `between` stands where nothing comes again.
    #[error("`between` belongs to `every`")]
    BetweenAlone,
    /// A time of day cannot be read.
    #[error("`{0}` is no time of day, such as `13:00`")]
    At(String),
    /// Days cannot be read.
    #[error("`{0}` is not `daily`, `weekdays`, `weekends` or days such as `mon,wed` or `mon-fri`")]
    On(String),
}

impl ReminderDraft {
    /// The reminder that is meant, or what is wrong first.
    ///
    /// # Errors
    /// A [`ReminderProblem`], which says how to mend it.
    pub fn check(&self) -> Result<Reminder, ReminderProblem> {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(letter) = name.chars().find(|letter| letter.is_control()) {
            return Err(ReminderProblem::NameLetter(in_english(&name_of(letter))));
        }
        if !name.chars().any(is_inked_letter) || name.chars().count() > LONGEST_NAME {
            return Err(ReminderProblem::Name);
        }
        let times = [self.every.is_some(), self.at.is_some(), self.bedtime.is_some()];
        if times.into_iter().filter(|is_said| *is_said).count() > 1 {
            return Err(ReminderProblem::TwoTimes);
        }
        let on = self.on.as_deref().unwrap_or("daily");
        let days = ReminderDays::read(on).ok_or_else(|| ReminderProblem::On(on.to_owned()))?;
        Ok(Reminder { name, days, rhythm: self.rhythm()?, purpose: self.purpose()? })
    }

    fn purpose(&self) -> Result<ReminderPurpose, ReminderProblem> {
        let session = self.session.as_ref().map(|id| id.trim().to_owned());
        match (self.water, &self.bedtime, session) {
            (true, Some(_), _) | (true, _, Some(_)) => Err(ReminderProblem::TwoPurposes),
            (true, None, None) => Ok(ReminderPurpose::Water),
            (false, Some(_), session) => {
                Ok(ReminderPurpose::Bedtime(session.unwrap_or_else(|| BEDTIME_SESSION.to_owned())))
            }
            (false, None, session) => Ok(ReminderPurpose::Session(session)),
        }
    }

    fn rhythm(&self) -> Result<ReminderRhythm, ReminderProblem> {
        let time = |text: &str| {
            WallMinute::read(text).ok_or_else(|| ReminderProblem::At(text.trim().to_owned()))
        };
        if let Some(bedtime) = &self.bedtime {
            return Ok(ReminderRhythm::At(vec![time(bedtime)?.later(DAY - WIND_DOWN)]));
        }
        if let Some(at) = &self.at {
            let mut times = at.split(',').map(time).collect::<Result<Vec<_>, _>>()?;
            times.sort_unstable();
            times.dedup();
            return Ok(ReminderRhythm::At(times));
        }
        let usual = self.water.then_some(USUAL_WATER);
        let Some(every) = self.every.as_deref().or(usual) else {
            let is_alone = self.between.is_some();
            let problem =
                if is_alone { ReminderProblem::BetweenAlone } else { ReminderProblem::NoTime };
            return Err(problem);
        };
        let minutes = minutes(every)?;
        let between = self.between.as_deref().unwrap_or(USUAL_WINDOW);
        let wrong = || ReminderProblem::Between(between.trim().to_owned());
        let (from, to) = between.split_once(['-', '–']).ok_or_else(wrong)?;
        let from = WallMinute::read(from).ok_or_else(wrong)?;
        let to = WallMinute::read(to).ok_or_else(wrong)?;
        if to.after(from) < minutes {
            return Err(ReminderProblem::TooShort(between.trim().to_owned()));
        }
        Ok(ReminderRhythm::Every { minutes, from, to })
    }
}

/// Whole minutes from one reminder to the next, as every other length is written; a number alone is
/// of minutes.
fn minutes(text: &str) -> Result<u16, ReminderProblem> {
    let written = text.trim().to_owned();
    let plain = || written.parse::<u64>().ok()?.checked_mul(MINUTE);
    let Some(millis) = plain().or_else(|| millis_from_loose_text(&written)) else {
        return Err(ReminderProblem::Every(written));
    };
    let fits = |minutes: &u16| (LEAST_EVERY..=MOST_EVERY).contains(minutes);
    let whole = Some(millis / MINUTE).filter(|_| millis.is_multiple_of(MINUTE));
    let whole = whole.and_then(|minutes| u16::try_from(minutes).ok()).filter(fits);
    let length = to_the_second(millis);
    whole.ok_or(ReminderProblem::EveryOutside { written, length })
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
