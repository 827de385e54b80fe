//! Shows reminders when they are due: one of them, or all in the foreground, and begins what they
//! lead to.

use std::io;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

use super::clock::moment_here;
use super::reminded_session;
use super::time_zone::time_zone;
use crate::config::{Paths, Settings};
use crate::desktop::{Attention, Notice, NoticeAnswer, NoticeEnd, attention, show_notice};
use crate::files;
use crate::journal::Journal;
use crate::reminders::{LastShown, Reminder, ReminderPurpose, Verdict, verdict};
use crate::words::{Message, Texts};

/// How long a reminder is shown at most.
const SHOWN: Duration = Duration::from_secs(5 * 60);
/// So many share that time at most where they come at once: none is shown for less than half a
/// minute.
const MOST_SHARING: usize = 10;
/// How much later a reminder comes again where that was asked for.
const SNOOZE: Duration = Duration::from_secs(10 * 60);
/// How often the clock is looked at in the foreground.
const LOOK: Duration = Duration::from_secs(30);

/// What a reminder came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminded {
    /// What it leads to was begun.
    Begun,
    /// It was put off, put away, or not answered.
    PutAway,
    /// It was not its time, or it had been shown already.
    NotDue,
    /// A break had just been taken or is on, or the person is away: that is one.
    Rested,
    /// The person does not want to be disturbed.
    Undisturbed,
    /// Something keeps the screen awake, mostly in full screen: a film, a talk, a game.
    Engaged,
    /// There is nothing here that could show it.
    Unreachable,
    /// What it leads to could not be begun.
    CannotBegin,
}

/// The time that passes and the desktop that reminders are shown on.
pub trait ReminderDesk {
    /// This moment.
    fn now(&self) -> Timestamp;
    /// Lets time pass.
    fn wait(&self, span: Duration);
    /// Whether the person is there and may be spoken to.
    fn attention(&self) -> Attention;
    /// Shows a notice until it has ended; its number is told.
    fn show(&self, notice: Notice, shown: &mut dyn FnMut(u32)) -> NoticeEnd;
    /// Begins what a reminder leads to.
    ///
    /// # Errors
    /// Where that cannot be begun.
    fn begin(&self, session: Option<&str>) -> io::Result<()>;
}

/// The desktop of this machine, and its clock, on which time may pass quicker.
#[derive(Clone, Copy, Debug)]
pub struct OwnDesk {
    began: Timestamp,
    times: u32,
}

impl OwnDesk {
    /// A desk where so many seconds pass in one: a day of reminders can be watched in minutes.
    pub fn new(times: u32) -> Self {
        Self { began: this_moment(), times: times.max(1) }
    }
}

fn this_moment() -> Timestamp {
    Timestamp::from_millisecond(moment_here().millis).unwrap_or_default()
}

impl ReminderDesk for OwnDesk {
    fn now(&self) -> Timestamp {
        let passed = this_moment().duration_since(self.began).unsigned_abs();
        later(self.began, passed.saturating_mul(self.times))
    }

    fn wait(&self, span: Duration) {
        thread::sleep(span / self.times);
    }

    fn attention(&self) -> Attention {
        attention()
    }

    fn show(&self, notice: Notice, shown: &mut dyn FnMut(u32)) -> NoticeEnd {
        show_notice(notice, shown)
    }

    fn begin(&self, session: Option<&str>) -> io::Result<()> {
        reminded_session::begin(session)
    }
}

/// What reminders are shown with.
pub struct Reminding<'a> {
    /// The time that passes and the desktop they are shown on.
    pub desk: &'a dyn ReminderDesk,
    /// Where files are kept.
    pub paths: &'a Paths,
    /// What the person has set.
    pub settings: &'a Settings,
    /// What is said, with that of reminders.
    pub texts: &'a Texts,
    /// The title of a session, by its id.
    pub title: &'a dyn Fn(&str) -> String,
}

