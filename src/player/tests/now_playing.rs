//! What plays now: where a session begins and ends, what it came to, and the one place of the levels.

use std::time::{Duration, SystemTime};

use super::*;
use crate::choices::{Mix, SoundKind};
use crate::player::{Control, Levels, NowPlaying, SessionRecord, Start};
use crate::timeline::Ending;

/// So many milliseconds after the test began.
fn at(millis: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(millis)
}

/// What plays now, and how much wall time has passed, in milliseconds.
struct Evening {
    now: NowPlaying,
    wall: u64,
}

impl Evening {
    fn new() -> Self {
        Self { now: NowPlaying::new(Levels { volume: 70, ..Levels::default() }), wall: 0 }
    }

    /// With this session on, from its start.
    fn of(session: &Session) -> Self {
        let mut evening = Self::new();
        evening.begin("one", session);
        evening
    }

    fn begin(&mut self, id: &str, session: &Session) -> Vec<Effect> {
        let start = Start { id: id.to_owned(), player: player(session) };
        self.control(Control::Begin(Box::new(start)))
    }

    fn control(&mut self, control: Control) -> Vec<Effect> {
        self.now.control(control, at(self.wall))
    }

    fn command(&mut self, command: Command) -> Vec<Effect> {
        self.control(Control::Command(command))
    }

    /// Lets wall time pass in steps of at most 100 ms.
    fn pass(&mut self, millis: u64) -> Vec<Effect> {
        let end = self.wall + millis;
        let mut effects = Vec::new();
        while self.wall < end {
            let step = (end - self.wall).min(100);
            self.wall += step;
            effects.extend(self.now.advance(step, at(self.wall)));
        }
        effects
    }

    fn leave(&mut self) -> Vec<Effect> {
        self.now.leave(at(self.wall))
    }
}

/// The records among effects.
fn records(effects: &[Effect]) -> Vec<&SessionRecord> {
    fn record(effect: &Effect) -> Option<&SessionRecord> {
        match effect {
            Effect::Ended(record) => Some(record.as_ref()),
            _ => None,
        }
    }
    effects.iter().filter_map(record).collect()
}

/// The one record among effects.
fn record(effects: &[Effect]) -> &SessionRecord {
    match records(effects)[..] {
        [record] => record,
        ref several => panic!("{} records in {effects:?}", several.len()),
    }
}

fn count(effects: &[Effect], wanted: &Effect) -> usize {
    effects.iter().filter(|effect| *effect == wanted).count()
}

#[test]
fn a_session_begins_once_and_is_on_by_its_name() {
    let mut evening = Evening::new();
    assert_eq!((evening.now.id(), evening.now.share()), (None, None));
    let effects = evening.begin("one", &short_session());
    assert_eq!(effects[..3], [Effect::Night(false), Effect::Begun, Effect::Entered(0)]);
    assert_eq!(count(&effects, &Effect::Begun), 1);
    assert_eq!(evening.now.id(), Some("one"));
}

#[test]
fn a_session_played_to_its_end_leaves_one_whole_record() {
    let mut evening = Evening::of(&short_session());
    let effects = evening.pass(60_000);
    let record = record(&effects);
    assert!(record.whole);
    assert_eq!((record.id.as_str(), record.title.as_str()), ("one", "A session"));
    assert_eq!((record.position, record.length, record.played), (51_000, 51_000, 51_000));
    assert_eq!((record.began, record.ended), (at(0), at(51_000)));
    assert_eq!((record.left_out().count(), record.extended().count()), (0, 0));
    assert_eq!((evening.now.id(), evening.now.player()), (None, None));
    assert_eq!(records(&evening.leave()), Vec::<&SessionRecord>::new());
}

#[test]
fn a_session_ended_early_is_not_whole_and_leaves_out_what_was_not_reached() {
    let mut evening = Evening::of(&short_session());
    evening.pass(10_000);
    let effects = evening.command(Command::Finish);
    let record = record(&effects);
    assert!(!record.whole);
    assert_eq!((record.position, record.played), (10_000, 10_000));
    let left_out: Vec<_> = record.left_out().map(|step| step.side).collect();
    assert_eq!(left_out, [Some(Side::Left), Some(Side::Right)]);
}

#[test]
fn a_session_counts_as_played_from_its_middle_on_at_any_speed() {
    for (speed, millis, counts) in
        [(1.0, 20_000, false), (1.0, 40_000, true), (4.0, 5_000, false), (4.0, 10_000, true)]
    {
        let mut evening = Evening::new();
        let player = player(&short_session()).with_speed(speed);
        evening.control(Control::Begin(Box::new(Start { id: "one".to_owned(), player })));
        evening.pass(millis);
        let effects = evening.command(Command::Finish);
        assert_eq!(record(&effects).was_played(), counts, "{millis} ms at {speed}");
    }
}

