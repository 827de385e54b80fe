//! Limits and turns at their exact millisecond.

use super::arbitrary::{lean, pattern_of, plain_step, session_of, squeeze};
use crate::body::{MuscleGroup, Region, Side};
use crate::session::{
    Block, Flex, Length, Line, PhaseKind, Position, Session, Sides, Step, StepKind, Temperature,
    Tense,
};
use crate::timeline::part::LONGEST_PACK_MILLIS;
use crate::timeline::tests::{fitted, written};
use crate::timeline::{
    Cue, CueKind, LONGEST_MILLIS, Segment, SegmentKind, Timeline, bounds, written_millis,
};

/// When the first step begins, in milliseconds.
const FIRST: u64 = 5_000;

fn session(steps: Vec<Step>) -> Session {
    session_of(steps.into_iter().map(|step| Block::Step(Box::new(step))).collect())
}

fn timeline(steps: Vec<Step>) -> Timeline {
    written(&session(steps), Side::Left)
}

fn rest(millis: u64) -> Step {
    plain_step(StepKind::Rest, Length::Millis(millis))
}

/// Breaths of 4 s in, 1 s held, 6 s out and 1 s of rest.
fn breathe(length: Length) -> Step {
    let pattern = pattern_of(&[
        (PhaseKind::Inhale, 4_000),
        (PhaseKind::Hold, 1_000),
        (PhaseKind::Exhale, 6_000),
        (PhaseKind::Rest, 1_000),
    ]);
    Step { pattern: Some(pattern), say: None, ..plain_step(StepKind::Breathe, length) }
}

#[test]
fn the_longest_times_are_those_that_are_promised() {
    assert_eq!((LONGEST_MILLIS, LONGEST_PACK_MILLIS), (43_200_000, 1_200_000));
}

#[test]
fn a_breath_turns_at_the_millisecond() {
    let timeline = timeline(vec![breathe(Length::Breaths(2))]);
    for (at, phase, remaining, number, fraction, fullness) in [
        (0, 0, 4_000, 1, 0.0, 0.0),
        (1_000, 0, 3_000, 1, 0.25, 0.25),
        (3_999, 0, 1, 1, 0.99975, 0.99975),
        (4_000, 1, 1_000, 1, 0.0, 1.0),
        (4_999, 1, 1, 1, 0.999, 1.0),
        (5_000, 2, 6_000, 1, 0.0, 1.0),
        (8_000, 2, 3_000, 1, 0.5, 0.5),
        (11_000, 3, 1_000, 1, 0.0, 0.0),
        (11_999, 3, 1, 1, 0.999, 0.0),
        (12_000, 0, 4_000, 2, 0.0, 0.0),
        (23_999, 3, 1, 2, 0.999, 0.0),
        (24_000, 3, 1, 2, 0.999, 0.0),
        (90_000, 3, 1, 2, 0.999, 0.0),
    ] {
        let breath = timeline.at(FIRST + at).breath.expect("it is paced by breath");
        let found = (breath.phase_index, breath.remaining, breath.number, breath.of);
        assert_eq!(found, (phase, remaining, number, 2), "{at}");
        assert!((breath.fraction - fraction).abs() < 1e-4, "{at}: {}", breath.fraction);
        assert!((breath.fullness - fullness).abs() < 1e-4, "{at}: {}", breath.fullness);
    }
    assert_eq!(timeline.at(FIRST - 1).breath, None);
}

#[test]
fn the_first_breath_waits_until_the_words_have_been_said() {
    let spoken = |length| Step { say: Some("Slower, not bigger.".to_owned()), ..breathe(length) };
    // Two seconds of chime, 1.7 of words, and a short silence.
    for (length, breaths, millis) in [
        (Length::Breaths(3), 3, 4_500 + 36_000),
        (Length::Millis(40_000), 3, 4_500 + 36_000),
        (Length::Millis(36_000), 3, 4_500 + 36_000),
        (Length::Millis(34_000), 2, 4_500 + 24_000),
        (Length::Millis(14_000), 1, 2_000 + 12_000),
        (Length::Millis(9_000), 1, 12_000),
    ] {
        let timeline = timeline(vec![spoken(length)]);
        let segment = &timeline.segments()[1];
        let plan = segment.breath.as_ref().expect("breaths");
        assert_eq!((plan.breaths, segment.millis()), (breaths, millis), "{length:?}");
        assert_eq!(plan.begins, millis - 12_000 * u64::from(breaths));
        let begins = FIRST + plan.begins;
        let moment = timeline.at(begins);
        let breath = moment.breath.as_ref().map(|breath| (breath.number, breath.phase_index));
        assert_eq!((breath, moment.until_begin), (Some((1, 0)), None));
        let first = timeline.cues(0, u64::MAX).iter().find(|cue| is_breath(cue));
        assert_eq!(first.map(|cue| cue.at), Some(begins));
        if plan.begins > 0 {
            let before = timeline.at(begins - 1);
            assert_eq!((&before.breath, before.until_begin), (&None, Some(1)));
            assert_eq!(before.fullness(), Some(0.0));
        }
    }
}

