//! Tones that stay, each wandering in level by itself.

use std::f32::consts::FRAC_1_SQRT_2;
use std::f64::consts::TAU;

use super::motion::RandomMotion;
use super::random::Random;
use super::width::{CORRELATION, TONES_APART};
use crate::choices::Channels;
use crate::synthesis::recipe::{BedPartial, Drone, MotionShape};
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::{BLOCK, SAMPLE_RATE, amplitude};
use crate::tween::Easing;

/// How many tones are computed side by side.
const ABREAST: usize = 4;

/// Endless tones.
pub(super) struct DroneTones(Vec<Rotor>);

/// One tone: a pointer that turns once in each period.
struct Rotor {
    pointer: (f64, f64),
    /// How far it is turned for the right ear, in radians: the same tone a moment sooner or later.
    /// Never another pitch, which would beat between the ears.
    beside: f32,
    /// Radians from sample to sample where its pitch is neither high nor low.
    turn: f64,
    level_db: f64,
    sway_db: f64,
    wander: RandomMotion,
    sway_octaves: f64,
    drift: RandomMotion,
    level: f64,
}

/// Some tones for the length of a block, one in each column.
#[derive(Default)]
struct Columns {
    cos: [f32; ABREAST],
    sin: [f32; ABREAST],
    beside_cos: [f32; ABREAST],
    beside_sin: [f32; ABREAST],
    turn_cos: [f32; ABREAST],
    turn_sin: [f32; ABREAST],
    level: [f32; ABREAST],
    step: [f32; ABREAST],
}

impl DroneTones {
    pub(super) fn new(drone: &Drone, mut chance: Random, channels: Channels) -> Self {
        // Tones lie on either side in turn.
        let sides = [1.0, -1.0].into_iter().cycle();
        let rotor = |(partial, side): (&BedPartial, f32)| {
            let width = match channels {
                Channels::Stereo => width_at(drone.pitch_hz * partial.ratio),
                Channels::Mono => 0.0,
            };
            Rotor { beside: side * width, ..Rotor::new(drone.pitch_hz, partial, &mut chance) }
        };
        Self(drone.partials.iter().zip(sides).map(rotor).collect())
    }

    /// `own` says how much of its wandering is left to it, from 0 to 1.
    pub(super) fn fill(&mut self, block: &mut [StereoFrame; BLOCK], own: f64) {
        block.fill(StereoFrame::SILENT);
        for rotors in self.0.chunks_mut(ABREAST) {
            let mut columns = Columns::default();
            for (column, rotor) in rotors.iter_mut().enumerate() {
                rotor.advance(&mut columns, column, own);
            }
            columns.add_to(block);
        }
    }
}

/// How far on a tone of so many hertz is in the other ear, in radians.
fn width_at(hertz: f64) -> f32 {
    let [from, to] = TONES_APART;
    let way = Easing::Smoothstep.apply(((hertz - from) / (to - from)).clamp(0.0, 1.0));
    way as f32 * CORRELATION.acos()
}

impl Columns {
    fn add_to(mut self, block: &mut [StereoFrame; BLOCK]) {
        for frame in block {
            let (mut left, mut right) = ([0.0; ABREAST], [0.0; ABREAST]);
            for column in 0..ABREAST {
                let (cos, sin) = (self.cos[column], self.sin[column]);
                let (turn_cos, turn_sin) = (self.turn_cos[column], self.turn_sin[column]);
                self.level[column] += self.step[column];
                left[column] = self.level[column] * sin;
                let beside = self.beside_cos[column] * sin + self.beside_sin[column] * cos;
                right[column] = self.level[column] * beside;
                self.cos[column] = cos * turn_cos - sin * turn_sin;
                self.sin[column] = sin * turn_cos + cos * turn_sin;
            }
            let sum = |it: [f32; ABREAST]| (it[0] + it[2]) + (it[1] + it[3]);
            *frame += StereoFrame { left: sum(left), right: sum(right) } * FRAC_1_SQRT_2;
        }
    }
}

impl Rotor {
    fn new(pitch: f64, partial: &BedPartial, chance: &mut Random) -> Self {
        let (begin_sin, begin_cos) = (TAU * chance.unit()).sin_cos();
        let seed = (chance.unit() * f64::from(u32::MAX)) as u32;
        let wander = |stream| {
            RandomMotion::new(Random::new(seed, stream), MotionShape::Drift, partial.sway_s, 0.0)
        };
        Self {
            pointer: (begin_cos, begin_sin),
            beside: 0.0,
            turn: TAU * pitch * partial.ratio / f64::from(SAMPLE_RATE),
            level_db: partial.level_db,
            sway_db: partial.sway_db,
            wander: wander(1),
            sway_octaves: partial.sway_cents / 1_200.0,
            drift: wander(2),
            level: 0.0,
        }
    }

    /// Writes how it goes on for a block into a column, and moves to the end of the block.
    fn advance(&mut self, columns: &mut Columns, column: usize, own: f64) {
        let sway = own * self.sway_db / 2.0 * self.wander.advance();
        let wanted = amplitude(self.level_db + sway);
        let drift = 2_f64.powf(self.sway_octaves / 2.0 * self.drift.advance());
        let (turn_sin, turn_cos) = (self.turn * drift).sin_cos();
        columns.cos[column] = self.pointer.0 as f32;
        columns.sin[column] = self.pointer.1 as f32;
        (columns.beside_sin[column], columns.beside_cos[column]) = self.beside.sin_cos();
        columns.turn_cos[column] = turn_cos as f32;
        columns.turn_sin[column] = turn_sin as f32;
        columns.level[column] = self.level as f32;
        columns.step[column] = ((wanted - self.level) / BLOCK as f64) as f32;
        self.level = wanted;
        // The pointer itself keeps to the exact way: a small error in each block would be a pitch.
        let (mut turn_cos, mut turn_sin) = (turn_cos, turn_sin);
        for _ in 0..BLOCK.trailing_zeros() {
            (turn_cos, turn_sin) =
                (turn_cos * turn_cos - turn_sin * turn_sin, 2.0 * turn_cos * turn_sin);
        }
        let (cos, sin) = self.pointer;
        let (cos, sin) = (cos * turn_cos - sin * turn_sin, sin * turn_cos + cos * turn_sin);
        let length = cos.hypot(sin);
        self.pointer = (cos / length, sin / length);
    }
}
