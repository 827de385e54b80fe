//! When the program adds words of its own, at the exact millisecond.

use super::arbitrary::{lean, pattern_of, plain_step, session_of};
use crate::care::screened_for_anyone;
use crate::choices::Guidance;
use crate::prosody::Pace;
use crate::session::{
    Anchor, Block, ChimeAt, Length, Line, PhaseKind, Session, Setting, Sides, Step, StepKind,
};
use crate::timeline::{Wish, WordsOf, prepare};

/// When the first step begins, in milliseconds.
const FIRST: u64 = 5_000;
const WORDS: &str = "Soft and slow.";

/// A step without words but these lines, and with these chimes, at milliseconds after its start.
fn step(kind: StepKind, millis: u64, lines: &[(u64, &str)], chimes: &[u64]) -> Step {
    let line = |(at, words): &(u64, &str)| Line {
        at: Anchor::FromStart(*at),
        show: None,
        say: Some((*words).to_owned()),
        second_side: None,
        later_rounds: None,
    };
    let chime = |at: &u64| ChimeAt { at: Anchor::FromStart(*at), name: "bowl".to_owned() };
    Step {
        text: None,
        say: None,
        lines: lines.iter().map(line).collect(),
        chimes: chimes.iter().map(chime).collect(),
        ..plain_step(kind, Length::Millis(millis))
    }
}

fn knead(millis: u64, lines: &[(u64, &str)], chimes: &[u64]) -> Step {
    step(lean(), millis, lines, chimes)
}

fn rest(millis: u64, lines: &[(u64, &str)], chimes: &[u64]) -> Step {
    step(StepKind::Rest, millis, lines, chimes)
}

fn session(steps: Vec<Step>) -> Session {
    session_of(steps.into_iter().map(|step| Block::Step(Box::new(step))).collect())
}

/// How long words take by day, in milliseconds.
fn length(words: &str) -> u64 {
    Pace::DAY.millis(words)
}

/// What the program adds in the steps of a session, each with its milliseconds after the first step
/// begins.
fn added(session: &Session, guidance: Guidance) -> Vec<(u64, String)> {
    let wish = Wish { guidance, ..Wish::default() };
    let timeline = prepare(&screened_for_anyone(session), &wish).expect("as it is written");
    let spoken = timeline.spoken().iter().filter(|(index, line)| {
        line.of == WordsOf::Program && timeline.segments()[*index].step.is_some()
    });
    let texts = timeline.texts();
    spoken.map(|(_, line)| (line.after - FIRST, line.words.text(texts).into_owned())).collect()
}

/// What is added in a step after the one in which the overview is said, each with its milliseconds
/// after that step begins.
fn in_step(step: Step) -> Vec<(u64, String)> {
    let before = 30_000;
    let first = self::step(StepKind::Breathe, before, &[], &[]);
    let said = added(&session(vec![first, step]), Guidance::Full).into_iter();
    said.filter_map(|(at, words)| Some((at.checked_sub(before)?, words))).collect()
}

/// When it is first said that a step lasts so long or that so many seconds are left.
fn said_at(step: Step, beginning: &str) -> Option<u64> {
    let said = in_step(step);
    said.into_iter().find(|(_, words)| words.starts_with(beginning)).map(|(at, _)| at)
}

#[test]
fn a_step_of_twenty_seconds_says_its_length_where_fourteen_are_left() {
    let opened = |millis: u64| knead(millis, &[(0, WORDS)], &[]);
    for (millis, is_said) in [(20_000, true), (19_999, false)] {
        assert_eq!(said_at(opened(millis), "For").is_some(), is_said, "{millis}");
    }
    for (left, is_said) in [(14_000, true), (13_999, false)] {
        let line = 30_000 - length(WORDS) - 1_500 - left;
        let step = knead(30_000, &[(line, WORDS)], &[]);
        assert_eq!(said_at(step, "For").is_some(), is_said, "{left} left");
    }
}

#[test]
fn a_length_is_said_within_two_seconds_after_the_first_words() {
    let first = 10_000 + length(WORDS) + 1_500;
    for (chime, at) in [(first + 1_200, Some(first + 2_000)), (first + 1_201, None)] {
        let step = knead(39_000, &[(10_000, WORDS)], &[chime]);
        assert_eq!(said_at(step, "For"), at, "a chime at {chime}");
    }
}

#[test]
fn a_silence_of_twenty_eight_seconds_is_announced_within_five() {
    let from = 10_000 + length(WORDS);
    let quiet = |silence: u64, chimes: &[u64]| {
        let said = in_step(rest(from + silence, &[(10_000, WORDS)], chimes));
        said.into_iter().next()
    };
    assert_eq!(quiet(27_999, &[]), None);
    let told = |words: &str| (from + 1_500, format!("It stays quiet now, for {words} seconds."));
    assert_eq!(quiet(28_000, &[]), Some(told("twenty-five")));
    assert_eq!(quiet(31_499, &[]), Some(told("twenty-five")));
    assert_eq!(quiet(31_500, &[]), Some(told("thirty")));
    let at = |chime: u64| {
        let step = rest(from + 40_000, &[(10_000, WORDS)], &[from + chime]);
        said_at(step, "It stays").map(|at| at - from)
    };
    assert_eq!([at(4_200), at(4_201)], [Some(5_000), None]);
}

