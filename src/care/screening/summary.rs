//! What a session that gave way in part is about, so that nobody is promised what is left out.

use crate::care::cautions::parts_of;
use crate::care::deeds::{Act, Deed, deeds_of};
use crate::care::person::LIGHT;
use crate::care::place::BodyPart;
use crate::care::translation::in_language;
use crate::session::{Session, StepKind, steps_in};
use crate::words::{Message, Texts};

/// So many places that are left out are named.
const MOST_NAMED: usize = 4;

/// The summary of a screened session in which steps gave way: what is done in it now, and which places
/// of the session that was asked for are not worked.
pub(super) fn of_changed(asked: &Session, session: &Session, texts: &Texts) -> String {
    let steps = steps_in(&session.blocks);
    let mut parts: Vec<String> = Vec::new();
    let named = |id: &'static str| texts.text(&Message::new(id));
    let touches = steps.iter().filter_map(|step| step.massage());
    let is_light = touches.clone().all(|massage| massage.pressure <= LIGHT);
    let worked = names(&places_worked(session), texts);
    let does = |is_meant: fn(&StepKind) -> bool| steps.iter().any(|step| is_meant(&step.kind));
    if touches.count() > 0 {
        let touch = named(if is_light { "care-summary-light" } else { "care-summary-massage" });
        parts.push(format!("{touch} ({})", worked.join(", ")));
    }
    for (is_there, id) in [
        (does(|kind| matches!(kind, StepKind::Stretch { .. })), "care-summary-stretch"),
        (does(|kind| matches!(kind, StepKind::Tense(_))), "care-summary-tense"),
        (does(|kind| matches!(kind, StepKind::Pack { .. })), "care-summary-pack"),
        (does(|kind| matches!(kind, StepKind::Scan { .. })), "care-summary-scan"),
        (does(|kind| matches!(kind, StepKind::Breathe)), "care-summary-breath"),
    ] {
        if is_there {
            parts.push(named(id));
        }
    }
    if parts.is_empty() {
        parts.push(named("care-summary-rest"));
    }
    let summary = Message::new("care-summary").with("parts", parts.join(", "));
    let mut gone = names(&places_worked(asked), texts);
    gone.retain(|part| !worked.contains(part));
    if gone.is_empty() {
        return texts.text(&summary);
    }
    let all = if gone.len() > MOST_NAMED { "some" } else { "all" };
    gone.truncate(MOST_NAMED);
    let without = Message::new("care-summary-without").with("gone", gone.join(", "));
    format!("{} {}", texts.text(&summary), texts.text(&without.with("named", all)))
}

/// The parts of the body that a session works by hand or tool.
fn places_worked(session: &Session) -> Vec<BodyPart> {
    let steps = steps_in(&session.blocks).into_iter().filter(|step| step.massage().is_some());
    let deeds: Vec<Deed> = steps
        .flat_map(|step| deeds_of(step, session.position))
        .filter(|deed| deed.act == Act::Massage)
        .collect();
    parts_of(deeds.iter())
}

fn names(parts: &[BodyPart], texts: &Texts) -> Vec<&'static str> {
    parts.iter().map(|part| in_language(part.id(), texts.language())).collect()
}
