//! How far the light reaches at one moment, and how brightly it burns.

use std::f32::consts::{PI, TAU};

use crate::session::PhaseKind;
use crate::tween::Easing;

use super::pixel::{EMBER_REACH, FlowerCell, Pixel};

/// How many times a cell is drawn anew between an empty and a full breath: more is smoother and
/// costs more bytes.
const REACH_STEPS: f32 = 12.0;

/// Width of the soft rim of the light, where 1 is the radius of the flower.
const RIM: f32 = 0.2;

/// How many shades the rim has. A change too small to be seen is not worth its bytes.
const RIM_SHADES: f32 = 4.0;

/// How far the light reaches when the breath is out, where 1 is the radius of the flower.
const EMPTY_REACH: f32 = 0.26;

/// How many times the flame changes between ember and lamplight over a breath.
const EMBER_STEPS: f32 = 4.0;

/// How finely the flicker spreads and draws in over a hold.
const HOLD_STEPS: f32 = 6.0;

/// How far out the light flickers while the breath moves, where 1 is the radius of the flower.
const FLICKER_REACH: f32 = 0.2;

/// How much farther it flickers in the middle of a hold, and of a rest.
const HOLD_FLICKER_REACH: f32 = 0.4;
const REST_FLICKER_REACH: f32 = 0.15;

/// How much the flicker changes the light, 0–1.
const FLICKER_STRENGTH: f32 = 0.5;

/// How often one cell takes a new share of the flicker, in milliseconds.
const FLICKER_EVERY_MS: f32 = 600.0;

/// One wave of the flicker, in steps of [`FLICKER_EVERY_MS`]: 6.6 s, near the rhythm of a slow
/// breath, and of no simple ratio to the usual patterns, so that no two breaths are quite alike.
const FLICKER_STEPS: u64 = 11;

/// A figure that does not breathe burns lower.
const STILL_STRENGTH: f32 = 0.75;
const STILL_EMBER: f32 = 0.6;

/// The light of the whole figure at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Light {
    /// How open the flower is, 0–1, eased.
    opening: f32,
    /// How strongly the light shows, 0–1.
    strength: f32,
    /// How much ember there is at least, 0–1.
    banked: f32,
    /// How much farther the light flickers than while the breath moves.
    farther: f32,
    /// The time that moves the flicker, if it may move.
    flicker_millis: Option<u64>,
}

/// The light as one cell has it: each cell follows at moments of its own. Where its pixels look alike, so
/// does this.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CellLight {
    reach: f32,
    ember: f32,
    strength: f32,
    /// The turn of the flicker and how far it reaches, where it gets here.
    flicker: Option<(f32, f32)>,
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
        let middle = (PI * share(fraction)).sin();
        let farther = match kind {
            PhaseKind::Hold => HOLD_FLICKER_REACH * middle,
            PhaseKind::Rest => REST_FLICKER_REACH * middle,
            PhaseKind::Inhale | PhaseKind::Exhale => 0.0,
        };
        Self {
            opening: Easing::Cosine.apply(share(fullness)),
            strength: 1.0,
            banked: 0.0,
            farther,
            flicker_millis: None,
        }
    }

    pub(super) fn still(progress: f32) -> Self {
        let opening = 1.0 - share(progress);
        Self {
            opening,
            strength: STILL_STRENGTH,
            banked: STILL_EMBER,
            farther: REST_FLICKER_REACH,
            flicker_millis: None,
        }
    }

    pub(super) fn animate(&mut self, millis: u64) {
        self.flicker_millis = Some(millis);
    }

    pub(super) fn fade(&mut self, strength: f32) {
        self.strength *= share(strength);
    }

    /// The light as one cell has it.
    pub(super) fn in_cell(&self, cell: &FlowerCell) -> CellLight {
        let offset = cell.offset;
        let widest = 1.0 + RIM;
        let embers = 1.0 - stepped(self.opening, EMBER_STEPS, offset);
        let reach =
            EMPTY_REACH + (widest - EMPTY_REACH) * stepped(self.opening, REACH_STEPS, offset);
        let flicker_reach = FLICKER_REACH
            + stepped(self.farther, HOLD_STEPS / HOLD_FLICKER_REACH, cell.flicker_offset);
        let flicker = self.flicker_millis.filter(|_| cell.nearest < flicker_reach);
        let turn = |millis: u64| {
            let ahead = (cell.flicker_offset * FLICKER_EVERY_MS) as u64;
            let step = millis.saturating_add(ahead) / FLICKER_EVERY_MS as u64 % FLICKER_STEPS;
            step as f32 / FLICKER_STEPS as f32
        };
        let is_ember = cell.nearest < EMBER_REACH;
        CellLight {
            // Before the first of its pixels, and beyond the last, nothing changes.
            reach: reach.clamp(cell.reach.0, cell.reach.1 + RIM),
            ember: if is_ember { (embers * embers).max(self.banked) } else { 0.0 },
            strength: self.strength,
            flicker: flicker.map(|millis| (turn(millis), flicker_reach)),
        }
    }
}

