//! Reminders of a person: what they are of, when each is due, and the files by which a system's own
//! timers and a calendar know of them.
//!
//! It reads no clock: times are arguments. Times are those of the clock on the wall, so a reminder
//! keeps its hour through summer time and on a journey.

mod calendar;
mod draft;
mod due;
mod file;
mod occurrence;
mod read;
mod reminder;
#[cfg(test)]
mod tests;
mod timers;
mod written;

pub use calendar::calendar;
pub use draft::{ReminderDraft, ReminderProblem};
pub use due::{LastShown, Verdict, verdict};
pub use file::{MOST_A_WEEK, ReminderFileError, RemindersFile};
pub use read::ReadReminders;
pub use reminder::{Reminder, ReminderPurpose, ReminderRhythm};
pub use timers::TimerKind;
