//! The room a bed or a chime sounds in: four echoes that feed each other, and grow darker as they fade.

use super::width::{share_in_the_middle, spread};
use crate::choices::Channels;
use crate::synthesis::recipe::Room;
use crate::synthesis::stereo::StereoFrame;
use crate::synthesis::units::{BLOCK, SAMPLE_RATE, amplitude};

/// How long each way through the room is, in frames (30 to 68 ms). They have no factor in common, so
/// that no pitch stands out.
const WAYS: [usize; 4] = [1_433, 1_913, 2_539, 3_253];
/// The ways that scatter what comes in, in frames, and how strongly.
const SCATTER: [usize; 2] = [229, 587];
const SCATTERING: f32 = 0.6;
/// How much of itself an echo keeps from sample to sample: above 2.5 kHz it fades sooner.
const DARK: f32 = 0.72;
/// What is softer is silence (−300 dB): see the filters.
const AT_REST: f32 = 1e-15;

/// A room with its echoes.
pub(in crate::synthesis) struct Reverb {
    scatter: [DelayLine; 2],
    ways: [DelayLine; 4],
    kept: [f32; 4],
    dark: [f32; 4],
    level: f32,
}

/// What was said a while ago.
struct DelayLine {
    samples: Vec<f32>,
    next: usize,
}

impl DelayLine {
    fn new(frames: usize) -> Self {
        Self { samples: vec![0.0; frames], next: 0 }
    }

    fn oldest(&self) -> f32 {
        self.samples[self.next]
    }

    fn put(&mut self, sample: f32) {
        self.samples[self.next] = sample;
        self.next += 1;
        if self.next == self.samples.len() {
            self.next = 0;
        }
    }
}

impl Reverb {
    pub(in crate::synthesis) fn new(room: &Room) -> Self {
        let seconds = |frames: usize| frames as f64 / f64::from(SAMPLE_RATE);
        Self {
            scatter: SCATTER.map(DelayLine::new),
            ways: WAYS.map(DelayLine::new),
            kept: WAYS.map(|way| amplitude(-60.0 * seconds(way) / room.seconds) as f32),
            dark: [0.0; 4],
            level: amplitude(room.level_db) as f32,
        }
    }

    /// Adds the room to a block of one channel.
    pub(in crate::synthesis) fn add_to(&mut self, block: &mut [f32; BLOCK]) {
        for sample in block.iter_mut() {
            *sample += self.level * in_one(self.echoes(*sample));
        }
        self.come_to_rest();
    }

    /// Adds the room of a block, and of tones beside it, to the block: around both ears, or the same to
    /// both.
    pub(super) fn add_around(
        &mut self,
        block: &mut [StereoFrame; BLOCK],
        beside: &[StereoFrame; BLOCK],
        channels: Channels,
    ) {
        for (frame, beside) in block.iter_mut().zip(beside) {
            let heard = (*frame + *beside).to_mono();
            let echo = match channels {
                Channels::Mono => StereoFrame::centred(in_one(self.echoes(heard))),
                Channels::Stereo => {
                    // What differs in both ears is lost on the way in, and made up for.
                    let [a, b, c, d] = self.echoes(heard / share_in_the_middle());
                    spread(in_one([a, b, c, d]), a + b - c - d)
                }
            };
            *frame += echo * self.level;
        }
        self.come_to_rest();
    }

    /// What comes back along each way while a sample goes in.
    fn echoes(&mut self, sample: f32) -> [f32; 4] {
        let mut scattered = sample;
        for line in &mut self.scatter {
            let before = line.oldest();
            let now = scattered - SCATTERING * before;
            line.put(now);
            scattered = before + SCATTERING * now;
        }
        let mut heard = [0.0; 4];
        for (index, heard) in heard.iter_mut().enumerate() {
            let dark = &mut self.dark[index];
            *dark += (1.0 - DARK) * (self.kept[index] * self.ways[index].oldest() - *dark);
            *heard = *dark;
        }
        // Each way is fed by all the others: half of them all, less itself.
        let shared = 0.5 * heard.iter().sum::<f32>();
        for (way, heard) in self.ways.iter_mut().zip(heard) {
            way.put(0.5 * scattered + shared - heard);
        }
        heard
    }

    fn come_to_rest(&mut self) {
        for dark in &mut self.dark {
            if dark.abs() < AT_REST {
                *dark = 0.0;
            }
        }
    }
}

/// All echoes as one channel.
fn in_one([a, b, c, d]: [f32; 4]) -> f32 {
    a - b + c - d
}
