//! Scripts of commands, and the effects they must have.

mod beds;
mod edges;
mod night;
mod now_playing;
mod turns;

use std::fmt::Write as _;
use std::sync::Arc;

use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Command, Effect, PauseReason, Player, State};
use crate::body::Side;
use crate::choices::Background;
use crate::session::{Block, Length, PhaseKind, Session, Sides, Step, StepKind};
use crate::timeline::tests::arbitrary::{lean, pattern_of, plain_step, session, session_of};
use crate::timeline::tests::written;
use crate::timeline::{Cue, CueKind};
use crate::words::{Language, Texts};

fn player(session: &Session) -> Player {
    Player::new(Arc::new(written(session, Side::Left)))
}

/// Lead-in 5 s, then 20 s of rest, then a stretch of 10 s on each side.
fn short_session() -> Session {
    let rest = plain_step(StepKind::Rest, Length::Millis(20_000));
    let stretch = Step { side: Some(Sides::Both), ..plain_step(lean(), Length::Millis(10_000)) };
    session_of(vec![Block::Step(Box::new(rest)), Block::Step(Box::new(stretch))])
}

fn waiting_session() -> Session {
    let step = |wait| {
        let step = plain_step(StepKind::Rest, Length::Millis(10_000));
        Block::Step(Box::new(Step { wait, ..step }))
    };
    session_of(vec![step(true), step(false)])
}

/// Plays a script: numbers are milliseconds that pass in steps of at most 100; words are commands.
fn play(player: &mut Player, script: &str) -> String {
    let mut log = String::new();
    let mut note = |player: &Player, effects: Vec<Effect>| {
        for effect in effects {
            let _ = writeln!(log, "{:>6} {}", player.position(), describe(&effect));
        }
    };
    if player.played() == 0 {
        let effects = player.begin();
        note(player, effects);
    }
    for word in script.split_whitespace() {
        let Ok(mut millis) = word.parse::<u64>() else {
            let effects = match word.strip_prefix("bed=") {
                Some(bed) => player.choose_bed(&Background::written(bed)),
                None => player.apply(command(word)),
            };
            note(player, effects);
            continue;
        };
        while millis > 0 {
            let step = millis.min(100);
            let effects = player.advance(step);
            note(player, effects);
            millis -= step;
        }
    }
    let _ = write!(log, "{:>6} {:?}", player.position(), player.state());
    log
}

fn command(word: &str) -> Command {
    match word {
        "toggle" => Command::Toggle,
        "pause" => Command::Pause(PauseReason::Asked),
        "resume" => Command::Resume,
        "next" => Command::Next,
        "previous" => Command::Previous,
        "restart" => Command::Restart,
        "back" => Command::Back,
        "forward" => Command::Forward,
        "extend" => Command::Extend,
        "finish" => Command::Finish,
        other => panic!("no such command: {other}"),
    }
}

fn describe(effect: &Effect) -> String {
    let english = Texts::of(Language::English);
    match effect {
        Effect::Cue { cue: Cue { at, kind }, after } => match kind {
            CueKind::Bed(name) => format!("bed {name:?} at {at} in {after}"),
            CueKind::Chime(name) => format!("chime {name} at {at} in {after}"),
            CueKind::Speech(words) => {
                let text = words.text(english);
                format!("say “{text}” at {at} in {after}")
            }
            other @ (CueKind::Breath { .. } | CueKind::Fade { .. } | CueKind::Softer { .. }) => {
                format!("{other:?} at {at} in {after}")
            }
        },
        other => format!("{other:?}"),
    }
}

