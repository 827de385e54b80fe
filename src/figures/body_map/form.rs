//! The body as a softly lit form: how light each pixel of it is.

use crate::body::{Bounds, Plate, Point};

use crate::canvas::Window;
use crate::canvas::{drawn, filled, softened};

/// How far the roundness of the body reaches inward from its edge, in shares of the height of the
/// picture seen. Several reaches together make fine parts round and broad parts gently curved.
const ROUNDNESS: [(f32, f32); 3] = [(0.02, 0.3), (0.06, 0.5), (0.15, 0.8)];

/// How high the form stands against its breadth.
const DEPTH: f32 = 1.35;

/// Where the light comes from: from above, a little from the left, and from the front.
const LAMP: [f32; 3] = [-0.2, -0.42, 0.885];

/// For how many pixels light is computed at most, across or down.
const MOST_LIGHTS: usize = 250;

/// How deep a crease is drawn, 0–1.
const CREASE: f32 = 0.55;

/// The body as it is seen through a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Form {
    /// How much of each pixel is body, 0–1.
    pub(super) body: Vec<f32>,
    /// How light the body is there, 0–1.
    pub(super) light: Vec<f32>,
    /// How much of each pixel is a crease, 0–1.
    pub(super) creases: Vec<f32>,
}

impl Form {
    /// Draws what of the body is shown for a window.
    pub(super) fn draw(plate: &Plate, window: &Window, is_shown: impl Fn(Bounds) -> bool) -> Self {
        let mut form = Self {
            body: vec![0.0; window.pixels()],
            light: vec![0.0; window.pixels()],
            creases: vec![0.0; window.pixels()],
        };
        for part in &plate.silhouette {
            if part.bounds().meets(&window.bounds()) && is_shown(part.bounds()) {
                form.lay(&part_light(part, window), &filled(part, window));
            }
        }
        for crease in &plate.relief {
            let seen = Bounds::around(crease.points.iter().copied());
            if seen.is_some_and(|seen| seen.meets(&window.bounds()) && is_shown(seen)) {
                let line = drawn(&crease.points, crease.width, 0.9, window);
                for (sum, line) in form.creases.iter_mut().zip(line) {
                    *sum = line.max(*sum);
                }
            }
        }
        for (light, crease) in form.light.iter_mut().zip(&form.creases) {
            *light *= 1.0 - CREASE * crease;
        }
        form
    }

    /// Lays a part over what is there.
    fn lay(&mut self, light: &[f32], mask: &[f32]) {
        for (index, mask) in mask.iter().enumerate() {
            let mask = mask.min(1.0);
            self.body[index] = self.body[index].max(mask);
            self.light[index] += (light[index] - self.light[index]) * mask;
        }
    }
}

/// How light each pixel of a part is, as if it were round. Light changes gently: where pixels are fine it
/// is computed for a few together, and in between it is even.
fn part_light(part: &crate::body::Shape, window: &Window) -> Vec<f32> {
    let together = window.across.max(window.down).div_ceil(MOST_LIGHTS);
    if together <= 1 {
        return rounded_light(part, window);
    }
    let (across, down) = (window.across.div_ceil(together) + 1, window.down.div_ceil(together) + 1);
    let step = Point::new(window.step.x * together as f32, window.step.y * together as f32);
    let coarse = Window { origin: window.origin, step, across, down };
    let light = rounded_light(part, &coarse);
    let mut fine = Vec::with_capacity(window.pixels());
    for row in 0..window.down {
        let (above, below_share) = between(row, together, down);
        for column in 0..window.across {
            let (left, right_share) = between(column, together, across);
            let at = |right: usize, below: usize| light[(above + below) * across + left + right];
            let mix = |one: f32, other: f32, share: f32| one + (other - one) * share;
            let upper = mix(at(0, 0), at(1, 0), right_share);
            let lower = mix(at(0, 1), at(1, 1), right_share);
            fine.push(mix(upper, lower, below_share));
        }
    }
    fine
}

/// Between which two of `count` coarse pixels the middle of a fine one lies: the first, and the share of
/// the way to the next.
fn between(fine: usize, together: usize, count: usize) -> (usize, f32) {
    let at = ((fine as f32 + 0.5) / together as f32 - 0.5).max(0.0);
    let first = (at as usize).min(count - 2);
    (first, (at - first as f32).min(1.0))
}

fn rounded_light(part: &crate::body::Shape, window: &Window) -> Vec<f32> {
    let height = window.bounds().height();
    let wide = Wide::around(window, height * ROUNDNESS[2].0 * 2.0);
    let mask = filled(part, &wide.window);
    let mut raised = vec![0.0; mask.len()];
    for (reach, share) in ROUNDNESS {
        let soft = softened(&mask, reach * height, &wide.window);
        for (sum, soft) in raised.iter_mut().zip(&soft) {
            *sum += soft * share * reach * height * 2.0;
        }
    }
    let slopes = Slopes { raised: &raised, window: &wide.window };
    let mut light = Vec::with_capacity(window.pixels());
    for row in 0..window.down {
        for column in 0..window.across {
            light.push(slopes.light(column + wide.columns, row + wide.rows));
        }
    }
    light
}

/// A window with a margin, so that what is cut off by the edge of the screen is still round.
struct Wide {
    window: Window,
    columns: usize,
    rows: usize,
}

impl Wide {
    fn around(window: &Window, margin: f32) -> Self {
        let columns = (margin / window.step.x).ceil() as usize;
        let rows = (margin / window.step.y).ceil() as usize;
        let origin = Point::new(
            window.origin.x - columns as f32 * window.step.x,
            window.origin.y - rows as f32 * window.step.y,
        );
        let (across, down) = (window.across + 2 * columns, window.down + 2 * rows);
        Self { window: Window { origin, step: window.step, across, down }, columns, rows }
    }
}

/// The slopes of a raised form.
struct Slopes<'a> {
    raised: &'a [f32],
    window: &'a Window,
}

impl Slopes<'_> {
    /// How light it is at a pixel, 0–1.
    fn light(&self, column: usize, row: usize) -> f32 {
        let Window { step, across, down, .. } = *self.window;
        let at = |column: usize, row: usize| {
            self.raised[row.min(down - 1) * across + column.min(across - 1)]
        };
        let right = (at(column + 1, row) - at(column.saturating_sub(1), row)) / (2.0 * step.x);
        let below = (at(column, row + 1) - at(column, row.saturating_sub(1))) / (2.0 * step.y);
        let normal = [-right * DEPTH, -below * DEPTH, 1.0];
        let length = normal.iter().map(|part| part * part).sum::<f32>().sqrt();
        let toward: f32 = normal.iter().zip(LAMP).map(|(part, lamp)| part * lamp).sum();
        (0.15 + 0.85 * toward / length).clamp(0.0, 1.0)
    }
}