impl Reminding<'_> {
    /// What a reminder says.
    pub fn said(&self, reminder: &Reminder) -> String {
        let message = match &reminder.purpose {
            ReminderPurpose::Water => Message::new("reminder-water"),
            ReminderPurpose::Bedtime(id) => {
                Message::new("reminder-bedtime").with("session", (self.title)(id))
            }
            ReminderPurpose::Session(Some(id)) => {
                Message::new("reminder-session").with("session", (self.title)(id))
            }
            ReminderPurpose::Session(None) => Message::new("reminder-free"),
        };
        self.texts.text(&message)
    }

    /// Shows a reminder if it is due, and again where that is asked for, and begins what it leads to.
    pub fn show(&self, reminder: &Reminder) -> Reminded {
        let one = match self.verdict(reminder, None) {
            Verdict::NotNow | Verdict::Shown => return Reminded::NotDue,
            Verdict::Rested => return Reminded::Rested,
            Verdict::Show(one) => one,
        };
        // Kept first: whatever comes then, it is not shown twice.
        let _ = one.keep(self.paths, &reminder.id());
        self.show_now(reminder)
    }

    /// Shows a reminder now, whether or not it is due, unless the person is away or does not want to
    /// be disturbed.
    pub fn show_now(&self, reminder: &Reminder) -> Reminded {
        loop {
            match self.once(reminder, SHOWN) {
                Err(other) => return other,
                Ok(NoticeEnd::Answered(NoticeAnswer::Snooze)) => self.desk.wait(SNOOZE),
                Ok(end) => return self.follow(reminder, end),
            }
        }
    }

    /// Shows all reminders as they come due, until the program is ended. What each came to is told.
    ///
    /// # Errors
    /// Whatever `tell` returns.
    pub fn run(
        &self,
        reminders: &[Reminder],
        tell: &mut dyn FnMut(&Reminder, Reminded) -> io::Result<()>,
    ) -> io::Result<()> {
        self.run_while(reminders, &mut || true, tell)
    }

    /// The same for as long as that is wanted.
    pub(super) fn run_while(
        &self,
        reminders: &[Reminder],
        goes_on: &mut dyn FnMut() -> bool,
        tell: &mut dyn FnMut(&Reminder, Reminded) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut snoozed: Vec<(usize, Timestamp)> = Vec::new();
        let (mut rested, mut was_away) = (None, false);
        while goes_on() {
            let is_away = self.desk.attention().is_away();
            if was_away && !is_away {
                rested = Some(self.desk.now());
            }
            was_away = is_away;
            let mut due = Vec::new();
            for (index, reminder) in reminders.iter().enumerate() {
                match self.verdict(reminder, rested) {
                    Verdict::Show(one) => due.push((index, Some(one))),
                    _ if is_again(&snoozed, index, self.desk.now()) => due.push((index, None)),
                    _ => {}
                }
            }
            // Those that come at one time share it, so that none of them comes too late.
            let shown = SHOWN / due.len().clamp(1, MOST_SHARING) as u32;
            for (index, one) in due {
                let reminder = &reminders[index];
                if let Some(one) = one {
                    let _ = one.keep(self.paths, &reminder.id());
                }
                snoozed.retain(|(it, _)| *it != index);
                let came_to = match self.once(reminder, shown) {
                    Err(other) => other,
                    Ok(end) => {
                        if end == NoticeEnd::Answered(NoticeAnswer::Snooze) {
                            snoozed.push((index, later(self.desk.now(), SNOOZE)));
                        }
                        self.follow(reminder, end)
                    }
                };
                tell(reminder, came_to)?;
            }
            self.desk.wait(LOOK);
        }
        Ok(())
    }

    /// Shows it once, for so long at most, unless nobody is there or wants it.
    fn once(&self, reminder: &Reminder, shown: Duration) -> Result<NoticeEnd, Reminded> {
        let attention = self.desk.attention();
        if attention.is_away() || Journal::is_on(&self.paths.journal_file()) {
            return Err(Reminded::Rested);
        }
        if attention.is_undisturbed {
            return Err(Reminded::Undisturbed);
        }
        if attention.is_engaged {
            return Err(Reminded::Engaged);
        }
        let say = |id: &'static str| self.texts.text(&Message::new(id));
        let mut answers = vec![
            (NoticeAnswer::Start, say("reminder-start")),
            (NoticeAnswer::Snooze, say("reminder-snooze")),
            (NoticeAnswer::Skip, say("reminder-skip")),
        ];
        if reminder.purpose == ReminderPurpose::Water {
            answers.remove(0);
        }
        let place = self.paths.notice_file();
        let notice = Notice {
            title: reminder.name.clone(),
            body: self.said(reminder),
            answers,
            replaces: shown_number(self.paths),
            expires: shown,
        };
        let end = self.desk.show(notice, &mut |number| {
            // Where it cannot be kept, the next one stands beside it: no reason to say nothing.
            let _ = files::write_private(&place, number.to_string().as_bytes());
        });
        let _ = files::erase(&place);
        Ok(end)
    }

    /// Begins what was asked for.
    fn follow(&self, reminder: &Reminder, end: NoticeEnd) -> Reminded {
        match end {
            NoticeEnd::Unreachable => Reminded::Unreachable,
            NoticeEnd::Answered(NoticeAnswer::Start) => match self.desk.begin(reminder.session()) {
                Ok(()) => Reminded::Begun,
                Err(_) => Reminded::CannotBegin,
            },
            NoticeEnd::Answered(_) | NoticeEnd::Gone => Reminded::PutAway,
        }
    }

    fn verdict(&self, reminder: &Reminder, rested: Option<Timestamp>) -> Verdict {
        let last = LastShown::load(self.paths, &reminder.id());
        let rested = rested.max(self.last_session());
        let here = (self.desk.now(), &time_zone());
        verdict(reminder, last, rested, here, self.settings.day_begins)
    }

    /// When the last session in the journal ended.
    fn last_session(&self) -> Option<Timestamp> {
        let file = self.paths.journal_file();
        if !self.settings.journal || !file.exists() {
            return None;
        }
        let entry = Journal::open_to_read(&file).ok()?.entries(Some(1)).ok()?.pop()?;
        let played = i64::try_from(entry.progress.played).ok()?;
        Timestamp::from_millisecond(entry.began.millis.checked_add(played)?).ok()
    }
}

/// The number of the reminder that is shown by another copy of this program; 0 for none.
fn shown_number(paths: &Paths) -> u32 {
    let bytes = files::read(&paths.notice_file(), 64).unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim().parse().unwrap_or_default()
}

/// Whether one that was put off comes again now.
fn is_again(snoozed: &[(usize, Timestamp)], index: usize, now: Timestamp) -> bool {
    snoozed.iter().any(|(it, at)| *it == index && *at <= now)
}

fn later(at: Timestamp, by: Duration) -> Timestamp {
    at.checked_add(by).unwrap_or(at)
}
