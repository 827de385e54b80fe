//! Steps and people for tests.

use crate::body::{Direction, MuscleGroup, Region, Side};
use crate::care::*;
use crate::session::tests::fixtures::{plain_step, session_of};
use crate::session::{
    Block, Contact, Length, Massage, PackPlace, Pattern, Position, Session, Step, StepKind, Stroke,
    StrokeKind, Technique, Temperature, Tense, Tool,
};

/// A step of this kind, a minute long.
pub(super) fn step(kind: StepKind) -> Step {
    plain_step(kind, Length::Millis(60_000))
}

/// A massage of a region.
pub(super) fn massage(
    region: Region,
    technique: Technique,
    tool: Tool,
    kind: StrokeKind,
    pressure: u8,
) -> Step {
    let stroke = Stroke { kind, direction: Direction::Along, tempo: None, lifts: true };
    step(StepKind::Massage(Massage {
        region,
        technique,
        tool,
        pressure,
        stroke,
        contact: Contact::usual(tool, stroke.kind),
    }))
}

/// What a step can do, by the word that the rows of tests use for it.
pub(super) fn probe(word: &str, region: Region) -> Step {
    use StrokeKind::{Compression, Effleurage, Petrissage, Rolling};
    use Technique::{Myofascial, Swedish, TriggerPoint};
    let firm = region.pressure_cap();
    match word {
        "light" => massage(region, Swedish, Tool::Hands, Effleurage, 2),
        "deep" => massage(region, TriggerPoint, Tool::Hands, Compression, firm),
        "tool" => massage(region, Myofascial, Tool::Ball, Rolling, 2),
        "rub" => massage(region, Swedish, Tool::Hands, Petrissage, 2),
        "heat" => step(StepKind::Pack {
            temperature: Temperature::Heat,
            place: PackPlace::Region(region),
        }),
        "cold" => step(StepKind::Pack {
            temperature: Temperature::Cold,
            place: PackPlace::Region(region),
        }),
        "stretch" => step(StepKind::Stretch { region: Some(region) }),
        other => panic!("{other}"),
    }
}

/// A step that breathes, by a pattern's name.
pub(super) fn breathing(pattern: &str) -> Step {
    Step { pattern: Pattern::named(pattern), ..step(StepKind::Breathe) }
}

/// A step that tenses.
pub(super) fn tensing(muscles: MuscleGroup) -> Step {
    step(StepKind::Tense(Tense { muscles, tense: 5_000, release: 25_000, times: 2 }))
}

/// A session of these steps.
pub(super) fn session(steps: Vec<Step>) -> Session {
    session_of(steps.into_iter().map(|step| Block::Step(Box::new(step))).collect())
}

/// The condition with this id.
pub(super) fn condition(id: &str) -> &'static Condition {
    CareTable::shipped().condition(id).unwrap_or_else(|| panic!("{id}"))
}

/// A person with one condition, in a place of this side where there is one.
pub(super) fn person_with(id: &str, site: Option<(BodyPlace, Side)>) -> CaredFor {
    let sites = site.map(|(place, side)| Site { place, side: Some(side) });
    let held = HeldCondition { condition: condition(id), sites: sites.into_iter().collect() };
    let profile = Profile { conditions: vec![held], ..Profile::default() };
    CaredFor { profile, today: Vec::new() }
}

/// Whether anything stands between a person and a step.
pub(super) fn may(person: &CaredFor, step: &Step, side: Option<Side>) -> bool {
    person.obstacles(step, Position::Seated, side).is_empty()
}
