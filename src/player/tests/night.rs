//! The bed at the end of a night: it fades in time whatever is done, or plays on after the session.

use super::*;
use crate::player::sleep_timer::LONGER_MILLIS;
use crate::player::{SleepTimer, SleepTimerState};
use crate::timeline::Ending;
use crate::timeline::tests::written;

/// 400 s of rest over the ocean, and in its last 100 s the bed fades.
fn night(play_on: u64) -> Player {
    let rest = plain_step(StepKind::Rest, Length::Millis(395_000));
    let session = Session {
        bed: Some("ocean".to_owned()),
        ..session_of(vec![Block::Step(Box::new(Step { say: None, ..rest }))])
    };
    let timeline = written(&session, Side::Left);
    Player::new(Arc::new(timeline.with_ending(Ending::Night { play_on })))
}

/// What is said of the bed after a first part of a script.
fn said_of_the_bed(before: &str, script: &str) -> String {
    let mut player = night(0);
    play(&mut player, before);
    let log = play(&mut player, script);
    let lines = log.lines().map(str::trim);
    let of_bed = lines.filter(|it| it.contains("bed ") || it.contains("Fade"));
    of_bed.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_bed_that_fades_goes_on_fading_after_a_pause() {
    assert_snapshot!(said_of_the_bed("320000 toggle 60000", "toggle 1000"), @r#"
    320000 bed Some("ocean") at 320000 in 0
    320000 Fade { millis: 80000 } at 320000 in 0
    "#);
}

#[test]
fn a_jump_into_the_fade_ends_in_silence_too() {
    assert_snapshot!(said_of_the_bed("290000", "forward forward"), @r#"
    300000 bed Some("ocean") at 300000 in 0
    300000 Fade { millis: 100000 } at 300000 in 0
    310000 bed Some("ocean") at 310000 in 0
    310000 Fade { millis: 90000 } at 310000 in 0
    "#);
}

#[test]
fn staying_longer_brings_the_bed_back_until_it_is_time() {
    assert_snapshot!(said_of_the_bed("305000", "extend 20000"), @r#"
    305000 bed Some("ocean") at 305000 in 0
    321200 Fade { millis: 107500 } at 322500 in 1300
    "#);
}

#[test]
fn turning_to_day_during_the_fade_brings_the_bed_back_and_cancels_nothing() {
    let mut player = night(0);
    play(&mut player, "350000");
    let effects = player.set_ending(Ending::Day);
    assert_eq!(
        effects.iter().map(describe).collect::<Vec<_>>(),
        [
            r#"bed Some("ocean") at 350000 in 0"#,
            "Softer { hundredths: 0 } at 350000 in 0",
            "Softer { hundredths: 0 } at 351350 in 1350",
        ]
    );
    let effects = player.set_ending(Ending::Night { play_on: 0 });
    assert_eq!(describe(&effects[1]), "Fade { millis: 50000 } at 350000 in 0");
    assert_eq!(player.set_ending(Ending::Night { play_on: 0 }), []);
}

#[test]
fn a_bed_that_plays_on_does_not_fade_at_the_end_of_the_session() {
    let log = play(&mut night(60_000), "400000");
    assert!(log.contains("Finished { whole: true }"), "{log}");
    assert!(!log.contains("Fade"), "{log}");
    let log = play(&mut night(60_000), "390000 finish");
    assert!(log.contains("FadeBed { millis: 2000 }"), "{log}");
}

proptest! {
    #[test]
    fn however_time_passes_a_bed_fades_and_falls_silent_in_time(
        steps in prop::collection::vec(1..1_500_u64, 500..600), speed in 0.5..4.0_f64
    ) {
        let player = night(60_000).with_speed(speed);
        let mut timer = SleepTimer::after(&player).expect("a bed");
        let mut passed = 0;
        for step in steps {
            passed += step;
            let begins = timer.advance(step).len();
            let now = (passed as f64 * speed) as u64;
            let expected = match now {
                0..60_000 => SleepTimerState::PlayingOn,
                60_000..240_000 => SleepTimerState::Fading,
                _ => SleepTimerState::Over,
            };
            prop_assert_eq!(timer.state(), expected);
            prop_assert!(begins <= 1);
            let left = timer.until_change().map_or(u64::MAX, |until| until.max(1));
            prop_assert!(left > 0);
        }
    }
}

#[test]
fn what_is_over_cannot_be_made_longer() {
    let mut timer = SleepTimer::after(&night(60_000)).expect("a bed");
    timer.longer();
    assert_eq!(timer.left(), 60_000 + LONGER_MILLIS);
    timer.advance(10_000_000);
    assert_eq!((timer.longer(), timer.end()), (vec![], vec![]));
    assert_eq!(timer.until_change(), None);
}
