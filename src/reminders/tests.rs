//! Reminders read, their times as a table of cases, and the files that other programs read.

mod calendars;
mod cases;
mod remarks;
mod timers;

use super::reminder::{ReminderDays, WallMinute};
use super::{
    ReadReminders, Reminder, ReminderDraft, ReminderFileError, ReminderProblem, ReminderPurpose,
    RemindersFile,
};
use crate::config::Paths;
use crate::words::in_english;

/// A reminder every so often in a part of the day.
pub(super) fn every(minutes: &str, between: &str, on: &str) -> Reminder {
    let draft = ReminderDraft {
        name: "Desk break".to_owned(),
        every: Some(minutes.to_owned()),
        between: Some(between.to_owned()),
        on: Some(on.to_owned()),
        session: Some("desk-neck".to_owned()),
        ..ReminderDraft::default()
    };
    draft.check().expect("a reminder")
}

/// A reminder at times of the day.
pub(super) fn at(times: &str, on: &str) -> Reminder {
    let draft = ReminderDraft {
        name: "Stretch, and; 100 % \"calm\"".to_owned(),
        at: Some(times.to_owned()),
        on: Some(on.to_owned()),
        ..ReminderDraft::default()
    };
    draft.check().expect("a reminder")
}

fn times(reminder: &Reminder) -> Vec<String> {
    reminder.times().iter().map(|time| time.text()).collect()
}

#[test]
fn a_break_comes_each_time_its_length_has_passed_in_its_part_of_the_day() {
    assert_eq!(
        times(&every("90m", "9:00-17:30", "weekdays")),
        ["10:30", "12:00", "13:30", "15:00", "16:30"]
    );
    assert_eq!(times(&every("1h30m", "22:00-1:00", "daily")), ["23:30", "01:00"]);
}

#[test]
fn a_length_is_read_as_every_other_option_reads_one() {
    for text in ["90m", "90", "90 minutes", "1h30m", "1h30", "1.5 h", "1:30:00", "5400s"] {
        assert_eq!(
            every(text, "9:00-18:00", "daily"),
            every("90m", "9:00-18:00", "daily"),
            "{text}"
        );
    }
}

#[test]
fn a_bedtime_winds_down_before_it_and_water_has_a_rhythm_of_its_own() {
    let name = || "a".to_owned();
    let bed =
        ReminderDraft { name: name(), bedtime: Some("0:15".to_owned()), ..Default::default() };
    let bed = bed.check().expect("a reminder");
    assert_eq!(times(&bed), ["23:30"]);
    assert!(matches!(bed.purpose, ReminderPurpose::Bedtime(_)));
    let water = ReminderDraft { name: name(), water: true, ..Default::default() };
    let water = water.check().expect("a reminder");
    assert_eq!(water.purpose, ReminderPurpose::Water);
    assert_eq!(times(&water).len(), 6);
}

