//! The calendar, line by line.

use jiff::civil::date;

use super::super::calendar;
use super::{at, every};

fn written() -> String {
    let now = "2026-11-28T09:30:00Z".parse().expect("a moment");
    let long = "Ein paar ruhige Minuten für Nacken, Schultern; Rücken — ".repeat(3);
    let reminders =
        [(every("4h", "9:00-17:30", "weekdays"), long), (at("0:30", "fri"), "a\nb".to_owned())];
    calendar(&reminders, now, date(2026, 11, 28), 4)
}

#[test]
fn a_calendar_names_each_time_with_its_days_and_keeps_to_the_length_of_lines() {
    let text = written();
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    insta::assert_snapshot!(text.replace("\r\n", "\n"));
}

#[test]
fn a_calendar_written_again_replaces_what_it_wrote_before() {
    let names = |text: &str| {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut unique = names(&written());
    assert_eq!(unique, names(&written()));
    unique.dedup();
    assert_eq!(unique.len(), 3);
}
