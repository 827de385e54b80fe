//! Reminders through the hours of a day, without waiting for them.

use std::cell::{Cell, RefCell};
use std::io;
use std::time::Duration;

use jiff::Timestamp;
use tempfile::TempDir;

use crate::conductor::reminding::{Reminded, ReminderDesk, Reminding};
use crate::config::{Paths, Settings};
use crate::desktop::{Attention, Notice, NoticeAnswer, NoticeEnd};
use crate::journal::{
    EntryId, Journal, JournalEntry, LocalMoment, SessionContent, SessionProgress,
};
use crate::reminders::{Reminder, ReminderDraft, ReminderPurpose};
use crate::words::{Language, Texts};

/// A person at a desk: away for some minutes, and with these answers to notices.
struct MadeDesk {
    now: Cell<Timestamp>,
    /// When they are away, in minutes after the beginning.
    away: std::ops::Range<i64>,
    is_engaged: bool,
    answers: RefCell<Vec<NoticeAnswer>>,
    /// At which minute each notice was shown.
    shown: RefCell<Vec<i64>>,
    /// What the last notice let them answer.
    answerable: RefCell<Vec<NoticeAnswer>>,
    begun: RefCell<Vec<Option<String>>>,
}

/// Eight in the morning on a Monday, in UTC.
const BEGINNING: &str = "2026-11-30T08:00:00Z";

impl MadeDesk {
    fn new(answers: &[NoticeAnswer]) -> Self {
        Self {
            now: Cell::new(BEGINNING.parse().expect("a moment")),
            away: 0..0,
            is_engaged: false,
            answers: RefCell::new(answers.iter().rev().copied().collect()),
            shown: RefCell::default(),
            answerable: RefCell::default(),
            begun: RefCell::default(),
        }
    }

    fn minute(&self) -> i64 {
        let beginning: Timestamp = BEGINNING.parse().expect("a moment");
        self.now.get().duration_since(beginning).as_mins()
    }
}

impl ReminderDesk for MadeDesk {
    fn now(&self) -> Timestamp {
        self.now.get()
    }

    fn wait(&self, span: Duration) {
        self.now.set(self.now.get().checked_add(span).expect("a moment"));
    }

    fn attention(&self) -> Attention {
        let idle = self.away.contains(&self.minute()).then_some(Duration::from_secs(600));
        Attention { idle, is_engaged: self.is_engaged, ..Attention::default() }
    }

    fn show(&self, notice: Notice, shown: &mut dyn FnMut(u32)) -> NoticeEnd {
        self.shown.borrow_mut().push(self.minute());
        *self.answerable.borrow_mut() = notice.answers.iter().map(|(answer, _)| *answer).collect();
        shown(7);
        let answer = self.answers.borrow_mut().pop();
        if answer.is_none() {
            self.wait(notice.expires);
        }
        answer.map_or(NoticeEnd::Gone, NoticeEnd::Answered)
    }

    fn begin(&self, session: Option<&str>) -> io::Result<()> {
        self.begun.borrow_mut().push(session.map(str::to_owned));
        Ok(())
    }
}

/// Every hour all day long, wherever the machine is that runs this.
fn hourly() -> Reminder {
    let draft = ReminderDraft {
        name: "break".to_owned(),
        every: Some("60m".to_owned()),
        between: Some("0:00-23:59".to_owned()),
        session: Some("feet".to_owned()),
        ..ReminderDraft::default()
    };
    draft.check().expect("a reminder")
}

/// What an hourly reminder came to in so many minutes at a desk.
fn hours(desk: &MadeDesk, minutes: i64) -> Vec<Reminded> {
    these(&[hourly()], desk, minutes)
}

/// What reminders came to in so many minutes at a desk.
fn these(reminders: &[Reminder], desk: &MadeDesk, minutes: i64) -> Vec<Reminded> {
    let home = TempDir::new().expect("a folder");
    in_this_home((&Paths::under(home.path()), &Settings::default()), reminders, desk, minutes)
}

/// What reminders came to in so many minutes at a desk, in a home with these settings.
fn in_this_home(
    (paths, settings): (&Paths, &Settings),
    reminders: &[Reminder],
    desk: &MadeDesk,
    minutes: i64,
) -> Vec<Reminded> {
    let texts = Texts::of(Language::English);
    let title = |id: &str| id.to_owned();
    let reminding = Reminding { desk, paths, settings, texts, title: &title };
    let told = RefCell::new(Vec::new());
    // The loop ends where what it tells cannot be told any more.
    let ended =
        reminding.run_while(reminders, &mut || desk.minute() < minutes, &mut |_, came_to| {
            told.borrow_mut().push(came_to);
            Ok(())
        });
    ended.expect("it is told");
    told.into_inner()
}

