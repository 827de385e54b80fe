//! Tools that were wished for and that a plan does not need, each with the reason.

use super::notes::{WhyLeftOut, first_to_tell, with};
use super::repertoire::Repertoire;
use super::request::PlanRequest;
use crate::body::Region;
use crate::session::Tool;
use crate::words::{Message, Texts};

/// A tool that was at hand and is not in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusedTool {
    /// The tool.
    pub tool: Tool,
    /// Why the plan does without.
    pub why: WhyUnused,
}

/// Why a plan does without a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyUnused {
    /// No place of it is worked with that.
    Place,
    /// What would be done with it cannot or had better not be.
    Missed(WhyLeftOut),
    /// It could be, and other moves fit better.
    Others,
}

impl UnusedTool {
    /// What a person is told of it.
    pub fn message(&self, texts: &Texts) -> Message {
        let why = match &self.why {
            WhyUnused::Place => Message::new("plan-unused-place"),
            WhyUnused::Others | WhyUnused::Missed(WhyLeftOut::Time) => {
                Message::new("plan-unused-others")
            }
            WhyUnused::Missed(WhyLeftOut::Energy) => Message::new("plan-unused-energy"),
            WhyUnused::Missed(WhyLeftOut::Setting(setting)) => {
                Message::new("plan-unused-setting").with("setting", setting.id())
            }
            WhyUnused::Missed(WhyLeftOut::Tool(tool)) => {
                Message::new("plan-unused-tool").with("tool", with(*tool))
            }
            WhyUnused::Missed(WhyLeftOut::Care(because)) => {
                let because: Vec<_> = because.iter().map(|reason| reason.name(texts)).collect();
                Message::new("plan-unused-care").with("because", because.join(", "))
            }
        };
        Message::new("plan-tool-unused").with("tool", with(self.tool)).with("why", why)
    }
}

/// Why a plan that works these regions would do without the tools of a request, if it does.
pub(super) fn why_unused(
    request: &PlanRequest,
    repertoire: &Repertoire,
    regions: &[Region],
) -> Vec<UnusedTool> {
    let is_furniture = |tool: &Tool| matches!(tool, Tool::Chair | Tool::Wall | Tool::Pillow);
    let asked = request.wanted().into_iter().map(|wanted| wanted.region);
    let places: Vec<Region> = asked.chain(regions.iter().copied()).collect();
    let why = |tool: Tool| {
        let moves: Vec<_> = repertoire.moves_with(tool, &places).collect();
        let is_usable = moves.iter().any(Option::is_none);
        match first_to_tell(moves.into_iter().flatten()) {
            _ if is_usable => WhyUnused::Others,
            Some(why) => WhyUnused::Missed(why),
            None => WhyUnused::Place,
        }
    };
    let tools = request.tools.iter().copied().filter(|tool| !is_furniture(tool));
    tools.map(|tool| UnusedTool { tool, why: why(tool) }).collect()
}
