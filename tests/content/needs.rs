//! What people come for is there: in the settings where they need it, and in the time they have.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use unclench::for_tests::{Entry, Region, Setting, Tool, Wish};

use super::shipped::{files, loaded, sessions};
use super::table::Table;

const MINUTE: u64 = 60_000;

/// The lengths people have time for, in whole minutes.
const LENGTHS: [(&[u64], &str); 4] = [
    (&[2, 3], "3"),
    (&[5, 6, 7], "5 to 7"),
    (&[10, 12, 15], "10 to 15"),
    (&[20, 25, 30], "20 to 30"),
];

/// The places that sitting tires most.
const TIRED: [(Region, &str); 4] = [
    (Region::UpperTrapezius, "top of the shoulder"),
    (Region::NeckBack, "neck"),
    (Region::LowBack, "low back"),
    (Region::Glutes, "buttocks"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Needs {
    needs: BTreeMap<String, Need>,
    hours: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Need {
    sessions: Vec<String>,
    settings: Vec<Setting>,
    minutes: Vec<u64>,
}

fn needs() -> Needs {
    toml::from_str(include_str!("needs.toml")).expect("a table")
}

fn can_last(entry: &Entry, minutes: u64) -> bool {
    (entry.shortest..=entry.longest).contains(&(minutes * MINUTE))
}

fn is_hands_on(entry: &Entry) -> bool {
    !entry.techniques.is_empty()
}

#[test]
fn every_need_is_answered_where_it_is_felt_and_in_the_time_there_is() {
    let entries = sessions();
    let mut unanswered = Vec::new();
    for (need, wanted) in needs().needs {
        let known = |id: &String| entries.iter().find(|entry| entry.id == *id);
        let answers: Vec<&Entry> = wanted.sessions.iter().filter_map(known).collect();
        if answers.len() < wanted.sessions.len() {
            unanswered.push(format!("{need}: a session is gone"));
        }
        for setting in wanted.settings {
            if !answers.iter().any(|entry| entry.settings.contains(&setting)) {
                unanswered.push(format!("{need}: nothing {}", setting.name()));
            }
        }
        for minutes in wanted.minutes {
            if !answers.iter().any(|entry| can_last(entry, minutes)) {
                unanswered.push(format!("{need}: nothing of {minutes} minutes"));
            }
        }
    }
    assert_eq!(unanswered, Vec::<String>::new());
}

#[test]
fn there_is_something_for_hands_of_every_length_in_the_morning_at_the_desk_in_the_evening_and_in_bed()
 {
    let (entries, hours) = (sessions(), needs().hours);
    let of_hour = |hour: &str| -> Vec<Entry> {
        let ids = &hours[hour];
        entries.iter().filter(|entry| ids.contains(&entry.id)).cloned().collect()
    };
    let in_setting = |setting: Setting| -> Vec<Entry> {
        entries.iter().filter(|entry| entry.settings.contains(&setting)).cloned().collect()
    };
    let times = [
        of_hour("morning"),
        in_setting(Setting::Desk),
        of_hour("evening"),
        in_setting(Setting::Bed),
    ];
    let names = ["morning", "desk", "evening", "bed"];
    let rows: Vec<_> = (0..times.len()).zip(names).collect();
    let table = Table::of(&rows, &LENGTHS, |time, lengths| {
        let fits = |entry: &&Entry| {
            is_hands_on(entry) && lengths.iter().any(|minutes| can_last(entry, *minutes))
        };
        times[time].iter().filter(fits).count()
    });
    table.holds_at_least(1);
}

#[test]
fn what_sitting_tires_is_worked_by_hand_in_every_setting() {
    let entries = sessions();
    let settings: Vec<_> = Setting::ALL.iter().map(|setting| (*setting, setting.id())).collect();
    let table = Table::of(&TIRED, &settings, |region, setting| {
        let is_meant = |entry: &&Entry| {
            is_hands_on(entry)
                && entry.settings.contains(&setting)
                && entry.regions.contains(&region)
        };
        entries.iter().filter(is_meant).count()
    });
    table.holds_at_least(1);
}

/// How often hands take up or put away a tool in a session at most.
const TOOL_CHANGES: usize = 4;

#[test]
fn no_session_takes_up_and_puts_away_its_tools_again_and_again() {
    let mut restless = Vec::new();
    for shipped in loaded() {
        let timeline = shipped.timeline(&Wish::default());
        let mut tools: Vec<Tool> =
            timeline.segments().iter().filter_map(|it| it.massage()).map(|it| it.tool).collect();
        tools.dedup();
        if tools.len() > TOOL_CHANGES + 1 {
            restless.push(format!("{}: {tools:?}", shipped.id));
        }
    }
    assert_eq!(restless, Vec::<String>::new());
}

#[test]
fn every_move_has_its_place_in_a_session() {
    let mut used = BTreeSet::new();
    for session in files("") {
        let moves = session.text.lines().filter_map(|line| line.strip_prefix("move = "));
        used.extend(moves.map(|name| name.trim_matches('"').to_owned()));
    }
    let unused: Vec<String> = files("moves")
        .into_iter()
        .map(|written| written.name)
        .filter(|name| !used.contains(name))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}
