//! The background while a session plays: whose it is, and when it changes.

use insta::assert_snapshot;

use super::{play, player, short_session};
use crate::session::{Anchor, BedAt, Block, Session};

/// As [`short_session`], with one background from the start and another in the middle of its rest.
fn session_with_beds() -> Session {
    let mut session = short_session();
    session.bed = Some("ocean".to_owned());
    if let Block::Step(step) = &mut session.blocks[0] {
        step.beds = vec![BedAt { at: Anchor::Share(500), name: Some("rain".to_owned()) }];
    }
    session
}

/// Plays a script and keeps what concerns the background.
fn beds(session: &Session, script: &str) -> String {
    let told = play(&mut player(session), script);
    told.lines().filter(|line| line.contains(" bed ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn another_background_comes_at_once_and_nothing_else_is_cancelled() {
    let mut player = player(&session_with_beds());
    assert_snapshot!(play(&mut player, "7000 bed=fire 9000 bed=fire bed=none bed=session 100"), @r#"
        0 Entered(0)
        0 bed Some("ocean") at 0 in 0
        0 say “Get comfortable, seated.” at 0 in 0
     3700 chime start at 5000 in 1300
     5000 Entered(1)
     5700 say “Rest your hands.” at 7000 in 1300
     7000 bed Some("fire") at 7000 in 0
    16000 bed None at 16000 in 0
    16000 bed Some("rain") at 16000 in 0
    16100 Playing
    "#);
}

#[test]
fn a_background_that_is_already_on_its_way_is_overruled() {
    assert_snapshot!(beds(&session_with_beds(), "14800 bed=fire 1000"), @r#"
        0 bed Some("ocean") at 0 in 0
    13700 bed Some("rain") at 15000 in 1300
    14800 bed Some("fire") at 14800 in 0
    14800 bed Some("fire") at 16150 in 1350
    "#);
}

#[test]
fn silence_that_was_chosen_lasts_through_a_pause_and_a_jump() {
    let script = "6000 bed=none 100 toggle 50 toggle 100 forward 100";
    assert_snapshot!(beds(&session_with_beds(), script), @r#"
        0 bed Some("ocean") at 0 in 0
     6000 bed None at 6000 in 0
     6100 bed None at 6100 in 0
    16200 bed None at 16200 in 0
    "#);
    let script = "6000 bed=fire 100 bed=session 100 toggle 50 toggle 100";
    assert_snapshot!(beds(&short_session(), script), @r#"
    6000 bed Some("fire") at 6000 in 0
    6100 bed None at 6100 in 0
    6200 bed None at 6200 in 0
    "#);
}

#[test]
fn a_background_chosen_in_a_pause_comes_when_time_runs_again() {
    assert_snapshot!(beds(&session_with_beds(), "6000 toggle bed=fire 50 toggle 100"), @r#"
       0 bed Some("ocean") at 0 in 0
    6000 bed Some("fire") at 6000 in 0
    "#);
}
