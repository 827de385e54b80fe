//! A plan for bed: nothing brisk, and lying at its end.

use super::{minutes, places, planned};
use crate::planner::{Plan, PlanRequest, Role};
use crate::session::{Setting, Step, Technique, steps_in};

/// A plan for the hands, so long.
fn for_hands(setting: Setting, millis: u64) -> Plan {
    let request = PlanRequest { setting, millis, places: places(&["hands"]), ..minutes(0) };
    planned(&request).unwrap_or_else(|why| panic!("{why:?}"))
}

#[test]
fn brisk_strokes_are_for_the_day_whatever_is_wished() {
    let is_brisk = |setting| {
        let request = PlanRequest {
            setting,
            places: places(&["legs", "hands"]),
            technique: Some(Technique::Sports),
            ..minutes(12)
        };
        let plan = planned(&request).expect("a plan");
        let steps = steps_in(&plan.session.blocks);
        let mut massages = steps.into_iter().filter_map(Step::massage);
        massages.any(|massage| massage.technique == Technique::Sports)
    };
    assert!(is_brisk(Setting::Home) && !is_brisk(Setting::Bed));
}

#[test]
fn from_five_minutes_on_a_plan_for_bed_ends_lying_down() {
    let lies_down = |millis| {
        let plan = for_hands(Setting::Bed, millis);
        plan.steps.iter().any(|step| step.role == Role::Move)
    };
    assert_eq!([299_000, 300_000].map(lies_down), [false, true]);
}
