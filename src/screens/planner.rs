//! A plan in the making: minutes, places, goal, setting and tools to choose, and the plan that follows,
//! with the reason for each of its steps.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::Shared;
use super::plan_choices::PlanChoices;
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

/// What suits the hour, with what the person told that they own.
fn usual_choices(shared: &Shared, region: Option<Region>) -> PlanChoices {
    let environment = &shared.environment;
    let is_late = environment.part_of_day == PartOfDay::Night;
    let (goal, setting) =
        if is_late { (Goal::Sleep, Setting::Bed) } else { (Goal::Stress, Setting::Home) };
    let at = |found: Option<usize>| found.unwrap_or_default();
    let owned = shared.person.profile.tools.as_deref().unwrap_or_default();
    let has_all = |tools: &[Tool]| tools.iter().all(|tool| owned.contains(tool));
    PlanChoices {
        minutes: 10,
        place: region.and_then(smallest_place).unwrap_or(USUAL_PLACE),
        other: None,
        goal: at(Goal::ALL.iter().position(|known| *known == goal)),
        setting: at(Setting::ALL.iter().position(|known| *known == setting)),
        tools: at(TOOLS.iter().rposition(|(_, tools)| has_all(tools))),
        variety: u64::from(environment.day),
    }
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
    /// A plan for now: for a region where one is named, and otherwise as it was chosen last.
    pub(super) fn new(shared: &Shared, region: Option<Region>) -> Self {
        let choices = shared.plan_choices.clone().filter(|_| region.is_none());
        let choices = choices.unwrap_or_else(|| usual_choices(shared, region));
        Self { chosen: 0, choices, outcome: None, scroll: 0 }
    }

    /// What is chosen.
    pub(super) fn choices(&self) -> &PlanChoices {
        &self.choices
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
            PlanLine::Place => {
                chosen.place = round(chosen.place, PLACES.len());
                if chosen.other == Some(chosen.place) {
                    chosen.place = round(chosen.place, PLACES.len());
                }
            }
            PlanLine::Other => {
                // The place before the first is none.
                let next = |now: Option<usize>| {
                    round(now.map_or(0, |other| other + 1), PLACES.len() + 1).checked_sub(1)
                };
                chosen.other = next(chosen.other);
                if chosen.other == Some(chosen.place) {
                    chosen.other = next(chosen.other);
                }
            }
            PlanLine::Goal => chosen.goal = round(chosen.goal, Goal::ALL.len()),
            PlanLine::Setting => chosen.setting = round(chosen.setting, Setting::ALL.len()),
            PlanLine::Tools => chosen.tools = round(chosen.tools, TOOLS.len()),
        }
    }
}