fn is_breath(cue: &Cue) -> bool {
    matches!(cue.kind, CueKind::Breath { .. })
}

#[test]
fn tension_turns_at_the_millisecond() {
    let tense = Tense { muscles: MuscleGroup::Arm, tense: 6_000, release: 20_000, times: 2 };
    let step = plain_step(StepKind::Tense(tense), Length::Millis(52_000));
    let timeline = timeline(vec![Step { say: None, ..step }]);
    for (at, tensing, remaining, round, fraction) in [
        (0, true, 6_000, 1, 0.0),
        (3_000, true, 3_000, 1, 0.5),
        (5_999, true, 1, 1, 0.99983),
        (6_000, false, 20_000, 1, 0.0),
        (11_000, false, 15_000, 1, 0.25),
        (25_999, false, 1, 1, 0.99995),
        (26_000, true, 6_000, 2, 0.0),
        (52_000, false, 1, 2, 0.99995),
    ] {
        let now = timeline.at(FIRST + at).tense.expect("a tense step");
        let found = (now.tensing, now.remaining, now.round, now.of);
        assert_eq!(found, (tensing, remaining, round, 2), "{at}");
        assert!((now.fraction - fraction).abs() < 1e-4, "{at}: {}", now.fraction);
    }
}

#[test]
fn a_stroke_follows_its_tempo_or_else_the_breath() {
    let stroke = |step: Step, at: u64| {
        let timeline = timeline(vec![step]);
        let first = timeline.first_segments()[0].start;
        timeline.at(first + at).stroke
    };
    let paced = || plain_step(squeeze(Some(4_000)), Length::Millis(20_000));
    for (at, share) in [(0, 0.0), (1_000, 0.25), (4_000, 0.0), (7_000, 0.75)] {
        assert_eq!(stroke(paced(), at), Some(share), "{at}");
    }
    let breathed = Step { kind: squeeze(None), ..breathe(Length::Breaths(2)) };
    assert_eq!(stroke(breathed, 3_000), Some(0.75));
    assert_eq!(stroke(plain_step(squeeze(None), Length::Millis(20_000)), 3_000), None);
    assert_eq!(stroke(rest(20_000), 3_000), None);
}

#[test]
fn a_moment_belongs_to_the_segment_that_begins_with_it() {
    let both = Step { side: Some(Sides::Both), ..plain_step(lean(), Length::Millis(20_000)) };
    let timeline = timeline(vec![both, rest(10_000)]);
    for (at, kind, elapsed, remaining, next) in [
        (0, "lead-in", 0, 5_000, Some("stretch")),
        (4_999, "lead-in", 4_999, 1, Some("stretch")),
        (5_000, "stretch", 0, 20_000, Some("stretch")),
        (25_000, "switch", 0, 6_000, Some("stretch")),
        (30_999, "switch", 5_999, 1, Some("stretch")),
        (31_000, "stretch", 0, 20_000, Some("rest")),
        (51_000, "rest", 0, 10_000, None),
        (61_000, "rest", 10_000, 0, None),
        (99_000, "rest", 10_000, 0, None),
    ] {
        let moment = timeline.at(at);
        let found = (moment.segment.kind.id(), moment.elapsed, moment.remaining);
        assert_eq!(found, (kind, elapsed, remaining), "{at}");
        assert_eq!(moment.next.map(|next| next.kind.id()), next, "{at}");
        assert_eq!(moment.position, at.min(61_000));
    }
}

