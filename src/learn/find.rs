//! Finds the topic a person means, or the one a step is about.

use super::{Subject, Topic};
use crate::session::{Goal, Pattern, Step, StepKind};

/// The topic a person means: by its id, its title, or what else people call it.
pub fn find(words: &str) -> Option<Topic> {
    let wanted = slug(words);
    Topic::by_id(&wanted)
        .or_else(|| Topic::all().find(|topic| slug(&topic.title()) == wanted))
        .or_else(|| Topic::all().find(|topic| others(*topic).contains(&wanted)))
}

/// Every word that [`find`] knows, to suggest the nearest: ids, titles and other names.
pub fn names() -> Vec<String> {
    Topic::all()
        .flat_map(|topic| [vec![topic.id().to_owned(), slug(&topic.title())], others(topic)])
        .flatten()
        .collect()
}

/// What a step is best read up under, if it is about anything.
pub fn of_step(step: &Step) -> Option<Topic> {
    match &step.kind {
        StepKind::Breathe => Some(step.pattern.as_ref().map_or(BREATHING, of_pattern)),
        StepKind::Rest => step.pattern.as_ref().map(of_pattern),
        StepKind::Tense(_) => Some(Topic::Subject(Subject::TenseAndRelease)),
        StepKind::Pack { .. } => Some(Topic::Subject(Subject::HeatAndCold)),
        StepKind::Scan { .. } => Some(Topic::Subject(Subject::BodyScan)),
        StepKind::Massage(_) | StepKind::Stretch { .. } => {
            Some(step.region().map_or(Topic::Goal(Goal::Flexibility), Topic::Place))
        }
    }
}

const BREATHING: Topic = Topic::Subject(Subject::SlowBreathing);

fn of_pattern(pattern: &Pattern) -> Topic {
    let named = Pattern::all_named().iter().find(|named| pattern.id.as_deref() == Some(named.id));
    named.map_or(BREATHING, Topic::Breathing)
}

fn others(topic: Topic) -> Vec<String> {
    let page = topic.page().ok();
    page.into_iter().flat_map(|page| page.asked_as).map(|name| slug(&name)).collect()
}

/// A name as an id has it: small letters, joined by hyphens.
fn slug(words: &str) -> String {
    let parts = words.split(|letter: char| !letter.is_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    parts.join("-")
}
