//! What is said in later rounds, and what is said and rung in each repetition.

use super::arbitrary::{plain_step, session_of};
use super::{fitted, written};
use crate::body::Side;
use crate::session::{
    Block, Flex, Group, Length, Line, RepetitionPhase, Repetitions, Session, Sides, Step, StepKind,
};
use crate::timeline::fit::bounds;
use crate::timeline::{CueKind, Timeline, WordsOf};

fn lift() -> Step {
    let said = Some("Lift your {side} heel. Slowly, like somebody who is early.".to_owned());
    let words = Some("Still slowly.".to_owned());
    let line = Line {
        at: crate::session::Anchor::FromStart(15_000),
        show: words.clone(),
        say: words,
        second_side: None,
        later_rounds: Some("And slowly.".to_owned()),
    };
    let step = plain_step(StepKind::Stretch { region: None }, Length::Millis(30_000));
    Step {
        text: said.clone(),
        say: said,
        second_side: Some("The {side} one.".to_owned()),
        later_rounds: Some("Once more, {side}, {repeat} of {repeats}.".to_owned()),
        lines: vec![line],
        ..step
    }
}

fn rounds(side: Option<Sides>, repeat: u32) -> Timeline {
    let blocks = vec![Block::Step(Box::new(lift()))];
    let group = Group { title: None, repeat, side, switch: None, blocks };
    written(&session_of(vec![Block::Group(group)]), Side::Left)
}

fn by_author(timeline: &Timeline) -> Vec<&str> {
    let own = timeline.spoken().iter().filter(|(_, line)| line.of != WordsOf::Program);
    own.filter_map(|(_, line)| line.words.by_author()).collect()
}

#[test]
fn later_rounds_are_told_in_words_of_their_own() {
    let timeline = rounds(None, 3);
    let [_, "Still slowly.", second, "And slowly.", third, "And slowly."] =
        by_author(&timeline)[..]
    else {
        panic!("{:?}", by_author(&timeline));
    };
    assert_eq!((second, third), ("Once more, side, 2 of 3.", "Once more, side, 3 of 3."));
    let third = &timeline.segments()[3];
    assert_eq!(third.lines[0].1.show.as_deref(), Some("And slowly."), "who reads reads the same");
}

#[test]
fn they_are_told_so_on_both_sides_and_the_second_side_begins_with_its_own() {
    let timeline = rounds(Some(Sides::Both), 2);
    let said = by_author(&timeline);
    let openings: Vec<&str> = said.iter().copied().filter(|it| !it.contains("slowly.")).collect();
    assert_eq!(openings.len(), 4, "{said:?}");
    assert_eq!(
        openings[1..],
        ["Once more, left, 2 of 2.", "The right one.", "Once more, right, 2 of 2."]
    );
}

/// A lift whose length begins after its words, in a group within a group, each so often.
fn counted_from_its_words(outer: u32, inner: u32) -> Session {
    let group = |repeat, blocks| {
        Block::Group(Group { title: None, repeat, side: None, switch: None, blocks })
    };
    let step = Step { words_first: true, ..lift() };
    session_of(vec![group(outer, vec![group(inner, vec![Block::Step(Box::new(step))])])])
}

#[test]
fn how_short_a_session_can_be_is_known_whatever_its_later_rounds_save() {
    for (outer, inner) in [(1, 1), (1, 3), (3, 1), (2, 3)] {
        let session = counted_from_its_words(outer, inner);
        let (shortest, longest) = bounds(&session, None);
        let laid_out = |wanted| fitted(&session, wanted).expect("within its bounds").millis();
        assert_eq!((laid_out(shortest), laid_out(longest)), (shortest, longest), "{outer}x{inner}");
    }
}

#[test]
fn a_session_that_is_cut_by_milliseconds_is_never_longer_than_asked() {
    let flexible = |millis, min| Step {
        flex: Some(Flex { min, max: millis }),
        ..plain_step(StepKind::Rest, Length::Millis(millis))
    };
    let rounds = vec![Block::Step(Box::new(flexible(26_000, 25_000)))];
    let rounds = Group { title: None, repeat: 3, side: None, switch: None, blocks: rounds };
    let session =
        session_of(vec![Block::Step(Box::new(flexible(10_000, 1_000))), Block::Group(rounds)]);
    let longest = bounds(&session, None).1;
    for cut in 0..=40 {
        let left_over =
            (longest - cut).checked_sub(fitted(&session, longest - cut).unwrap().millis());
        assert!(left_over.is_some_and(|it| it <= 2), "{cut}: {left_over:?}");
    }
}

fn bridge() -> Timeline {
    let phase = |seconds: u64, say: &str, chime: Option<&str>| RepetitionPhase {
        millis: seconds * 1_000,
        say: Some(say.to_owned()),
        chime: chime.map(str::to_owned),
    };
    let phases =
        vec![phase(2, "Up.", None), phase(5, "Hold.", None), phase(2, "Down.", Some("release"))];
    let said = Some("Both feet flat.".to_owned());
    let step = plain_step(StepKind::Stretch { region: None }, Length::Millis(90_000));
    let count = Some(Repetitions { to: 10, every: 9_000, phases });
    let step = Step { words_first: true, text: said.clone(), say: said, count, ..step };
    written(&session_of(vec![Block::Step(Box::new(step))]), Side::Left)
}

#[test]
fn a_repetition_goes_up_holds_and_comes_down_as_often_as_it_is_counted() {
    let timeline = bridge();
    let texts = timeline.texts();
    let step = timeline.segments().iter().find(|it| it.step.is_some()).expect("a step");
    let begins = step.start + step.begins;
    let counted = timeline.spoken().iter().map(|(_, it)| it).filter(|it| it.due >= begins);
    let said: Vec<(u64, String)> =
        counted.map(|it| (it.due - begins, it.words.text(texts).into_owned())).collect();
    assert_eq!(said.len(), 40);
    let second: Vec<(u64, &str)> =
        said[4..8].iter().map(|(at, words)| (*at, words.as_str())).collect();
    assert_eq!(second, [(9_000, "Two."), (9_000, "Up."), (11_000, "Hold."), (16_000, "Down.")]);
    let release = CueKind::Chime("release".to_owned());
    let rung = timeline.cues(begins, step.end).iter().filter(|cue| cue.kind == release);
    let rung: Vec<u64> = rung.map(|cue| cue.at - begins).collect();
    assert_eq!(rung[..2], [7_000, 16_000]);
    assert_eq!(rung.len(), 10);
}

#[test]
fn words_that_tell_when_are_not_heard_twice() {
    assert_eq!(bridge().heard_twice(), 0);
}
