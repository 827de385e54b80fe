//! The shape of the flower: four rings of petals seen from above, the inner over the outer.

use std::f32::consts::TAU;

use crate::canvas::Tint;

use super::shades::Shades;

/// Petals in each ring.
const PETALS: f32 = 8.0;

/// How far a petal leans round the middle on its way out, in radians.
const LEAN: f32 = 0.35;

/// How far the flame reaches, where 1 is the radius of the flower.
const FLAME: f32 = 0.17;

/// One ring of petals.
struct Ring {
    /// Where its petals end, where 1 is the radius of the flower.
    length: f32,
    /// Its turn against the first ring, in petals.
    turn: f32,
    /// How much light it keeps, 0–1.
    light: f32,
}

/// From the innermost, which lies on top, to the outermost.
const RINGS: [Ring; 4] = [
    Ring { length: 0.40, turn: 0.0, light: 1.0 },
    Ring { length: 0.62, turn: 0.5, light: 1.0 },
    Ring { length: 0.84, turn: 0.0, light: 0.95 },
    Ring { length: 1.0, turn: 0.5, light: 0.9 },
];

/// The flower at one point.
#[derive(Clone, Copy, Debug)]
pub(super) struct FlowerPoint {
    /// Which petal is on top here, or 0 where there is none; petals that lie higher count higher.
    pub(super) petal: u8,
    /// Its colour in the light, or `None` where there is no petal.
    pub(super) lit: Option<Tint>,
    /// Its colour in the dark.
    pub(super) dark: Tint,
    /// How far the light must reach to get here: along petals it gets here sooner.
    pub(super) reach: f32,
}

/// The flower at a point, where the middle is (0, 0) and the longest petals end at 1.
pub(super) fn at(right: f32, down: f32, lamp: &Shades) -> FlowerPoint {
    let radius = right.hypot(down);
    let mut point = FlowerPoint { petal: 0, lit: None, dark: lamp.ground, reach: radius };
    if radius >= 1.0 {
        return point;
    }
    let angle = angle_at(right, down, radius);
    let mut outline: f32 = 0.3;
    for (depth, ring) in (1_u8..).zip(&RINGS) {
        let from_axis = from_axis(angle, ring);
        let end = ring.length * (0.5 + 0.5 * petal_width(from_axis));
        outline = outline.max(end);
        if point.lit.is_none() && radius < end {
            let along = radius / end;
            let seam = ((from_axis - 0.45) / 0.55).max(0.0);
            let seam = seam * seam.sqrt();
            point.petal = petal_number(angle, ring, RINGS.len() as u8 - depth);
            point.lit = Some(lit_petal(radius, along, seam, ring, lamp));
            let raised = 0.18 + 0.82 * along * along * along - 0.5 * seam;
            point.dark = lamp.dark(raised.max(0.0) * (1.0 - 0.45 * radius));
        }
    }
    point.reach = radius * (0.25 + 0.75 / outline);
    point
}

/// How far a point is from the middle line of the outer petals it lies between, 0–1.
pub(super) fn from_midrib(right: f32, down: f32) -> f32 {
    from_axis(angle_at(right, down, right.hypot(down)), &RINGS[3])
}

/// The angle of a point as the petals see it, which lean round the middle, in radians.
fn angle_at(right: f32, down: f32, radius: f32) -> f32 {
    right.atan2(-down) + LEAN * radius
}

/// How far an angle is from the axis of its petal: 0 on it, 1 halfway to the next petal.
fn from_axis(angle: f32, ring: &Ring) -> f32 {
    let petals = angle * PETALS / TAU + ring.turn;
    ((petals - petals.floor()) - 0.5).abs() * 2.0
}

/// The number of the petal of a ring at an angle, with `rings_below` rings under it.
fn petal_number(angle: f32, ring: &Ring, rings_below: u8) -> u8 {
    let petal = (angle * PETALS / TAU + ring.turn).floor().rem_euclid(PETALS);
    1 + rings_below * PETALS as u8 + petal as u8
}

/// The outline of a petal: 1 at its tip, 0 where it meets the next.
fn petal_width(from_axis: f32) -> f32 {
    let round = (1.0 - from_axis * from_axis).max(0.0);
    round.sqrt() * (0.75 + 0.25 * round)
}

/// A petal in the light: deep where the ring above rests on it and along the seams to its
/// neighbours, bright towards its tip, with a fine edge that catches the light.
fn lit_petal(radius: f32, along: f32, seam: f32, ring: &Ring, lamp: &Shades) -> Tint {
    let innermost = ring.length < 0.5;
    let brightness = if innermost {
        1.0 - 0.6 * seam * along
    } else {
        0.15 + 0.95 * along * along.sqrt() - 0.55 * seam
    };
    let deep = lamp.at(0.3 + radius * 0.9);
    let edge = ((along - 0.86) / 0.14).max(0.0);
    let petal =
        deep.mix(lamp.at(radius), brightness).mix(lamp.flame, edge * edge * 0.18 * (1.0 - seam));
    let flame = (1.0 - radius / FLAME).max(0.0);
    lamp.ground.mix(petal, ring.light).mix(lamp.flame, flame)
}