#[test]
fn one_step_over_and_over_is_not_the_session() {
    let mut evening = Evening::of(&short_session());
    for _ in 0..4 {
        evening.pass(15_000);
        evening.command(Command::Restart);
    }
    let effects = evening.command(Command::Finish);
    let record = record(&effects);
    assert!(record.played > record.length && !record.was_played(), "{record:?}");
}

#[test]
fn leaving_the_program_ends_the_session_where_it_stands() {
    let mut evening = Evening::of(&short_session());
    evening.pass(7_000);
    let effects = evening.leave();
    assert_eq!(effects[0], Effect::CancelPending);
    let record = record(&effects);
    assert_eq!((record.position, record.whole, record.ended), (7_000, false, at(7_000)));
}

#[test]
fn a_pause_counts_for_when_a_session_ended_and_not_for_how_long_it_was_played() {
    let mut evening = Evening::of(&short_session());
    evening.pass(6_000);
    evening.command(Command::Toggle);
    evening.pass(30_000);
    evening.command(Command::Toggle);
    evening.pass(1_000);
    let effects = evening.command(Command::Finish);
    let record = record(&effects);
    assert_eq!((record.played, record.ended), (7_000, at(37_000)));
}

#[test]
fn a_step_that_is_skipped_is_left_out_of_the_record() {
    let mut evening = Evening::of(&short_session());
    evening.pass(1_000);
    evening.command(Command::Next);
    evening.command(Command::Next);
    let effects = evening.pass(60_000);
    let record = record(&effects);
    assert!(record.whole, "it came to its end all the same");
    let played: Vec<_> = record.steps.iter().map(|step| (step.side, step.played)).collect();
    let sides = [(None, 0), (Some(Side::Left), 10_000), (Some(Side::Right), 10_000)];
    assert_eq!(played, sides);
    assert_eq!(record.left_out().count(), 1);
}

#[test]
fn a_step_that_was_made_longer_says_by_how_much() {
    let mut evening = Evening::of(&short_session());
    evening.pass(6_000);
    evening.command(Command::Extend);
    let effects = evening.pass(120_000);
    let record = record(&effects);
    let extended: Vec<_> = record.extended().map(|step| (step.length, step.extended)).collect();
    assert_eq!(extended, [(50_000, 30_000)]);
    assert_eq!(record.length, 81_000);
}

#[test]
fn played_again_it_is_the_same_session_from_its_start_as_it_was_laid_out() {
    let mut evening = Evening::of(&short_session());
    let first = evening.now.player().cloned();
    evening.pass(6_000);
    evening.command(Command::Extend);
    evening.command(Command::Finish);
    let effects = evening.control(Control::Again);
    assert_eq!(count(&effects, &Effect::Begun), 1);
    assert_eq!(evening.now.id(), Some("one"));
    assert_eq!(evening.now.player().cloned(), first);
}

#[test]
fn played_again_it_is_a_record_of_its_own() {
    let mut evening = Evening::of(&short_session());
    evening.pass(60_000);
    evening.control(Control::Again);
    evening.pass(2_000);
    let effects = evening.leave();
    let record = record(&effects);
    assert_eq!((record.began, record.played), (at(60_000), 2_000));
}

#[test]
fn where_nothing_was_played_nothing_is_played_again() {
    assert_eq!(Evening::new().control(Control::Again), []);
    assert_eq!(records(&Evening::new().leave()), Vec::<&SessionRecord>::new());
}

#[test]
fn a_session_that_begins_while_another_is_on_ends_that_first() {
    let mut evening = Evening::of(&short_session());
    evening.pass(6_000);
    let effects = evening.begin("two", &waiting_session());
    let ended = effects.iter().position(|effect| matches!(effect, Effect::Ended(_)));
    let begun = effects.iter().position(|effect| *effect == Effect::Begun);
    assert!(ended.is_some() && ended < begun, "{effects:?}");
    assert_eq!((record(&effects).id.as_str(), record(&effects).position), ("one", 6_000));
    assert_eq!(evening.now.id(), Some("two"));
}

