//! When a figure is in which pose: at the start, on its way, held, and back again.

use crate::posture::{AT_REST, Figure, FigureGlow, FigureMoment};
use crate::session::StepKind;
use crate::timeline::{Moment, Segment, SegmentKind, TenseNow};
use crate::tween::{Easing, Tween};

/// How long the set-up is seen before anything moves, in milliseconds.
const SET_UP: f32 = 3_000.0;

/// How long one movement takes where nothing else paces it, in milliseconds: slow and even.
const MOVEMENT: f32 = 4_000.0;

/// How long before the end all is at rest again, in milliseconds.
const REST: f32 = 1_000.0;

/// The share of a tension in which the pose is reached, and of the release in which it is let go.
const TENSED_IN: f32 = 0.35;
const RELEASED_IN: f32 = 0.2;

/// In how many steps a figure moves from pose to pose, and brightens: what moves less is not drawn anew.
const STEPS: f32 = 160.0;
const GLOW_STEPS: f32 = 12.0;

/// The figure of a moment. With `still` it is in one pose or another, and never on its way.
pub(super) fn moment_of(figure: &Figure, moment: &Moment<'_>, still: bool) -> FigureMoment {
    let (between, share) = between(figure, moment, still);
    let share = if still { share.round() } else { (share * STEPS).round() / STEPS };
    FigureMoment { between, share, glow: glow(moment, still), side: moment.segment.side }
}

/// The two poses, and the share of the way between them.
fn between(figure: &Figure, moment: &Moment<'_>, still: bool) -> ((usize, usize), f32) {
    let goals = figure.poses.len().saturating_sub(1);
    if goals == 0 {
        return ((0, 0), 0.0);
    }
    let segment = moment.segment;
    if segment.kind == SegmentKind::Tense {
        return along(goals, moment.tense.map_or(0.0, |tense| tensed(tense, still)));
    }
    // While words come first, all is as it is set up.
    let elapsed = moment.elapsed.saturating_sub(segment.begins) as f32;
    let whole = (segment.millis() - segment.begins) as f32;
    if let Some(fullness) = moment.fullness() {
        return along(goals, Easing::Smoothstep.apply(fullness));
    }
    // Where there is little time, all of it goes on in proportion.
    let set_up = SET_UP.min(whole / 6.0);
    let rest = REST.min(whole / 12.0);
    match figure.every {
        Some(every) => again(goals, (elapsed - set_up, whole - set_up - rest), every as f32, still),
        None => once(goals, elapsed, (set_up, whole - rest)),
    }
}

/// How far all goals have been gone through, 0–1, as the poses it is between.
fn along(goals: usize, share: f32) -> ((usize, usize), f32) {
    let far = share.clamp(0.0, 1.0) * goals as f32;
    let from = (far.floor() as usize).min(goals - 1);
    ((from, from + 1), far - from as f32)
}

fn tensed(tense: TenseNow, still: bool) -> f32 {
    let way = |within: f32| Easing::Cosine.apply((tense.fraction / within).min(1.0));
    match (tense.tensing, still) {
        (true, true) => 1.0,
        (false, true) => 0.0,
        (true, false) => way(TENSED_IN),
        (false, false) => 1.0 - way(RELEASED_IN),
    }
}

/// Round and round, as many whole rounds as there is time for: at the end it is where it began.
fn again(
    goals: usize,
    (since, time): (f32, f32),
    every: f32,
    still: bool,
) -> ((usize, usize), f32) {
    if since <= 0.0 || since >= time {
        return ((0, 0), 0.0);
    }
    let poses = goals + 1;
    let rounds = (time / every).round().max(1.0);
    let far = (since / time * rounds).fract() * poses as f32;
    let from = (far.floor() as usize).min(goals);
    let way = far - from as f32;
    // A round of several poses goes on evenly; to and fro slows down where it turns.
    let way = if still {
        0.0
    } else if goals > 2 {
        way
    } else {
        Easing::Cosine.apply(way)
    };
    ((from, (from + 1) % poses), way)
}

/// From the start to each goal, held there, and back from the last.
fn once(goals: usize, elapsed: f32, (begins, ends): (f32, f32)) -> ((usize, usize), f32) {
    let slot = (ends - begins) / (goals as f32 + 0.6);
    let movement = MOVEMENT.min(slot * 0.6);
    let tween = |start: f32| Tween {
        from: 0.0,
        to: 1.0,
        start,
        duration: movement,
        easing: Easing::Cosine,
    };
    let back = ends - movement;
    if elapsed >= back {
        return ((goals, 0), tween(back).value_at(elapsed));
    }
    let goal = (((elapsed - begins) / slot).floor().max(0.0) as usize).min(goals - 1);
    ((goal, goal + 1), tween(begins + goal as f32 * slot).value_at(elapsed))
}

/// What glows, and how brightly.
fn glow(moment: &Moment<'_>, still: bool) -> Option<(FigureGlow, f32)> {
    let Segment { step, .. } = moment.segment;
    match &step.as_ref()?.kind {
        StepKind::Tense(tense) => {
            let share = moment.tense.map_or(0.0, |tense| tensed(tense, still));
            let share = (share * GLOW_STEPS).round() / GLOW_STEPS;
            Some((FigureGlow::Muscles(tense.muscles), AT_REST + (1.0 - AT_REST) * share))
        }
        _ => Some((FigureGlow::Region(moment.segment.region()?), 1.0)),
    }
}
