//! The words of a planned session, in the language of its moves.

use crate::body::Region;
use crate::planner::request::PlanRequest;
use crate::session::{Session, Step, Tool, steps_in};
use crate::words::{Language, Message, Texts, place, upper_first};

/// What a session for a plan says beside the words of its moves. Those are in English, so these are.
#[derive(Clone, Debug)]
pub(super) struct PlanWords(&'static Texts);

impl PlanWords {
    pub(super) fn of() -> Self {
        Self(Texts::of_plans(Language::English))
    }

    pub(super) fn text(&self, message: &Message) -> String {
        self.0.text(message)
    }

    /// The head of a session: what it is called, for whom, with what and with which care.
    pub(super) fn head(&self, session: &mut Session, request: &PlanRequest, regions: &[Region]) {
        let names: Vec<Message> = regions.iter().map(|region| place(*region, None)).collect();
        let about = |message: Message| {
            let message = message.with("count", names.len());
            ["first", "second", "third"].into_iter().enumerate().fold(
                message,
                |message, (at, name)| {
                    let known = names.get(at).or(names.first()).cloned();
                    message.with(name, known.unwrap_or_else(|| Message::new("plan-body")))
                },
            )
        };
        session.title = upper_first(&self.text(&about(Message::new("plan-title"))));
        session.summary = upper_first(&self.text(&about(Message::new("plan-summary"))));
        session.goals =
            if request.goals.is_empty() { vec![request.goal()] } else { request.goals.clone() };
        let steps = steps_in(&session.blocks);
        let tools = used_tools(&steps);
        let cautions = cautions(&steps).iter().map(|caution| self.text(caution)).collect();
        (session.tools, session.cautions) = (tools, cautions);
    }
}

/// What steps work with, each once.
fn used_tools(steps: &[&Step]) -> Vec<Tool> {
    let mut tools = Vec::new();
    for massage in steps.iter().filter_map(|step| step.massage()) {
        if !tools.contains(&massage.tool) {
            tools.push(massage.tool);
        }
    }
    tools
}

/// The cautions of these steps that the table of care does not tell before every session anyway.
fn cautions(steps: &[&Step]) -> Vec<Message> {
    let breathes = steps.iter().any(|step| step.pattern.is_some());
    breathes.then(|| Message::new("plan-caution-breath")).into_iter().collect()
}
