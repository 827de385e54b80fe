//! What begins once its words have been said, what comes between rounds, and what is counted down.

use super::arbitrary::{lean, plain_step, session_of};
use super::{fitted, written};
use crate::body::{MuscleGroup, Side};
use crate::session::{
    Anchor, Block, Flex, Group, Length, Line, Session, Sides, Step, StepKind, Tense,
};
use crate::timeline::{Announcement, Ending, Phrase, Segment, SegmentKind, Timeline, WordsOf};

const WORDS: &str = "Lean on the wall with both hands. Push back once you have bent your elbows.";

fn block(step: Step) -> Block {
    Block::Step(Box::new(step))
}

fn session(steps: Vec<Step>) -> Session {
    session_of(steps.into_iter().map(block).collect())
}

/// Half a minute of leaning that begins once [`WORDS`] have been said.
fn lean_after_words() -> Step {
    let said = Some(WORDS.to_owned());
    let step = plain_step(lean(), Length::Millis(30_000));
    Step { words_first: true, text: said.clone(), say: said, ..step }
}

fn fist(say: &str) -> Step {
    let tense = Tense { muscles: MuscleGroup::Arm, tense: 6_000, release: 20_000, times: 1 };
    let say = Some(say.to_owned()).filter(|say| !say.is_empty());
    Step { say, ..plain_step(StepKind::Tense(tense), Length::Millis(26_000)) }
}

fn line(at: Anchor) -> Line {
    let words = Some("Slowly.".to_owned());
    Line { at, show: words.clone(), say: words, second_side: None, later_rounds: None }
}

/// The segments of steps.
fn of_steps(timeline: &Timeline) -> Vec<&Segment> {
    timeline.segments().iter().filter(|it| it.step.is_some()).collect()
}

#[test]
fn a_length_that_follows_words_begins_once_they_are_said_and_is_whole() {
    let timeline = written(&session(vec![lean_after_words()]), Side::Left);
    let segment = of_steps(&timeline)[0];
    let onset = segment.start + segment.begins;
    assert_eq!(segment.end - onset, 30_000);
    let mut spoken = timeline.spoken().iter();
    let (_, said) = spoken.find(|(_, it)| it.of == WordsOf::Opening).expect("words");
    assert!(said.end() < onset, "{} is not over at {onset}", said.end());
    assert_eq!(timeline.at(onset - 1).until_begin, Some(1));
    assert_eq!(timeline.at(onset).until_begin, None);
}

#[test]
fn its_points_count_from_when_it_begins() {
    let points = [Anchor::FromStart(5_000), Anchor::Share(500), Anchor::FromEnd(4_000)];
    let step = Step { lines: points.map(line).to_vec(), ..lean_after_words() };
    let timeline = written(&session(vec![step]), Side::Left);
    let segment = of_steps(&timeline)[0];
    let at: Vec<u64> = segment.lines.iter().map(|(at, _)| at - segment.begins).collect();
    assert_eq!(at, [5_000, 15_000, 26_000]);
}

#[test]
fn fitted_to_less_time_it_gives_up_of_its_own_and_not_of_its_words() {
    let flex = Some(Flex { min: 10_000, max: 60_000 });
    let session = session(vec![Step { flex, ..lean_after_words() }]);
    let begins = of_steps(&written(&session, Side::Left))[0].begins;
    for own in [10_000, 17_000, 60_000] {
        let timeline = fitted(&session, 5_000 + begins + own).expect("within its bounds");
        let segment = of_steps(&timeline)[0];
        assert_eq!((segment.begins, segment.millis()), (begins, begins + own));
    }
    assert!(fitted(&session, 5_000 + begins + 9_000).is_err());
}

#[test]
fn a_tension_begins_once_it_has_been_said_how_with_a_word_of_its_own() {
    let said = "Make a fist, about half as hard as you could. Keep breathing.";
    for (words, waits) in [(said, true), ("Fist.", true), ("", false)] {
        let timeline = written(&session(vec![fist(words)]), Side::Left);
        let segment = of_steps(&timeline)[0];
        assert_eq!(segment.begins > 0, waits, "{words}");
        // What quicker words leave over by day, the release has more.
        let over = segment.millis() - segment.begins - 26_000;
        let onset = segment.start + segment.begins;
        let tensing = |at: u64| timeline.at(at).tense.map(|it| (it.tensing, it.remaining));
        assert_eq!(tensing(onset), Some((true, 6_000)));
        assert_eq!(tensing(onset + 6_000), Some((false, 20_000 + over)));
        assert!(!waits || tensing(onset - 1).is_none());
        let tense = Phrase::Program(Announcement::Tense);
        let cue = timeline.spoken().iter().find(|(_, it)| it.words == tense).expect("its word");
        assert!((onset..onset + 3_000).contains(&cue.1.after), "{words}: {}", cue.1.after);
    }
}

#[test]
fn both_sides_wait_alike_and_long_enough_for_the_longer_words() {
    let second_side = Some("The same fist on this side. Half of your strength will do.".to_owned());
    let step = Step { second_side, side: Some(Sides::Both), ..fist("{Side} fist.") };
    let timeline = written(&session(vec![step]), Side::Left);
    let segments = of_steps(&timeline);
    assert_eq!(segments[0].millis(), segments[1].millis());
    let night = timeline.with_ending(Ending::Night { play_on: 0 });
    let [first, second] = of_steps(&night)[..] else { panic!("two sides") };
    assert_eq!(first.begins, second.begins, "as the slowest words have it");
    for (index, said) in timeline.spoken().iter().filter(|(_, it)| it.of == WordsOf::Opening) {
        let segment = &timeline.segments()[*index];
        assert!(said.end() < segment.start + segment.begins);
    }
}

#[test]
fn what_comes_between_rounds_is_left_out_of_the_last_on_each_side() {
    let rest = Step {
        between_rounds: true,
        title: "between".to_owned(),
        ..plain_step(StepKind::Rest, Length::Millis(20_000))
    };
    let work = plain_step(lean(), Length::Millis(40_000));
    for (side, rounds) in [(None, 1), (Some(Sides::Both), 2)] {
        let blocks = vec![block(work.clone()), block(rest.clone())];
        let group = Group { title: None, repeat: 3, side, switch: Some(25_000), blocks };
        let timeline = written(&session_of(vec![Block::Group(group)]), Side::Left);
        let kinds = of_steps(&timeline).into_iter().map(|it| it.kind);
        let one = [SegmentKind::Stretch, SegmentKind::Rest].repeat(3)[..5].to_vec();
        assert_eq!(kinds.collect::<Vec<_>>(), one.repeat(rounds));
        let changes = timeline.segments().iter().filter(|it| it.kind == SegmentKind::Switch);
        assert!(changes.clone().all(|it| it.millis() == 25_000));
        assert_eq!(changes.count(), rounds - 1);
        let whole = 5_000 + rounds as u64 * 160_000 + (rounds as u64 - 1) * 25_000;
        assert_eq!(timeline.millis(), whole);
    }
}

#[test]
fn the_last_seconds_are_counted_one_by_one() {
    let step = Step { countdown: Some(3), ..plain_step(lean(), Length::Millis(40_000)) };
    let timeline = written(&session(vec![step]), Side::Left);
    let end = timeline.millis();
    let counted = timeline.spoken().iter().filter_map(|(_, it)| match it.words {
        Phrase::Program(Announcement::Counted(number)) => Some((number, end - it.after)),
        _ => None,
    });
    assert_eq!(counted.collect::<Vec<_>>(), [(3, 3_000), (2, 2_000), (1, 1_000)]);
}
