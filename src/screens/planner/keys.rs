//! The keys of a plan in the making, and what they do.

use crossterm::event::KeyCode::{Char, Down, End, Enter, Home, Left, PageDown, PageUp, Right, Up};

use super::{PlanLine, PlanOutcome, PlannerScreen};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, night, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Target};

const PLANNER: &[Place] = &[Place::Planner];

/// The keys of a plan in the making.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, PLANNER, "enter", "open"),
    row(&[Left, Char('h'), Char('-')], Action::Left, PLANNER, "← →", "set"),
    quiet(row(&[Right, Char('l'), Char('+'), Char('=')], Action::Right, PLANNER, "→ l", "")),
    row(&[Up, Char('k')], Action::Up, PLANNER, "↑ ↓", "row"),
    quiet(row(&[Down, Char('j')], Action::Down, PLANNER, "↓ j", "")),
    quiet(row(&[Home, Char('g')], Action::First, PLANNER, "g", "")),
    quiet(row(&[End, Char('G')], Action::Last, PLANNER, "G", "")),
    row(&[Char('o')], Action::Another, PLANNER, "o", "another"),
    quiet(row(&[PageDown, Char(']')], Action::Next, PLANNER, "]", "more steps")),
    quiet(row(&[PageUp, Char('[')], Action::Previous, PLANNER, "[", "steps before")),
    night(PLANNER),
    back(PLANNER),
    help(PLANNER),
    leave(PLANNER),
];

impl Behaviour for PlannerScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Planner
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        // The steps that are seen at once.
        let page = context.frame.page.map_or(1, |room| room.rows.max(1));
        let last = PlanLine::ALL.len() - 1;
        match action {
            Action::Up => self.chosen = self.chosen.saturating_sub(1),
            Action::Down => self.chosen = (self.chosen + 1).min(last),
            Action::First => self.chosen = 0,
            Action::Last => self.chosen = last,
            Action::Left => return self.set(-1),
            Action::Right => return self.set(1),
            Action::Another => {
                self.choices.variety = self.choices.variety.wrapping_add(1);
                return self.plan();
            }
            Action::Next => {
                let steps = match &self.outcome {
                    Some(PlanOutcome::Planned(plan, _)) => plan.steps.len(),
                    _ => 0,
                };
                self.scroll = (self.scroll + page).min(steps.saturating_sub(1));
            }
            Action::Previous => self.scroll = self.scroll.saturating_sub(page),
            Action::Back => return Route::Back.into(),
            Action::Open => {
                if let Some(PlanOutcome::Planned(plan, _)) = &self.outcome {
                    let texts = context.shared.own_texts();
                    let session = plan.told(&self.request().tools, texts);
                    return Request::ShowPlan(Box::new(session)).into();
                }
            }
            _ => {}
        }
        Reaction::default()
    }

    fn click(&mut self, hit: Option<&Hit>, _: &KeyContext<'_>) -> Reaction {
        let (line, by) = match hit.map(|hit| hit.target) {
            Some(Target::Line { line, .. }) => (line, 0),
            Some(Target::ValueBefore(line)) => (line, -1),
            Some(Target::ValueAfter(line)) => (line, 1),
            _ => return Reaction::default(),
        };
        self.chosen = line.min(PlanLine::ALL.len() - 1);
        if by == 0 { Reaction::default() } else { self.set(by) }
    }
}

impl PlannerScreen {
    /// Chooses what stands so many places further on the chosen line, and plans again.
    fn set(&mut self, by: isize) -> Reaction {
        if let Some(line) = PlanLine::ALL.get(self.chosen) {
            self.change(*line, by);
        }
        self.plan()
    }

    /// Asks for a plan of what is chosen.
    fn plan(&self) -> Reaction {
        Request::Plan(Box::new(self.request())).into()
    }
}