/// The light in the few steps that pictures have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LightSteps {
    /// The farthest ring it reaches, 0 to [`RINGS`].
    pub(super) ring: u8,
    /// How strongly it shows, 0–1.
    pub(super) strength: f32,
    /// How much ember there is, 0 to [`EMBERS`].
    pub(super) ember: u8,
    /// The turn of the flicker and how far it reaches, where it flickers.
    pub(super) flicker: Option<(u8, u8)>,
}

/// How many rings the light fills from an empty to a full breath, and how soft the rim of each is, where 1
/// is the radius of the flower.
pub(super) const RINGS: u8 = 24;
const RING_RIM: f32 = 0.12;

/// How many levels the ember has, and how far the flicker may reach.
const EMBERS: f32 = 6.0;
const FLICKER_REACHES: f32 = 2.0;

impl Light {
    /// The light in the steps of pictures.
    pub(super) fn steps(&self) -> LightSteps {
        let embers = (1.0 - self.opening).powi(2).max(self.banked);
        let reach = (self.farther / HOLD_FLICKER_REACH * FLICKER_REACHES).round() as u8;
        LightSteps {
            ring: (self.opening * f32::from(RINGS)).round() as u8,
            strength: self.strength,
            ember: (embers * EMBERS).round() as u8,
            flicker: self
                .flicker_millis
                .map(|millis| ((millis / FLICKER_EVERY_MS as u64 % FLICKER_STEPS) as u8, reach)),
        }
    }
}

impl LightSteps {
    /// How far the ember is seen, where 1 is the radius of the flower.
    pub(super) const EMBER_REACH: f32 = EMBER_REACH;

    /// How far the light of a ring reaches, where 1 is the radius of the flower.
    pub(super) fn reach_of(ring: u8) -> f32 {
        let widest = 1.0 + RING_RIM;
        EMPTY_REACH + (widest - EMPTY_REACH) * f32::from(ring) / f32::from(RINGS)
    }

    /// How much of the light is at a point that needs so far a reach, once it has filled a ring, 0–1.
    pub(super) fn lit(ring: u8, reach: f32) -> f32 {
        Easing::Smoothstep.apply((Self::reach_of(ring) - reach) / RING_RIM)
    }

    /// How much a ring has to hide of what those within it left, so that all together are that light.
    pub(super) fn added(ring: u8, reach: f32) -> f32 {
        let before = ring.checked_sub(1).map_or(0.0, |ring| Self::lit(ring, reach));
        if before >= 1.0 { 0.0 } else { 1.0 - (1.0 - Self::lit(ring, reach)) / (1.0 - before) }
    }

    /// How much of the ember is seen at a point so far from the middle that needs so far a reach, with so
    /// many rings of light, 0–1.
    pub(super) fn embers((ember, ring): (u8, u8), radius: f32, reach: f32) -> f32 {
        let share = (1.0 - radius / EMBER_REACH).max(0.0);
        share * f32::from(ember) / EMBERS * Self::lit(ring, reach)
    }

    /// How far a flicker reaches, where 1 is the radius of the flower.
    pub(super) fn flicker_reach(reach: u8) -> f32 {
        FLICKER_REACH + HOLD_FLICKER_REACH * f32::from(reach) / FLICKER_REACHES
    }

    /// How much a flicker brightens a point so far from the middle, or below 0 dims it.
    pub(super) fn flickers((turn, reach): (u8, u8), radius: f32) -> f32 {
        flicker(f32::from(turn) / FLICKER_STEPS as f32, Self::flicker_reach(reach), radius)
    }
}

impl CellLight {
    pub(super) fn on(&self, pixel: &Pixel) -> Glow {
        let lit = Easing::Smoothstep.apply((self.reach - pixel.reach) / RIM);
        let lit = (lit * RIM_SHADES + 0.5) as u32 as f32 / RIM_SHADES;
        let flicker = self.flicker(pixel.radius);
        Glow {
            lit: lit * self.strength,
            ember: self.ember * pixel.ember_share + (-flicker).max(0.0),
            flame: flicker.max(0.0),
        }
    }

    /// A slow wave from the flame outward: above 0 it brightens, below 0 it dims.
    fn flicker(&self, radius: f32) -> f32 {
        self.flicker.map_or(0.0, |(turn, reach)| flicker(turn, reach, radius))
    }
}

/// A turn (0–1) of a wave that reaches so far.
fn flicker(turn: f32, reach: f32, radius: f32) -> f32 {
    if radius >= reach {
        return 0.0;
    }
    FLICKER_STRENGTH * (1.0 - radius / reach) * (TAU * (turn - radius)).sin()
}

/// A share of 0–1 from any number; what is no number is 0.
fn share(value: f32) -> f32 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) }
}

/// `value` (0–1) in `steps` steps that are taken later or sooner by `offset` (0 to below 1). Both ends are
/// reached whatever the offset, and a larger value is never a lower step.
fn stepped(value: f32, steps: f32, offset: f32) -> f32 {
    ((value * steps + offset) as u32 as f32 / steps).min(1.0)
}
