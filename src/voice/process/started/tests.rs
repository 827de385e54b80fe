//! Which processes count as an engine's, out of a made-up table of them.

use rustix::process::Pid;

use super::doomed;
use crate::processes::Process;

/// This process, its session, an engine and another engine that still runs.
const OWN: i32 = 10;
const OWN_SESSION: i32 = 5;
const ENGINE: i32 = 100;
const OTHER: i32 = 200;

fn process(pid: i32, parent: i32, session: i32) -> Process {
    Process { pid, parent, group: session, session, has_ended: false, start: 0 }
}

fn ended(all: &[Process]) -> Vec<i32> {
    ended_where(OWN_SESSION, all)
}

/// What is ended where this process is in the given session.
fn ended_where(own_session: i32, all: &[Process]) -> Vec<i32> {
    let other = Pid::from_raw(OTHER).expect("a number");
    let mut found: Vec<i32> = doomed(ENGINE, process(OWN, 1, own_session), &[other], all)
        .iter()
        .map(|it| it.pid)
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn all_of_its_session_and_all_they_started_is_ended_in_whatever_order_they_are_listed() {
    let all = [
        process(104, 103, 103),
        process(103, 101, 103),
        process(101, ENGINE, ENGINE),
        process(102, 1, ENGINE),
        process(ENGINE, OWN, ENGINE),
    ];
    assert_eq!(ended(&all), [100, 101, 102, 103, 104]);
}

#[test]
fn what_lost_its_parent_and_has_a_session_of_its_own_is_ended_with_all_it_started() {
    let all = [
        process(ENGINE, OWN, ENGINE),
        process(900_000_120, OWN, 900_000_120),
        process(900_000_121, 900_000_120, 900_000_121),
    ];
    assert_eq!(ended(&all), [100, 900_000_120, 900_000_121]);
}

#[test]
fn neither_this_process_nor_its_own_children_nor_another_engine_nor_strangers_are_ended() {
    let all = [
        process(1, 0, 1),
        process(OWN_SESSION, 1, OWN_SESSION),
        process(OWN, OWN_SESSION, OWN_SESSION),
        process(11, OWN, OWN_SESSION),
        process(OTHER, OWN, OTHER),
        process(201, OTHER, OTHER),
        process(202, OWN, OTHER),
        process(300, 1, 300),
        process(ENGINE, OWN, ENGINE),
    ];
    assert_eq!(ended(&all), [100]);
}

#[test]
fn where_the_own_session_is_led_from_outside_its_children_are_still_known() {
    let all = [
        process(OWN, 1, 0),
        process(11, OWN, 0),
        process(ENGINE, OWN, ENGINE),
        process(101, ENGINE, ENGINE),
        process(900_000_120, OWN, 900_000_120),
    ];
    assert_eq!(ended_where(0, &all), [100, 101, 900_000_120]);
}