#[test]
fn a_line_is_shown_from_its_millisecond_on() {
    let line = |after: u64, show: &str| Line {
        at: crate::session::Anchor::FromStart(after),
        show: Some(show.to_owned()),
        say: None,
        second_side: None,
        later_rounds: None,
    };
    let step = Step { lines: vec![line(8_000, "one"), line(16_000, "two")], ..rest(60_000) };
    let timeline = timeline(vec![step]);
    let shown = |at: u64| timeline.at(FIRST + at).line;
    assert_eq!([shown(7_999), shown(8_000)], [None, Some("one")]);
    assert_eq!(
        [shown(15_999), shown(16_000), shown(59_999)],
        [Some("one"), Some("two"), Some("two")]
    );
}

#[test]
fn cues_are_those_from_the_first_millisecond_to_before_the_last() {
    let timeline = timeline(vec![rest(10_000)]);
    let heard = |from: u64, to: u64| timeline.cues(from, to).len();
    let at_first = heard(FIRST, FIRST + 1);
    assert!(at_first > 0);
    assert_eq!(
        [heard(FIRST + 1, 15_000), heard(0, FIRST), heard(FIRST, FIRST)],
        [1, heard(0, 1), 0],
        "the words, which the chime leads"
    );
    assert_eq!(heard(15_000, 15_001), 1, "the end chime lies at the very end");
    assert_eq!(heard(9_000, 3_000), 0);
}

#[test]
fn a_longer_step_takes_whole_breaths_and_at_least_one_from_half_of_it_on() {
    let lengthened = |millis: u64| {
        let timeline = timeline(vec![breathe(Length::Breaths(2)), rest(10_000)]);
        timeline.extended(1, millis).segments()[1].millis() - 24_000
    };
    for (asked, added) in
        [(0, 0), (6_000, 0), (6_001, 12_000), (12_000, 12_000), (23_999, 12_000), (24_000, 24_000)]
    {
        assert_eq!(lengthened(asked), added, "{asked}");
    }
}

#[test]
fn no_step_becomes_longer_than_what_is_left_of_the_longest_session() {
    let long = timeline(vec![rest(LONGEST_MILLIS - FIRST - 30_000)]);
    assert_eq!(long.extended(1, 29_999).millis(), LONGEST_MILLIS - 1);
    assert_eq!(long.extended(1, 30_000).millis(), LONGEST_MILLIS);
    assert_eq!(long.extended(1, 30_001).millis(), LONGEST_MILLIS);
    assert_eq!(long.extended(0, 5_000).millis(), long.millis(), "nothing to add to a lead-in");
    assert_eq!(long.extended(9, 5_000), long, "there is no such segment");
    // Both sides share what is left.
    let half = (LONGEST_MILLIS - FIRST - 6_000) / 2 - 10_000;
    let both = Step { side: Some(Sides::Both), ..rest(half) };
    let both = timeline(vec![both]);
    let longer = both.extended(1, 60_000);
    assert_eq!(longer.segments()[1].millis(), half + 10_000);
    assert_eq!(longer.segments()[3].millis(), half + 10_000);
    let second = both.extended(3, 1_000);
    assert_eq!(
        (second.segments()[1].millis(), second.segments()[3].millis()),
        (half, half + 1_000)
    );
}

#[test]
fn what_may_not_grow_does_not() {
    let tense = Tense { muscles: MuscleGroup::Arm, tense: 6_000, release: 20_000, times: 1 };
    let tense = plain_step(StepKind::Tense(tense), Length::Millis(26_000));
    let tense = timeline(vec![Step { say: None, ..tense }]);
    assert_eq!(tense.extended(1, 60_000).segments()[1].millis(), 26_000);
    let pack = |millis: u64| {
        let kind = StepKind::Pack {
            temperature: Temperature::Heat,
            place: crate::session::PackPlace::Region(Region::LowBack),
        };
        timeline(vec![plain_step(kind, Length::Millis(millis))])
    };
    // What to stop at comes between the lead-in and the pack.
    let nearly = pack(LONGEST_PACK_MILLIS - 1_000);
    assert_eq!(nearly.extended(2, 999).segments()[2].millis(), LONGEST_PACK_MILLIS - 1);
    assert_eq!(nearly.extended(2, 1_001).segments()[2].millis(), LONGEST_PACK_MILLIS);
    let over = pack(LONGEST_PACK_MILLIS + 5_000);
    assert_eq!(over.extended(2, 1_000).segments()[2].millis(), LONGEST_PACK_MILLIS);
}

