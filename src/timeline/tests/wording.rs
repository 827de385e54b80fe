//! What a session says by itself, and in which words.

use super::arbitrary::{lean, pattern_of, plain_step, session_of};
use crate::body::{MuscleGroup, Region, Side};
use crate::session::{
    Announced, Announcements, Block, Length, PhaseKind, Session, Sides, Step, StepKind, Tense,
};
use crate::timeline::tests::written;
use crate::timeline::{CueKind, Timeline};

fn session(step: Step) -> Session {
    session_of(vec![Block::Step(Box::new(Step { text: None, say: None, ..step }))])
}

fn both(kind: StepKind, millis: u64) -> Step {
    Step { side: Some(Sides::Both), ..plain_step(kind, Length::Millis(millis)) }
}

fn tensed() -> Step {
    let tense = Tense { muscles: MuscleGroup::Arm, tense: 6_000, release: 30_000, times: 2 };
    both(StepKind::Tense(tense), 72_000)
}

fn said(timeline: &Timeline) -> Vec<String> {
    let spoken = timeline.spoken().iter();
    spoken.map(|(_, line)| line.words.text(timeline.texts()).into_owned()).collect()
}

/// What is said where each announcement is this.
fn with(announced: impl Fn(&str) -> Announced) -> Vec<String> {
    let mut session = session(tensed());
    session.announcements = Announcements {
        lead_in: announced("lead-in"),
        ten_seconds: announced("ten"),
        switch: announced("now {side}, after {other-side}"),
        tense: announced("tense"),
        again: announced("again"),
        release: announced("release"),
    };
    said(&written(&session, Side::Left))
}

#[test]
fn each_announcement_is_said_by_its_author_or_the_program_or_not_at_all() {
    let one_side = ["tense", "release", "again", "release"];
    let own = ["lead-in"].into_iter().chain(one_side).chain(["ten", "now right, after left"]);
    let own: Vec<&str> = own.chain(one_side).collect();
    assert_eq!(with(|words| Announced::ByAuthor(words.to_owned())), own);
    assert_eq!(with(|_| Announced::Silent), Vec::<String>::new());
    let by_program = with(|_| Announced::ByProgram);
    assert_eq!(by_program.len(), own.len());
    assert_eq!(by_program[5..7], ["In ten seconds, the other arm.", "Now the other arm."]);
    let turns = ["Tense, gently.", "And let go.", "Once more, tense.", "And let go."];
    assert_eq!(by_program[1..5], turns);
}

#[test]
fn each_announcement_is_silenced_by_itself() {
    let all = with(|_| Announced::ByProgram);
    for (silent, fewer) in [
        ("lead-in", 1),
        ("ten", 1),
        ("now {side}, after {other-side}", 1),
        ("tense", 2),
        ("again", 2),
        ("release", 4),
    ] {
        let announced =
            |words: &str| if words == silent { Announced::Silent } else { Announced::ByProgram };
        assert_eq!(with(announced).len(), all.len() - fewer, "{silent}");
    }
}

#[test]
fn a_change_of_sides_names_what_is_worked_there() {
    let change = |kind| {
        let said = said(&written(&session(both(kind, 60_000)), Side::Left));
        said.into_iter().find(|words| words.starts_with("Now ")).expect("it is told")
    };
    let stretch = |region| StepKind::Stretch { region };
    assert_eq!(change(lean()), "Now the other shoulder.");
    assert_eq!(change(stretch(Some(Region::Calf))), "Now the other calf.");
    assert_eq!(change(stretch(None)), "Now the other side.");
}

#[test]
fn breaths_are_labelled_in_the_language_of_the_session_and_by_its_author_as_they_wrote() {
    let labels = |language: &str| {
        let phases = [(PhaseKind::Inhale, 4_000), (PhaseKind::Exhale, 6_000)];
        let mut pattern = pattern_of(&phases);
        pattern.phases[0].label = "breathe in".to_owned();
        pattern.phases[1].label = "blow out a candle".to_owned();
        let step = plain_step(StepKind::Breathe, Length::Breaths(1));
        let mut session = session(Step { pattern: Some(pattern), ..step });
        session.language = language.to_owned();
        let timeline = written(&session, Side::Left);
        let cues = timeline.cues(0, u64::MAX).iter().filter_map(|cue| match &cue.kind {
            CueKind::Breath { label, .. } => Some(label.clone()),
            _ => None,
        });
        cues.collect::<Vec<_>>()
    };
    assert_eq!(labels("en"), ["breathe in", "blow out a candle"]);
    assert_eq!(labels("de"), ["einatmen", "blow out a candle"]);
}

#[test]
fn a_step_is_headed_by_where_it_works_and_nothing_else_is() {
    let timeline = written(&session(both(lean(), 60_000)), Side::Left);
    let headings = timeline.segments().iter().map(|it| it.heading(timeline.texts()));
    let headings: Vec<_> = headings.collect();
    assert_eq!(headings[1], "Left top of the shoulder: A step");
    assert_eq!(headings[3], "Right top of the shoulder: A step");
    for at in [0, 2] {
        let title = timeline.segments()[at].title.text(timeline.texts()).into_owned();
        assert_eq!(headings[at], title);
    }
}
