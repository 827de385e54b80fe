//! Silence that an author wishes for: nothing is said or rung in it that they have not written.

use super::arbitrary::{plain_step, session_of};
use crate::care::screened_for_anyone;
use crate::choices::Guidance;
use crate::session::{Anchor, Block, Chimes, Length, Line, Session, Silence, Step, StepKind};
use crate::timeline::{CueKind, Timeline, Wish, WordsOf, prepare};

const WORDS: &str = "I'll be back in three minutes.";

fn sitting(silence: Option<Silence>, words: &str) -> Step {
    let said = Some(words.to_owned());
    let step = plain_step(StepKind::Rest, Length::Millis(300_000));
    Step { silence, text: said.clone(), say: said, ..step }
}

fn timeline(steps: Vec<Step>, silence: bool) -> Timeline {
    let steps = steps.into_iter().map(|step| Block::Step(Box::new(step)));
    let session = Session { silence, ..session_of(steps.collect()) };
    let chimes = Chimes { halfway: Some("halfway".to_owned()), ..session.chimes.clone() };
    let session = Session { chimes, ..session };
    let wish = Wish { guidance: Guidance::Full, ..Wish::default() };
    prepare(&screened_for_anyone(&session), &wish).expect("as it is written")
}

/// What the program says and rings between the first words of the only step and its end.
fn broken(timeline: &Timeline) -> (Vec<String>, usize) {
    let texts = timeline.texts();
    let first = &timeline.spoken().iter().find(|it| it.1.of == WordsOf::Opening).expect("words").1;
    let program = timeline.spoken().iter().map(|(_, it)| it);
    let program = program.filter(|it| it.after > first.after && it.of == WordsOf::Program);
    let said = program.map(|it| it.words.text(texts).into_owned()).collect();
    let cues = timeline.cues(first.after, timeline.millis()).iter();
    (said, cues.filter(|cue| matches!(cue.kind, CueKind::Chime(_))).count())
}

#[test]
fn without_it_the_program_speaks_up_in_a_silence_whose_words_it_does_not_know() {
    let (said, rung) = broken(&timeline(vec![sitting(None, WORDS)], false));
    assert!(said.contains(&"Ten more seconds.".to_owned()), "{said:?}");
    assert_eq!(rung, 1, "half-way");
}

#[test]
fn in_a_silent_step_the_program_neither_speaks_nor_rings() {
    let silent = timeline(vec![sitting(Some(Silence::Whole), WORDS)], false);
    assert_eq!(broken(&silent), (Vec::new(), 0));
}

#[test]
fn its_author_still_speaks_in_it() {
    let words = Some("Listen once more.".to_owned());
    let line = Line {
        at: Anchor::FromEnd(20_000),
        show: words.clone(),
        say: words,
        second_side: None,
        later_rounds: None,
    };
    let step = Step { lines: vec![line], ..sitting(Some(Silence::Whole), WORDS) };
    let silent = timeline(vec![step], false);
    assert_eq!(silent.spoken().iter().filter(|(_, it)| it.of == WordsOf::Line(0)).count(), 1);
}

#[test]
fn between_two_points_it_is_silent_and_not_around_them() {
    let until = Anchor::FromEnd(30_000);
    let silence = Silence::Between(Anchor::FromStart(60_000), until);
    let (said, rung) = broken(&timeline(vec![sitting(Some(silence), WORDS)], false));
    assert_eq!((said.last().map(String::as_str), rung), (Some("Ten more seconds."), 0));
    let silence = Silence::Between(Anchor::FromEnd(30_000), Anchor::FromEnd(0));
    let (said, rung) = broken(&timeline(vec![sitting(Some(silence), WORDS)], false));
    assert!(!said.contains(&"Ten more seconds.".to_owned()), "{said:?}");
    assert_eq!(rung, 1);
}

#[test]
fn a_step_that_waits_names_the_key_before_it_grows_silent() {
    let step = Step { wait: true, ..sitting(Some(Silence::Whole), WORDS) };
    let (said, _) = broken(&timeline(vec![step], false));
    assert!(said.len() == 1 && said[0].contains("any key"), "{said:?}");
}

#[test]
fn in_a_silent_session_no_step_is_spoken_in_but_a_chime_that_is_named_rings() {
    let (said, rung) = broken(&timeline(vec![sitting(None, WORDS)], true));
    assert_eq!((said, rung), (Vec::new(), 1));
}

#[test]
fn the_half_way_chime_keeps_out_of_a_silence_that_is_announced_in_words() {
    let step = sitting(None, "Five minutes of silence.");
    let (said, rung) = broken(&timeline(vec![step], false));
    assert_eq!((&said[..], rung), (&["About five minutes: rest.".to_owned()][..], 0));
}
