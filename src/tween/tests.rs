//! Tests of values that move over time.

use super::{Easing, Parameter, Tween};

const EASINGS: [Easing; 3] = [Easing::Linear, Easing::Smoothstep, Easing::Cosine];

fn close(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
}

#[test]
fn every_easing_keeps_both_ends_and_the_middle() {
    for easing in EASINGS {
        for (share, wanted) in [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (-3.0, 0.0), (7.0, 1.0)] {
            close(easing.apply(share), wanted);
        }
    }
}

#[test]
fn no_easing_ever_turns_back() {
    for easing in EASINGS {
        let values: Vec<f64> = (0..=1_000).map(|step| easing.apply(step as f64 / 1e3)).collect();
        assert!(values.is_sorted(), "{easing:?}");
    }
}

#[test]
fn a_tween_stands_still_before_and_after_its_time() {
    let tween = Tween { from: 2.0, to: -2.0, start: 10.0, duration: 4.0, easing: Easing::Linear };
    for (time, wanted) in [(0.0, 2.0), (10.0, 2.0), (11.0, 1.0), (14.0, -2.0), (99.0, -2.0)] {
        close(tween.value_at(time), wanted);
    }
}

#[test]
fn a_tween_without_duration_is_at_its_end() {
    let tween = Tween { from: 0.0, to: 1.0, start: 5.0, duration: 0.0, easing: Easing::Smoothstep };
    close(tween.value_at(0.0), 1.0);
}

#[test]
fn a_parameter_turns_round_where_it_is() {
    let mut level = Parameter::resting(0.0);
    level.move_to(1.0, 10.0);
    close(level.advance(4.0), 0.4);
    level.move_to(0.0, 10.0);
    close(level.advance(1.0), 0.3);
}

#[test]
fn a_parameter_stops_exactly_at_its_target() {
    let mut level = Parameter::resting(1.0_f64);
    level.move_to(0.25, 0.3);
    for _ in 0..100 {
        level.advance(0.1);
    }
    assert_eq!(level.value().to_bits(), 0.25_f64.to_bits());
}

#[test]
fn a_parameter_arrives_in_time_from_wherever_it_is() {
    let mut level = Parameter::resting(0.5);
    level.arrive_at(0.0, 4.0);
    close(level.advance(2.0), 0.25);
    close(level.advance(2.0), 0.0);
}
