//! What a plan promises: its length to the second, its arc, its sides, its tools and its care.

mod in_bed;
mod left_out;
mod unused;

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{CannotPlan, Energy, Plan, PlanRequest, Role, WantedPlace, WhyLeftOut, plan};
use crate::body::Region;
use crate::care::{Act, CareTable, CaredFor, HeldCondition, deeds_of, screened_for_anyone};
use crate::format::parse;
use crate::library::shipped::shipped_library;
use crate::problem::Problem;
use crate::review::{session_file, strictly};
use crate::session::{Block, Goal, Setting, Sides, StepKind, Technique, Tool};
use crate::timeline::{Timeline, Wish, prepare, written_millis};
use crate::words::{Language, Texts};

fn planned(request: &PlanRequest) -> Result<Plan, CannotPlan> {
    planned_for(&CaredFor::default(), request)
}

fn planned_for(person: &CaredFor, request: &PlanRequest) -> Result<Plan, CannotPlan> {
    plan(request, person, shipped_library().known_names())
}

/// Somebody with one condition of the table.
fn with(condition: &str) -> CaredFor {
    let condition = CareTable::shipped().condition(condition).expect("it is in the table");
    let held = HeldCondition { condition, sites: Vec::new() };
    CaredFor { today: vec![held], ..CaredFor::default() }
}

/// What is said with a plan, in English.
fn notes(plan: &Plan, wished: &[Tool]) -> Vec<String> {
    let texts = Texts::of(Language::English);
    plan.notes(wished, texts).iter().map(|note| texts.text(note)).collect()
}

fn minutes(minutes: u64) -> PlanRequest {
    PlanRequest {
        millis: minutes * 60_000,
        places: Vec::new(),
        goals: vec![Goal::Stress],
        setting: Setting::Desk,
        tools: Vec::new(),
        technique: None,
        energy: Energy::Usual,
        most_pressure: 5,
        variety: 0,
    }
}

fn places(words: &[&str]) -> Vec<WantedPlace> {
    words.iter().flat_map(|word| WantedPlace::called(word, 1)).collect()
}

fn reviewed(plan: &Plan) -> Vec<Problem> {
    let known_names = shipped_library().known_names();
    strictly(session_file("plan.toml", plan.text.as_bytes(), known_names))
}

fn shown(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
}

fn timeline(plan: &Plan) -> Timeline {
    prepare(&screened_for_anyone(&plan.session), &Wish::default()).expect("as it is written")
}

#[test]
fn twelve_minutes_for_neck_and_jaw_with_a_ball_at_a_desk_are_twelve_minutes() {
    let request =
        PlanRequest { places: places(&["neck", "jaw"]), tools: vec![Tool::Ball], ..minutes(12) };
    let plan = planned(&request).expect("a plan");
    assert_eq!(written_millis(&plan.session), 12 * 60_000);
    assert_eq!(timeline(&plan).millis(), 12 * 60_000);
    assert!(plan.left_out.is_empty());
}

#[test]
fn what_cannot_be_as_long_names_the_nearest_length_and_that_one_can_be() {
    for asked in [1, 600] {
        let request = PlanRequest { places: places(&["jaw", "neck"]), ..minutes(asked) };
        let Err(CannotPlan::Length { nearest }) = planned(&request) else { panic!("{asked}") };
        let plan = planned(&PlanRequest { millis: nearest, ..request }).expect("the nearest");
        assert_eq!(written_millis(&plan.session), nearest);
    }
}

#[test]
fn the_same_question_has_the_same_answer_and_another_variety_another_one() {
    let request = PlanRequest { places: places(&["shoulders"]), ..minutes(10) };
    assert_eq!(planned(&request), planned(&request));
    let texts: Vec<String> = (0..8)
        .map(|variety| planned(&PlanRequest { variety, ..request.clone() }).expect("a plan").text)
        .collect();
    assert!(texts.iter().any(|text| *text != texts[0]));
}

#[test]
fn a_place_that_cannot_be_worked_there_is_left_out_with_its_reason() {
    let request = PlanRequest { places: places(&["belly", "jaw"]), ..minutes(8) };
    let plan = planned(&request).expect("a plan");
    let left: Vec<Region> = plan.left_out.iter().map(|left| left.region).collect();
    assert_eq!(left, [Region::Abdomen]);
    let request = PlanRequest { places: places(&["belly"]), ..minutes(8) };
    assert!(matches!(planned(&request), Err(CannotPlan::NoPlace { .. })));
}

#[test]
fn where_it_hurts_more_there_is_more_time() {
    let time = |weight: u32| {
        let places = vec![
            WantedPlace { region: Region::Jaw, weight, comes_along: false },
            WantedPlace { region: Region::Forearm, weight: 1, comes_along: false },
        ];
        let plan = planned(&PlanRequest { places, ..minutes(9) }).expect("a plan");
        worked(&plan, Region::Jaw)
    };
    assert!(time(3) > time(1), "{} and {}", time(3), time(1));
}

/// How long hands or a tool are on a region, on its longer side, in milliseconds.
fn worked(plan: &Plan, region: Region) -> u64 {
    timeline(plan).worked().on(region, None)
}

