//! The time of words before the first breath of a step, at its exact edges.

use super::arbitrary::{pattern_of, plain_step, session_of};
use super::written;
use crate::body::Side;
use crate::prosody::Pace;
use crate::session::{
    Anchor, Announced, Block, ChimeAt, Length, Line, PhaseKind, Session, Step, StepKind,
};
use crate::timeline::opening::Openings;
use crate::timeline::{Ending, Timeline, WordsOf};

const WORDS: &str = "Soft and slow.";
/// How long a chime leads the first words of a session, and those of later steps.
const FIRST_LEAD: u64 = 2_000;
const LEAD: u64 = 800;

/// How long [`WORDS`] take at night, in milliseconds.
fn words() -> u64 {
    Pace::NIGHT.millis(WORDS)
}

/// Six breaths of 10 s that begin with [`WORDS`], and these lines.
fn breaths(lines: &[u64]) -> Step {
    let pattern = pattern_of(&[(PhaseKind::Inhale, 4_000), (PhaseKind::Exhale, 6_000)]);
    let line = |at: &u64| Line {
        at: Anchor::FromStart(*at),
        show: None,
        say: Some(WORDS.to_owned()),
        second_side: None,
        later_rounds: None,
    };
    Step {
        say: Some(WORDS.to_owned()),
        pattern: Some(pattern),
        lines: lines.iter().map(line).collect(),
        ..plain_step(StepKind::Breathe, Length::Breaths(6))
    }
}

/// The same for a time that holds the words, and so what is due while they are said.
fn timed(lines: &[u64]) -> Step {
    Step { length: Length::Millis(200_000), ..breaths(lines) }
}

fn silent(step: Step) -> Step {
    Step { say: None, ..step }
}

fn session(lead_in: u64, said: Announced) -> Session {
    let mut session = session_of(Vec::new());
    session.lead_in = lead_in;
    session.announcements.lead_in = said;
    session
}

/// How long it takes until the first breath of a step, after 5 s to settle.
fn opening(step: &Step, is_first: bool) -> u64 {
    Openings::of(&session(5_000, Announced::ByProgram), None).millis(step, is_first)
}

/// Words that end then, the silence after them, and up to the next half second.
fn after(end: u64) -> u64 {
    (end + 700).div_ceil(500) * 500
}

#[test]
fn a_breath_waits_for_the_words_before_it_and_the_chime_before_those() {
    assert_eq!(opening(&breaths(&[]), true), after(FIRST_LEAD + words()));
    assert_eq!(opening(&breaths(&[]), false), after(LEAD + words()));
    assert_eq!(opening(&silent(breaths(&[])), true), 0);
    assert_eq!(opening(&Step { pattern: None, ..breaths(&[]) }, true), 0);
}

#[test]
fn a_length_of_time_leaves_room_for_one_breath_at_least() {
    let whole = after(LEAD + words());
    for (length, millis) in [
        (whole + 10_001, whole),
        (whole + 10_000, whole),
        (whole + 9_999, whole - 1),
        (10_001, 1),
        (10_000, 0),
        (9_000, 0),
    ] {
        let step = Step { length: Length::Millis(length), ..breaths(&[]) };
        assert_eq!(opening(&step, false), millis, "{length}");
    }
}

#[test]
fn words_of_the_lead_in_that_go_on_into_the_first_step_hold_it_up() {
    let first =
        |lead_in, said| Openings::of(&session(lead_in, said), None).millis(&breaths(&[]), true);
    let by_author = || Announced::ByAuthor(WORDS.to_owned());
    for (lead_in, said, lead) in [
        (0, Announced::ByProgram, FIRST_LEAD),
        (1, Announced::ByProgram, 4_499),
        (2_000, Announced::ByProgram, 2_500),
        (2_500, Announced::ByProgram, FIRST_LEAD),
        (3_000, Announced::ByProgram, FIRST_LEAD),
        (1, Announced::Silent, FIRST_LEAD),
        (1, by_author(), (words() + 399).max(FIRST_LEAD)),
        (0, by_author(), FIRST_LEAD),
    ] {
        assert_eq!(first(lead_in, said.clone()), after(lead + words()), "{lead_in}, {said:?}");
    }
    let later = Openings::of(&session(1, Announced::ByProgram), None).millis(&breaths(&[]), false);
    assert_eq!(later, after(LEAD + words()), "only the first");
}

