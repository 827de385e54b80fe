//! Limits and turns of the player at their exact millisecond.

use super::*;
use crate::choices::{Choice as _, Mix, SoundKind};
use crate::player::sleep_timer::LONGER_MILLIS;
use crate::player::{
    Control, GAP_MILLIS, HORIZON_MILLIS, Levels, NowPlaying, SleepTimer, SleepTimerState, Start,
};
use crate::session::Tense;
use crate::timeline::Ending;
use crate::timeline::tests::arbitrary::squeeze;

/// Lets time pass in steps that are no gap.
pub(super) fn pass(player: &mut Player, mut millis: u64) -> Vec<Effect> {
    let mut effects = Vec::new();
    while millis > 0 {
        let step = millis.min(GAP_MILLIS);
        effects.extend(player.advance(step));
        millis -= step;
    }
    effects
}

/// Which chimes are handed out, and in how many milliseconds they are due.
pub(super) fn chimes(effects: &[Effect]) -> Vec<(String, u64)> {
    let chime = |effect: &Effect| match effect {
        Effect::Cue { cue: Cue { kind: CueKind::Chime(name), .. }, after } => {
            Some((name.clone(), *after))
        }
        _ => None,
    };
    effects.iter().filter_map(chime).collect()
}

fn fade_of_bed(effects: &[Effect]) -> Vec<u64> {
    let fade = |effect: &Effect| match effect {
        Effect::FadeBed { millis } => Some(*millis),
        _ => None,
    };
    effects.iter().filter_map(fade).collect()
}

/// A night of 10 s over the ocean, at this speed, and how long its bed plays on.
pub(super) fn night(play_on: u64, speed: f64) -> Player {
    let rest = plain_step(StepKind::Rest, Length::Millis(5_000));
    let blocks = vec![Block::Step(Box::new(Step { say: None, ..rest }))];
    let session = Session { bed: Some("ocean".to_owned()), ..session_of(blocks) };
    let timeline = written(&session, Side::Left).with_ending(Ending::Night { play_on });
    Player::new(Arc::new(timeline)).with_speed(speed)
}

fn timer(play_on: u64, speed: f64) -> SleepTimer {
    SleepTimer::after(&night(play_on, speed)).expect("a bed plays on")
}

#[test]
fn a_gap_is_longer_than_two_seconds() {
    let mut player = player(&short_session());
    player.begin();
    player.advance(2_000);
    assert_eq!(
        (player.state(), player.position(), player.played()),
        (State::Playing, 2_000, 2_000)
    );
    let effects = player.advance(2_001);
    assert_eq!(effects, [Effect::CancelPending, Effect::Paused(PauseReason::Gap)]);
    assert_eq!((player.position(), player.played()), (2_000, 2_000));
    assert_eq!(player.advance(100), []);
}

#[test]
fn a_cue_is_handed_out_once_it_lies_within_the_horizon() {
    assert_eq!(HORIZON_MILLIS, 1_350);
    for (speed, before) in [(1.0, 3_650), (2.0, 1_150), (0.5, 8_650)] {
        let mut player = player(&short_session()).with_speed(speed);
        assert_eq!(chimes(&player.begin()), []);
        assert_eq!(chimes(&pass(&mut player, before)), [], "at {speed}");
        let start = ("start".to_owned(), HORIZON_MILLIS - 1);
        // Half speed takes two milliseconds of wall time for one of the session's.
        let wall = if speed < 1.0 { 2 } else { 1 };
        let handed = chimes(&pass(&mut player, wall));
        let after = if speed < 1.0 { start.1 - 1 } else { start.1 };
        assert_eq!(handed, [(start.0, after)], "at {speed}");
        assert_eq!(chimes(&pass(&mut player, 1_000)), [], "once only");
    }
}

