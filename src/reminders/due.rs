//! Whether a reminder is to be shown now.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{Reminder, ReminderRhythm};

/// How late a reminder may still come. What was missed by more, in a machine that slept, is left
/// for the next time and never comes in a burst.
const LATEST: SignedDuration = SignedDuration::from_mins(10);
/// A last time that lies further ahead than this was written by a clock that was wrong.
const NONSENSE: SignedDuration = SignedDuration::from_hours(24);

/// When a reminder was last shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastShown {
    /// The moment it was shown.
    pub at: Timestamp,
    /// The day and minute for which it was meant, as a clock on the wall would show them.
    pub meant: DateTime,
}

/// What is to be done about a reminder now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is to be shown, and kept as this once it was.
    Show(LastShown),
    /// It is not its time.
    NotNow,
    /// It was shown for this time already, or so shortly before that it would only be a nuisance.
    Shown,
    /// The person has just had a break, and that counts.
    Rested,
}

/// Whether a reminder is to be shown at a moment, in a place with these clocks, where a person's day
/// begins at `day_begins` o'clock. `rested` is when the last break ended.
pub fn verdict(
    reminder: &Reminder,
    last: Option<LastShown>,
    rested: Option<Timestamp>,
    (now, zone): (Timestamp, &TimeZone),
    day_begins: u8,
) -> Verdict {
    let Some(one) = reminder.last_until(now, zone, day_begins) else { return Verdict::NotNow };
    if now.duration_since(one.at) > LATEST {
        return Verdict::NotNow;
    }
    let spacing = reminder.spacing();
    if let Some(last) = last {
        let since = now.duration_since(last.at);
        let is_set_back = since.is_negative() && since >= -NONSENSE;
        if is_set_back && one.meant <= last.meant || !since.is_negative() && since < spacing {
            return Verdict::Shown;
        }
    }
    let has_rested = rested.is_some_and(|ended| {
        let since = now.duration_since(ended);
        !since.is_negative() && since < spacing
    });
    if has_rested && matches!(reminder.rhythm, ReminderRhythm::Every { .. }) {
        return Verdict::Rested;
    }
    Verdict::Show(LastShown { at: now, meant: one.meant })
}

impl Reminder {
    /// The least time from one to the next: half of what is meant, and never less than the time by
    /// which one may be late.
    fn spacing(&self) -> SignedDuration {
        match self.rhythm {
            ReminderRhythm::Every { minutes, .. } => {
                SignedDuration::from_secs(i64::from(minutes) * 30)
            }
            ReminderRhythm::At(_) => LATEST,
        }
    }
}
