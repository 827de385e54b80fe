//! What a player does at its turns: pauses, waits, jumps, and steps that become longer.

use super::edges::{chimes, night, pass};
use super::*;
use crate::player::{Control, Levels, NowPlaying, SleepTimer, SleepTimerState, Start};
use crate::session::{Anchor, BedAt};
use crate::timeline::{Ending, LONGEST_MILLIS};

/// What a player tells of these effects, a line each.
fn told(effects: &[Effect]) -> Vec<String> {
    effects.iter().map(describe).collect()
}

/// One step of rest after 5 s to settle, which may wait at its end.
fn rest(millis: u64, wait: bool) -> Session {
    let step = Step { wait, ..plain_step(StepKind::Rest, Length::Millis(millis)) };
    session_of(vec![Block::Step(Box::new(step))])
}

/// 20 s of rest over the ocean, after 5 s to settle; at 15 s rain comes instead.
fn ocean_and_rain() -> Session {
    let mut session = rest(20_000, false);
    session.bed = Some("ocean".to_owned());
    if let Block::Step(step) = &mut session.blocks[0] {
        let name = Some("rain".to_owned());
        step.beds = vec![BedAt { at: Anchor::FromStart(10_000), name }];
    }
    session
}

#[test]
fn an_output_that_is_heard_late_gets_its_cues_so_much_sooner() {
    // What the horizon leaves for an output anyway is 250 ms.
    for (lead, handed_at) in [(0, 3_651), (250, 3_651), (251, 3_650), (1_250, 2_651)] {
        let mut player = player(&short_session());
        player.allow_for_lead(lead);
        player.begin();
        assert_eq!(chimes(&pass(&mut player, handed_at - 1)), [], "a lead of {lead} ms");
        let start = ("start".to_owned(), 5_000 - handed_at);
        assert_eq!(chimes(&pass(&mut player, 1)), [start], "a lead of {lead} ms");
    }
}

#[test]
fn what_lies_at_the_very_end_is_handed_out_once_the_horizon_reaches_it() {
    let mut player = player(&short_session()).starting_at(49_000);
    player.begin();
    assert_eq!(chimes(&pass(&mut player, 649)), []);
    assert_eq!(chimes(&pass(&mut player, 1)), [("end".to_owned(), 1_350)]);
}

#[test]
fn slow_time_adds_up_to_the_millisecond() {
    let mut player = player(&short_session()).with_speed(0.25);
    player.begin();
    let positions = [0, 0, 0, 1, 1, 1, 1, 2].map(|expected| {
        player.advance(1);
        (player.position(), expected)
    });
    for (position, expected) in positions {
        assert_eq!(position, expected);
    }
    assert_eq!(player.played(), 8);
}

#[test]
fn at_four_times_the_speed_a_cue_is_due_in_a_quarter_of_its_time() {
    let mut player = player(&short_session()).with_speed(4.0);
    assert_eq!(chimes(&player.begin()), [("start".to_owned(), 1_250)]);
}

#[test]
fn what_is_so_already_changes_nothing() {
    let mut player = player(&short_session());
    player.begin();
    assert_eq!(player.apply(Command::Resume), []);
    player.apply(Command::Toggle);
    for command in [Command::Pause(PauseReason::Asked), Command::Pause(PauseReason::Gap)] {
        assert_eq!(player.apply(command), []);
    }
    assert_eq!(player.state(), State::Paused(PauseReason::Asked));
    assert_eq!(player.apply(Command::Resume)[0], Effect::Resumed);
}

