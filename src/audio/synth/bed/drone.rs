//! Tones that stay, each wandering in level by itself.

use std::f64::consts::TAU;

use super::chance::Chance;
use super::motion::Wander;
use crate::audio::SAMPLE_RATE;
use crate::audio::recipe::{BedPartial, Drone, MotionShape, amplitude};

/// Endless tones.
pub(super) struct Tones(Vec<Rotor>);

/// One tone: a pointer that turns once in each period.
struct Rotor {
    pointer: (f64, f64),
    /// Radians from sample to sample where its pitch is neither high nor low.
    turn: f64,
    level_db: f64,
    sway_db: f64,
    wander: Wander,
    sway_octaves: f64,
    drift: Wander,
    level: f64,
}

impl Tones {
    pub(super) fn new(drone: &Drone, mut chance: Chance) -> Self {
        let rotor = |partial: &BedPartial| Rotor::new(drone.pitch_hz, partial, &mut chance);
        Self(drone.partials.iter().map(rotor).collect())
    }

    /// `own` says how much of its wandering is left to it, from 0 to 1.
    pub(super) fn fill(&mut self, block: &mut [f32], own: f64) {
        block.fill(0.0);
        for rotor in &mut self.0 {
            rotor.add_to(block, own);
        }
    }
}

impl Rotor {
    fn new(pitch: f64, partial: &BedPartial, chance: &mut Chance) -> Self {
        let (begin_sin, begin_cos) = (TAU * chance.unit()).sin_cos();
        let seed = (chance.unit() * f64::from(u32::MAX)) as u32;
        let wander = |stream| {
            Wander::new(Chance::new(seed, stream), MotionShape::Drift, partial.sway_s, 0.0)
        };
        Self {
            pointer: (begin_cos, begin_sin),
            turn: TAU * pitch * partial.ratio / f64::from(SAMPLE_RATE),
            level_db: partial.level_db,
            sway_db: partial.sway_db,
            wander: wander(1),
            sway_octaves: partial.sway_cents / 1_200.0,
            drift: wander(2),
            level: 0.0,
        }
    }

    fn add_to(&mut self, block: &mut [f32], own: f64) {
        let sway = own * self.sway_db / 2.0 * self.wander.advance();
        let wanted = amplitude(self.level_db + sway);
        let step = (wanted - self.level) / block.len() as f64;
        let drift = 2_f64.powf(self.sway_octaves / 2.0 * self.drift.advance());
        let (turn_sin, turn_cos) = (self.turn * drift).sin_cos();
        let (mut cos, mut sin) = self.pointer;
        for sample in block {
            self.level += step;
            *sample += (self.level * sin) as f32;
            (cos, sin) = (cos * turn_cos - sin * turn_sin, sin * turn_cos + cos * turn_sin);
        }
        let length = cos.hypot(sin);
        self.pointer = (cos / length, sin / length);
    }
}
