//! What is heard on the second side, and how much of that has been heard before.

use super::arbitrary::{plain_step, session_of};
use super::written;
use crate::body::Side;
use crate::session::{Anchor, Block, Length, Line, Sides, Step, StepKind};
use crate::timeline::{Timeline, WordsOf};

const TEXT: &str =
    "Take your {side} foot in both hands. Knead it like dough. It has carried you all day.";

fn step(second_side: Option<&str>, lines: &[&str]) -> Step {
    let line = |(number, words): (usize, &&str)| Line {
        at: Anchor::FromStart(20_000 + 10_000 * number as u64),
        show: Some((*words).to_owned()),
        say: Some((*words).to_owned()),
        second_side: None,
        later_rounds: None,
    };
    Step {
        title: "Knead the foot".to_owned(),
        text: Some(TEXT.to_owned()),
        say: Some(TEXT.to_owned()),
        second_side: second_side.map(str::to_owned),
        side: Some(Sides::Both),
        lines: lines.iter().enumerate().map(line).collect(),
        ..plain_step(StepKind::Stretch { region: None }, Length::Millis(60_000))
    }
}

fn timeline(step: Step) -> Timeline {
    written(&session_of(vec![Block::Step(Box::new(step))]), Side::Left)
}

/// The author's words that are heard from a segment on.
fn heard(timeline: &Timeline, from: usize) -> Vec<&str> {
    let by_author = timeline
        .spoken()
        .iter()
        .filter(|(index, line)| *index >= from && line.of != WordsOf::Program);
    by_author.filter_map(|(_, line)| line.words.by_author()).collect()
}

#[test]
fn the_second_side_hears_what_it_is_called_and_what_changes_and_no_joke_again() {
    let lines = ["And the other way.", "Nobody has ever been told off for kneading too slowly."];
    let timeline = timeline(step(None, &lines));
    assert_eq!(heard(&timeline, 0).len(), 5);
    assert_eq!(
        heard(&timeline, 2),
        ["Knead the foot. Take your right foot in both hands.", "And the other way."]
    );
    let second = &timeline.segments()[3];
    assert_eq!(second.lines.iter().filter(|(_, line)| line.show.is_some()).count(), 2);
    let texts = timeline.texts();
    assert!(second.shows(second.say.as_ref().expect("words"), texts));
}

#[test]
fn an_author_may_have_words_for_the_second_side() {
    let timeline = timeline(step(Some("The same for the {side} one."), &[]));
    assert_eq!(heard(&timeline, 2), ["The same for the right one."]);
    assert_eq!(timeline.heard_twice(), 0);
}

#[test]
fn a_line_may_have_words_for_the_second_side_that_are_said_and_read_in_its_place() {
    let mut step = step(Some("The {side} one."), &["Nobody hurries you, whatever you hear."]);
    step.lines[0].second_side = Some("Is the {side} one colder?".to_owned());
    let timeline = timeline(step);
    assert_eq!(heard(&timeline, 2), ["The right one.", "Is the right one colder?"]);
    let (_, shown) = &timeline.segments()[3].lines[0];
    assert_eq!(shown.show.as_deref(), Some("Is the right one colder?"));
    let (_, first) = &timeline.segments()[1].lines[0];
    assert_eq!(first.say.as_deref(), Some("Nobody hurries you, whatever you hear."));
}

#[test]
fn what_is_said_in_the_same_words_on_both_sides_is_heard_twice() {
    let short = Step { say: Some("Knead it like dough.".to_owned()), ..step(None, &[]) };
    let twice = timeline(short).heard_twice();
    assert!((100..=500).contains(&twice), "{twice}");
}

#[test]
fn words_that_begin_with_the_change_of_sides_are_said_as_they_change_and_nothing_else_is() {
    let said = |words: &str| {
        let timeline = timeline(step(Some(words), &[]));
        let texts = timeline.texts();
        let later = timeline.spoken().iter().filter(|(index, _)| *index >= 2);
        later.map(|(_, line)| line.words.text(texts).into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(said("Now the {side} one. Like dough."), ["Now the right one.", "Like dough."]);
    // What alone says what to do stays where it is done, and what tells no change is none.
    let whole = ["Now the {side} one.", "{Side} palm up. Like dough."];
    for words in whole {
        let heard = said(words);
        assert_eq!(heard.len(), 2, "{heard:?}");
        assert_ne!(heard[0], words.split(". ").next().unwrap_or_default());
        assert!(heard[0].contains("other"), "{heard:?}");
    }
}