#[test]
fn it_comes_every_hour_once_and_what_is_put_off_comes_ten_minutes_later() {
    let desk = MadeDesk::new(&[NoticeAnswer::Skip, NoticeAnswer::Snooze, NoticeAnswer::Start]);
    let came_to = hours(&desk, 170);
    let shown = desk.shown.borrow().clone();
    assert_eq!(shown.len(), 4, "{shown:?}");
    assert_eq!((shown[1] - shown[0], shown[2] - shown[1], shown[3] - shown[1]), (60, 10, 60));
    assert_eq!(came_to[2], Reminded::Begun);
    assert_eq!(*desk.begun.borrow(), [Some("feet".to_owned())]);
}

#[test]
fn time_away_counts_as_the_break() {
    let whole = MadeDesk::new(&[]);
    hours(&whole, 170);
    let first = whole.shown.borrow()[0];
    // Away until a quarter of an hour before the second.
    let away = MadeDesk { away: first + 20..first + 45, ..MadeDesk::new(&[]) };
    hours(&away, 170);
    let shown = away.shown.borrow().clone();
    assert_eq!(shown, [whole.shown.borrow()[0], whole.shown.borrow()[2]]);
}

/// A home in whose journal a session began so many minutes after the beginning, and lasted half an hour.
fn home_with_a_session(minute: i64) -> (TempDir, Paths) {
    let home = TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    let beginning: Timestamp = BEGINNING.parse().expect("a moment");
    let began = beginning.as_millisecond() + minute * 60_000;
    let played = 30 * 60_000;
    let entry = JournalEntry {
        id: EntryId::new(),
        session: "feet".to_owned(),
        title: "Feet".to_owned(),
        asked: None,
        began: LocalMoment { millis: began, ahead: 0 },
        progress: SessionProgress {
            position: played,
            length: played,
            played,
            ..Default::default()
        },
        content: SessionContent::default(),
        ratings: Vec::new(),
        pain_at: None,
        coin: None,
        note: String::new(),
        is_let_go: false,
    };
    let mut journal = Journal::open(&paths.journal_file()).expect("it is opened");
    journal.keep(&entry).expect("it is kept");
    (home, paths)
}

#[test]
fn a_session_counts_as_the_break_from_its_end_on_where_a_journal_is_kept() {
    let whole = MadeDesk::new(&[]);
    hours(&whole, 110);
    let first = whole.shown.borrow()[0];
    // It ended ten minutes before the first, and began forty before it.
    let shown = |journal| {
        let (_home, paths) = home_with_a_session(first - 40);
        let desk = MadeDesk::new(&[]);
        let settings = Settings { journal, ..Settings::default() };
        in_this_home((&paths, &settings), &[hourly()], &desk, 110);
        desk.shown.borrow().first().copied()
    };
    assert_eq!(shown(true), Some(first + 60));
    assert_eq!(shown(false), Some(first));
}

#[test]
fn nothing_comes_while_something_keeps_the_screen_awake() {
    let desk = MadeDesk { is_engaged: true, ..MadeDesk::new(&[]) };
    let came_to = hours(&desk, 130);
    assert!(came_to.iter().all(|it| *it == Reminded::Engaged) && !came_to.is_empty());
    assert!(desk.shown.borrow().is_empty());
}

#[test]
fn a_glass_of_water_begins_no_session_and_a_break_does() {
    let water = Reminder { purpose: ReminderPurpose::Water, ..hourly() };
    let (start, snooze, skip) = (NoticeAnswer::Start, NoticeAnswer::Snooze, NoticeAnswer::Skip);
    for (reminder, answers) in [(water, vec![snooze, skip]), (hourly(), vec![start, snooze, skip])]
    {
        let desk = MadeDesk::new(&[]);
        these(&[reminder], &desk, 65);
        assert_eq!(*desk.answerable.borrow(), answers);
    }
}

#[test]
fn all_that_come_at_one_time_are_shown_within_ten_minutes_though_none_is_answered() {
    let called = |it: &str| Reminder { name: it.to_owned(), ..hourly() };
    let names = ["break", "water", "eyes", "hands", "feet"];
    let desk = MadeDesk::new(&[]);
    let came_to = these(&names.map(called), &desk, 65);
    assert!(came_to.len() >= 5 && came_to.iter().all(|it| *it == Reminded::PutAway));
    let shown = desk.shown.borrow();
    assert!(shown[4] - shown[0] < 10, "{shown:?}");
}
