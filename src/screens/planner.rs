//! A plan in the making: minutes, places, goal, setting and tools to choose, and the plan that follows,
//! with the reason for each of its steps.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::Environment;
use crate::body::Region;
use crate::care::{CaredFor, screen};
use crate::library::PartOfDay;
use crate::planner::{CannotPlan, Energy, Plan, PlanRequest, WantedPlace, places_called};
use crate::session::{Goal, Setting, Tool};
use crate::timeline::{Timeline, Wish, prepare};

pub(super) use keys::KEYS;

/// The places that can be chosen, in plain words.
const PLACES: &[&str] = &[
    "jaw",
    "neck",
    "shoulders",
    "chest",
    "face",
    "head",
    "back",
    "arms",
    "hands",
    "belly",
    "hips",
    "thighs",
    "outer-thigh",
    "legs",
    "calves",
    "shin",
    "feet",
];
/// Where most tension sits: the neck, as an index into the places.
const USUAL_PLACE: usize = 1;
/// What can be at hand, and what that is called.
const TOOLS: &[(&str, &[Tool])] = &[
    ("hands", &[]),
    ("ball", &[Tool::Ball]),
    ("roller", &[Tool::Roller]),
    ("ball-and-roller", &[Tool::Ball, Tool::Roller]),
];
/// The shortest and the longest that can be chosen, in minutes.
const MINUTES: (u64, u64) = (3, 60);
/// The hardest pressure, 0–10 of discomfort.
const MOST_PRESSURE: u8 = 5;

/// The place that takes in a region and little else, as an index into the places.
fn smallest_place(region: Region) -> Option<usize> {
    let taking_in = PLACES.iter().map(|word| places_called(word)).enumerate();
    let taking_in = taking_in.filter(|(_, regions)| regions.contains(&region));
    taking_in.min_by_key(|(_, regions)| regions.len()).map(|(at, _)| at)
}

/// A plan in the making.
#[derive(Clone, Debug)]
pub struct PlannerScreen {
    /// Which line is chosen, counted from 0.
    pub chosen: usize,
    choices: PlanChoices,
    /// What came of it; `None` until it has been planned.
    pub outcome: Option<PlanOutcome>,
    /// The first step that is shown.
    scroll: usize,
}

/// What came of what was chosen.
#[derive(Clone, Debug)]
pub enum PlanOutcome {
    /// A plan, laid out.
    Planned(Box<Plan>, Arc<Timeline>),
    /// No plan, and why.
    Not(CannotPlan),
}

/// What is chosen, line by line.
#[derive(Clone, Debug)]
struct PlanChoices {
    minutes: u64,
    /// A place, and another one where there is one.
    place: usize,
    other: Option<usize>,
    goal: usize,
    setting: usize,
    tools: usize,
    variety: u64,
}

/// One line of what can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlanLine {
    Minutes,
    Place,
    Other,
    Goal,
    Setting,
    Tools,
}

impl PlanLine {
    const ALL: [Self; 6] =
        [Self::Minutes, Self::Place, Self::Other, Self::Goal, Self::Setting, Self::Tools];
}

impl PlannerScreen {
    /// A plan for now, for a region where one is named.
    pub(super) fn new(environment: &Environment, region: Option<Region>) -> Self {
        let is_late = environment.part_of_day == PartOfDay::Night;
        let (goal, setting) =
            if is_late { (Goal::Sleep, Setting::Bed) } else { (Goal::Stress, Setting::Home) };
        let at = |found: Option<usize>| found.unwrap_or_default();
        let choices = PlanChoices {
            minutes: 10,
            place: region.and_then(smallest_place).unwrap_or(USUAL_PLACE),
            other: None,
            goal: at(Goal::ALL.iter().position(|known| *known == goal)),
            setting: at(Setting::ALL.iter().position(|known| *known == setting)),
            tools: 0,
            variety: u64::from(environment.day),
        };
        Self { chosen: 0, choices, outcome: None, scroll: 0 }
    }

    /// What is asked of the planner.
    pub(super) fn request(&self) -> PlanRequest {
        let chosen = &self.choices;
        let words = [Some(chosen.place), chosen.other].into_iter().flatten();
        let mut places: Vec<WantedPlace> = Vec::new();
        for place in words.flat_map(|word| WantedPlace::called(PLACES[word], 1)) {
            if places.iter().all(|known| known.region != place.region) {
                places.push(place);
            }
        }
        PlanRequest {
            millis: chosen.minutes * 60_000,
            places,
            goals: vec![Goal::ALL[chosen.goal]],
            setting: Setting::ALL[chosen.setting],
            tools: TOOLS[chosen.tools].1.to_vec(),
            technique: None,
            energy: Energy::Usual,
            most_pressure: MOST_PRESSURE,
            variety: chosen.variety,
        }
    }

    /// The places that are asked for.
    fn regions(&self) -> Vec<Region> {
        self.request().places.into_iter().map(|place| place.region).collect()
    }

    /// Shows what came of what was chosen.
    pub(super) fn show(
        &mut self,
        planned: Result<Plan, CannotPlan>,
        person: &CaredFor,
        wish: impl Fn(&Plan) -> Wish,
    ) {
        self.scroll = 0;
        self.outcome = Some(match planned {
            Err(error) => PlanOutcome::Not(error),
            Ok(plan) => match prepare(&screen(&plan.session, person), &wish(&plan)) {
                Ok(timeline) => PlanOutcome::Planned(Box::new(plan), Arc::new(timeline)),
                Err(error) => PlanOutcome::Not(CannotPlan::Length { nearest: error.shortest }),
            },
        });
    }

    /// Chooses what stands so many places further on a line.
    fn change(&mut self, line: PlanLine, by: isize) {
        let round = |now: usize, count: usize| {
            now.cast_signed().saturating_add(by).rem_euclid(count.cast_signed()).cast_unsigned()
        };
        let chosen = &mut self.choices;
        match line {
            PlanLine::Minutes => {
                let minutes = chosen.minutes.saturating_add_signed(by as i64);
                chosen.minutes = minutes.clamp(MINUTES.0, MINUTES.1);
            }
            PlanLine::Place => chosen.place = round(chosen.place, PLACES.len()),
            PlanLine::Other => {
                // The place before the first is none.
                let now = chosen.other.map_or(0, |other| other + 1);
                chosen.other = round(now, PLACES.len() + 1).checked_sub(1);
            }
            PlanLine::Goal => chosen.goal = round(chosen.goal, Goal::ALL.len()),
            PlanLine::Setting => chosen.setting = round(chosen.setting, Setting::ALL.len()),
            PlanLine::Tools => chosen.tools = round(chosen.tools, TOOLS.len()),
        }
    }
}
