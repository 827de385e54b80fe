//! A reminder as it is written, and what is wrong with it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::reminder::{DAY, Reminder, ReminderDays, ReminderPurpose, ReminderRhythm, WallMinute};
use crate::lengths::to_the_second;
use crate::problem::letters::{as_typed, is_inked_letter, name_of, odd_letter, write_for};
use crate::session::millis_from_loose_text;
use crate::words::{Message, in_english};

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
/// The session that a bedtime leads to where none is named.
const BEDTIME_SESSION: &str = "wind-down-breath-and-body";
/// When reminders are shown where nothing else is said.
const USUAL_WINDOW: &str = "9:00-18:00";
/// How often water is remembered where nothing else is said.
const USUAL_WATER: &str = "90m";

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
    /// Its session has no name.
    #[error("`session` is empty: name one, or leave it out")]
    NoSession,
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
    /// A part of the day is written in hours alone, and would go through the night.
    #[error(
        "`{written}` would go on all night: write `{by_day}` for the day, or `{by_night}` if the night \
         is meant"
    )]
    BetweenAllNight {
        /// As it was written.
        written: String,
        /// The same, ending in the afternoon.
        by_day: String,
        /// The same with its minutes.
        by_night: String,
    },
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

    /// What to write instead, where one of the texts that say when a reminder comes fits once it is
    /// written as a keyboard writes it.
    pub fn meant(&self) -> Option<Message> {
        Self::WRITTEN.iter().find_map(|field| {
            let mut typed = self.clone();
            let written = field(&mut typed).as_mut()?;
            let letter = odd_letter(written)?;
            *written = as_typed(written);
            let help = write_for(letter, written);
            typed.check().is_ok().then_some(help)
        })
    }

    /// What says when a reminder comes, each as it was written.
    const WRITTEN: [fn(&mut Self) -> &mut Option<String>; 5] = [
        |draft| &mut draft.every,
        |draft| &mut draft.between,
        |draft| &mut draft.at,
        |draft| &mut draft.on,
        |draft| &mut draft.bedtime,
    ];

    fn purpose(&self) -> Result<ReminderPurpose, ReminderProblem> {
        let session = self.session.as_ref().map(|id| id.trim().to_owned());
        match (self.water, &self.bedtime, session) {
            (_, _, Some(id)) if !id.chars().any(is_inked_letter) => Err(ReminderProblem::NoSession),
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
        let (from, to) = part_of_day(between)?;
        if to.after(from) < minutes {
            return Err(ReminderProblem::TooShort(between.trim().to_owned()));
        }
        Ok(ReminderRhythm::Every { minutes, from, to })
    }
}

/// When a part of the day begins and ends.
fn part_of_day(written: &str) -> Result<(WallMinute, WallMinute), ReminderProblem> {
    const NOON: i8 = 12;
    let wrong = || ReminderProblem::Between(written.trim().to_owned());
    let (begins, ends) = written.split_once(['-', '–']).ok_or_else(wrong)?;
    let from = WallMinute::read(begins).ok_or_else(wrong)?;
    let to = WallMinute::read(ends).ok_or_else(wrong)?;
    let are_hours = [begins, ends].iter().all(|it| it.trim().bytes().all(|it| it.is_ascii_digit()));
    // Whoever writes `9-5` hardly means the night.
    if are_hours && to.hour() < from.hour() && from.hour() < NOON {
        let until = |to: WallMinute| format!("{}-{}", from.text(), to.text());
        return Err(ReminderProblem::BetweenAllNight {
            written: written.trim().to_owned(),
            by_day: until(to.later(DAY / 2)),
            by_night: until(to),
        });
    }
    Ok((from, to))
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
