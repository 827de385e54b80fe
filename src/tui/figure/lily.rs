//! The shape of the lily: four rings of petals seen from above, the inner over the outer.

use std::f32::consts::TAU;

use crate::tui::theme::{Theme, Tint};

/// Petals in each ring.
const PETALS: f32 = 8.0;

/// How far a petal leans round the middle on its way out, in radians.
const LEAN: f32 = 0.35;

/// How far the flame reaches, where 1 is the radius of the lily.
const FLAME: f32 = 0.17;

/// One ring of petals.
struct Ring {
    /// Where its petals end, where 1 is the radius of the lily.
    length: f32,
    /// Its turn against the first ring, in petals.
    turn: f32,
    /// How much light it keeps, 0–1.
    light: f32,
}

/// From the outermost to the innermost, which lies on top.
const RINGS: [Ring; 4] = [
    Ring {
        length: 1.0,
        turn: 0.5,
        light: 0.9,
    },
    Ring {
        length: 0.84,
        turn: 0.0,
        light: 0.95,
    },
    Ring {
        length: 0.62,
        turn: 0.5,
        light: 1.0,
    },
    Ring {
        length: 0.40,
        turn: 0.0,
        light: 1.0,
    },
];

/// The lily at one point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// Whether there is any petal here.
    pub(super) petal: bool,
    /// Its colour in the light.
    pub(super) lit: Tint,
    /// Its colour in the dark.
    pub(super) dark: Tint,
    /// How far the light must reach to get here: along petals it gets here sooner.
    pub(super) reach: f32,
}

/// The lily at a point, where the middle is (0, 0) and the longest petals end at 1.
pub(super) fn at(right: f32, down: f32, theme: &Theme) -> Point {
    let radius = right.hypot(down);
    let angle = right.atan2(-down) + LEAN * radius;
    let mut point = Point {
        petal: false,
        lit: theme.night_air(),
        dark: theme.night_air(),
        reach: 0.25 * radius,
    };
    let mut outline: f32 = 0.3;
    for ring in &RINGS {
        let from_axis = from_axis(angle, ring);
        let end = ring.length * (0.5 + 0.5 * (1.0 - from_axis.powf(1.8)).max(0.0).powf(0.62));
        outline = outline.max(end);
        let along = radius / end;
        if along < 1.0 {
            let seam = ((from_axis - 0.45) / 0.55).max(0.0).powf(1.5);
            point.petal = true;
            point.lit = lit_petal(radius, along, seam, ring, theme);
            point.dark = theme
                .unlit((0.18 + 0.82 * along.powi(3) - 0.5 * seam).max(0.0) * (1.0 - 0.45 * radius));
        }
    }
    point.reach += 0.75 * radius / outline;
    let flame = (1.0 - radius / FLAME).max(0.0);
    point.lit = point.lit.mix(theme.flame(), flame.powf(1.2));
    point
}

/// How far an angle is from the axis of its petal: 0 on it, 1 halfway to the next petal.
fn from_axis(angle: f32, ring: &Ring) -> f32 {
    let petals = angle * PETALS / TAU + ring.turn;
    ((petals - petals.floor()) - 0.5).abs() * 2.0
}

/// A petal in the light: deep where the ring above rests on it and along the seams to its
/// neighbours, bright towards its tip, with a fine edge that catches the light.
fn lit_petal(radius: f32, along: f32, seam: f32, ring: &Ring, theme: &Theme) -> Tint {
    let innermost = ring.length < 0.5;
    let brightness = if innermost {
        1.0 - 0.6 * seam * along
    } else {
        0.15 + 0.95 * along.powf(1.2) - 0.55 * seam
    };
    let deep = theme.lamplight(0.3 + radius * 0.9);
    let bright = theme.lamplight(radius);
    let edge = ((along - 0.86) / 0.14).max(0.0).powi(2) * 0.18 * (1.0 - seam);
    let petal = deep.mix(bright, brightness).mix(theme.flame(), edge);
    theme.night_air().mix(petal, ring.light)
}