#[test]
fn speeds_are_kept_within_what_is_allowed() {
    let session = short_session();
    for (asked, kept) in [
        (0.0, 0.25),
        (0.25, 0.25),
        (0.26, 0.26),
        (19.9, 19.9),
        (20.0, 20.0),
        (20.1, 20.0),
        (f64::NAN, 1.0),
        (f64::INFINITY, 1.0),
    ] {
        let speed = player(&session).with_speed(asked).speed();
        assert!((speed - kept).abs() < 1e-9, "{speed} for {asked}");
    }
}

#[test]
fn it_begins_where_it_is_asked_to_and_at_most_at_the_end() {
    let session = short_session();
    for (asked, position, segment) in
        [(0, 0, 0), (4_999, 4_999, 0), (5_000, 5_000, 1), (51_000, 51_000, 4), (60_000, 51_000, 4)]
    {
        let player = player(&session).starting_at(asked);
        assert_eq!((player.position(), player.moment().index), (position, segment), "{asked}");
    }
}

#[test]
fn the_end_is_reached_at_its_millisecond_and_not_before() {
    let session = short_session();
    for (to, finished) in [(50_999, false), (51_000, true), (51_001, true)] {
        let mut player = player(&session);
        player.begin();
        let effects = player.apply(Command::SeekTo(to));
        assert_eq!(player.state() == State::Finished, finished, "{to}");
        assert_eq!(effects.contains(&Effect::Finished { whole: true }), finished, "{to}");
    }
    let mut player = player(&session).starting_at(50_000);
    player.begin();
    player.advance(999);
    assert_eq!(player.state(), State::Playing);
    let effects = player.advance(1);
    assert_eq!(player.state(), State::Finished);
    assert_eq!(fade_of_bed(&effects), [8_000]);
}

#[test]
fn the_bed_goes_fast_where_a_session_is_cut_short() {
    let mut cut = player(&short_session());
    cut.begin();
    assert_eq!(fade_of_bed(&cut.apply(Command::Finish)), [2_000]);
    let mut silent = night(0, 1.0);
    silent.begin();
    assert_eq!(fade_of_bed(&pass(&mut silent, 10_000)), [2_000]);
    let mut on = night(60_000, 1.0);
    on.begin();
    assert_eq!(fade_of_bed(&pass(&mut on, 10_000)), [0; 0]);
}

#[test]
fn ten_seconds_back_and_forward_stay_within_the_session() {
    let mut player = player(&short_session());
    player.begin();
    for (command, position) in [
        (Command::Forward, 10_000),
        (Command::Forward, 20_000),
        (Command::Back, 10_000),
        (Command::Back, 0),
        (Command::Back, 0),
        (Command::SeekTo(9_999), 9_999),
        (Command::Back, 0),
        (Command::Next, 5_000),
        (Command::Next, 25_000),
        (Command::Previous, 5_000),
        (Command::Next, 25_000),
        (Command::Next, 35_000),
        (Command::Next, 41_000),
        (Command::Previous, 25_000),
        (Command::Restart, 25_000),
    ] {
        player.apply(command);
        assert_eq!(player.position(), position, "{command:?}");
    }
}

#[test]
fn what_cannot_become_longer_changes_nothing() {
    let tense =
        Tense { muscles: crate::body::MuscleGroup::Arm, tense: 5_000, release: 5_000, times: 1 };
    let step = plain_step(StepKind::Tense(tense), Length::Millis(10_000));
    let mut player = player(&session_of(vec![Block::Step(Box::new(step))])).starting_at(6_000);
    player.begin();
    let before = player.clone();
    assert_eq!(player.apply(Command::Extend), []);
    assert_eq!(player, before);
}