#[test]
fn cues_are_handed_out_ahead_of_their_time_with_the_exact_delay() {
    let mut player = player(&short_session());
    assert_snapshot!(play(&mut player, "5100"), @r"
       0 Entered(0)
       0 say “Get comfortable, seated.” at 0 in 0
    3700 chime start at 5000 in 1300
    5000 Entered(1)
    5100 Playing
    ");
}

#[test]
fn pausing_cancels_what_has_not_begun_and_resuming_hands_it_out_again() {
    let mut player = player(&short_session());
    assert_snapshot!(play(&mut player, "4750 toggle 60000 toggle 200"), @r"
       0 Entered(0)
       0 say “Get comfortable, seated.” at 0 in 0
    3700 chime start at 5000 in 1300
    4750 CancelPending
    4750 Paused(Asked)
    4750 Resumed
    4750 chime start at 5000 in 250
    4950 Playing
    ");
}

#[test]
fn pausing_changes_nothing_but_wall_time() {
    let mut straight = player(&short_session());
    let mut paused = player(&short_session());
    play(&mut straight, "9000");
    play(&mut paused, "4000 toggle 7000 toggle 5000");
    assert_eq!(straight.position(), paused.position());
    assert_eq!(straight.played(), paused.played());
}

#[test]
fn next_and_previous_go_from_step_to_step() {
    let mut player = player(&short_session());
    assert_snapshot!(play(&mut player, "6000 next next next previous previous"), @r"
        0 Entered(0)
        0 say “Get comfortable, seated.” at 0 in 0
     3700 chime start at 5000 in 1300
     5000 Entered(1)
     5700 say “Rest your hands.” at 7000 in 1300
    25000 CancelPending
    25000 Entered(2)
    25000 chime next at 25000 in 0
    25000 say “Rest your hands.” at 25800 in 800
    35000 CancelPending
    35000 Entered(3)
    35000 chime switch at 35000 in 0
    41000 CancelPending
    41000 Entered(4)
    41000 say “Rest your hands.” at 41000 in 0
    25000 CancelPending
    25000 Entered(2)
    25000 chime next at 25000 in 0
    25000 say “Rest your hands.” at 25800 in 800
     5000 CancelPending
     5000 Entered(1)
     5000 chime start at 5000 in 0
     5000 Playing
    ");
}

#[test]
fn a_step_begins_again_at_its_start() {
    let mut player = player(&short_session());
    assert_snapshot!(play(&mut player, "15000 restart"), @r"
       0 Entered(0)
       0 say “Get comfortable, seated.” at 0 in 0
    3700 chime start at 5000 in 1300
    5000 Entered(1)
    5700 say “Rest your hands.” at 7000 in 1300
    5000 CancelPending
    5000 chime start at 5000 in 0
    5000 Playing
    ");
}

#[test]
fn seeking_past_the_end_finishes() {
    let mut player = player(&short_session());
    let log = play(&mut player, "forward forward forward forward forward forward");
    assert!(log.ends_with("Finished"), "{log}");
}

#[test]
fn finishing_early_is_told_from_playing_to_the_end() {
    let mut early = player(&short_session());
    assert!(play(&mut early, "6000 finish").contains("Finished { whole: false }"));
    let mut whole = player(&short_session());
    let log = play(&mut whole, "60000");
    assert!(log.contains("chime end at 51000 in"), "{log}");
    assert!(log.contains("Finished { whole: true }"), "{log}");
}

#[test]
fn a_step_that_waits_goes_on_when_asked() {
    let mut player = player(&waiting_session());
    assert_snapshot!(play(&mut player, "60000 toggle 1000"), @r"
        0 Entered(0)
        0 say “Get comfortable, seated.” at 0 in 0
     3700 chime start at 5000 in 1300
     5000 Entered(1)
     5700 say “Rest your hands.” at 7000 in 1300
     8200 say “Then press a key.” at 9500 in 1300
    13700 WaitsSoon { after: 1300 }
    15000 Waiting
    15000 Resumed
    15000 Entered(2)
    15000 chime next at 15000 in 0
    15000 say “Rest your hands.” at 15800 in 800
    16000 Playing
    ");
}

#[test]
fn nothing_of_the_next_step_sounds_while_a_step_waits() {
    let mut player = player(&waiting_session());
    let log = play(&mut player, "14999");
    assert!(!log.contains("at 15000"), "{log}");
}

#[test]
fn extending_gives_thirty_seconds_more() {
    let mut player = player(&short_session());
    let log = play(&mut player, "6000 extend");
    assert!(log.contains("Extended { millis: 30000 }"), "{log}");
    assert_eq!(player.moment().remaining, 49_000);
}

#[test]
fn a_gap_over_two_seconds_pauses_and_fires_nothing() {
    let mut player = player(&short_session());
    play(&mut player, "4000");
    let effects = player.advance(2_001);
    assert_eq!(effects, [Effect::CancelPending, Effect::Paused(PauseReason::Gap)]);
    assert_eq!(player.position(), 4_000);
}

#[test]
fn commands_after_the_end_change_nothing() {
    let mut player = player(&short_session());
    play(&mut player, "finish");
    for word in ["toggle", "next", "previous", "extend", "back", "finish"] {
        assert_eq!(player.apply(command(word)), [], "{word}");
    }
}

#[test]
fn eight_hours_show_no_drift_whatever_the_frames() {
    let pattern = pattern_of(&[(PhaseKind::Inhale, 4_000), (PhaseKind::Exhale, 6_000)]);
    let millis = 8 * 60 * 60 * 1000;
    let step =
        Step { pattern: Some(pattern), ..plain_step(StepKind::Breathe, Length::Millis(millis)) };
    let mut player = player(&session_of(vec![Block::Step(Box::new(step))]));
    let (mut wall, mut frame) = (0, 0);
    player.begin();
    while player.state() == State::Playing {
        frame = frame % 97 + 1;
        wall += frame;
        for effect in player.advance(frame) {
            if let Effect::Cue { cue, after } = effect {
                assert_eq!(wall + after, cue.at);
            }
        }
        assert!(player.position() == wall || player.state() == State::Finished);
    }
    assert_eq!(player.position(), player.timeline().millis());
}

/// When each cue sounds, in wall time, at this many frames a second.
fn sounded(session: &Session, frames: u64, speed: f64) -> Vec<(u64, Cue)> {
    let mut player = player(session).with_speed(speed);
    let mut sounded = Vec::new();
    let mut collect = |wall: u64, effects: Vec<Effect>| {
        for effect in effects {
            if let Effect::Cue { cue, after } = effect {
                sounded.push((wall + after, cue));
            }
        }
    };
    collect(0, player.begin());
    for frame in 1.. {
        let (before, wall) = ((frame - 1) * 1000 / frames, frame * 1000 / frames);
        collect(wall, player.advance(wall - before));
        if player.state() != State::Playing {
            break;
        }
    }
    sounded
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn cue_times_are_the_same_at_ten_thirty_and_sixty_frames(session in session()) {
        let ten = sounded(&session, 10, 1.0);
        prop_assert_eq!(&ten, &sounded(&session, 30, 1.0));
        prop_assert_eq!(&ten, &sounded(&session, 60, 1.0));
        let all = written(&session, Side::Left);
        let cues: Vec<_> = ten.into_iter().map(|(_, cue)| cue).collect();
        prop_assert_eq!(cues.as_slice(), all.cues(0, u64::MAX));
    }

    #[test]
    fn every_cue_sounds_once_at_any_speed(session in session(), speed in 0.25_f64..20.0) {
        let cues: Vec<_> = sounded(&session, 20, speed).into_iter().map(|(_, cue)| cue).collect();
        let all = written(&session, Side::Left);
        prop_assert_eq!(cues.as_slice(), all.cues(0, u64::MAX));
    }

    #[test]
    fn no_script_leaves_the_timeline(
        session in session(),
        script in proptest::collection::vec((0_usize..10, 0_u64..3000), 1..60),
    ) {
        const COMMANDS: [&str; 10] = [
            "toggle", "pause", "resume", "next", "previous", "restart", "back", "forward",
            "extend", "finish",
        ];
        let mut player = player(&session);
        for (which, millis) in script {
            player.advance(millis);
            // Finishing would end most scripts at once: it is asked for rarely.
            if which < 9 || millis < 300 {
                player.apply(command(COMMANDS[which]));
            }
            prop_assert!(player.position() <= player.timeline().millis());
            let moment = player.moment();
            prop_assert!(moment.index < player.timeline().segments().len());
        }
    }
}
