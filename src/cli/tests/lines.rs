//! Plain lines: what a screen reader says while a session plays.

use std::sync::Arc;
use std::time::SystemTime;

use crate::body::Side;
use crate::cli::breathe;
use crate::cli::plain::PlainLines;
use crate::format::{KnownNames, parse};
use crate::playback::Event;
use crate::player::{
    Command, Control, Effect, Levels, NowPlaying, PauseReason, Player, Start, State,
};
use crate::session::Session;
use crate::timeline::Ending;
use crate::timeline::tests::written;
use crate::words::{Language, Message, Texts};

const SHORT_PAUSE: &str = include_str!("../../../tests/cli/sessions/short-pause.toml");
const STEP_MILLIS: u64 = 50;

fn short_pause() -> Session {
    let (session, problems) = parse("short-pause.toml", SHORT_PAUSE, &KnownNames::default());
    session.unwrap_or_else(|| panic!("{problems:?}"))
}

fn player(session: &Session) -> Player {
    Player::new(Arc::new(written(session, Side::Left)))
}

struct Telling {
    player: Player,
    has_keys: bool,
}

impl Telling {
    /// Plays to the end; where a step waits, it goes on at once.
    fn told_through(self) -> String {
        let mut out = Vec::new();
        let texts = self.player.timeline().texts();
        let mut lines = PlainLines::new(&mut out, self.has_keys, texts);
        let (mut now, mut effects) = begun(self.player);
        while let Some(player) = now.player() {
            let (from, state) = (player.position(), player.state());
            tell_all(&mut lines, &now, &effects);
            let cues = player.timeline().cues(from, from + STEP_MILLIS);
            for cue in cues {
                lines.tell(&now, &Event::Due(cue.clone())).expect("a line");
            }
            effects = match state {
                State::Waiting => ask(&mut now, Command::Resume),
                _ => now.advance(STEP_MILLIS, SystemTime::UNIX_EPOCH),
            };
        }
        tell_all(&mut lines, &now, &effects);
        String::from_utf8(out).expect("text")
    }
}

fn begun(player: Player) -> (NowPlaying, Vec<Effect>) {
    let mut now = NowPlaying::new(Levels::default());
    let start = Start { id: "short-pause".to_owned(), player };
    let effects = now.control(Control::Begin(Box::new(start)), SystemTime::UNIX_EPOCH);
    (now, effects)
}

fn ask(now: &mut NowPlaying, command: Command) -> Vec<Effect> {
    now.control(Control::Command(command), SystemTime::UNIX_EPOCH)
}

fn tell_all(lines: &mut PlainLines<'_>, now: &NowPlaying, effects: &[Effect]) {
    for effect in effects {
        lines.tell(now, &Event::Effect(effect.clone())).expect("a line");
    }
}

fn told(session: &Session) -> String {
    let player = player(session);
    let has_keys = false;
    Telling { player, has_keys }.told_through()
}

#[test]
fn a_session_is_told_in_plain_lines() {
    insta::assert_snapshot!(told(&short_pause()));
}

#[test]
fn each_side_is_told_which_hand_works_there() {
    let told = told(&short_pause());
    assert!(
        told.contains("with your right hand") && told.contains("with your left hand"),
        "{told}"
    );
    assert!(told.contains("Right top of the shoulder"), "{told}");
}

#[test]
fn what_is_spoken_as_it_stands_on_screen_is_told_once() {
    let told = told(&short_pause());
    let words = "The left hand, on your right.";
    assert_eq!(told.matches(words).count(), 1, "{told}");
}

#[test]
fn where_someone_is_at_the_keys_a_step_that_waits_says_which_key_goes_on() {
    let player = player(&short_pause());
    let told = Telling { player, has_keys: true };
    assert!(told.told_through().contains("Press Enter"));
    let alone = super::lines::told(&short_pause());
    assert!(!alone.contains("Press Enter"), "{alone}");
}

#[test]
fn begun_in_the_middle_the_time_left_is_told() {
    let player = player(&short_pause()).starting_at(12_000);
    let told = Telling { player, has_keys: false };
    let told = told.told_through();
    assert!(told.starts_with("0:12  Two breaths (16 s)\n"), "{told}");
}

#[test]
fn a_part_that_is_told_late_is_told_with_its_own_time() {
    let mut out = Vec::new();
    let mut lines = PlainLines::new(&mut out, true, Texts::of(Language::English));
    let (mut now, effects) = begun(player(&short_pause()));
    tell_all(&mut lines, &now, &effects);
    for _ in 0..2 {
        let effects = now.advance(1_400, SystemTime::UNIX_EPOCH);
        tell_all(&mut lines, &now, &effects);
    }
    let told = String::from_utf8(out).expect("text");
    assert!(told.contains("0:02  Two breaths (26 s)"), "{told}");
}

#[test]
fn a_pause_and_going_on_are_told() {
    let mut out = Vec::new();
    let mut lines = PlainLines::new(&mut out, true, Texts::of(Language::English));
    let (mut now, _) = begun(player(&short_pause()));
    let paused = ask(&mut now, Command::Pause(PauseReason::Asked));
    tell_all(&mut lines, &now, &paused);
    let resumed = ask(&mut now, Command::Resume);
    tell_all(&mut lines, &now, &resumed);
    let told = String::from_utf8(out).expect("text");
    assert_eq!(told, "      Paused. Enter goes on.\n      Going on.\n");
}

