//! Noise in three colours, each about equally loud.

use super::random::Random;
use crate::synthesis::recipe::NoiseColour;
use crate::synthesis::units::BLOCK;

/// The octaves of pink noise: the lowest changes once in 1.4 s.
const OCTAVES: usize = 16;
/// How much of itself brown noise keeps from sample to sample: it falls from 19 Hz on.
const KEPT: f32 = 0.9975;

/// An endless noise.
pub(super) struct Noise {
    chance: Random,
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
    pub(super) fn new(colour: NoiseColour, chance: Random) -> Self {
        let colour = match colour {
            NoiseColour::White => Colour::White,
            NoiseColour::Pink => Colour::Pink { held: [0; OCTAVES], sum: 0, count: 0 },
            NoiseColour::Brown => Colour::Brown(0.0),
        };
        Self { chance, colour }
    }

    pub(super) fn fill(&mut self, block: &mut [f32; BLOCK]) {
        let chance = &mut self.chance;
        match &mut self.colour {
            Colour::White => {
                for pair in block.chunks_exact_mut(2) {
                    pair.copy_from_slice(&chance.whites().map(|sample| 0.5 * sample));
                }
            }
            Colour::Pink { held, sum, count } => {
                for sample in block {
                    *count = count.wrapping_add(1);
                    let octave = (count.trailing_zeros() as usize).min(OCTAVES - 1);
                    let [drawn, alone] = chance.pair().map(|whole| whole >> 5);
                    *sum += drawn - held[octave];
                    held[octave] = drawn;
                    *sample = (*sum + alone) as f32 / (1_u32 << 19) as f32;
                }
            }
            Colour::Brown(last) => {
                for pair in block.chunks_exact_mut(2) {
                    for (sample, white) in pair.iter_mut().zip(chance.whites()) {
                        *last = KEPT * *last + 0.04 * white;
                        *sample = *last;
                    }
                }
            }
        }
    }
}