#[test]
fn a_jump_during_a_pause_sounds_nothing_until_time_runs_again() {
    let mut player = player(&ocean_and_rain());
    player.begin();
    player.apply(Command::Toggle);
    let jump = player.apply(Command::Forward);
    assert_eq!(told(&jump), ["CancelPending", "Entered(1)"]);
    assert_eq!(player.state(), State::Paused(PauseReason::Asked));
    assert_eq!(told(&player.apply(Command::Forward)), ["CancelPending"], "in the same step");
    assert_eq!(
        told(&player.apply(Command::Toggle)),
        ["Resumed", r#"bed Some("rain") at 20000 in 0"#]
    );
}

#[test]
fn a_step_made_longer_during_a_pause_stays_paused() {
    let mut player = player(&short_session()).starting_at(24_900);
    player.begin();
    player.apply(Command::Toggle);
    let effects = player.apply(Command::Extend);
    assert_eq!(effects, [Effect::CancelPending, Effect::Extended { millis: 30_000 }]);
    assert_eq!(player.state(), State::Paused(PauseReason::Asked));
    assert_eq!(told(&player.apply(Command::Toggle)), ["Resumed"], "the next chime has moved away");
}

#[test]
fn a_step_made_longer_by_a_millisecond_says_so() {
    let session = rest(LONGEST_MILLIS - 5_001, false);
    let at = std::time::SystemTime::UNIX_EPOCH;
    let mut now = NowPlaying::new(Levels::default());
    let start = Start { id: "one".to_owned(), player: player(&session).starting_at(6_000) };
    now.control(Control::Begin(Box::new(start)), at);
    now.advance(1, at);
    let effects = now.control(Control::Command(Command::Extend), at);
    assert!(effects.contains(&Effect::Extended { millis: 1 }), "{effects:?}");
    let effects = now.control(Control::Command(Command::Finish), at);
    let Some(Effect::Ended(record)) = effects.last() else { panic!("{effects:?}") };
    let extended: Vec<_> = record.extended().map(|step| (step.extended, step.played)).collect();
    assert_eq!((extended, record.left_out().count()), (vec![(1, 1)], 0));
}

#[test]
fn a_jump_from_a_step_that_waits_plays_on_from_there() {
    let mut player = player(&waiting_session());
    player.begin();
    pass(&mut player, 15_000);
    let within = player.apply(Command::SeekTo(14_000));
    let soon = Effect::WaitsSoon { after: 1_000 };
    assert_eq!(within, [Effect::CancelPending, Effect::Resumed, soon]);
    assert_eq!((player.state(), player.position()), (State::Playing, 14_000));
    pass(&mut player, 1_000);
    assert_eq!(player.state(), State::Waiting);
    assert_eq!(player.apply(Command::Pause(PauseReason::Asked)), []);
    let next = player.apply(Command::Next);
    assert_eq!(next[..3], [Effect::CancelPending, Effect::Resumed, Effect::Entered(2)]);
}

#[test]
fn that_a_step_will_wait_is_told_as_far_ahead_as_cues_are() {
    let told = |lead: u64| {
        let mut player = player(&waiting_session());
        player.allow_for_lead(lead);
        player.begin();
        let told = (0..15_000).find_map(|at| {
            let effects = pass(&mut player, 1);
            let soon = effects.into_iter().find_map(|effect| match effect {
                Effect::WaitsSoon { after } => Some(after),
                _ => None,
            });
            soon.map(|after| (at + 1, after))
        });
        told.expect("it is told")
    };
    for lead in [0, 1_250] {
        let (at, after) = told(lead);
        assert_eq!(at + after, 15_000, "it waits there");
        assert!(after >= lead, "{after} ms ahead for an output {lead} ms late");
    }
}

#[test]
fn a_last_step_that_waits_ends_the_session_when_asked_to_go_on() {
    let mut player = player(&rest(10_000, true));
    player.begin();
    let effects = pass(&mut player, 20_000);
    assert_eq!(effects.last(), Some(&Effect::Waiting));
    assert!(chimes(&effects).iter().all(|(name, _)| name != "end"), "{effects:?}");
    assert_eq!(
        told(&player.apply(Command::Toggle)),
        [
            "Resumed",
            "chime end at 15000 in 0",
            "Finished { whole: true }",
            "FadeBed { millis: 8000 }"
        ]
    );
}

#[test]
fn a_session_that_begins_in_its_middle_begins_with_what_is_heard_there() {
    let beds = |position| {
        let effects = player(&ocean_and_rain()).starting_at(position).begin();
        told(&effects).into_iter().filter(|line| line.contains("bed ")).collect::<Vec<_>>()
    };
    assert_eq!(beds(0), [r#"bed Some("ocean") at 0 in 0"#]);
    assert_eq!(beds(1), [r#"bed Some("ocean") at 1 in 0"#]);
    assert_eq!(
        beds(15_000),
        [r#"bed Some("ocean") at 15000 in 0"#, r#"bed Some("rain") at 15000 in 0"#]
    );
    assert_eq!(beds(15_001), [r#"bed Some("rain") at 15001 in 0"#]);
    assert_eq!(told(&player(&short_session()).starting_at(8_000).begin()), ["Entered(1)"]);
}

#[test]
fn only_a_change_that_is_handed_out_and_not_yet_over_is_overruled() {
    for (position, effects) in [(13_650, 1), (13_651, 2), (15_000, 2), (15_001, 1)] {
        let mut player = player(&ocean_and_rain());
        player.begin();
        pass(&mut player, position);
        let chosen = player.choose_bed(&Background::written("fire"));
        assert_eq!(chosen.len(), effects, "at {position}: {chosen:?}");
        assert_eq!(player.choose_bed(&Background::written("fire")), [], "it is chosen already");
    }
}

#[test]
fn a_background_chosen_while_a_step_waits_is_heard_at_once_and_after_the_end_not_at_all() {
    let mut player = player(&rest(10_000, true));
    player.begin();
    pass(&mut player, 15_000);
    assert_eq!(player.state(), State::Waiting);
    let fire = Background::written("fire");
    assert_eq!(told(&player.choose_bed(&fire)), [r#"bed Some("fire") at 15000 in 0"#]);
    player.apply(Command::Resume);
    assert_eq!(player.choose_bed(&Background::Silence), []);
    assert_eq!(player.timeline().bed_choice(), &fire);
}

#[test]
fn before_the_first_step_there_is_nowhere_further_back() {
    let mut player = player(&short_session());
    player.begin();
    pass(&mut player, 3_000);
    player.apply(Command::Previous);
    assert_eq!(player.position(), 0);
    pass(&mut player, 6_000);
    player.apply(Command::Previous);
    assert_eq!((player.position(), player.moment().index), (0, 0));
}

#[test]
fn an_ending_changed_in_a_pause_says_nothing_of_the_bed() {
    let mut player = night(0, 1.0);
    player.begin();
    pass(&mut player, 9_000);
    player.apply(Command::Toggle);
    assert_eq!(player.set_ending(Ending::Day), []);
    assert!(!player.is_night());
    let resumed = told(&player.apply(Command::Toggle));
    assert_eq!(resumed[..2], ["Resumed", r#"bed Some("ocean") at 9000 in 0"#]);
    assert!(!resumed.iter().any(|line| line.contains("Fade")), "{resumed:?}");
}

#[test]
fn a_bed_plays_on_from_a_millisecond_and_only_where_there_is_one() {
    let timer = |play_on| SleepTimer::after(&night(play_on, 1.0));
    assert_eq!(timer(0), None);
    let shortest = timer(1).expect("a bed plays on");
    assert_eq!((shortest.left(), shortest.until_change()), (1, Some(1)));
    let silent = player(&short_session());
    let timeline = silent.timeline().with_ending(Ending::Night { play_on: 60_000 });
    assert_eq!(SleepTimer::after(&Player::new(Arc::new(timeline))), None);
}

#[test]
fn a_bed_that_fades_after_the_machine_slept_takes_what_is_left_and_never_less_than_400_ms() {
    for (slept, millis) in [(179_599, 401), (179_600, 400), (179_601, 400), (180_000, 400)] {
        let mut timer = SleepTimer::after(&night(2_000, 1.0)).expect("a bed plays on");
        timer.advance(2_000);
        timer.advance(2_000);
        let fades = timer.advance(slept - 2_000);
        assert_eq!(fades, [Effect::FadeBed { millis }], "{slept}");
    }
    let mut timer = SleepTimer::after(&night(10_000, 1.0)).expect("a bed plays on");
    assert_eq!(timer.advance(5_000), [], "it slept before the bed was to fade");
    assert_eq!(timer.left(), 5_000);
}

#[test]
fn a_night_ended_early_leaves_no_bed_and_a_whole_one_says_each_change_of_it() {
    let at = std::time::SystemTime::UNIX_EPOCH;
    let begun = || {
        let mut now = NowPlaying::new(Levels::default());
        let player = night(10_000, 1.0);
        now.control(Control::Begin(Box::new(Start { id: "one".to_owned(), player })), at);
        now
    };
    let mut early = begun();
    let effects = early.control(Control::Command(Command::Finish), at);
    assert!(matches!(effects.last(), Some(Effect::Ended(_))), "{effects:?}");
    assert!(early.sleep_timer().is_none() && !early.is_bed_heard());
    assert_eq!(early.control(Control::Command(Command::Finish), at), []);
    assert_eq!(early.advance(100, at), []);
    assert_eq!(early.control(Control::Ending(Ending::Day), at), []);
    let mut whole = begun();
    let states = |effects: &[Effect]| {
        let timers = effects.iter().filter(|effect| matches!(effect, Effect::SleepTimer(_)));
        timers.cloned().collect::<Vec<_>>()
    };
    let mut seen = Vec::new();
    for _ in 0..200 {
        seen.extend(states(&whole.advance(1_000, at)));
    }
    assert_eq!(
        seen,
        [SleepTimerState::PlayingOn, SleepTimerState::Fading, SleepTimerState::Over]
            .map(Effect::SleepTimer)
    );
    assert!(whole.sleep_timer().is_some() && !whole.is_bed_heard());
    assert_eq!(whole.leave(at), [Effect::CancelPending]);
}
