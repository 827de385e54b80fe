//! Noise in three colours, each about equally loud.

use super::random::Random;
use super::width::spread;
use crate::synthesis::recipe::NoiseColour;
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::BLOCK;

/// The octaves of pink noise: the lowest changes once in 1.4 s.
const OCTAVES: usize = 16;
/// How much of itself brown noise keeps from sample to sample: it falls from 19 Hz on.
const KEPT: f32 = 0.9975;

/// An endless noise around the head, or in its middle.
pub(super) struct Noise {
    common: NoiseSource,
    /// What makes the ears differ, if anything does.
    apart: Option<NoiseSource>,
}

/// An endless noise of one channel.
struct NoiseSource {
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
    pub(super) fn new(colour: NoiseColour, chance: Random, apart: Option<Random>) -> Self {
        let source = |chance| NoiseSource::new(colour, chance);
        Self { common: source(chance), apart: apart.map(source) }
    }

    pub(super) fn fill(&mut self, block: &mut [StereoFrame; BLOCK]) {
        let mut common = [0.0; BLOCK];
        self.common.fill(&mut common);
        let Some(source) = &mut self.apart else {
            *block = common.map(StereoFrame::centred);
            return;
        };
        let mut apart = [0.0; BLOCK];
        source.fill(&mut apart);
        for (frame, (common, apart)) in block.iter_mut().zip(common.into_iter().zip(apart)) {
            *frame = spread(common, apart);
        }
    }
}

impl NoiseSource {
    fn new(colour: NoiseColour, chance: Random) -> Self {
        let colour = match colour {
            NoiseColour::White => Colour::White,
            NoiseColour::Pink => Colour::Pink { held: [0; OCTAVES], sum: 0, count: 0 },
            NoiseColour::Brown => Colour::Brown(0.0),
        };
        Self { chance, colour }
    }

    fn fill(&mut self, block: &mut [f32; BLOCK]) {
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
