//! What a session that gave way in part is about, so that nobody is promised what is left out.

use crate::care::cautions::parts_of;
use crate::care::deeds::{Act, Deed, deeds_of};
use crate::care::person::LIGHT;
use crate::care::translation::in_language;
use crate::session::{Session, StepKind, steps_in};
use crate::words::{Message, Texts};

/// The summary of a screened session in which steps gave way: what is done in it now.
pub(super) fn of_changed(session: &Session, texts: &Texts) -> String {
    let steps = steps_in(&session.blocks);
    let mut parts: Vec<String> = Vec::new();
    let named = |id: &'static str| texts.text(&Message::new(id));
    let touches = steps.iter().filter_map(|step| step.massage());
    let is_light = touches.clone().all(|massage| massage.pressure <= LIGHT);
    let worked: Vec<Deed> = steps
        .iter()
        .filter(|step| step.massage().is_some())
        .flat_map(|step| deeds_of(step, session.position))
        .filter(|deed| deed.act == Act::Massage)
        .collect();
    let does = |is_meant: fn(&StepKind) -> bool| steps.iter().any(|step| is_meant(&step.kind));
    if touches.count() > 0 {
        let touch = named(if is_light { "care-summary-light" } else { "care-summary-massage" });
        let places: Vec<&str> = parts_of(worked.iter())
            .iter()
            .map(|part| in_language(part.id(), texts.language()))
            .collect();
        parts.push(format!("{touch} ({})", places.join(", ")));
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
    texts.text(&Message::new("care-summary").with("parts", parts.join(", ")))
}
