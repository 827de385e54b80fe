//! Properties that hold for every session.

use std::sync::Arc;

use proptest::prelude::*;

use super::arbitrary::session;
use crate::body::Side;
use crate::care::screened_for_anyone;
use crate::choices::Background;
use crate::session::{Anchor, BedAt, Block, Length, Session, Step};
use crate::timeline::fit::{bounds, fit, flexes, written_millis};
use crate::timeline::tests::{fitted, written};
use crate::timeline::{
    CannotFit, Cue, CueKind, Ending, Segment, SegmentKind, Timeline, Wish, WordsOf, prepare,
};

fn side_totals(timeline: &Timeline) -> (u64, u64) {
    let sum = |side| {
        timeline
            .segments()
            .iter()
            .filter(|segment| segment.kind != SegmentKind::Switch && segment.side == Some(side))
            .map(Segment::millis)
            .sum()
    };
    (sum(Side::Left), sum(Side::Right))
}

/// The time spent on each side by segments that have a twin on the other.
fn twin_lengths(timeline: &Timeline) -> Vec<(u64, u64)> {
    timeline
        .parts
        .iter()
        .filter_map(|part| Some((part.millis, timeline.parts.get(part.twin?)?.millis)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn segments_tile_the_whole_time(session in session()) {
        let timeline = written(&session, Side::Left);
        let mut end = 0;
        for segment in timeline.segments() {
            prop_assert_eq!(segment.start, end);
            prop_assert!(segment.end > segment.start);
            end = segment.end;
        }
        prop_assert_eq!(end, timeline.millis());
        prop_assert_eq!(end, written_millis(&session));
    }

    #[test]
    fn every_position_has_a_moment(session in session(), position in 0_u64..20_000_000) {
        let timeline = written(&session, Side::Left);
        let moment = timeline.at(position);
        prop_assert!(moment.segment.start <= moment.position);
        prop_assert!(moment.position <= moment.segment.end);
        prop_assert_eq!(moment.elapsed + moment.remaining, moment.segment.millis());
        if let Some(breath) = moment.breath {
            prop_assert!((0.0..=1.0).contains(&breath.fullness));
            prop_assert!((0.0..=1.0).contains(&breath.fraction));
            prop_assert!(breath.number >= 1 && breath.number <= breath.of);
        }
    }

    #[test]
    fn cues_over_adjoining_ranges_are_the_cues_over_their_union(
        session in session(),
        a in 0_u64..2_000_000,
        b in 0_u64..2_000_000,
        c in 0_u64..2_000_000,
    ) {
        let timeline = written(&session, Side::Left);
        let mut points = [a, b, c];
        points.sort_unstable();
        let [from, middle, to] = points;
        let parts = [timeline.cues(from, middle), timeline.cues(middle, to)].concat();
        prop_assert_eq!(parts.as_slice(), timeline.cues(from, to));
    }

    #[test]
    fn any_step_size_meets_the_same_cues(session in session(), step in 1_u64..5000) {
        let timeline = written(&session, Side::Left);
        let end = timeline.millis() + 1;
        let mut met = Vec::new();
        let mut position = 0;
        while position < end {
            let next = (position + step).min(end);
            met.extend_from_slice(timeline.cues(position, next));
            position = next;
        }
        prop_assert_eq!(met.as_slice(), timeline.cues(0, end));
    }

    #[test]
    fn both_sides_get_the_same_time(session in session()) {
        let timeline = written(&session, Side::Right);
        for (one, other) in twin_lengths(&timeline) {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn the_first_side_is_the_one_asked_for_and_nothing_else_changes(session in session()) {
        let left = written(&session, Side::Left);
        let right = written(&session, Side::Right);
        prop_assert_eq!(left.millis(), right.millis());
        let first = |timeline: &Timeline| {
            let parts = &timeline.parts;
            parts.iter().find(|part| part.twin.is_some()).and_then(|part| part.side)
        };
        if let Some(side) = first(&left) {
            prop_assert_eq!(side, Side::Left);
            prop_assert_eq!(first(&right), Some(Side::Right));
        }
    }

    #[test]
    fn breaths_end_whole(session in session()) {
        let timeline = written(&session, Side::Left);
        for segment in timeline.segments() {
            if let Some(plan) = &segment.breath {
                let whole = plan.pattern.cycle_millis() * u64::from(plan.breaths);
                prop_assert_eq!(segment.millis(), plan.begins + whole);
            }
        }
    }

    #[test]
    fn a_breath_begins_after_the_words_of_its_step(session in session(), is_night: bool) {
        let ending = if is_night { Ending::Night { play_on: 0 } } else { Ending::Day };
        let wish = Wish { ending, ..Wish::default() };
        let timeline = prepare(&screened_for_anyone(&session), &wish).expect("any session, as it is written");
        for (index, said) in timeline.spoken() {
            let segment = &timeline.segments()[*index];
            let Some(plan) = &segment.breath else { continue };
            // Words and chimes at the end of a step without room for them go on into the next.
            let lead = if segment.written == Some(0) { 2_000 } else { 800 };
            let is_free = said.after <= segment.start + lead;
            let counts = |step: &Arc<Step>| matches!(step.length, Length::Breaths(_));
            // A time that is too short for the words and a breath keeps the breath.
            let has_room = segment.step.as_ref().is_some_and(counts) || plan.breaths > 1;
            if said.of == WordsOf::Opening && is_free && has_room {
                prop_assert!(said.end() <= segment.start + plan.begins, "{said:?}, {plan:?}");
            }
        }
    }

    #[test]
    fn fullness_never_jumps(session in session()) {
        let timeline = written(&session, Side::Left);
        let mut last: Option<(usize, f32)> = None;
        for position in (0..timeline.millis().min(120_000)).step_by(50) {
            let moment = timeline.at(position);
            let now = moment.breath.map(|breath| (moment.index, breath.fullness));
            if let (Some((index, before)), Some((same, after))) = (last, now)
                && index == same
            {
                // The shortest inhale is half a second: 50 ms of it move at most a sixth.
                prop_assert!((before - after).abs() < 0.17, "at {position}: {before} to {after}");
            }
            last = now;
        }
    }

    #[test]
    fn a_fitted_session_is_as_long_as_whole_breaths_and_equal_sides_allow(
        session in session(),
        share in 0.0_f64..=1.0,
    ) {
        let (shortest, longest) = bounds(&session, None);
        let target = shortest + ((longest - shortest) as f64 * share) as u64;
        let timeline = fitted(&session, target).expect("a target within the bounds");
        let lengths = fit(&session, None, target).expect("a target within the bounds");
        let spare = target.checked_sub(timeline.millis());
        let spare = spare.ok_or_else(|| TestCaseError::fail("it is longer than was asked"))?;
        prop_assert!(!room_is_left(&session, &lengths.steps, spare), "{spare} ms to spare");
        for (one, other) in twin_lengths(&timeline) {
            prop_assert_eq!(one, other);
        }
        for segment in timeline.segments() {
            if let Some(plan) = &segment.breath {
                let breathed = segment.millis() - plan.begins;
                prop_assert_eq!(breathed % plan.pattern.cycle_millis(), 0);
            }
        }
    }

    #[test]
    fn a_shorter_step_keeps_all_its_words_in_order_and_draws_them_together_no_more_than_itself(
        session in session(),
        share in 0.0_f64..=1.0,
    ) {
        let (shortest, written) = (bounds(&session, None).0, written_millis(&session));
        let target = shortest + ((written - shortest) as f64 * share) as u64;
        let timeline = fitted(&session, target).expect("a target within the bounds");
        for segment in timeline.segments() {
            let Some(step) = &segment.step else { continue };
            prop_assert_eq!(segment.lines.len(), step.lines.len());
            // What follows the words counts from when they have been said.
            let counted = matches!(step.length, Length::Breaths(_)) && !step.words_first;
            let breaths = segment.breath.as_ref().filter(|_| counted).map(|plan| plan.begins);
            let told = breaths.unwrap_or(segment.begins);
            let before = step.length.millis(step.pattern.as_ref());
            let now = segment.millis() - told;
            let mut from_start = Vec::new();
            for (after, line) in &segment.lines {
                if counted && line.at.is_start() {
                    prop_assert_eq!(*after, 0);
                    continue;
                }
                let after = &(after - told);
                prop_assert!(*after <= now);
                if let Anchor::FromStart(at) = line.at {
                    prop_assert!(*after <= at);
                    prop_assert!(*after >= at * now.min(before) / before);
                    from_start.push(at);
                }
            }
            prop_assert!(from_start.is_sorted());
        }
    }

    #[test]
    fn any_step_size_meets_the_same_cues_at_any_length(
        session in session(),
        share in 0.0_f64..=1.0,
        step in 1_u64..5000,
    ) {
        let (shortest, longest) = bounds(&session, None);
        let target = shortest + ((longest - shortest) as f64 * share) as u64;
        let timeline = fitted(&session, target).expect("a target within the bounds");
        let end = timeline.millis() + 1;
        let met: Vec<_> = (0..end)
            .step_by(step as usize)
            .flat_map(|from| timeline.cues(from, (from + step).min(end)))
            .collect();
        prop_assert_eq!(met, timeline.cues(0, end).iter().collect::<Vec<_>>());
    }

    #[test]
    fn fitting_to_the_written_length_changes_nothing(session in session()) {
        let written = written(&session, Side::Left);
        let fitted = fitted(&session, written.millis()).expect("the written length is allowed");
        prop_assert_eq!(fitted.segments(), written.segments());
        prop_assert_eq!(fitted.cues(0, u64::MAX), written.cues(0, u64::MAX));
    }

    #[test]
    fn a_length_outside_the_bounds_is_refused_with_the_bounds(session in session()) {
        let (shortest, longest) = bounds(&session, None);
        for target in [shortest.saturating_sub(1), longest + 1] {
            let refused = fitted(&session, target).expect_err("outside");
            prop_assert_eq!(refused, CannotFit { asked: target, shortest, longest });
        }
    }

    #[test]
    fn another_background_leaves_every_other_cue_as_it_was(
        session in session(), index in 0_usize..20,
    ) {
        let written = written(&with_beds(session), Side::Left);
        for (choice, expected) in [
            (Background::AsWritten, beds(&written)),
            (Background::Silence, Vec::new()),
            (Background::Named("fire".to_owned()), vec![(0, Some("fire"))]),
        ] {
            let other = written.with_bed(&choice);
            prop_assert_eq!(beds(&other), expected);
            prop_assert!(other.cues(0, u64::MAX).is_sorted_by_key(|cue| cue.at));
            prop_assert_eq!(without_beds(&other), without_beds(&written));
            prop_assert_eq!(other.segments(), written.segments());
            prop_assert_eq!(&other.with_bed(&Background::AsWritten), &written);
            // However often it is changed and made longer, in whatever order.
            let longer = written.extended(index % written.segments().len(), 30_000);
            let other_longer = other.extended(index % written.segments().len(), 30_000);
            prop_assert_eq!(longer.with_bed(&choice), other_longer);
        }
    }

    #[test]
    fn extending_a_part_moves_nothing_before_it(
        session in session(),
        index in 0_usize..20,
        share in 0.0_f64..=1.0,
    ) {
        let (shortest, longest) = bounds(&session, None);
        let target = shortest + ((longest - shortest) as f64 * share) as u64;
        let timeline = fitted(&session, target).expect("a target within the bounds");
        let index = index % timeline.segments().len();
        let longer = timeline.extended(index, 30_000);
        prop_assert!(longer.millis() >= timeline.millis());
        prop_assert_eq!(&longer.segments()[..index], &timeline.segments()[..index]);
        let from_start = |timeline: &Timeline| {
            let lines = timeline.segments()[index].lines.iter();
            let lines = lines.filter(|(_, line)| matches!(line.at, Anchor::FromStart(_)));
            lines.map(|(after, _)| *after).collect::<Vec<_>>()
        };
        prop_assert_eq!(from_start(&longer), from_start(&timeline));
        prop_assert_eq!(longer.segments()[index].start, timeline.segments()[index].start);
        let last = timeline.parts[index].twin.unwrap_or(index).max(index);
        if last > index {
            let (left, right) = side_totals(&longer);
            let (left_before, right_before) = side_totals(&timeline);
            prop_assert_eq!(left - left_before, right - right_before);
        }
    }
}

/// The same session with a background, and another one from the middle of each step.
fn with_beds(mut session: Session) -> Session {
    fn change(block: &mut Block) {
        match block {
            Block::Step(step) => {
                step.beds = vec![BedAt { at: Anchor::Share(500), name: Some("rain".to_owned()) }];
            }
            Block::Group(group) => group.blocks.iter_mut().for_each(change),
        }
    }
    session.bed = Some("ocean".to_owned());
    session.blocks.iter_mut().for_each(change);
    session
}

fn beds(timeline: &Timeline) -> Vec<(u64, Option<&str>)> {
    let cues = timeline.cues(0, u64::MAX).iter();
    cues.filter_map(|cue| match &cue.kind {
        CueKind::Bed(name) => Some((cue.at, name.as_deref())),
        _ => None,
    })
    .collect()
}

fn without_beds(timeline: &Timeline) -> Vec<&Cue> {
    let cues = timeline.cues(0, u64::MAX).iter();
    cues.filter(|cue| !matches!(cue.kind, CueKind::Bed(_))).collect()
}

/// Whether a step could still have been made longer with `spare` milliseconds to share.
fn room_is_left(session: &Session, steps: &[u64], spare: u64) -> bool {
    flexes(session, None)
        .iter()
        .zip(steps)
        .any(|(flex, step)| *step + flex.grain <= flex.max && flex.grain * flex.times <= spare)
}
