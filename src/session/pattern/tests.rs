//! What breathing patterns promise.

use super::{Pattern, PatternError, Phase, PhaseKind, faults, nostril, title_of};
use crate::body::Side;
use PhaseKind::{Exhale, Hold, Inhale, Rest};

fn shape(pattern: &Pattern) -> Vec<(PhaseKind, u64)> {
    let phases = pattern.phases.iter();
    phases.map(|phase| (phase.kind, phase.millis)).collect()
}

#[test]
fn there_are_eight_named_patterns_and_each_keeps_to_the_limits() {
    assert_eq!(Pattern::all_named().len(), 8);
    for named in Pattern::all_named() {
        let pattern = named.pattern();
        assert_eq!(faults(&pattern.phases), [], "{}", named.id);
        assert_eq!(Pattern::named(named.id), Some(pattern));
        assert!(!named.summary.is_empty());
    }
}

#[test]
fn every_named_pattern_with_a_hold_says_who_should_leave_it_out() {
    for named in Pattern::all_named() {
        let holds = named.pattern().phases.iter().any(|phase| phase.kind == Hold);
        let warns = named.caution.is_some_and(|caution| caution.contains("pregnant"));
        assert_eq!(holds, warns, "{}", named.id);
    }
}

#[test]
fn numbers_mean_in_and_out_with_holds_between() {
    let shape_of = |numbers: &str| shape(&Pattern::from_numbers(numbers).unwrap());
    assert_eq!(shape_of("5.5-5.5"), [(Inhale, 5_500), (Exhale, 5_500)]);
    assert_eq!(shape_of("4-7-8"), [(Inhale, 4_000), (Hold, 7_000), (Exhale, 8_000)]);
    assert_eq!(
        shape_of("4-4-4-4"),
        [(Inhale, 4_000), (Hold, 4_000), (Exhale, 4_000), (Rest, 4_000)]
    );
}

#[test]
fn a_zero_leaves_its_phase_out() {
    let without = Pattern::from_numbers("4-0-6-0");
    assert_eq!(without, Pattern::from_numbers("4-6"));
}

#[test]
fn numbers_that_would_harm_are_refused() {
    for (numbers, error) in [
        ("4-8-8", PatternError::HoldTooLong(1)),
        ("4-4-6-5", PatternError::EmptyTooLong(3)),
        ("1-1", PatternError::TooFast),
        ("0.4-6", PatternError::PhaseTooShort(0)),
        ("61-6", PatternError::PhaseTooLong(0)),
        ("60-7-60", PatternError::CycleTooLong),
        ("0-6", PatternError::NoInhale),
        ("4", PatternError::Count),
        ("4-6-8-9-9", PatternError::Count),
        ("four-six", PatternError::NotNumbers),
        ("4--6", PatternError::NotNumbers),
        ("", PatternError::NotNumbers),
    ] {
        assert_eq!(Pattern::from_numbers(numbers), Err(error), "{numbers}");
    }
}

#[test]
fn a_long_hold_cannot_hide_in_two_short_ones() {
    let mut pattern = Pattern::named("box").unwrap();
    let hold = pattern.phases[1].clone();
    pattern.phases.insert(1, hold);
    assert_eq!(faults(&pattern.phases), [PatternError::HoldTooLong(1)]);
}

#[test]
fn a_long_pause_cannot_hide_round_the_end() {
    let mut pattern = Pattern::named("box").unwrap();
    let rest = pattern.phases[3].clone();
    pattern.phases.insert(0, rest);
    assert_eq!(faults(&pattern.phases), [PatternError::EmptyTooLong(4)]);
}

#[test]
fn fast_breaths_cannot_hide_among_slow_ones() {
    let mut pattern = Pattern::from_numbers("9-9").unwrap();
    pattern.phases.extend(Pattern::from_numbers("2-2").unwrap().phases);
    assert_eq!(faults(&pattern.phases), []);
    for phase in &mut pattern.phases[2..] {
        phase.millis = 1_000;
    }
    assert_eq!(faults(&pattern.phases), [PatternError::TooFast]);
}

fn phases(written: &[(PhaseKind, u64)]) -> Vec<Phase> {
    let phase =
        |&(kind, millis): &(PhaseKind, u64)| Phase { kind, label: "breathe".to_owned(), millis };
    written.iter().map(phase).collect()
}

