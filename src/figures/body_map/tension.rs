//! How brightly a muscle group glows while it is tensed, and while it is let go.

use crate::timeline::TenseNow;
use crate::tween::Easing;

/// What is left of the glow when all is let go, 0–1: the place can still be found.
const AT_REST: f32 = 0.3;

/// In how many steps a cell takes on or loses its glow. Each does so at a moment of its own, so
/// that every frame changes a little and none changes much.
const STEPS: f32 = 12.0;

/// The glow at a moment, 0–1: it deepens as the muscles tense, and fades as they let go, quickly
/// at first and then for as long as there is time. With `still` there is only one or the other. Before
/// the first tension they are at rest.
pub(super) fn glow(tense: Option<TenseNow>, still: bool) -> f32 {
    let Some(tense) = tense else { return AT_REST };
    let share = match (tense.tensing, still) {
        (true, true) => 1.0,
        (false, true) => 0.0,
        (true, false) => Easing::Cosine.apply(tense.fraction),
        (false, false) => (1.0 - tense.fraction).powi(3),
    };
    AT_REST + (1.0 - AT_REST) * share
}

/// How much of it a cell shows whose own moment is `grain`, 0–1.
pub(super) fn of_cell(glow: f32, grain: f32) -> f32 {
    ((glow * STEPS + grain).floor() / STEPS).clamp(0.0, 1.0)
}