#[test]
fn what_is_wrong_with_a_reminder_is_said_with_what_would_be_right() {
    let draft = |change: &dyn Fn(&mut ReminderDraft)| {
        let mut draft = ReminderDraft { name: "rest".to_owned(), ..Default::default() };
        change(&mut draft);
        draft.check().expect_err("it is wrong").to_string()
    };
    let said = [
        draft(&|it| it.name = " \n".to_owned()),
        draft(&|it| it.name = "x\u{1b}[31m\ny".to_owned()),
        draft(&|_| {}),
        draft(&|it| it.every = Some("5m".to_owned())),
        draft(&|it| it.every = Some("1:30".to_owned())),
        draft(&|it| it.every = Some("10m30s".to_owned())),
        draft(&|it| it.every = Some("13h".to_owned())),
        draft(&|it| it.every = Some("now and then".to_owned())),
        draft(&|it| it.every = Some("99999999999999999999".to_owned())),
        draft(&|it| (it.every, it.at) = (Some("1h".to_owned()), Some("9:00".to_owned()))),
        draft(&|it| (it.every, it.between) = (Some("2h".to_owned()), Some("9-10".to_owned()))),
        draft(&|it| (it.every, it.between) = (Some("2h".to_owned()), Some("9-5".to_owned()))),
        draft(&|it| it.at = Some("25:00".to_owned())),
        draft(&|it| (it.at, it.on) = (Some("9:00".to_owned()), Some("someday".to_owned()))),
        draft(&|it| (it.water, it.session) = (true, Some("neck".to_owned()))),
    ];
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_broken_file_of_reminders_reads_once_its_help_is_followed() {
    let name = "[[reminder]]\nname = \"Neck\"\n";
    for (written, meant) in [
        ("every = 90", "every = \"90\""),
        ("at = [\"9:00\", \"13:00\"]", "at = \"9:00, 13:00\""),
        ("at = 13:00", "at = \"13:00\""),
        ("every: \"90m\"", "every = \"90m\""),
        ("every \"90m\"", "every = \"90m\""),
        ("every 90m", "every = \"90m\""),
    ] {
        let text = format!("{name}{written}\n");
        let problems = ReadReminders::of("reminders.toml", &text).problems;
        let said = problems[0].to_string();
        assert!(said.ends_with(&format!("help: write `{meant}`")), "{said}");
        let mended = ReadReminders::of("reminders.toml", &format!("{name}{meant}\n"));
        assert_eq!((mended.problems.len(), mended.file.check().0.len()), (0, 1));
    }
    for (text, help) in [
        ("every\n", "write `=` and a value after `every`"),
        ("[reminder]\nname = \"Neck\"\n", "write `[[reminder]]`"),
        ("[[reminder]] name = \"Neck\"\n", "write `name = \"Neck\"` in a line of its own, below"),
        ("goal = -1\n", "like `goal = 3`"),
        ("goal = \"3\"\n", "like `goal = 3`"),
        ("goal = 22\n", "1 to 21, like `goal = 3`"),
        ("= 3\n", "write a key before it, or leave the line out"),
    ] {
        let problems = ReadReminders::of("reminders.toml", text).problems;
        let said = problems[0].to_string();
        assert!(said.contains(help), "{said}");
    }
}

#[test]
fn reminders_read_back_as_they_were_kept_and_none_has_the_name_of_another() {
    let home = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(home.path());
    assert!(ReadReminders::load(&paths).expect("none").file.drafts.is_empty());
    let draft = ReminderDraft {
        name: "Desk break".to_owned(),
        every: Some("90m".to_owned()),
        ..ReminderDraft::default()
    };
    let drafts = vec![draft.clone()];
    let mut file = RemindersFile { goal: Some(3), drafts, ..RemindersFile::default() };
    file.keep(&paths).expect("it is kept");
    let read = ReadReminders::load(&paths).expect("it is read").file;
    assert_eq!((read.goal, &read.drafts), (Some(3), &file.drafts));
    let twice = ReminderDraft { name: "desk  BREAK".to_owned(), ..draft.clone() };
    assert!(file.add(twice).expect_err("twice").to_string().contains("another name"));
    assert_eq!(ReminderDraft::default().check(), Err(ReminderProblem::Name));
    for unseen in ["\u{3164}", "\u{200b}\u{feff}", "\u{115f} \u{1160}"] {
        let unseen = ReminderDraft { name: unseen.to_owned(), ..draft.clone() };
        assert_eq!(unseen.check(), Err(ReminderProblem::Name));
    }
}

#[test]
fn what_is_no_file_of_reminders_is_said_with_its_place_and_help() {
    let texts = [
        "<<<<",
        "reminder = [{ name = \"a\"",
        "x = 1",
        "goal = \"three\"",
        "goal = -1",
        "goal = 99999999999",
        "[[reminder]]\nat = \"9:00\"\n",
        "[[reminder]]\nname = \"a\"\nat = 9:00\n",
        "[[reminder]]\nname = \"a\"\nat = [\"9:00\"]\n",
        "[[reminder]]\nname = \"a\"\nname = \"b\"\n",
        "[reminder]\nname = \"a\"\n",
        "[\0",
    ];
    let said = texts.map(|text| {
        let problems = ReadReminders::of("reminders.toml", text).problems;
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!(said.join("\n\n"));
    let fine = "\u{feff}[[reminder]]\r\nname = \"a\"\r\nat = \"9:00\"\r\n";
    let read = ReadReminders::of("reminders.toml", fine);
    assert_eq!((read.problems.len(), read.file.check().0.len()), (0, 1));
}

#[test]
fn what_another_keyboard_wrote_in_the_file_is_answered_with_what_to_write() {
    for (written, meant) in [
        ("every = \"1½h\"", "`1.5h`"),
        ("every = \"９０m\"", "`90m`"),
        ("at = \"9\u{2236}00\"", "`9:00`"),
        ("at = \"13：00\"", "`13:00`"),
        ("bedtime = \"2\u{662}:00\"", "`22:00`"),
        ("every = \"90m\"\nbetween = \"9:00\u{2212}17:00\"", "`9:00-17:00`"),
        ("at = \"9:00\"\non = \"mon\u{2011}fri\"", "`mon-fri`"),
    ] {
        let text = format!("[[reminder]]\nname = \"Neck\"\n{written}\n");
        let read = ReadReminders::of("reminders.toml", &text);
        let (_, left_out) = read.file.check();
        let [ReminderFileError::Misfit { meant: Some(help), .. }] = &left_out[..] else {
            panic!("{written}: {left_out:?}");
        };
        assert!(in_english(help).contains(meant), "{written}: {help:?}");
    }
    let none = ReadReminders::of("reminders.toml", "goal = 0\n");
    assert_eq!((none.file.goal, none.has_unread()), (None, false));
}

#[test]
fn names_that_differ_only_in_signs_are_refused_with_that_reason_and_each_is_found_by_its_own() {
    let draft = |name: &str| ReminderDraft {
        name: name.to_owned(),
        at: Some("9:00".to_owned()),
        ..ReminderDraft::default()
    };
    for (there, other) in [("x", "../x"), ("b23:00", "b23.00")] {
        let drafts = vec![draft(there), draft(other)];
        let file = RemindersFile { drafts, ..RemindersFile::default() };
        assert_eq!(
            file.check().1[0].to_string(),
            format!(
                "“{there}” and “{other}” differ only in signs, which names of files leave out: \
                 give one of them other letters or digits"
            )
        );
        let reminder = draft(there).check().expect("a reminder");
        assert!(reminder.is_called(&there.to_uppercase()) && !reminder.is_called(other));
    }
}

#[test]
fn days_are_named_alone_and_from_one_to_another() {
    let read = |text| ReminderDays::read(text).map(ReminderDays::text);
    let cases = [
        ("mon-fri", Some("weekdays")),
        ("mon–thu, sat", Some("mon,tue,wed,thu,sat")),
        ("sat-mon", Some("mon,sat,sun")),
        ("Tuesdays", Some("tue")),
        ("tues", Some("tue")),
        ("mon-", None),
        ("mon-fri-sun", None),
        ("monx", None),
    ];
    for (text, right) in cases {
        assert_eq!(read(text).as_deref(), right, "{text}");
    }
}

#[test]
fn a_reminder_that_does_not_fit_costs_no_other_and_what_a_later_version_wrote_is_kept() {
    let whole = |name: &str| format!("[[reminder]]\nname = \"{name}\"\nat = \"9:00\"\n");
    for broken in [
        "every = 90m",
        "colour blue",
        "on = [\"mon\"]",
        "water = \"yes\"",
        "name = \"again\"",
        "at = \"10:00",
        "at = [\"10:00\"",
        "session = \"\u{0}\"",
    ] {
        let text = format!("{}{}{broken}\n{}", whole("first"), whole("broken"), whole("last"));
        let read = ReadReminders::of("reminders.toml", &text);
        let names: Vec<_> = read.file.check().0.into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["first", "last"], "{broken}: {:?}", read.problems);
        assert!(read.has_unread() && read.problems.iter().all(|it| it.line == 7), "{broken}");
    }
    let text = format!("{}{}{}", whole("first"), whole("br\u{fc}"), whole("last"));
    let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
    let single = text.replacen("[[reminder]]", "[reminder]", 1);
    for (bytes, names, line) in
        [(latin, ["first", "last"], 5), (single.into_bytes(), ["br\u{fc}", "last"], 1)]
    {
        let read = ReadReminders::of_bytes("reminders.toml", &bytes);
        let kept: Vec<_> = read.file.check().0.into_iter().map(|it| it.name).collect();
        assert_eq!(kept, names, "{:?}", read.problems);
        assert!(read.has_unread() && read.problems.iter().all(|it| it.line == line));
    }
    let read = ReadReminders::of("reminders.toml", &format!("goal = many\n{}", whole("one")));
    assert_eq!((read.file.goal, read.file.check().0.len(), read.problems.len()), (None, 1, 1));

    let later = format!("goal = 3\nmood = 7\n{}colour = \"blue\"\n[sky]\nhue = 1\n", whole("one"));
    let read = ReadReminders::of("reminders.toml", &later);
    let lines: Vec<_> = read.problems.iter().map(|it| it.line).collect();
    assert_eq!((lines, read.has_unread()), (vec![2, 6, 7], false));
    let home = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(home.path());
    read.file.keep(&paths).expect("it is kept");
    let written = std::fs::read_to_string(paths.reminders_file()).expect("a text");
    for kept in ["mood = 7", "colour = \"blue\"", "[sky]", "hue = 1"] {
        assert!(written.contains(kept), "{written}");
    }
    assert_eq!(ReadReminders::of("reminders.toml", &written).file.check().0.len(), 1);
}

#[test]
fn a_time_of_day_is_read_as_clocks_of_both_kinds_show_it() {
    for (written, read) in [
        ("9:00", "09:00"),
        ("22.15", "22:15"),
        ("9am", "09:00"),
        ("9:30 PM", "21:30"),
        ("12am", "00:00"),
        ("12:05 p.m.", "12:05"),
        ("24:00", "00:00"),
    ] {
        assert_eq!(WallMinute::read(written).map(WallMinute::text).as_deref(), Some(read));
    }
    for written in ["", "am", "0pm", "13pm", "24:01", "25", "9:60", "9:5", "-9", "9:30pm am"] {
        assert_eq!(WallMinute::read(written), None, "{written}");
    }
}