#[test]
fn a_place_that_has_had_its_most_says_so_for_a_moment_where_more_is_asked_for() {
    let most = crate::body::Region::UpperTrapezius.dose_cap();
    let step = plain_step(squeeze(None), Length::Millis(most - 10_000));
    let rest = plain_step(StepKind::Rest, Length::Millis(60_000));
    let mut player =
        player(&session_of(vec![Block::Step(Box::new(step)), Block::Step(Box::new(rest))]));
    player.begin();
    while player.moment().segment.massage().is_none() {
        player.apply(Command::Next);
    }
    assert!(player.apply(Command::Extend).contains(&Effect::Extended { millis: 10_000 }));
    assert!(!player.has_had_enough(), "it got what was left");
    assert_eq!(player.apply(Command::Extend), []);
    assert!(player.has_had_enough());
    pass(&mut player, 6_000);
    assert!(!player.has_had_enough());
    player.apply(Command::Extend);
    player.apply(Command::Next);
    assert!(!player.has_had_enough(), "the next step is another place");
}

#[test]
fn a_step_that_waits_shows_its_last_millisecond_and_goes_on_when_made_longer() {
    let mut player = player(&waiting_session());
    player.begin();
    let effects = pass(&mut player, 15_000);
    assert_eq!(player.state(), State::Waiting);
    assert_eq!(effects.last(), Some(&Effect::Waiting));
    assert_eq!((player.moment().position, player.moment().index), (14_999, 1));
    let effects = player.apply(Command::Extend);
    let longer = Effect::Extended { millis: 30_000 };
    assert_eq!(effects[..3], [Effect::CancelPending, longer, Effect::Resumed]);
    assert_eq!((player.state(), player.moment().remaining), (State::Playing, 30_000));
}

#[test]
fn loudness_is_at_most_a_hundred_and_silence_is_silence() {
    let mut now = NowPlaying::new(Levels { volume: 1, ..Levels::default() });
    let at = std::time::SystemTime::UNIX_EPOCH;
    assert!(!now.levels().is_silent());
    for (asked, kept, silent) in
        [(0, 0, true), (1, 1, false), (99, 99, false), (100, 100, false), (101, 100, false)]
    {
        assert_eq!(now.control(Control::Volume(asked), at), [Effect::Volume(kept)]);
        assert_eq!((now.levels().volume, now.levels().is_silent()), (kept, silent), "{asked}");
    }
    assert_eq!(now.control(Control::Mute(true), at), [Effect::Muted(true)]);
    assert!(now.levels().is_silent());
    let at_zero = |kinds: &[SoundKind]| {
        let mix = kinds.iter().fold(Mix::default(), |mix, kind| mix.with(*kind, 0));
        Levels { volume: 50, mix, ..Levels::default() }.is_silent()
    };
    assert!(at_zero(SoundKind::ALL) && !at_zero(&SoundKind::ALL[1..]));
    let voice = Control::Level(SoundKind::Voice, 30);
    assert_eq!(now.control(voice, at), [Effect::Level(SoundKind::Voice, 30)]);
    assert_eq!(now.levels().mix, Mix::default().with(SoundKind::Voice, 30));
}

#[test]
fn the_bed_of_a_night_fades_and_falls_silent_at_the_millisecond() {
    let mut timer = timer(10_000, 1.0);
    let seen = |timer: &SleepTimer| (timer.state(), timer.left(), timer.until_change());
    assert_eq!(timer.bed(), "ocean");
    assert_eq!(seen(&timer), (SleepTimerState::PlayingOn, 10_000, Some(10_000)));
    assert_eq!(timer.advance(9_999), []);
    assert_eq!(seen(&timer), (SleepTimerState::PlayingOn, 1, Some(1)));
    assert_eq!(timer.advance(1), [Effect::FadeBed { millis: 180_000 }]);
    assert_eq!(seen(&timer), (SleepTimerState::Fading, 0, Some(180_000)));
    assert_eq!(timer.advance(2_000), []);
    assert_eq!(timer.advance(2_001), [Effect::FadeBed { millis: 175_999 }], "it slept");
    timer.advance(175_998);
    assert_eq!(seen(&timer), (SleepTimerState::Fading, 0, Some(1)));
    timer.advance(1);
    assert_eq!(seen(&timer), (SleepTimerState::Over, 0, None));
    assert_eq!((timer.advance(5_000), timer.end(), timer.longer()), (vec![], vec![], vec![]));
}

