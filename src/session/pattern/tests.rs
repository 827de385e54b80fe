//! What breathing patterns promise.

use super::{Pattern, PatternError, PhaseKind, faults};

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
        let holds = named.pattern().phases.iter().any(|phase| phase.kind == PhaseKind::Hold);
        let warns = named.caution.is_some_and(|caution| caution.contains("pregnant"));
        assert_eq!(holds, warns, "{}", named.id);
    }
}

#[test]
fn numbers_mean_in_and_out_with_holds_between() {
    use PhaseKind::{Exhale, Hold, Inhale, Rest};
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
