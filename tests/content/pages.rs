//! What the pages say of how a technique is done, and what the shipped sessions do, agree.

use std::collections::BTreeMap;

use unclench::for_tests::{
    Block, Direction, Massage, Region, Session, Setting, Side, Sides, StepKind, StrokeKind,
    Technique, Tool,
};

use super::shipped::loaded;

/// Where the page on slow, firm pressure lets hands rest and no more.
const RESTED_ON: [Region; 6] = [
    Region::Scalp,
    Region::Forehead,
    Region::Temples,
    Region::NeckBack,
    Region::SkullBase,
    Region::Abdomen,
];
/// How many tender spots the page on them allows a place.
const SPOTS: u32 = 3;
/// The shortest gliding that the page on Swedish massage asks for, in milliseconds.
const GLIDING: u64 = 15_000;
/// What is light and slow in the last hour of the day: 0–10, and a stroke in milliseconds.
const LIGHT: u8 = 2;
const SLOW: u64 = 1_000;

/// A massage step as it is done: for how long, on which sides and how often.
struct Done<'a> {
    massage: &'a Massage,
    millis: u64,
    sides: Option<Sides>,
    times: u32,
}

fn collect<'a>(blocks: &'a [Block], around: (Option<Sides>, u32), into: &mut Vec<Done<'a>>) {
    for block in blocks {
        match block {
            Block::Group(group) => {
                let around = (group.side.or(around.0), around.1 * group.repeat);
                collect(&group.blocks, around, into);
            }
            Block::Step(step) => {
                if let StepKind::Massage(massage) = &step.kind {
                    let millis = step.length.millis(step.pattern.as_ref());
                    let sides = step.side.or(around.0);
                    into.push(Done { massage, millis, sides, times: around.1 });
                }
            }
        }
    }
}

/// What does not hold of the massage steps of a shipped session, by its id.
fn faults(of: impl Fn(&Session, &[Done<'_>]) -> Vec<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for shipped in loaded() {
        let (id, session) = (&shipped.id, &shipped.session);
        let mut done = Vec::new();
        collect(&session.blocks, (None, 1), &mut done);
        faults.extend(of(session, &done).into_iter().map(|fault| format!("{id}: {fault}")));
    }
    faults
}

/// A fault for each step that is not as it should be.
fn every(of: impl Fn(&Session, &Done<'_>) -> bool) -> Vec<String> {
    faults(|session, done| {
        let faulty = done.iter().filter(|it| !of(session, it));
        faulty.map(|it| format!("{:?}, {} ms", it.massage, it.millis)).collect()
    })
}

#[test]
fn a_place_has_three_tender_spots_at_most() {
    let faults = faults(|_, done| {
        let mut spots: BTreeMap<String, u32> = BTreeMap::new();
        for it in done.iter().filter(|it| it.massage.technique == Technique::TriggerPoint) {
            let sides = match it.sides {
                Some(Sides::One(side)) => vec![side],
                Some(Sides::Both) | None => vec![Side::Left, Side::Right],
            };
            for side in sides {
                *spots.entry(format!("{:?} {side:?}", it.massage.region)).or_default() += it.times;
            }
        }
        let many = spots.into_iter().filter(|(_, spots)| *spots > SPOTS);
        many.map(|(place, spots)| format!("{spots} on {place}")).collect()
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn hands_rest_on_head_neck_and_belly_and_press_nowhere_firmly_there() {
    let faults = every(|_, done| {
        done.massage.technique != Technique::DeepTissue || !RESTED_ON.contains(&done.massage.region)
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_lively_by_day_is_light_and_slow_in_bed() {
    let faults = every(|session, done| {
        let massage = done.massage;
        let is_lively = massage.technique == Technique::Sports;
        let is_slow = massage.stroke.tempo.is_none_or(|tempo| tempo >= SLOW);
        !session.settings.contains(&Setting::Bed)
            || !is_lively
            || (massage.pressure <= LIGHT && is_slow)
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn strokes_on_the_chest_go_inward_from_the_shoulder() {
    let faults = every(|_, done| {
        let glides = done.massage.stroke.kind == StrokeKind::Effleurage;
        done.massage.region != Region::Chest
            || !glides
            || done.massage.stroke.direction == Direction::Inward
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn gliding_lasts_a_quarter_of_a_minute_at_least() {
    let faults = every(|_, done| {
        let stroke = done.massage.stroke.kind;
        done.massage.technique != Technique::Swedish
            || stroke != StrokeKind::Effleurage
            || done.millis >= GLIDING
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn at_the_base_of_the_skull_there_are_fingers_and_no_hard_tool() {
    let faults = every(|_, done| {
        let is_hard = matches!(done.massage.tool, Tool::Ball | Tool::Roller);
        done.massage.region != Region::SkullBase || !is_hard
    });
    assert!(faults.is_empty(), "{faults:#?}");
}
