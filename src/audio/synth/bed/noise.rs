//! Noise in three colours, each about equally loud.

use super::chance::Chance;
use crate::audio::recipe::NoiseColour;

/// The octaves of pink noise: the lowest changes once in 1.4 s.
const OCTAVES: usize = 16;
/// How much of itself brown noise keeps from sample to sample: it falls from 19 Hz on.
const KEPT: f32 = 0.9975;

/// An endless noise.
pub(super) struct Noise {
    chance: Chance,
    colour: Colour,
}

enum Colour {
    White,
    /// Random numbers that are drawn anew each second, fourth, eighth … sample. They are whole
    /// numbers, since a sum of fractions would drift.
    Pink {
        held: [i32; OCTAVES],
        sum: i32,
        count: u32,
    },
    Brown(f32),
}

impl Noise {
    pub(super) fn new(colour: NoiseColour, chance: Chance) -> Self {
        let colour = match colour {
            NoiseColour::White => Colour::White,
            NoiseColour::Pink => Colour::Pink { held: [0; OCTAVES], sum: 0, count: 0 },
            NoiseColour::Brown => Colour::Brown(0.0),
        };
        Self { chance, colour }
    }

    pub(super) fn fill(&mut self, block: &mut [f32]) {
        for sample in block {
            *sample = self.next();
        }
    }

    fn next(&mut self) -> f32 {
        match &mut self.colour {
            Colour::White => 0.5 * self.chance.white(),
            Colour::Pink { held, sum, count } => {
                *count = count.wrapping_add(1);
                let octave = (count.trailing_zeros() as usize).min(OCTAVES - 1);
                let drawn = self.chance.whole() >> 5;
                *sum += drawn - held[octave];
                held[octave] = drawn;
                (*sum + (self.chance.whole() >> 5)) as f32 / (1_u32 << 19) as f32
            }
            Colour::Brown(last) => {
                *last = KEPT * *last + 0.04 * self.chance.white();
                *last
            }
        }
    }
}
