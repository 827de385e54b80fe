//! What a step does to the body, at the edges of what counts.

use super::steps::{breathing, massage, step, tensing};
use crate::body::{MuscleGroup, Region};
use crate::care::*;
use crate::session::{
    Length, Pattern, Phase, PhaseKind, Position, Step, StepKind, StrokeKind, Technique, Tool,
};

fn does(step: &Step, act: Act) -> bool {
    deeds_of(step, Position::Seated).iter().any(|deed| deed.act == act)
}

/// A breath of these phases, in milliseconds.
fn breath(phases: &[(PhaseKind, u64)]) -> Step {
    let phase = |(kind, millis): &(PhaseKind, u64)| Phase {
        kind: *kind,
        label: kind.default_label().to_owned(),
        millis: *millis,
    };
    let phases = phases.iter().map(phase).collect();
    let pattern = Some(Pattern { id: None, title: "own".to_owned(), phases });
    Step { pattern, ..breathing("box") }
}

#[test]
fn a_breath_out_is_long_from_seven_seconds_on() {
    for (millis, is_long) in [(6_999, false), (7_000, true)] {
        let out = breath(&[(PhaseKind::Inhale, 4_000), (PhaseKind::Exhale, millis)]);
        assert_eq!(does(&out, Act::LongExhale), is_long, "{millis}");
    }
}

#[test]
fn a_breath_is_held_where_it_stands_still_for_more_than_two_seconds() {
    for (millis, is_held) in [(2_000, false), (2_001, true)] {
        for still in [PhaseKind::Hold, PhaseKind::Rest] {
            let (inhale, exhale) = ((PhaseKind::Inhale, 4_000), (PhaseKind::Exhale, 4_000));
            let held = breath(&[inhale, (still, millis), exhale]);
            assert_eq!(does(&held, Act::BreathHold), is_held, "{still:?} of {millis}");
        }
    }
}

#[test]
fn a_rest_is_a_long_silence_from_a_minute_on() {
    for (millis, is_long) in [(59_999, false), (60_000, true)] {
        let rest = Step { length: Length::Millis(millis), ..step(StepKind::Rest) };
        assert_eq!(does(&rest, Act::EyesClosed), is_long, "{millis}");
    }
}

#[test]
fn a_press_that_stays_is_firm_from_three_on_and_a_stroke_from_four() {
    let presses = |kind: StrokeKind, pressure: u8| {
        let by_hand = massage(Region::Calf, Technique::Swedish, Tool::Hands, kind, pressure);
        does(&by_hand, Act::DeepPressure)
    };
    let (stays, strokes) = (StrokeKind::Compression, StrokeKind::Effleurage);
    assert_eq!([2, 3].map(|pressure| presses(stays, pressure)), [false, true]);
    assert_eq!([3, 4].map(|pressure| presses(strokes, pressure)), [false, true]);
}

#[test]
fn whoever_tenses_a_foot_tenses_the_calf_that_moves_it() {
    let deeds = deeds_of(&tensing(MuscleGroup::Foot), Position::Seated);
    let tensed = deeds.iter().filter(|deed| deed.act == Act::Tensing);
    let tensed: Vec<_> = tensed.filter_map(|deed| deed.region).collect();
    assert!(tensed.contains(&Region::Foot) && tensed.contains(&Region::Calf), "{tensed:?}");
}