#[test]
fn a_step_of_forty_seconds_says_that_ten_are_left_unless_its_author_speaks_by_then() {
    let ten = |step: Step| said_at(step, "Ten more");
    assert_eq!(ten(knead(40_000, &[], &[])), Some(29_500));
    assert_eq!(ten(knead(39_999, &[], &[])), None);
    let end = 100_000;
    for (line, is_said) in [
        (end - 15_000 - length(WORDS), true),
        (end - 15_000 - length(WORDS) + 1, false),
        (end / 2 - 6_001, true),
        (end / 2 - 6_000, false),
        (end / 2 + 6_000, false),
        (end / 2 + 6_001, true),
    ] {
        let lines = [(0, WORDS), (line, WORDS)];
        assert_eq!(ten(knead(end, &lines, &[])).is_some(), is_said, "words at {line}");
    }
    for (chime, at) in [(end - 10_300, Some(end - 9_500)), (end - 10_299, None)] {
        assert_eq!(ten(knead(end, &[], &[chime])), at, "a chime at {chime}");
    }
}

#[test]
fn half_way_is_said_in_the_middle_or_a_little_later_where_the_end_has_no_room() {
    let end = 100_000;
    let half = |chimes: &[u64]| {
        let chimes = [chimes, &[end - 10_000]].concat();
        said_at(knead(end, &[], &chimes), "Half way")
    };
    assert_eq!(half(&[]), Some(50_000));
    assert_eq!(half(&[55_200]), Some(50_000));
    let blocked = [50_200, 51_700, 53_200, 54_300];
    assert_eq!(half(&[&blocked[..], &[55_200]].concat()), Some(56_000));
    assert_eq!(half(&[&blocked[..], &[55_201]].concat()), None);
}

#[test]
fn the_breaths_of_the_last_fifteen_seconds_are_counted_up_to_three() {
    for (cycle, words) in [
        (4_000, "Three more breaths."),
        (5_000, "Three more breaths."),
        (5_001, "Two more breaths."),
        (7_500, "Two more breaths."),
        (7_501, "One more breath."),
        (20_000, "One more breath."),
    ] {
        let phases = [(PhaseKind::Inhale, 2_000), (PhaseKind::Exhale, cycle - 2_000)];
        let breaths = 60_000 / cycle;
        let paced = Step {
            pattern: Some(pattern_of(&phases)),
            length: Length::Breaths(breaths as u32),
            ..knead(60_000, &[], &[])
        };
        let last = in_step(paced).pop().expect("they are counted");
        let left = words.starts_with("Three") as u64 * 3
            + words.starts_with("Two") as u64 * 2
            + words.starts_with("One") as u64;
        assert_eq!(last, ((breaths - left) * cycle - 2_000, words.to_owned()), "{cycle}");
    }
}

#[test]
fn an_overview_is_said_up_to_twenty_five_seconds_after_the_first_step_begins() {
    for (late, is_said) in [(0, true), (1, false)] {
        let line = 25_000 - 1_500 - length(WORDS) + late;
        let session = session(vec![rest(90_000, &[(line, WORDS)], &[])]);
        let said = added(&session, Guidance::Full);
        assert_eq!(said.iter().any(|(_, words)| words.starts_with("About")), is_said, "{late}");
    }
}

#[test]
fn a_first_step_under_twenty_five_seconds_leaves_the_length_to_the_lead_in() {
    let in_lead_in = |first: u64, lead_in: u64| {
        let mut session = session(vec![knead(first, &[], &[]), knead(120_000, &[], &[])]);
        session.lead_in = lead_in;
        let timeline =
            prepare(&screened_for_anyone(&session), &Wish::default()).expect("as it is written");
        let said = timeline.spoken().iter().filter(|(index, _)| *index == 0);
        said.map(|(_, line)| line.words.text(timeline.texts()).into_owned()).nth(1)
    };
    let with_topics = |said: &Option<String>| said.as_ref().is_some_and(|it| it.contains(':'));
    // As long as there is room for the length, and none yet for what comes.
    let lead_in =
        (5_000..9_000).step_by(100).find(|lead_in| in_lead_in(24_999, *lead_in).is_some());
    let lead_in = lead_in.expect("room for the length");
    let short = in_lead_in(24_999, lead_in);
    assert!(!with_topics(&short), "{short:?}");
    assert_eq!(in_lead_in(25_000, lead_in), None);
}

#[test]
fn at_night_nothing_is_added_to_a_step_that_ends_after_two_thirds() {
    for (then, is_said) in [(60_000, true), (59_999, false)] {
        let mut session = session(vec![knead(120_000, &[], &[]), rest(then, &[], &[])]);
        session.lead_in = 0;
        session.settings = vec![Setting::Bed];
        let wish = Wish::default();
        let timeline = prepare(&screened_for_anyone(&session), &wish).expect("as it is written");
        let texts = timeline.texts();
        let mut said = timeline.spoken().iter().map(|(_, line)| line.words.text(texts));
        assert_eq!(said.any(|words| words.starts_with("For")), is_said, "{then}");
    }
}

#[test]
fn a_change_is_announced_as_soon_as_there_is_room_in_the_last_twelve_seconds() {
    let soon = length("Soon, the other shoulder.");
    let long = "Let all of it sink, as far as it likes. There is no hurry here, none at all.";
    let end = 60_000;
    let announced = |line: u64| {
        let step = Step { side: Some(Sides::Both), ..knead(end, &[(line, long)], &[]) };
        let said = added(&session(vec![step]), Guidance::Less).into_iter().next()?;
        (said.1 == "Soon, the other shoulder.").then(|| end - said.0)
    };
    // Those words end just in time for it, or begin just after.
    let takes = length(long);
    assert!((6_000..11_000).contains(&takes), "{takes}");
    assert_eq!(announced(end - 5_400 - takes), Some(5_000));
    assert_eq!(announced(end - 5_399 - takes), Some(4_750));
    assert_eq!(announced(end - 12_000 + soon + 400), Some(12_000));
    assert_ne!(announced(end - 12_000 + soon + 399), Some(12_000));
}