#[test]
fn an_early_end_is_told_as_one() {
    let mut out = Vec::new();
    let mut lines = PlainLines::new(&mut out, true, Texts::of(Language::English));
    let (mut now, _) = begun(player(&short_pause()));
    now.advance(1_500, SystemTime::UNIX_EPOCH);
    let effects = ask(&mut now, Command::Finish);
    tell_all(&mut lines, &now, &effects);
    let told = String::from_utf8(out).expect("text");
    assert_eq!(told, "Ended early, after 2 s. That is fine.\n");
}

#[test]
fn breathing_opens_with_a_word_against_breathing_too_much() {
    let session = breathe::session("4-6").expect("a pattern");
    let told = told(&session);
    let opening: Vec<&str> = told.lines().take(10).collect();
    insta::assert_snapshot!(opening.join("\n"));
}

#[test]
fn numbers_of_a_pattern_may_be_parted_as_people_part_them() {
    let phases = |written: &str| breathe::session(written).map(|session| session.title);
    for written in ["4 6", "4/6", "4:6", "4, 6", "4 - 6", "4  6"] {
        assert_eq!(phases(written).ok(), phases("4-6").ok(), "{written}");
    }
    for written in ["4 9 8", "4/9/8", "4 zz", "4,6"] {
        assert!(phases(written).is_err(), "{written}");
    }
}

#[test]
fn a_named_pattern_lasts_five_minutes_less_than_one_breath() {
    let all = crate::session::Pattern::all_named();
    for named in all.iter().filter(|named| named.starting_breaths.is_none()) {
        let session = breathe::session(named.id).expect("a pattern");
        let millis = player(&session).timeline().millis();
        let breath = named.pattern().cycle_millis();
        let usual = 300_000 - breath + 1..=300_000;
        assert!(usual.contains(&millis), "{}: {millis}", named.id);
    }
}

#[test]
fn long_holds_start_with_four_breaths() {
    let session = breathe::session("4-7-8").expect("a pattern");
    assert_eq!(player(&session).timeline().millis(), 5_000 + 10_500 + 4 * 19_000);
}

#[test]
fn numbers_with_a_long_hold_are_as_careful_as_a_named_pattern() {
    let cautions = |name| breathe::session(name).expect("a pattern").cautions;
    assert_eq!(cautions("4-5-6"), cautions("box"));
    assert_eq!(cautions("4-2-6"), Vec::<String>::new());
}

#[test]
fn first_it_says_what_asks_for_care_what_is_not_heard_and_which_key_pauses() {
    let session = breathe::session("box").expect("a pattern");
    let mut out = Vec::new();
    let mut lines = PlainLines::new(&mut out, true, Texts::of(Language::English));
    let opening =
        Message::new("lines-opening").with("title", "Box breathing").with("length", "5 min");
    let levels = Levels { volume: 0, ..Levels::default() };
    lines.open(&opening, &session.cautions, &levels).expect("lines");
    let told = String::from_utf8(out).expect("text");
    assert!(told.contains("Leave the holds out"), "{told}");
    let last = "The volume is at 0, so nothing is heard.\n\
        Enter pauses, q and Enter leave. ! and Enter stop at once, and ask what you felt.\n";
    assert!(told.ends_with(last), "{told}");
}

#[test]
fn on_a_terminal_long_lines_end_where_a_word_ends() {
    let mut out = Vec::new();
    let texts = Texts::of(Language::English);
    let mut lines = PlainLines::new(&mut out, true, texts).within(Some(40));
    let opening =
        Message::new("lines-opening").with("title", "Box breathing").with("length", "5 min");
    let caution = "Leave the holds out if you are pregnant, or if a held breath is not for you.";
    lines.open(&opening, &[caution.to_owned()], &Levels::default()).expect("lines");
    let told = String::from_utf8(out).expect("text");
    assert!(told.lines().all(|line| line.chars().count() <= 40), "{told}");
    assert!(told.replace('\n', " ").contains(caution), "{told}");
}

#[test]
fn what_the_bed_does_after_a_session_at_night_is_told_too() {
    let session = Session { bed: Some("pink-noise".to_owned()), ..short_pause() };
    let timeline = written(&session, Side::Left);
    let timeline = timeline.with_ending(Ending::Night { play_on: 1_200_000 });
    let length = timeline.millis();
    let (mut now, _) = begun(Player::new(Arc::new(timeline)).starting_at(length - 100));
    let mut out = Vec::new();
    let mut lines = PlainLines::new(&mut out, true, Texts::of(Language::English));
    for elapsed in [100, 1_200_000, 180_000] {
        let effects = now.advance(elapsed, SystemTime::UNIX_EPOCH);
        let timer = effects.iter().filter(|it| matches!(it, Effect::SleepTimer(_)));
        tell_all(&mut lines, &now, &timer.cloned().collect::<Vec<_>>());
    }
    let told = String::from_utf8(out).expect("text");
    insta::assert_snapshot!(told, @r"
    The sound of pink noise plays on for 20 min. Enter ends it.
          It fades away.
          Silence. Sleep well.
    ");
}

fn german() -> Session {
    let text = include_str!("../../../tests/sessions/valid/german.toml");
    let (session, problems) = parse("german.toml", text, &KnownNames::default());
    session.unwrap_or_else(|| panic!("{problems:?}"))
}

#[test]
fn a_german_session_is_told_in_german_alone() {
    insta::assert_snapshot!(told(&german()));
}
