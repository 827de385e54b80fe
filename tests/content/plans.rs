//! Plans for random people and wishes: what is planned for somebody never does what a rule forbids.

use super::care::{Chance, is_plainly_wrong, played};
use super::shipped::LIBRARY;
use unclench::for_tests::{
    BodyPlace, CannotPlan, CaredFor, Energy, Goal, PlanRequest, Region, Setting, Technique, Tool,
    WantedPlace, plan, screen,
};

fn some<T: Copy>(chance: &mut Chance, from: &[T], most: usize) -> Vec<T> {
    let count = chance.below(most + 1);
    (0..count).map(|_| from[chance.below(from.len())]).collect()
}

fn wish(chance: &mut Chance) -> PlanRequest {
    let regions = some(chance, &Region::ALL, 3);
    let place = |region| WantedPlace { region, weight: 1, comes_along: false };
    let tools = [Tool::Ball, Tool::Roller, Tool::WarmPack, Tool::ColdPack, Tool::Towel];
    PlanRequest {
        millis: (3 + chance.below(28) as u64) * 60_000,
        places: regions.into_iter().map(place).collect(),
        goals: some(chance, Goal::ALL, 2),
        setting: Setting::ALL[chance.below(Setting::ALL.len())],
        tools: some(chance, &tools, 3),
        technique: (chance.below(3) == 0)
            .then(|| Technique::ALL[chance.below(Technique::ALL.len())]),
        energy: [Energy::Usual, Energy::Low][chance.below(2)],
        most_pressure: 2 + chance.below(5) as u8,
        variety: chance.below(50) as u64,
    }
}

/// Plans for this many wishes, each for a person of its own, and looks at every step that is played.
fn hold_for(wishes: usize, seed: u64) {
    let places: Vec<BodyPlace> = BodyPlace::all().collect();
    let mut chance = Chance(seed);
    let mut planned = 0_usize;
    for _ in 0..wishes {
        let person: CaredFor = chance.person(&places);
        let wish = wish(&mut chance);
        let planned_for = |wish: &PlanRequest| plan(wish, &person, LIBRARY.known_names());
        let plan = match planned_for(&wish) {
            Err(CannotPlan::Length { nearest }) => {
                planned_for(&PlanRequest { millis: nearest, ..wish.clone() })
            }
            planned => planned,
        };
        // Where none of the places can be worked there, or by this person, it says so.
        let Ok(plan) = plan else { continue };
        planned += 1;
        let screened = screen(&plan.session, &person);
        let mut steps = Vec::new();
        played(&screened.session().blocks, None, &mut steps);
        assert!(!steps.is_empty(), "{wish:?} for {person:?}");
        for (step, side) in steps {
            let obstacles = person.obstacles(step, plan.session.position, side);
            assert!(obstacles.is_empty(), "{step:?}\n{obstacles:?}\n{wish:?}\n{person:?}");
            assert!(!is_plainly_wrong(&person, step), "{step:?}\n{wish:?}\n{person:?}");
        }
    }
    assert!(planned * 3 > wishes, "only {planned} of {wishes} wishes could be met");
}

#[test]
fn no_plan_does_what_a_rule_forbids_for_some_random_people() {
    hold_for(80, 3);
}

#[test]
#[ignore = "takes most of a minute; .ci/run runs it"]
fn no_plan_does_what_a_rule_forbids_for_twenty_thousand_random_people() {
    std::thread::scope(|scope| {
        for seed in 4..8 {
            scope.spawn(move || hold_for(5_000, seed));
        }
    });
}
