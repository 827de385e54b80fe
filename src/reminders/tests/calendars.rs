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

#[test]
fn another_program_reads_the_calendar_and_finds_each_time_with_its_days_and_words() {
    let text = written();
    let read: Vec<_> = ical::IcalParser::new(text.as_bytes()).collect();
    let [Ok(calendar)] = read.as_slice() else { panic!("it is one calendar: {read:?}") };
    let told = |name: &str| -> Vec<&str> {
        let properties = calendar.events.iter().flat_map(|event| &event.properties);
        properties.filter(|it| it.name == name).filter_map(|it| it.value.as_deref()).collect()
    };
    let days = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    assert_eq!(told("RRULE"), [days, days, "FREQ=WEEKLY;BYDAY=SA"]);
    assert_eq!(told("DTSTART"), ["20261130T130000", "20261130T170000", "20261128T003000"]);
    let said = told("DESCRIPTION");
    assert_eq!(said[0].matches("ruhige Minuten für Nacken").count(), 3, "{said:?}");
    assert!(calendar.events.iter().all(|event| event.alarms.len() == 1));
}