#[test]
fn a_bed_whose_time_was_over_while_the_machine_slept_goes_within_less_than_half_a_second() {
    let mut timer = timer(10_000, 1.0);
    assert_eq!(timer.advance(1_000_000), [Effect::FadeBed { millis: 400 }]);
    assert_eq!(timer.state(), SleepTimerState::Over);
}

#[test]
fn a_bed_is_made_longer_by_a_quarter_of_an_hour_up_to_an_hour_and_a_half() {
    assert_eq!(LONGER_MILLIS, 900_000);
    let mut timer = timer(60 * 60_000, 1.0);
    for minutes in [75, 90, 90] {
        assert_eq!(timer.longer(), []);
        assert_eq!(timer.left(), minutes * 60_000);
    }
    assert_eq!(timer.advance(60_000), []);
    assert_eq!(timer.left(), 89 * 60_000);
    assert_eq!(timer.longer(), []);
    assert_eq!(timer.left(), 90 * 60_000, "counted from now");
}

#[test]
fn a_bed_that_fades_is_brought_back_and_ended_softly_at_any_speed() {
    let mut timer = timer(10_000, 2.0);
    assert_eq!(timer.until_change(), Some(5_000));
    assert_eq!(timer.advance(5_000), [Effect::FadeBed { millis: 90_000 }]);
    let back = Cue { at: 0, kind: CueKind::Bed(Some("ocean".to_owned())) };
    assert_eq!(timer.longer(), [Effect::Resumed, Effect::Cue { cue: back, after: 0 }]);
    assert_eq!((timer.state(), timer.left()), (SleepTimerState::PlayingOn, LONGER_MILLIS));
    assert_eq!(timer.end(), [Effect::FadeBed { millis: 2_000 }]);
    assert_eq!((timer.state(), timer.until_change()), (SleepTimerState::Fading, Some(2_000)));
    timer.advance(1_999);
    assert_eq!(timer.state(), SleepTimerState::Fading);
    timer.advance(1);
    assert_eq!(timer.state(), SleepTimerState::Over);
}

#[test]
fn after_a_session_at_night_only_what_stops_or_lengthens_its_bed_does_anything() {
    let at = std::time::SystemTime::UNIX_EPOCH;
    let over = || {
        let mut now = NowPlaying::new(Levels { volume: 70, ..Levels::default() });
        let player = night(60_000, 1.0);
        now.control(Control::Begin(Box::new(Start { id: "one".to_owned(), player })), at);
        assert_eq!((now.share(), now.is_bed_heard()), (Some(0.0), false));
        (0..25).for_each(|_| drop(now.advance(200, at)));
        assert_eq!((now.share(), now.id(), now.is_night()), (Some(0.5), Some("one"), true));
        (0..25).for_each(|_| drop(now.advance(200, at)));
        assert_eq!((now.share(), now.id(), now.player()), (None, None, None));
        assert!(now.is_bed_heard() && now.is_night() && now.last_player().is_some());
        now
    };
    let ends = [Effect::FadeBed { millis: 2_000 }, Effect::SleepTimer(SleepTimerState::Fading)];
    for (command, effects) in [
        (Command::Toggle, ends.to_vec()),
        (Command::Pause(PauseReason::Asked), ends.to_vec()),
        (Command::Finish, ends.to_vec()),
        (Command::Extend, vec![]),
        (Command::Next, vec![]),
        (Command::Resume, vec![]),
        (Command::SeekTo(0), vec![]),
    ] {
        assert_eq!(over().control(Control::Command(command), at), effects, "{command:?}");
    }
    let mut now = over();
    now.control(Control::Command(Command::Extend), at);
    assert_eq!(now.sleep_timer().map(SleepTimer::left), Some(60_000 + LONGER_MILLIS));
}
