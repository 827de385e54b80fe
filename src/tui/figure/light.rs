//! How far the light reaches at one moment, and how brightly it burns.

use std::f32::consts::{PI, TAU};

use crate::session::PhaseKind;

use super::plate::Pixel;

/// How many times a cell is drawn anew between an empty and a full breath: more is smoother and
/// costs more bytes.
const REACH_STEPS: f32 = 16.0;

/// Width of the soft rim of the light, where 1 is the radius of the lily.
const RIM: f32 = 0.2;

/// How far the light reaches when the breath is out, where 1 is the radius of the lily.
const EMPTY_REACH: f32 = 0.2;

/// How many times the flame changes between ember and lamplight over a breath.
const EMBER_STEPS: f32 = 4.0;

/// How finely the stirring grows and shrinks over a hold.
const SWELL_STEPS: f32 = 6.0;

/// How often one cell takes a new share of the stirring, in milliseconds.
const STIR_EVERY_MS: f32 = 900.0;

/// One wave of the stirring, in steps of [`STIR_EVERY_MS`]: 5.4 s, near the rhythm of a slow breath.
const STIR_STEPS: u64 = 6;

/// A figure that does not breathe burns lower.
const STILL_STRENGTH: f32 = 0.6;

/// The light of the whole figure at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Light {
    /// How open the lily is, 0–1, eased.
    opening: f32,
    /// How strongly the light shows, 0–1.
    strength: f32,
    /// How much of the stirring shows, 0–1.
    swell: f32,
    /// How far out the stirring is seen, where 1 is the radius of the lily.
    stir_reach: f32,
    /// The time that moves the stirring, if it may move.
    stir_millis: Option<u64>,
}

/// The light as one cell has it: each cell follows at moments of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellLight {
    reach: f32,
    ember: f32,
    strength: f32,
    swell: f32,
    stir_reach: f32,
    stir_turn: Option<f32>,
}

/// What the light does to one pixel. Each share is 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glow {
    /// From dark to lit.
    pub(super) lit: f32,
    /// From lamplight down to ember.
    pub(super) ember: f32,
    /// From lamplight up to flame.
    pub(super) flame: f32,
}

impl Light {
    pub(super) fn breathing(fullness: f32, kind: PhaseKind, fraction: f32) -> Self {
        let hold = (PI * share(fraction)).sin();
        let (swell, stir_reach) = match kind {
            PhaseKind::Hold => (hold, 0.6),
            PhaseKind::Rest => (hold, 0.3),
            PhaseKind::Inhale | PhaseKind::Exhale => (0.0, 0.0),
        };
        Self {
            opening: eased(share(fullness)),
            strength: 1.0,
            swell,
            stir_reach,
            stir_millis: None,
        }
    }

    pub(super) fn still(progress: f32) -> Self {
        Self {
            opening: 1.0 - share(progress),
            strength: STILL_STRENGTH,
            swell: 0.7,
            stir_reach: 0.4,
            stir_millis: None,
        }
    }

    pub(super) fn stir(&mut self, millis: u64) {
        self.stir_millis = Some(millis);
    }

    pub(super) fn fade(&mut self, strength: f32) {
        self.strength *= share(strength);
    }

    /// The light in a cell whose own moment is `offset`, 0–1.
    pub(super) fn in_cell(&self, offset: f32) -> CellLight {
        let widest = 1.0 + RIM;
        CellLight {
            reach: EMPTY_REACH
                + (widest - EMPTY_REACH) * stepped(self.opening, REACH_STEPS, offset),
            ember: 1.0 - stepped(self.opening, EMBER_STEPS, offset),
            strength: self.strength,
            swell: stepped(self.swell, SWELL_STEPS, offset),
            stir_reach: self.stir_reach,
            stir_turn: self.stir_millis.map(|millis| {
                let ahead = (offset * STIR_EVERY_MS) as u64;
                let step = millis.saturating_add(ahead) / STIR_EVERY_MS as u64 % STIR_STEPS;
                step as f32 / STIR_STEPS as f32
            }),
        }
    }
}

impl CellLight {
    pub(super) fn on(&self, pixel: &Pixel) -> Glow {
        let lit = smooth((self.reach - pixel.reach) / RIM);
        let near = 1.0 - pixel.radius / self.stir_reach;
        let flame = if self.swell > 0.0 && near > 0.0 {
            // A slow wave from the flame outward; half of it when it may not move.
            let wave = self
                .stir_turn
                .map_or(0.5, |turn| 0.5 + 0.5 * (TAU * (turn - pixel.radius)).sin());
            0.7 * self.swell * near * wave
        } else {
            0.0
        };
        Glow {
            lit: lit * self.strength,
            ember: self.ember * pixel.ember_share,
            flame,
        }
    }
}

/// A share of 0–1 from any number; what is no number is 0.
fn share(value: f32) -> f32 {
    if value.is_nan() {
        0.0
    } else {
        value.clamp(0.0, 1.0)
    }
}

/// Slow at both ends, like a breath.
fn eased(share: f32) -> f32 {
    0.5 - 0.5 * (PI * share).cos()
}

/// `value` (0–1) in `steps` steps that are taken later or sooner by `offset` (0–1). Both ends are
/// reached whatever the offset, and a larger value is never a lower step.
fn stepped(value: f32, steps: f32, offset: f32) -> f32 {
    ((value * steps + offset.min(0.999)).floor() / steps).min(1.0)
}

fn smooth(value: f32) -> f32 {
    let value = value.clamp(0.0, 1.0);
    value * value * (3.0 - 2.0 * value)
}
