//! How hard a hand or tool presses, as rings around what touches: one where it is light, two, or three where
//! it is firm.

use crate::canvas::Window;

/// How far rings are apart at least, in millimetres.
const APART: f32 = 9.0;

/// How far they are apart at least, in pixels across and down: nearer ones would be one.
const PIXELS_APART: (f32, f32) = (3.0, 2.0);

/// How much of the way to the next one is ring, and how soft its edges are, in shares of that way.
const BROAD: f32 = 0.4;
const SOFT: f32 = 0.12;

/// What stands for a pixel between rings.
const BETWEEN: f32 = -1.0;

/// How many rings stand for a pressure of 0–10.
pub(super) const fn count(pressure: u8) -> u8 {
    match pressure {
        0 => 0,
        1..=2 => 1,
        3 => 2,
        4..=5 => 3,
        _ => 4,
    }
}

/// How far so many rings reach, in millimetres.
pub(super) fn reach(pressure: u8, window: &Window) -> f32 {
    f32::from(count(pressure)) * apart(window)
}

/// How far from what touches the outermost ring begins, with the gap before it, in millimetres.
pub(super) fn outermost(pressure: u8, window: &Window) -> f32 {
    f32::from(count(pressure).saturating_sub(1)) * apart(window)
}

/// How much of each pixel is one of so many rings around what touches, 0–1; below 0 it lies between two of
/// them.
pub(super) fn rings(touching: &[f32], count: u8, window: &Window) -> Vec<f32> {
    let (apart, reach) = (apart(window), f32::from(count) * apart(window));
    let ring = |far: f32| {
        if far <= 0.0 || far > reach {
            return 0.0;
        }
        // A gap comes first, then the ring.
        let beside = ((far / apart).fract() - (1.0 - BROAD / 2.0 - SOFT)).abs();
        let ring = 1.0 - (beside - BROAD / 2.0) / SOFT;
        if ring > 0.0 { ring.min(1.0) } else { BETWEEN }
    };
    distances(touching, window).into_iter().map(ring).collect()
}

fn apart(window: &Window) -> f32 {
    APART.max(PIXELS_APART.0 * window.step.x).max(PIXELS_APART.1 * window.step.y)
}

/// How far each pixel is from what touches, in millimetres: from neighbour to neighbour, there and back.
fn distances(touching: &[f32], window: &Window) -> Vec<f32> {
    let start = |touch: &f32| if *touch >= 0.5 { 0.0 } else { f32::INFINITY };
    let mut far: Vec<f32> = touching.iter().map(start).collect();
    sweep(&mut far, window, false);
    sweep(&mut far, window, true);
    far
}

/// Hands distances on to the neighbours to the right and below, or back.
fn sweep(far: &mut [f32], window: &Window, is_back: bool) {
    let (beside, below) = (window.step.x, window.step.y);
    let aslant = beside.hypot(below);
    let neighbours = [(-1, 0, beside), (0, -1, below), (-1, -1, aslant), (1, -1, aslant)];
    let way = if is_back { -1 } else { 1 };
    for index in 0..far.len() {
        let at = if is_back { far.len() - 1 - index } else { index };
        let (column, row) = (at % window.across, at / window.across);
        for (right, down, step) in neighbours {
            let column = column.checked_add_signed(right * way).filter(|it| *it < window.across);
            let row = row.checked_add_signed(down * way).filter(|it| *it < window.down);
            if let (Some(column), Some(row)) = (column, row) {
                far[at] = far[at].min(far[row * window.across + column] + step);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    //! What rings promise.

    use super::*;
    use crate::body::Point;

    /// How many rings are crossed to the right of what touches, in pixels of this size.
    fn crossed(pressure: u8, step: Point) -> usize {
        let window = Window { origin: Point::default(), step, across: 60, down: 40 };
        let touches =
            |index: usize| (20..26).contains(&(index % 60)) && (16..24).contains(&(index / 60));
        let touching: Vec<f32> =
            (0..window.pixels()).map(|at| f32::from(u8::from(touches(at)))).collect();
        let rings = rings(&touching, count(pressure), &window);
        let row = &rings[20 * 60 + 26..21 * 60];
        row.windows(2).filter(|two| two[0] < 0.5 && two[1] >= 0.5).count()
    }

    #[test]
    fn light_is_one_ring_medium_two_and_firm_three_however_fine_pixels_are() {
        for step in [
            Point::new(1.0, 1.0),
            Point::new(4.0, 4.0),
            Point::new(7.0, 7.0),
            Point::new(5.0, 10.0),
        ] {
            let counted = [0, 1, 2, 3, 4, 5].map(|pressure| crossed(pressure, step));
            assert_eq!(counted, [0, 1, 1, 2, 3, 3], "{step:?}");
        }
    }
}