#[test]
fn every_limit_holds_up_to_its_last_millisecond() {
    use PatternError::{
        CycleTooLong, EmptyTooLong, HoldTooLong, PhaseTooLong, PhaseTooShort, TooFast,
    };
    for (pattern, fault) in [
        (&[(Inhale, 500), (Exhale, 2_500)][..], None),
        (&[(Inhale, 499), (Exhale, 2_501)], Some(PhaseTooShort(0))),
        (&[(Inhale, 60_000), (Exhale, 60_000)], None),
        (&[(Inhale, 60_001), (Exhale, 4_000)], Some(PhaseTooLong(0))),
        (&[(Inhale, 4_000), (Exhale, 60_001)], Some(PhaseTooLong(1))),
        (&[(Inhale, 4_000), (Hold, 7_000), (Exhale, 4_000)], None),
        (&[(Inhale, 4_000), (Hold, 7_001), (Exhale, 4_000)], Some(HoldTooLong(1))),
        (&[(Inhale, 4_000), (Exhale, 4_000), (Rest, 4_000)], None),
        (&[(Inhale, 4_000), (Exhale, 4_000), (Rest, 4_001)], Some(EmptyTooLong(2))),
        (&[(Inhale, 1_500), (Exhale, 1_500)], None),
        (&[(Inhale, 1_500), (Exhale, 1_499)], Some(TooFast)),
        (&[(Inhale, 56_000), (Exhale, 60_000), (Rest, 4_000)], None),
        (&[(Inhale, 56_001), (Exhale, 60_000), (Rest, 4_000)], Some(CycleTooLong)),
    ] {
        assert_eq!(faults(&phases(pattern)), Vec::from_iter(fault), "{pattern:?}");
    }
}

#[test]
fn a_pattern_has_twelve_phases_at_most() {
    let breath = [(Inhale, 2_000), (Exhale, 2_000)];
    assert_eq!(faults(&phases(&breath.repeat(6))), []);
    let more = [&breath.repeat(6)[..], &[(Rest, 2_000)]].concat();
    assert_eq!(faults(&phases(&more)), [PatternError::TooManyPhases(13)]);
}

#[test]
fn what_the_breath_did_before_decides_how_long_it_may_stand_still() {
    use PatternError::{EmptyTooLong, HoldTooLong};
    for (pattern, fault) in [
        (&[(Inhale, 4_000), (Rest, 7_000), (Exhale, 4_000)][..], None),
        (&[(Inhale, 4_000), (Rest, 7_001), (Exhale, 4_000)], Some(HoldTooLong(1))),
        (&[(Inhale, 4_000), (Exhale, 4_000), (Hold, 4_001)], Some(EmptyTooLong(2))),
        (&[(Inhale, 4_000), (Hold, 3_000), (Rest, 4_000), (Exhale, 4_000)], None),
        (&[(Inhale, 4_000), (Hold, 3_000), (Rest, 4_001), (Exhale, 4_000)], Some(HoldTooLong(1))),
        (&[(Rest, 2_000), (Inhale, 4_000), (Exhale, 4_000), (Hold, 2_000)], None),
        (&[(Rest, 2_000), (Inhale, 4_000), (Exhale, 4_000), (Hold, 2_001)], Some(EmptyTooLong(3))),
        (&[(Inhale, 4_000), (Hold, 6_000), (Exhale, 4_000), (Rest, 3_000)], None),
    ] {
        assert_eq!(faults(&phases(pattern)), Vec::from_iter(fault), "{pattern:?}");
    }
}

#[test]
fn every_breath_of_a_round_is_slow_enough_wherever_the_round_begins() {
    for (pattern, is_slow) in [
        (&[(Inhale, 2_000), (Exhale, 1_000), (Inhale, 1_000), (Exhale, 2_000)][..], true),
        (&[(Inhale, 1_999), (Exhale, 1_000), (Inhale, 5_000), (Exhale, 5_000)], false),
        (&[(Inhale, 5_000), (Exhale, 5_000), (Inhale, 1_000), (Exhale, 1_999)], false),
        // Two sips of air are one breath, and so is a breath out in two parts.
        (&[(Inhale, 1_000), (Inhale, 1_000), (Exhale, 1_000)], true),
        (&[(Inhale, 1_000), (Exhale, 500), (Exhale, 1_500)], true),
        (&[(Inhale, 1_000), (Hold, 500), (Inhale, 500), (Exhale, 1_000)], true),
        (&[(Inhale, 1_000), (Exhale, 1_000), (Rest, 1_000)], true),
        (&[(Inhale, 1_000), (Exhale, 1_000), (Rest, 999)], false),
    ] {
        let mut round = phases(pattern);
        for turned in 0..round.len() {
            let found = faults(&round);
            assert_eq!(found.is_empty(), is_slow, "{pattern:?} turned by {turned}: {found:?}");
            round.rotate_left(1);
        }
    }
}