#[test]
fn a_wish_for_a_technique_is_heard() {
    let request = PlanRequest {
        places: places(&["foot"]),
        technique: Some(Technique::Myofascial),
        tools: vec![Tool::Ball],
        ..minutes(6)
    };
    let plan = planned(&request).expect("a plan");
    let techniques = timeline(&plan)
        .segments()
        .iter()
        .filter_map(|it| Some(it.massage()?.technique))
        .collect::<Vec<_>>();
    assert!(techniques.contains(&Technique::Myofascial), "{techniques:?}");
}

#[test]
fn who_had_better_keep_it_light_has_a_plan_of_light_strokes_without_tools_that_says_so() {
    for (condition, name) in [("pregnancy", "pregnancy"), ("bleeds-easily", "blood thinners")] {
        for place in ["hands", "shoulders", "feet", "back", "low-back"] {
            let (places, setting) = (places(&[place]), Setting::Home);
            let tools = vec![Tool::Ball, Tool::Roller];
            let request = PlanRequest { places, setting, tools, ..minutes(12) };
            let plan = match planned_for(&with(condition), &request) {
                Ok(plan) => plan,
                Err(CannotPlan::NoPlace { left_out }) => {
                    let why = &left_out[0].why;
                    assert!(matches!(why, WhyLeftOut::Care(_)), "{condition}, {place}: {why:?}");
                    continue;
                }
                Err(error) => panic!("{condition}, {place}: {error}"),
            };
            let said = format!("{condition}, {place}: {}", plan.text);
            for (step, _) in steps(&plan.session.blocks, false) {
                let is_light = step.massage().is_none_or(|massage| {
                    massage.pressure <= 2 && !matches!(massage.tool, Tool::Ball | Tool::Roller)
                });
                assert!(is_light, "{said}");
            }
            assert!(!plan.text.contains("a little more weight"), "{said}");
            let notes = notes(&plan, &[]);
            assert!(notes.iter().any(|note| note.contains(name)), "{said}: {notes:?}");
        }
    }
}

#[test]
fn with_glaucoma_no_step_of_a_plan_comes_near_the_eyes_and_the_plan_says_so() {
    let request = PlanRequest { places: places(&["face"]), ..minutes(10) };
    for variety in 0..8 {
        let request = PlanRequest { variety, ..request.clone() };
        let plan = planned_for(&with("glaucoma"), &request).expect("a plan");
        for (step, _) in steps(&plan.session.blocks, false) {
            let deeds = deeds_of(step, plan.session.position);
            assert!(deeds.iter().all(|deed| deed.act != Act::NearEyes), "{}", step.title);
        }
        let notes = notes(&plan, &[]);
        assert!(notes.iter().any(|note| note.contains("glaucoma")), "{notes:?}");
    }
}

#[test]
fn a_place_that_is_left_out_names_what_really_stands_in_the_way() {
    let left_out = |person: &CaredFor, request: PlanRequest| match planned_for(person, &request) {
        Err(CannotPlan::NoPlace { left_out }) => left_out[0].why.clone(),
        other => panic!("{other:?}"),
    };
    let at_home = |place: &str| PlanRequest {
        places: places(&[place]),
        setting: Setting::Home,
        ..minutes(10)
    };
    let pregnant = left_out(&with("pregnancy"), at_home("belly"));
    assert!(matches!(pregnant, WhyLeftOut::Care(because) if because.len() == 1));
    let nobody = CaredFor::default();
    let at_a_desk = PlanRequest { setting: Setting::Desk, ..at_home("belly") };
    assert_eq!(left_out(&nobody, at_a_desk), WhyLeftOut::Setting(Setting::Desk));
}

#[test]
fn a_short_plan_leaves_out_what_came_along_before_it_says_that_it_does_not_fit() {
    let request = PlanRequest { places: places(&["neck", "shoulders"]), ..minutes(6) };
    let plan = planned(&request).expect("a plan");
    assert_eq!(written_millis(&plan.session), 6 * 60_000);
    assert!(!plan.left_out.is_empty());
    assert!(plan.left_out.iter().all(|left| left.why == WhyLeftOut::Time));
    let worked = timeline(&plan).worked();
    assert!(worked.on(Region::NeckBack, None) > 0 && worked.on(Region::UpperTrapezius, None) > 0);
}

#[test]
fn what_fills_up_a_plan_lies_near_what_was_asked_for() {
    for variety in 0..6 {
        let places = places(&["low-back"]);
        let request = PlanRequest { places, setting: Setting::Home, variety, ..minutes(12) };
        let plan = planned(&request).expect("a plan");
        let far = [Region::Hand, Region::ThumbPad, Region::Forearm, Region::Jaw];
        let worked = plan.steps.iter().filter_map(|step| step.place);
        assert!(
            worked.clone().all(|place| !far.contains(&place)),
            "{:?}",
            worked.collect::<Vec<_>>()
        );
    }
}