#[test]
fn chimes_of_its_own_at_the_very_start_hold_its_words_up_further() {
    for (chimes, more) in [
        (vec![Anchor::FromStart(0)], 1_200),
        (vec![Anchor::FromStart(0), Anchor::Share(0)], 2_400),
        (vec![Anchor::FromStart(1)], 0),
        (vec![Anchor::FromEnd(60_000)], 0),
        (vec![Anchor::FromEnd(59_999)], 0),
        (vec![Anchor::Share(1)], 0),
    ] {
        let chimes = chimes.into_iter().map(|at| ChimeAt { at, name: "bowl".to_owned() });
        let step = Step { chimes: chimes.collect(), ..breaths(&[]) };
        assert_eq!(opening(&step, false), after(LEAD + more + words()), "{:?}", step.chimes);
    }
}

#[test]
fn lines_belong_to_the_opening_that_fall_due_before_its_silence_is_over() {
    let end = LEAD + words();
    for (line, last) in [
        (0, end + 400 + words()),
        (end + 400, end + 400 + words()),
        (end + 401, end + 401 + words()),
        (end + 699, end + 699 + words()),
        (end + 700, end),
        (end + 5_000, end),
    ] {
        assert_eq!(opening(&timed(&[line]), false), after(last), "a line at {line}");
    }
    // Without words at its start, a step opens with a line that the chime would lead.
    assert_eq!(opening(&silent(timed(&[LEAD])), false), after(end));
    assert_eq!(opening(&silent(timed(&[LEAD + 1])), false), 0);
    // A line that comes too late is not the last of an opening, nor is any after it.
    assert_eq!(opening(&timed(&[end + 700, end + 701]), false), after(end));
}

#[test]
fn before_breaths_that_are_counted_only_what_is_due_at_once_is_said_and_the_rest_counts_from_them()
{
    let at_once = opening(&breaths(&[0]), false);
    assert_eq!(at_once, after(LEAD + words() + 400 + words()));
    assert_eq!(opening(&breaths(&[1]), false), after(LEAD + words()));
    let session = session_of(vec![Block::Step(Box::new(breaths(&[0, 12_000])))]);
    let timeline = written(&session, Side::Left);
    let segment = &timeline.segments()[1];
    let begins = segment.breath.as_ref().expect("a breath").begins;
    let due: Vec<u64> = segment.lines.iter().map(|(after, _)| *after).collect();
    assert_eq!(due, [0, begins + 12_000]);
}

#[test]
fn by_day_breaths_begin_sooner_than_at_night_and_the_step_is_as_long() {
    let said = "In with the rising tone, out with the falling one. Too slow? Keep your own pace.";
    let step = Step { say: Some(said.to_owned()), ..breaths(&[]) };
    let session = session_of(vec![Block::Step(Box::new(step))]);
    let day = written(&session, Side::Left);
    let night = day.with_ending(Ending::Night { play_on: 0 });
    let begins = |timeline: &Timeline| timeline.segments()[1].breath.as_ref().expect("it").begins;
    assert_eq!(day.millis(), night.millis());
    assert!(begins(&day) < begins(&night), "{} and {}", begins(&day), begins(&night));
    let said = &day.spoken().iter().find(|(_, it)| it.of == WordsOf::Opening).expect("words").1;
    let onset = day.segments()[1].start + begins(&day);
    assert!((said.end()..said.end() + 1_500).contains(&onset), "{} and {onset}", said.end());
}