#[test]
fn a_session_takes_its_shortest_and_longest_length_and_no_millisecond_beyond() {
    let step = Step { flex: Some(Flex { min: 30_000, max: 90_000 }), ..rest(60_000) };
    let both = Step { side: Some(Sides::Both), ..step.clone() };
    let session = session(vec![step, both]);
    let (shortest, longest) = (FIRST + 6_000 + 90_000, FIRST + 6_000 + 270_000);
    assert_eq!(bounds(&session, None), (shortest, longest));
    assert_eq!(written_millis(&session), FIRST + 6_000 + 180_000);
    for millis in [shortest, shortest + 1, longest - 1, longest] {
        let timeline = fitted(&session, millis).expect("within the bounds");
        assert_eq!(timeline.millis(), millis);
    }
    for asked in [shortest - 1, longest + 1] {
        let refused = fitted(&session, asked).expect_err("beyond the bounds");
        assert_eq!((refused.asked, refused.shortest, refused.longest), (asked, shortest, longest));
    }
}

#[test]
fn the_lead_in_takes_what_whole_breaths_leave_over_up_to_fifteen_seconds() {
    let step = |flex| Step { flex, ..breathe(Length::Breaths(5)) };
    let flexible = session(vec![step(Some(Flex { min: 24_000, max: 120_000 }))]);
    for (asked, lead_in, breaths) in
        [(65_000, 5_000, 5), (65_001, 5_001, 5), (76_999, 16_999, 5), (77_000, 5_000, 6)]
    {
        let timeline = fitted(&flexible, asked).expect("within the bounds");
        let breathed = timeline.segments()[1].breath.as_ref().expect("breaths").breaths;
        assert_eq!((timeline.segments()[0].millis(), breathed), (lead_in, breaths), "{asked}");
    }
}

#[test]
fn each_kind_of_segment_has_its_id() {
    let kinds = [
        SegmentKind::LeadIn(Position::Seated),
        SegmentKind::Switch,
        SegmentKind::StopSign("neck"),
        SegmentKind::Breathe,
        SegmentKind::Massage,
        SegmentKind::Stretch,
        SegmentKind::Tense,
        SegmentKind::Rest,
        SegmentKind::Pack,
        SegmentKind::Scan,
    ];
    let ids = [
        "lead-in",
        "switch",
        "stop-sign",
        "breathe",
        "massage",
        "stretch",
        "tense",
        "rest",
        "pack",
        "scan",
    ];
    assert_eq!(kinds.map(SegmentKind::id), ids);
}

#[test]
fn air_that_moves_in_several_phases_goes_on_from_where_it_was() {
    let pattern = pattern_of(&[
        (PhaseKind::Inhale, 3_000),
        (PhaseKind::Inhale, 1_000),
        (PhaseKind::Hold, 1_000),
        (PhaseKind::Exhale, 2_000),
        (PhaseKind::Exhale, 6_000),
        (PhaseKind::Rest, 1_000),
    ]);
    let step = Step { pattern: Some(pattern), ..breathe(Length::Breaths(1)) };
    let timeline = timeline(vec![step]);
    let cued = timeline.cues(0, u64::MAX).iter().filter_map(|cue| match cue.kind {
        CueKind::Breath { fullness, millis, .. } => Some((cue.at - FIRST, millis, fullness)),
        _ => None,
    });
    let expected = [
        (0, 3_000, 750),
        (3_000, 1_000, 1_000),
        (4_000, 1_000, 1_000),
        (5_000, 2_000, 750),
        (7_000, 6_000, 0),
        (13_000, 1_000, 0),
    ];
    assert_eq!(cued.collect::<Vec<_>>(), expected);
    for (at, fullness) in [
        (0, 0.0),
        (1_500, 0.375),
        (3_000, 0.75),
        (3_500, 0.875),
        (4_500, 1.0),
        (6_000, 0.875),
        (7_000, 0.75),
        (10_000, 0.375),
        (13_500, 0.0),
    ] {
        assert_eq!(timeline.at(FIRST + at).fullness(), Some(fullness), "{at}");
    }
}

#[test]
fn only_a_step_that_is_to_wait_waits() {
    let waiting = Step { wait: true, ..rest(10_000) };
    let timeline = timeline(vec![waiting, rest(10_000)]);
    let waits = timeline.segments().iter().map(Segment::waits);
    assert_eq!(waits.collect::<Vec<_>>(), [false, true, false]);
}