#[test]
fn turned_to_night_a_session_changes_its_sound_its_end_and_its_pace_once() {
    let mut evening = Evening::of(&short_session());
    let pace = |evening: &Evening| evening.now.player().map(|player| player.timeline().pace_at(0));
    let by_day = pace(&evening);
    evening.pass(1_000);
    let night = Ending::Night { play_on: 0 };
    let effects = evening.control(Control::Ending(night));
    assert_eq!(count(&effects, &Effect::Night(true)), 1);
    assert!(evening.now.is_night());
    let at_night = pace(&evening);
    assert_ne!(at_night, by_day);
    evening.control(Control::Ending(night));
    assert_eq!(pace(&evening), at_night, "asked for twice, the pace falls once");
    let effects = evening.pass(60_000);
    assert!(record(&effects).at_night);
    let chime = |effect: &Effect| describe(effect).starts_with("chime end");
    assert!(!effects.iter().any(chime), "{effects:?}");
}

#[test]
fn turned_to_night_and_back_a_session_is_as_it_was() {
    let mut evening = Evening::of(&short_session());
    let before = evening.now.player().cloned();
    evening.control(Control::Ending(Ending::Night { play_on: 60_000 }));
    let effects = evening.control(Control::Ending(Ending::Day));
    assert_eq!(count(&effects, &Effect::Night(false)), 1);
    assert_eq!(evening.now.player().cloned(), before);
}

#[test]
fn where_no_session_is_on_there_is_no_night() {
    let mut evening = Evening::new();
    assert_eq!(evening.control(Control::Ending(Ending::Night { play_on: 0 })), []);
    assert!(!evening.now.is_night());
}

#[test]
fn volume_mute_mix_and_background_are_one_value_that_outlives_a_session() {
    let mut evening = Evening::of(&short_session());
    assert_eq!(evening.control(Control::Volume(140)), [Effect::Volume(100)]);
    assert_eq!(evening.control(Control::Mute(true)), [Effect::Muted(true)]);
    let level = Control::Level(SoundKind::Chimes, 40);
    assert_eq!(evening.control(level), [Effect::Level(SoundKind::Chimes, 40)]);
    evening.control(Control::Background(Background::written("rain")));
    evening.pass(60_000);
    let expected = Levels {
        volume: 100,
        muted: true,
        mix: Mix::default().with(SoundKind::Chimes, 40),
        background: Background::written("rain"),
    };
    assert_eq!(evening.now.levels(), &expected);
    assert!(evening.now.levels().is_silent());
}

#[test]
fn the_background_that_was_chosen_is_heard_in_the_next_session_too() {
    let mut evening = Evening::new();
    assert_eq!(evening.control(Control::Background(Background::written("rain"))), []);
    let effects = evening.begin("one", &short_session());
    let told: Vec<_> = effects.iter().map(describe).collect();
    assert!(told.contains(&r#"bed Some("rain") at 0 in 0"#.to_owned()), "{told:?}");
}

/// A session, a command or time that passes, from numbers.
fn act(evening: &mut Evening, session: &Session, which: usize, millis: u64) -> Vec<Effect> {
    const COMMANDS: [&str; 10] = [
        "toggle", "pause", "resume", "next", "previous", "restart", "back", "forward", "extend",
        "finish",
    ];
    match which {
        0..10 => evening.command(command(COMMANDS[which])),
        10 => evening.control(Control::Again),
        11 => evening.begin("other", session),
        12 => evening.control(Control::Ending(Ending::Night { play_on: millis })),
        13 => evening.control(Control::Ending(Ending::Day)),
        14 => evening.control(Control::Background(Background::written("rain"))),
        _ => {
            // One long step may be a gap, in which nothing is played.
            evening.wall += millis;
            evening.now.advance(millis, at(evening.wall))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_asked_for_a_record_never_holds_more_time_than_has_passed(
        session in session(),
        script in proptest::collection::vec((0_usize..30, 0_u64..4_000), 1..80),
    ) {
        let mut evening = Evening::of(&session);
        let (mut begun, mut ended) = (1, 0);
        let mut effects = Vec::new();
        for (which, millis) in script {
            effects.extend(act(&mut evening, &session, which, millis));
        }
        effects.extend(evening.leave());
        for effect in &effects {
            begun += usize::from(*effect == Effect::Begun);
            let Effect::Ended(record) = effect else { continue };
            ended += 1;
            let wall = record.ended.duration_since(record.began).expect("it ends after it began");
            prop_assert!(u128::from(record.played) <= wall.as_millis());
            let steps: u64 = record.steps.iter().map(|step| step.played).sum();
            prop_assert!(steps <= record.played, "{steps} of {}", record.played);
            prop_assert!(record.position <= record.length);
        }
        prop_assert_eq!(begun, ended);
        prop_assert!(evening.now.player().is_none());
    }
}