#[test]
fn every_refusal_of_a_pattern_says_why_and_which_phase() {
    use PatternError::{
        Count, CycleTooLong, EmptyTooLong, HoldTooLong, NoExhale, NoInhale, NotNumbers,
        PhaseTooLong, PhaseTooShort, TooFast, TooManyPhases,
    };
    for (error, phase, words) in [
        (NotNumbers, None, "a pattern in numbers is written like `4-6` or `4-7-8`"),
        (
            Count,
            None,
            "a pattern in numbers has two to four of them: in-out, in-hold-out, in-hold-out-rest",
        ),
        (NoInhale, None, "a pattern needs a breath in"),
        (NoExhale, None, "a pattern needs a breath out"),
        (TooManyPhases(13), None, "a pattern has 12 phases at most; this one has 13"),
        (PhaseTooShort(1), Some(1), "a phase lasts at least 0.5s"),
        (PhaseTooLong(2), Some(2), "a phase lasts 1m at most"),
        (HoldTooLong(3), Some(3), "a breath is held for 7s at most"),
        (EmptyTooLong(4), Some(4), "a rest after the breath out lasts 4s at most"),
        (
            TooFast,
            None,
            "a breath lasts at least 3s: breathing faster than that for minutes makes people dizzy",
        ),
        (CycleTooLong, None, "one round of a pattern lasts 2m at most"),
    ] {
        assert_eq!((error.to_string().as_str(), error.phase()), (words, phase));
    }
}

#[test]
fn a_pattern_without_a_breath_in_or_out_lacks_just_that() {
    let still = [(Hold, 1_000), (Rest, 1_000)];
    assert_eq!(faults(&phases(&still)), [PatternError::NoInhale, PatternError::NoExhale]);
    assert_eq!(faults(&phases(&[(Inhale, 5_000)])), [PatternError::NoExhale]);
    let several = faults(&phases(&[(Exhale, 499), (Rest, 60_001)]));
    let expected =
        [PatternError::NoInhale, PatternError::PhaseTooShort(0), PatternError::PhaseTooLong(1)];
    assert_eq!(several, expected);
}

#[test]
fn a_pattern_in_numbers_is_titled_and_labelled_by_them() {
    let pattern = Pattern::from_numbers(" 4 - 4 - 5.5 - 2 ").unwrap();
    let labels: Vec<&str> = pattern.phases.iter().map(|phase| phase.label.as_str()).collect();
    assert_eq!(labels, ["breathe in", "hold", "breathe out", "rest"]);
    assert_eq!((pattern.id, pattern.title.as_str()), (None, "4-4-5.5-2"));
    assert_eq!(title_of(&[]), "");
}

#[test]
fn a_hold_of_more_than_two_seconds_asks_for_care() {
    let caution = |hold| {
        let phases = phases(&[(Inhale, 4_000), (Hold, hold), (Exhale, 4_000), (Rest, 4_000)]);
        Pattern { id: None, title: String::new(), phases }.hold_caution()
    };
    assert_eq!(caution(2_000), None, "a rest of 4 s is no hold");
    assert!(caution(2_001).is_some_and(|words| words.contains("pregnant")));
    assert_eq!(Pattern::named("box").unwrap().hold_caution(), caution(2_001));
}

#[test]
fn the_named_patterns_keep_the_seconds_they_are_known_for() {
    let known = Pattern::all_named().iter().map(|named| {
        let pattern = named.pattern();
        assert_eq!(pattern.id.as_deref(), Some(named.id));
        (named.id, title_of(&pattern.phases), named.starting_breaths)
    });
    let known: Vec<_> = known.collect();
    let seconds = [
        ("coherent", "5.5-5.5", None),
        ("resonance", "5-5", None),
        ("extended-exhale", "4-6", None),
        ("cyclic-sighing", "3-1-8", None),
        ("box", "4-4-4-4", None),
        ("4-7-8", "4-7-8", Some(4)),
        ("alternate-nostril", "4-4-4-4", None),
        ("humming", "4-7", None),
    ];
    assert_eq!(known, seconds.map(|(id, seconds, start)| (id, seconds.to_owned(), start)));
    assert_eq!(Pattern::named("square"), None);
}

#[test]
fn a_nostril_is_told_by_its_name_in_the_label_of_a_phase() {
    let named = Pattern::named("alternate-nostril").unwrap();
    let sides: Vec<_> = named.phases.iter().map(|phase| nostril(&phase.label)).collect();
    let (left, right) = (Some(Side::Left), Some(Side::Right));
    assert_eq!(sides, [left, right, right, left]);
    assert_eq!(nostril("Rechts einatmen"), right);
    for both in ["breathe in", "from left to right", "brightly out", ""] {
        assert_eq!(nostril(both), None, "{both}");
    }
}