fn request() -> impl Strategy<Value = PlanRequest> {
    let places = vec((select(Region::ALL.to_vec()), 1_u32..4), 0..5);
    let options = (
        vec(select(Goal::ALL.to_vec()), 0..3),
        select(Setting::ALL.to_vec()),
        vec(select(vec![Tool::Ball, Tool::Roller, Tool::Towel, Tool::Pillow]), 0..4),
        proptest::option::of(select(Technique::ALL.to_vec())),
        select(Energy::ALL.to_vec()),
    );
    (240_u64..3_900, places, options, 2_u8..6, any::<u64>()).prop_map(
        |(
            seconds,
            places,
            (mut goals, setting, mut tools, technique, energy),
            most_pressure,
            variety,
        )| {
            let unique: BTreeMap<Region, u32> = places.into_iter().collect();
            let places = unique.into_iter();
            let place = |(region, weight)| WantedPlace { region, weight, comes_along: false };
            let places = places.map(place).collect();
            goals.sort();
            goals.dedup();
            tools.sort();
            tools.dedup();
            PlanRequest {
                millis: seconds * 1_000,
                places,
                goals,
                setting,
                tools,
                technique,
                energy,
                most_pressure,
                variety,
            }
        },
    )
}

/// The steps of a plan as they are written, each with whether it is played on both sides.
fn steps(blocks: &[Block], both: bool) -> Vec<(&crate::session::Step, bool)> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Step(step) => vec![(&**step, both || step.side == Some(Sides::Both))],
            Block::Group(group) => steps(&group.blocks, both || group.side == Some(Sides::Both)),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_plan_keeps_its_promises(request in request()) {
        let plan = match planned(&request) {
            Ok(plan) => plan,
            Err(CannotPlan::NoPlace { left_out }) => {
                prop_assert!(!left_out.is_empty());
                return Ok(());
            }
            Err(CannotPlan::Length { nearest }) => {
                let nearest = PlanRequest { millis: nearest, ..request.clone() };
                planned(&nearest).expect("the nearest length can be planned")
            }
        };
        // It is an ordinary file, and a good one.
        let problems = reviewed(&plan);
        prop_assert!(problems.is_empty(), "{}\n\n{}", shown(&problems), plan.text);
        let read = parse("plan.toml", &plan.text, shipped_library().known_names()).0;
        prop_assert_eq!(read.as_ref(), Some(&plan.session));
        let written = steps(&plan.session.blocks, false);
        prop_assert_eq!(written.len(), plan.steps.len());
        arc(&plan)?;
        let worked = timeline(&plan).worked();
        for region in Region::ALL {
            prop_assert!(worked.on(region, None) <= region.dose_cap(), "{:?}", region);
        }
        for (step, _) in written {
            if let StepKind::Massage(massage) = &step.kind {
                prop_assert!(massage.pressure <= request.most_pressure);
            }
        }
        let furniture = [Tool::Hands, Tool::Chair, Tool::Wall, Tool::Pillow];
        for tool in &plan.session.tools {
            prop_assert!(request.tools.contains(tool) || furniture.contains(tool), "{tool:?}");
        }
    }

    #[test]
    fn a_plan_is_as_long_as_it_should_be(request in request()) {
        if let Ok(plan) = planned(&request) {
            prop_assert_eq!(timeline(&plan).millis(), request.millis);
        }
    }
}

/// It settles first and ends with its end, and each place is warmed before it is worked, and worked
/// before it is soothed.
fn arc(plan: &Plan) -> Result<(), TestCaseError> {
    prop_assert_eq!(plan.steps[0].role, Role::Settle);
    prop_assert_eq!(plan.steps[plan.steps.len() - 1].role, Role::Close);
    let written = steps(&plan.session.blocks, false);
    for region in Region::ALL {
        let roles = plan.steps.iter().zip(&written).filter(|(step, _)| step.place == Some(region));
        let roles: Vec<(Role, u8)> = roles
            .filter_map(|(why, (step, _))| match &step.kind {
                StepKind::Massage(massage) => Some((why.role, massage.pressure)),
                _ => None,
            })
            .collect();
        prop_assert!(roles.is_sorted_by_key(|(role, _)| *role), "{:?}: {:?}", region, roles);
        let is_firm = roles.iter().any(|(_, pressure)| *pressure >= super::choose::FIRM);
        let has = |role| roles.iter().any(|(known, _)| *known == role);
        prop_assert!(
            !is_firm || (has(Role::Warm) && has(Role::Soothe)),
            "{:?}: {:?}",
            region,
            roles
        );
    }
    Ok(())
}

#[test]
fn the_position_changes_once_in_five_minutes_at_most_where_no_place_asks_for_more() {
    for length in [6, 12, 25, 45] {
        for setting in [Setting::Desk, Setting::Home, Setting::Bed] {
            let request = PlanRequest {
                setting,
                places: places(&["shoulders", "feet"]),
                tools: vec![Tool::Ball, Tool::Roller],
                ..minutes(length)
            };
            let Ok(plan) = planned(&request) else { continue };
            let changes = plan.steps.iter().filter(|step| step.role == Role::Move).count() as u64;
            assert!(changes <= length / 5, "{changes} in {length} minutes, {setting:?}");
        }
    }
}
