//! What the shipped sessions and moves cover between them.

use std::ops::RangeInclusive;

use unclench::for_tests::{Entry, Goal, MuscleGroup, Region, Setting, Technique, Tool};

use super::shipped::{files, moves, sessions};
use super::table::Table;

/// The lengths people have time for, in milliseconds as written.
const BANDS: [(RangeInclusive<u64>, &str); 4] = [
    (0..=minutes(3, 30), "to 3:30"),
    (minutes(4, 30)..=minutes(7, 59), "5 to 7"),
    (minutes(9, 30)..=minutes(15, 59), "10 to 15"),
    (minutes(19, 0)..=minutes(31, 0), "20 to 30"),
];

const fn minutes(minutes: u64, seconds: u64) -> u64 {
    (minutes * 60 + seconds) * 1_000
}

fn count(entries: &[Entry], is_meant: impl Fn(&Entry) -> bool) -> usize {
    entries.iter().filter(|entry| is_meant(entry)).count()
}

fn named<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<(T, &'static str)> {
    all.iter().map(|one| (*one, name(*one))).collect()
}

#[test]
fn every_technique_can_be_explored_in_every_setting() {
    let entries = sessions();
    let techniques = named(Technique::ALL, Technique::id);
    let settings = named(Setting::ALL, Setting::id);
    let table = Table::of(&techniques, &settings, |technique, setting| {
        count(&entries, |entry| {
            entry.techniques.contains(&technique) && entry.settings.contains(&setting)
        })
    });
    table.holds_at_least(1);
}

#[test]
fn every_goal_has_a_session_of_every_length() {
    let entries = sessions();
    let bands: Vec<_> = BANDS.iter().map(|(band, name)| (band, *name)).collect();
    let goals = named(Goal::ALL, Goal::id);
    let table = Table::of(&goals, &bands, |goal, band| {
        count(&entries, |entry| entry.goals.contains(&goal) && band.contains(&entry.millis))
    });
    table.holds_at_least(1);
}

#[test]
fn every_region_is_met_in_two_sessions() {
    let entries = sessions();
    let regions = named(&Region::ALL, Region::name);
    let table = Table::of(&regions, &[((), "sessions")], |region, ()| {
        count(&entries, |entry| entry.regions.contains(&region))
    });
    table.holds_at_least(2);
}

#[test]
fn every_region_has_a_move() {
    let moves = moves();
    let regions = named(&Region::ALL, Region::name);
    let table = Table::of(&regions, &[((), "moves")], |region, ()| {
        moves.iter().filter(|a_move| a_move.region() == Some(region)).count()
    });
    table.holds_at_least(1);
}

#[test]
fn every_muscle_group_of_each_form_has_a_move() {
    let moves = moves();
    let forms: [(&str, &[MuscleGroup]); 3] = [
        ("of sixteen", &MuscleGroup::SIXTEEN),
        ("of seven", &MuscleGroup::SEVEN),
        ("of four", &MuscleGroup::FOUR),
    ];
    for (form, groups) in forms {
        let groups = named(groups, MuscleGroup::name);
        let table = Table::of(&groups, &[((), form)], |group, ()| {
            moves.iter().filter(|a_move| a_move.muscles() == Some(group)).count()
        });
        table.holds_at_least(1);
    }
}

#[test]
fn there_is_something_with_bare_hands_with_a_ball_and_with_a_roller() {
    let entries = sessions();
    let massages = |entry: &Entry| !entry.techniques.is_empty();
    let bare =
        |entry: &Entry| massages(entry) && entry.tools.iter().all(|tool| *tool == Tool::Hands);
    assert!(count(&entries, bare) > 0, "nothing with bare hands");
    for tool in [Tool::Ball, Tool::Roller] {
        let with_tool = |entry: &Entry| massages(entry) && entry.tools.contains(&tool);
        assert!(count(&entries, with_tool) > 0, "nothing with a {}", tool.name());
    }
}

#[test]
fn there_are_forty_eight_sessions_and_sixty_moves() {
    let (sessions, moves) = (files("").len(), files("moves").len());
    assert!(sessions >= 48, "{sessions} sessions");
    assert!(moves >= 60, "{moves} moves");
}

#[test]
fn every_file_is_in_the_library() {
    let names = |folder: &str| files(folder).into_iter().map(|file| file.name).collect::<Vec<_>>();
    let mut ids: Vec<String> = sessions().into_iter().map(|entry| entry.id).collect();
    ids.sort();
    assert_eq!(ids, names(""));
    let known: Vec<String> = moves().into_iter().map(|a_move| a_move.name).collect();
    assert_eq!(known, names("moves"));
}
