//! Tools that a plan does without are named, each with the reason.

use super::{minutes, notes, places, planned, planned_for, with};
use crate::planner::PlanRequest;
use crate::session::Tool;

#[test]
fn a_tool_that_a_plan_does_not_need_is_named() {
    let tools = vec![Tool::Ball];
    let request = PlanRequest { places: places(&["jaw"]), tools: tools.clone(), ..minutes(6) };
    let plan = planned(&request).expect("a plan");
    assert_eq!(
        notes(&plan, &tools),
        ["not used in this plan: a ball (none of its places is worked with it)"]
    );
}

#[test]
fn a_tool_that_a_person_had_better_leave_aside_is_named_with_the_condition() {
    let tools = vec![Tool::Ball];
    let request = PlanRequest { places: places(&["back"]), tools: tools.clone(), ..minutes(10) };
    let told = notes(&planned_for(&with("bleeds-easily"), &request).expect("a plan"), &tools);
    assert!(
        told.iter().any(|it| it.ends_with("(left out for you: blood thinners or easy bleeding)"))
    );
}
