//! The head of a file: where it comes from, and what it wants at hand.

use super::remark;
use super::work::Work;
use crate::problem::{Finding, Span};
use crate::session::{StepKind, Temperature, Tool};
use crate::words::Message;

/// Every rule about sources and tools.
pub(super) fn review(work: &mut Work<'_, '_>) {
    if work.session.sources.is_empty() {
        work.add(no_sources(work.places.head.of("sources")));
    }
    unlisted_tools(work);
    unused_tools(work);
}

/// A file that does not say where its doses and claims come from.
pub(super) fn no_sources(span: Span) -> Finding {
    remark("no-sources", span, Message::new("no-sources"), Message::new("no-sources-help"))
}

/// What a step needs at hand.
fn used(kind: &StepKind) -> Option<Tool> {
    match kind {
        StepKind::Massage(massage) => Some(massage.tool),
        StepKind::Pack { temperature: Temperature::Heat, .. } => Some(Tool::WarmPack),
        StepKind::Pack { temperature: Temperature::Cold, .. } => Some(Tool::ColdPack),
        _ => None,
    }
}

fn unlisted_tools(work: &mut Work<'_, '_>) {
    let mut told = work.session.tools.clone();
    for at in 0..work.steps.len() {
        let Some(tool) = used(&work.steps[at].kind).filter(|tool| !told.contains(tool)) else {
            continue;
        };
        told.push(tool);
        let span = work.place(at).key(&["tool", "move", "kind"]);
        let message = Message::new("unlisted-tool").with("tool", tool.id());
        let help = Message::new("unlisted-tool-help").with("tool", tool.id());
        work.add(remark("unlisted-tool", span, message, help));
    }
}

/// Hands are always there; things to sit, lean or lie on, and cream, are wanted by words rather
/// than by steps. Of two packs the person may choose one.
fn unused_tools(work: &mut Work<'_, '_>) {
    let steps: Vec<Tool> = work.steps.iter().filter_map(|step| used(&step.kind)).collect();
    let is_pack = |tool: &Tool| matches!(tool, Tool::WarmPack | Tool::ColdPack);
    for (at, tool) in work.session.tools.iter().enumerate() {
        let is_used = match tool {
            Tool::Ball | Tool::Roller => steps.contains(tool),
            Tool::WarmPack | Tool::ColdPack => steps.iter().any(is_pack),
            Tool::Hands | Tool::Chair | Tool::Wall | Tool::Pillow | Tool::Towel | Tool::Cream => {
                true
            }
        };
        if !is_used {
            let span = work.places.head.entry("tools", at);
            let message = Message::new("unused-tool").with("tool", tool.id());
            work.add(remark("unused-tool", span, message, Message::new("unused-tool-help")));
        }
    }
}
