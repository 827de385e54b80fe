//! Claims about the figures of every step that is shipped.

use std::collections::BTreeSet;

use super::shipped;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::posture::{FigureGlow, Landmark, PoseName};
use crate::session::{Session, StepKind, steps_in};

/// Every shipped session, by its name.
fn sessions() -> Vec<(String, Session)> {
    let library = shipped_library();
    let ids: Vec<_> = library.ids().map(str::to_owned).collect();
    let load = |id: String| {
        let session = shipped_session(&id).session;
        (id, session)
    };
    ids.into_iter().map(load).collect()
}

fn none(told: &BTreeSet<String>, what: &str) {
    assert!(told.is_empty(), "{what}: {told:#?}");
}

#[test]
fn every_step_that_is_shipped_has_its_figure_but_breath_and_places_that_are_only_felt() {
    let mut missing = BTreeSet::new();
    for (id, session) in sessions() {
        for step in steps_in(&session.blocks) {
            let is_seen_otherwise = match step.kind {
                StepKind::Breathe => true,
                StepKind::Scan { .. } => step.region().is_some(),
                _ => false,
            };
            if step.figure.is_none() && !is_seen_otherwise {
                missing.insert(format!("{id}: {}", step.title));
            }
        }
    }
    none(&missing, "without a figure");
}

/// How one sits, stands or lies, whatever is around.
fn bearing(pose: PoseName) -> &'static str {
    use PoseName as Pose;
    match pose {
        Pose::Seated
        | Pose::SeatedAtDesk
        | Pose::Rising
        | Pose::LegsOnChair
        | Pose::AstrideChair => "chair",
        Pose::SeatedInBed => "bed",
        Pose::SeatedOnFloor => "floor",
        Pose::Kneeling | Pose::HalfKneeling | Pose::OnAllFours => "knees",
        Pose::LyingOnBack | Pose::LyingKneesBent | Pose::LegsUpWall => "back",
        Pose::LyingOnSide => "side",
        Pose::LyingOnFront => "front",
        _ => "feet",
    }
}

/// Words that tell how one sits, stands or lies, or that it changes.
const TOLD_BY: [&str; 26] = [
    "sit",
    "stand",
    "lie",
    "kneel",
    "heels",
    "roll over",
    "turn over",
    "onto",
    "floor",
    "chair",
    "wall",
    "doorway",
    "walk",
    "bed",
    "up",
    "down",
    "roll to",
    "roll onto",
    "on your",
    "tip",
    "knees bent",
    "swing",
    "rise",
    "hang",
    "back",
    "foot",
];

#[test]
fn how_one_sits_or_lies_changes_only_where_words_say_so() {
    let mut untold = BTreeSet::new();
    for (id, session) in sessions() {
        let mut before = None;
        for step in steps_in(&session.blocks) {
            let Some(figure) = &step.figure else { continue };
            let now = bearing(figure.base);
            let words = format!("{} {}", step.title, step.text.as_deref().unwrap_or_default())
                .to_lowercase();
            let is_told = TOLD_BY.iter().any(|word| words.contains(word));
            if before.is_some_and(|before| before != now) && !is_told {
                untold.insert(format!("{id}: {} ({now})", step.title));
            }
            before = Some(now);
        }
    }
    none(&untold, "changes untold");
}

#[test]
fn what_is_tensed_looks_other_than_what_is_let_go() {
    // So many dots of a figure that is 52 dots high.
    const LEAST: f32 = 1.5;
    let mut alike = BTreeSet::new();
    for (name, step) in shipped() {
        let (StepKind::Tense(tense), Some(figure)) = (&step.kind, &step.figure) else { continue };
        let high = figure.frame(None).expect("something is seen").height();
        let dots = figure.moves(0, figure.poses.len() - 1) / high * 52.0;
        if dots < LEAST && !FigureGlow::Muscles(tense.muscles).changes_the_face() {
            alike.insert(format!("{name}: {dots:.1}"));
        }
    }
    none(&alike, "tensed and let go look alike");
}

#[test]
fn every_hand_lies_where_it_reaches_and_no_arm_goes_there_behind_the_body() {
    let mut told = BTreeSet::new();
    for (name, step) in shipped() {
        let Some(figure) = &step.figure else { continue };
        for (place, far, is_behind) in (0..figure.poses.len()).flat_map(|at| figure.reaches(at)) {
            let lies_behind = matches!(place, Landmark::LowBack | Landmark::Glutes);
            if far > 120.0 || (is_behind && !lies_behind) {
                told.insert(format!("{name}: {place:?} {far:.0} behind: {is_behind}"));
            }
        }
    }
    none(&told, "hands beside their place");
}
